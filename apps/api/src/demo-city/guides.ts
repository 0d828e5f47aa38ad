import { guidesForLivingAndBusiness } from './guides-living.js';
import { guidesForPeople } from './guides-people.js';
import type { DemoGuide } from './types.js';

/** Service guides; every promise agrees with the policy it stands on. */
export const guides: DemoGuide[] = [...guidesForPeople, ...guidesForLivingAndBusiness];

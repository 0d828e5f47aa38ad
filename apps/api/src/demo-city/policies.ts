import { cityPolicies } from './policies-city.js';
import { employmentPolicies } from './policies-employment.js';
import { housingPolicies } from './policies-housing.js';
import { opennessPolicies } from './policies-openness.js';
import { welfarePolicies } from './policies-welfare.js';
import type { DemoPolicy } from './types.js';

/** All policies of the demonstration city, by field. */
export const policies: DemoPolicy[] = [...employmentPolicies, ...welfarePolicies, ...housingPolicies, ...cityPolicies, ...opennessPolicies];

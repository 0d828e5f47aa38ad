import type { GuideParts } from '@govmedia-hub/contracts';
import { InvalidRequest } from '../../foundation/errors/problem-filter.js';
import { plainGuide } from '../contents/contents.reader.js';

const LONGEST_GUIDE = 100_000;

/** Half a guide: every part has its type, any may be empty, and what does not belong to a guide is left out. @throws InvalidRequest */
export function readDraftGuide(value: GuideParts | null | undefined): GuideParts | null {
  if (!value) return null;
  try {
    const { audience, timeLimit, fee, oneVisit, onlineUrl, materials } = value;
    const fits = ['person', 'enterprise'].includes(audience) && ['working_day', 'day'].includes(timeLimit.unit) && Number.isInteger(timeLimit.amount) && typeof fee.free === 'boolean' && typeof oneVisit === 'boolean' && (onlineUrl === null || typeof onlineUrl === 'string') && materials.every(({ copies }) => Number.isInteger(copies));
    const guide = plainGuide(value);
    if (fits && JSON.stringify(guide).length <= LONGEST_GUIDE) return guide;
  } catch {
    // a part of another type than it should be
  }
  throw new InvalidRequest([{ field: 'content.guide', message: '格式不正确。' }]);
}

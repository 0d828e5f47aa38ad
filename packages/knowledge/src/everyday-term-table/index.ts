import type { EverydayTermTable } from '../everyday-terms.js';
import { BUSINESS, PUBLIC_LIFE } from './business-and-public-life.js';
import { HOUSEHOLD, HOUSING } from './housing-and-household.js';
import { LIVELIHOOD, WORK } from './livelihood-and-work.js';

/** Everyday expressions and the official terms of the law or measure named beside each. */
export const EVERYDAY_TERMS: EverydayTermTable = {
  version: '2026.11',
  source: '自编对照；规范用语取自各条所列法律、法规、规章',
  entries: [...HOUSING, ...HOUSEHOLD, ...LIVELIHOOD, ...WORK, ...BUSINESS, ...PUBLIC_LIFE],
};

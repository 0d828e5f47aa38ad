import type { SlipWeights } from './word-reader.js';

/** Learnt on clean and slipped sentences of laws whose pairs had not been counted: `npm run bench -- word-slips FOLDER`. */
export const slipWeights: SlipWeights = {
  version: '2026-11',
  source: '法律语句错别字样本和自造错别字的法律语句',
  bias: -2.6992,
  weights: [0.0186, 0.2972, 0.7393, 0.1783, 0.1822, 0.0861, 0.2446, 0.0805, -0.0939, 0.7134, -0.0577, -0.0682, 0.6227, 0.5545, 0.0861, 0.0815, -0.1694, 0.0919, 0.0862, -0.043],
  threshold: 2.4,
};

/** How much what was learnt from answered questions counts. Data: a change needs a new version. */
export interface LearningProfile {
  version: string;
  source: string;
  /** How many of the nearest answered questions vote, and how much the nearest count before the others (an exponent). */
  neighbours: number;
  sharpness: number;
  /** What the strongest vote adds, as a share of the best score. */
  voteWeight: number;
  /** How much the votes lose when the nearest answered question is not that near (an exponent). */
  caution: number;
  /** What the document that the library itself cites most gains where nothing was learnt, as a share of a score. */
  citedWeight: number;
  /** What the most favoured document adds to a passage's score, as a share of it. */
  documentWeight: number;
  /** Within that, what citations of all questions count beside those of the nearest, 0..1. */
  citedOften: number;
  /** Weight of a pair of characters beside a word when questions are compared. */
  pairWeight: number;
  /** Mined terms: how many are added, how much they weigh, how often they must have stood together, what is taken off rare ones, how many are kept. */
  addedTerms: number;
  addedWeight: number;
  leastTogether: number;
  doubt: number;
  kept: number;
}

export const LEARNING_PROFILE: LearningProfile = {
  version: '2026.11',
  source: '按常见取值设定，未在评测问题上逐题调整',
  neighbours: 20, sharpness: 2, voteWeight: 0.6, caution: 1, citedWeight: 0.6, documentWeight: 1, citedOften: 0.4, pairWeight: 0.7,
  addedTerms: 40, addedWeight: 1, leastTogether: 2, doubt: 3, kept: 60,
};

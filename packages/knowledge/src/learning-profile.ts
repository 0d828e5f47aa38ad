/** How much what was learnt from answered questions counts. Data: a change needs a new version. */
export interface LearningProfile {
  version: string;
  source: '按公开检索数据粗选：多数取自五折之二，覆盖权重看过全部五折',
  /** How many of the nearest answered questions vote, and how much the nearest count before the others (an exponent). */
  neighbours: number;
  sharpness: number;
  /** What the strongest vote adds, as a share of the best score. */
  voteWeight: number;
  /** How much the votes lose when the nearest answered question is not that near (an exponent). */
  caution: number;
  /** What a passage loses, where something was learnt, that says little of the question, 0..1. */
  coverageWeight: number;
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
  source: '按公开检索数据粗选：多数取自五折之二，覆盖权重看过全部五折',
  neighbours: 50, sharpness: 2, voteWeight: 0.8, caution: 0.5, coverageWeight: 0.4, citedWeight: 0.6, documentWeight: 1, citedOften: 0.5, pairWeight: 0.7,
  addedTerms: 20, addedWeight: 0.7, leastTogether: 2, doubt: 3, kept: 60,
};

/** How what was learnt from answered questions is used. Data: a change needs a new version. */
export interface LearningProfile {
  version: string;
  source: string;
  /** Of how many known questions a new one is taken to be a mixture, and how much is put down to chance (ridge). */
  neighbours: number;
  doubt: number;
  /** How many of the nearest vote, and how much the nearest count before the others (an exponent). */
  voters: number;
  sharpness: number;
  /** Likeness from which two questions count as the same when the ranking is fitted. */
  sameQuestion: number;
  /** Weight of a pair of characters beside a word when questions are compared. */
  pairWeight: number;
  /** How many terms of the passages are asked for beside what was typed. */
  addedTerms: number;
  /** How many of the first passages found are listened to, and how many of their terms are asked for as well. */
  echoed: number;
  echoedTerms: number;
  /** How many of the best by each way of asking are ranked by all signals. */
  candidates: number;
  /** How much the kind of a passage counts beside the signals (an exponent). */
  kind: number;
  /** What the first few gain in a second look that say, word for word or in official terms, all of the question (an exponent). */
  comparison: number;
  /** With fewer answered questions than `leastToFit` the weights below hold; otherwise they are fitted to at most `mostToFit` of them. */
  leastToFit: number;
  mostToFit: number;
  /** Weights of the signals, in the order of SIGNALS: without answered questions, and with too few to fit them. A score is their sum, and 1 more makes a passage e times as likely. */
  untaughtWeights: readonly number[];
  taughtWeights: readonly number[];
}

export const LEARNING_PROFILE: LearningProfile = {
  version: '2026.12',
  source: '方法参数取自公开检索数据五折试算；各信号的权重由引擎用已答复问题逐条留一拟合',
  neighbours: 100, doubt: 0.3, voters: 50, sharpness: 3, sameQuestion: 0.75, pairWeight: 0.7, addedTerms: 150, echoed: 5, echoedTerms: 60, candidates: 300, kind: 3, comparison: 2,
  leastToFit: 200, mostToFit: 400,
  untaughtWeights: [3, 2.8, 3.7, 0.4, -0.4, 1.2, 2.5, 0.6, 3.6, 0, 0, 0, 0, 0, 0, 0, 0],
  taughtWeights: [1.7, 1.5, 4.6, 0.9, -0.3, 1.1, 1.7, -0.6, 1.7, 3.7, -1.3, 5.6, 0.2, -0.5, 0.4, 0.2, 0.6],
};

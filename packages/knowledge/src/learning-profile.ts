/** How many passages are looked at closely, and how the first look chooses them. Data. */
export interface LookDepth {
  /** Passages chosen by what was typed, and by that together with the echo and what was learnt. */
  typed: number;
  widened: number;
  /** Of how many known questions a new one is taken to be a mixture. */
  neighbours: number;
  /** How many of the passages cited for the nearest questions, those of the nearest first. */
  cited: number;
  /** What the best by the echo, and by what was learnt, count in that choice beside the best by what was typed. */
  echoed: number;
  added: number;
  /** How many of the first passages found are listened to, and how many of their terms are asked for as well. */
  listened: number;
  echoedTerms: number;
  /** Share of the greatest share of a known question below which its passages lend no terms, and how many of its most telling terms each of the others lends. */
  littleShare: number;
  lentTerms: number;
  /** How many terms of the passages cited for known questions are asked for beside what was typed. */
  addedTerms: number;
  /** Postings that each of the two choices may read, in a library of so many passages. */
  postings: (passages: number) => number;
}

/** How what was learnt from answered questions is used. Data: a change needs a new version. */
export interface LearningProfile {
  version: string;
  source: string;
  /** How much of a new question is put down to chance when it is written as a mixture of known ones (ridge). */
  doubt: number;
  /** How many of the nearest vote, and how much the nearest count before the others (an exponent). */
  voters: number;
  sharpness: number;
  /** Likeness from which two questions count as the same when the ranking is fitted. */
  sameQuestion: number;
  /** Weight of a pair of characters beside a word when questions are compared. */
  pairWeight: number;
  /** How far a search looks: for the first page of a service, and for long lists. */
  looks: { upTo: number; depth: LookDepth }[];
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
  version: '2026.12.5',
  source: '方法参数取自公开检索数据五折试算；各信号的权重由引擎用已答复问题逐条留一拟合',
  doubt: 0.3, voters: 50, sharpness: 3, sameQuestion: 0.75, pairWeight: 0.7, looks: [
    { upTo: 20, depth: { typed: 28, widened: 28, neighbours: 30, cited: 20, echoed: 0.5, added: 1, listened: 4, echoedTerms: 30, littleShare: 0.2, lentTerms: 80, addedTerms: 120, postings: (passages) => Math.max(8_000, passages * 0.12) } },
    { upTo: Infinity, depth: { typed: 300, widened: 600, neighbours: 100, cited: 1000, echoed: 0.25, added: 1, listened: 5, echoedTerms: 150, littleShare: 0.1, lentTerms: 110, addedTerms: 300, postings: () => Infinity } },
  ],
  kind: 3, comparison: 2,
  leastToFit: 200, mostToFit: 400,
  untaughtWeights: [3, 2.8, 3.7, 0.4, -0.4, 1.2, 2.5, 0.6, 3.6, 0, 0, 0, 0, 0, 0, 0, 0],
  taughtWeights: [1.7, 1.5, 4.6, 0.9, -0.3, 1.1, 1.7, -0.6, 1.7, 3.7, -1.3, 5.6, 0.2, -0.5, 0.4, 0.2, 0.6],
};

/** Log odds of a linear model over FEATURES. */
export interface EvidenceModel {
  weights: readonly number[];
  bias: number;
}

/** How evidence is weighed. Learnt once from sentences with known errors; it holds no text. */
export interface EvidenceWeights {
  version: string;
  source: string;
  /** Judges whether a replacement of one character, or of two, is told. */
  single: EvidenceModel;
  double: EvidenceModel;
  /** Weights to choose among the replacements of one place. */
  ranking: { single: readonly number[]; double: readonly number[] };
  /** Log odds from which a doubt is told as a note, and as a warning. */
  thresholds: { note: number; warn: number };
  /** Log odds that a doubt gains beside a stronger one in the same sentence: errors come in company. */
  company: number;
  /** Signs of countries, rare in any library and right in every news item, when one of `beside` stands next to them (中叙、叙方). */
  shorthand: { signs: string; beside: string };
}

import type { PassageStore } from './passage-store.js';
import { TopTerms } from './top-terms.js';

/** What the passages that already speak to a question say besides; asked for as well, it finds those that say the same in other words. */
export class Echo {
  private readonly sums: TopTerms;
  private weights = new Float64Array(1024);

  constructor(private readonly store: PassageStore) {
    this.sums = new TopTerms((term) => store.textOf(term));
  }

  /** The n most telling terms of the first passages found, each passage counting by its score. */
  terms(first: readonly { slot: number; score: number }[], n: number, each: (term: number, weight: number) => void): void {
    const { store, sums } = this;
    const { rows } = store;
    const most = first[0]?.score ?? 1;
    sums.begin(store.terms);
    for (const { slot, score } of first) {
      const { terms, impacts } = rows.pageOf(slot);
      const from = rows.offsetOf(slot);
      const to = from + rows.lengths[slot]!;
      if (this.weights.length < to - from) this.weights = new Float64Array(2 * (to - from));
      const { weights } = this;
      let norm = 0;
      for (let at = from; at < to; at++) {
        const weight = weightOf(impacts[at]!, store.idfOfTerm(terms[at]!));
        weights[at - from] = weight;
        norm += weight * weight;
      }
      const share = (score / most) ** 2 / (Math.sqrt(norm) || 1);
      for (let at = from; at < to; at++) sums.add(terms[at]!, share * weights[at - from]!);
    }
    sums.best(n, each);
  }
}

/** A whole number below 2^21, so that the sum of their squares does not depend on the order of the terms. */
export const weightOf = (impact: number, idf: number): number => Math.round(impact * idf * 2);

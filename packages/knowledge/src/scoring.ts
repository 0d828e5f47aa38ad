import type { QueryTerm, Unit } from './analysis.js';
import { BestSlots } from './best-slots.js';
import type { Passage } from './passages.js';
import type { PassageStore } from './passage-store.js';
import { IMPACT_STEPS } from './postings.js';
import { SlotSums } from './slot-sums.js';

const WEAK = 0.3; // share of its weight that a weak word keeps in the comparison

export interface Scored { slot: number; passage: Passage; score: number }

/** Sums what passages say of a question. One instance keeps its memory from question to question. */
export class Scoring {
  readonly sums = new SlotSums();
  private readonly kept: BestSlots;

  constructor(private readonly store: PassageStore) {
    this.kept = new BestSlots((slot) => store.idAt(slot));
  }

  /** Weights of a question's units for the comparison, in their order. */
  unitWeights(units: readonly Unit[]): number[] {
    const { store } = this;
    return units.map((unit) => {
      let rarest = -1;
      for (const word of unit.words) {
        const term = store.termId(word);
        const frequency = term === null ? 0 : store.frequency(term);
        if (frequency > 0) rarest = Math.max(rarest, store.idf(frequency));
      }
      return (rarest < 0 ? store.idf(0) : rarest) * (unit.weak ? WEAK : 1);
    });
  }

  /** Adds up what every passage says of the terms. */
  run(terms: readonly QueryTerm[]): void {
    const { store, sums } = this;
    sums.begin(store.slots);
    for (const { anyOf, weight } of terms) {
      const term = anyOf.map((form) => store.termId(form)).find((id) => id !== null && store.frequency(id) > 0);
      const told = weight * store.idf(term === undefined || term === null ? 0 : store.frequency(term));
      if (term === undefined || term === null) continue;
      for (const list of store.lists(term)) sums.addList(list, told / IMPACT_STEPS, store.alive);
    }
  }

  /** The best n accepted passages, priors applied, best first; equals stand in the order of their ids. */
  best(n: number, accept: (passage: Passage) => boolean, prior: (passage: Passage) => number, most = 1): Scored[] {
    const { values, touched, count } = this.sums;
    const { kept } = this;
    kept.begin(n);
    for (let i = 0; i < count; i++) {
      const slot = touched[i]!;
      if (values[slot]! * most < kept.least) continue; // no prior can lift it
      const passage = this.store.at(slot);
      if (accept(passage)) kept.offer(slot, values[slot]! * prior(passage));
    }
    return kept.sorted().map(({ slot, score }) => ({ slot, passage: this.store.at(slot), score }));
  }

  /** How many passages say any of the terms and are accepted; the counting ends with as many as given. */
  count(terms: readonly QueryTerm[], accept: (passage: Passage) => boolean, most: number): number {
    const { store, sums } = this;
    sums.begin(store.slots);
    let counted = 0;
    for (const { anyOf } of terms) {
      const term = anyOf.map((form) => store.termId(form)).find((id) => id !== null && store.frequency(id) > 0);
      if (term === undefined || term === null) continue;
      for (const { slots, from, to } of store.lists(term)) {
        for (let i = from; i < to; i++) {
          const slot = slots[i]!;
          if (sums.values[slot] !== 0 || store.alive[slot] === 0) continue;
          sums.add(slot, 1);
          if (accept(store.at(slot)) && ++counted === most) return counted;
        }
      }
    }
    return counted;
  }
}

/** Order of results: score, then id. */
export function byScore(a: { id: string; score: number }, b: { id: string; score: number }): number {
  return b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

import type { AnalysedQuestion, Unit } from './analysis.js';
import type { Passage } from './passages.js';
import type { PassageStore } from './passage-store.js';
import { CAPS, SHIFTS } from './postings.js';
import { FIELDS, type RankingProfile } from './ranking-profile.js';

const F = FIELDS.length;
const WEAK = 0.3; // share of its weight that a weak word keeps in the comparison

export interface Scored { slot: number; passage: Passage; score: number }

/** BM25F over the postings of a store. One instance keeps its scratch memory from question to question. */
export class Scoring {
  private sums = new Float64Array(1024);
  private touched = new Uint32Array(1024);
  private count = 0;

  constructor(private readonly store: PassageStore, private readonly profile: RankingProfile) {}

  /** How telling a term is; a term that the library never uses is the most telling. */
  idf(frequency: number): number {
    return Math.log(1 + (this.store.size - frequency + 0.5) / (frequency + 0.5));
  }

  /** Weights of a question's units for the comparison, in their order. */
  unitWeights(units: readonly Unit[], wordsOf: (form: string) => string[]): number[] {
    return units.map((unit) => {
      let rarest = -1;
      for (const form of unit.forms) {
        for (const word of form.startsWith('#') ? [form] : wordsOf(form)) {
          const term = this.store.termId(word);
          const frequency = term === null ? 0 : this.store.frequency(term);
          if (frequency > 0) rarest = Math.max(rarest, this.idf(frequency));
        }
      }
      return (rarest < 0 ? this.idf(0) : rarest) * (unit.weak ? WEAK : 1);
    });
  }

  /** Adds up the scores of one question; read them with best, then clear. */
  run(question: AnalysedQuestion): void {
    this.clear();
    const { store, profile } = this;
    if (this.sums.length < store.slots) {
      this.sums = new Float64Array(Math.max(store.slots, this.sums.length * 2));
      this.touched = new Uint32Array(this.sums.length);
    }
    const { sums, touched } = this;
    const { lengths, alive } = store;
    const fields = FIELDS.map((field) => profile.fields[field]);
    const weights = fields.map((field) => field.weight);
    const flat = fields.map((field) => 1 - field.b);
    const slope = fields.map((field, i) => (store.totals[i]! > 0 ? (field.b * store.size) / store.totals[i]! : 0));
    const { k1 } = profile;
    for (const { anyOf, weight } of question.terms) {
      const term = anyOf.map((form) => store.termId(form)).find((id) => id !== null && store.frequency(id) > 0);
      if (term === undefined || term === null) continue;
      const gain = weight * this.idf(store.frequency(term)) * (k1 + 1);
      store.lists(term, (slots, counts, from, to) => {
        for (let i = from; i < to; i++) {
          const slot = slots[i]!;
          if (alive[slot] === 0) continue;
          const packed = counts[i]!;
          let tf = 0;
          for (let f = 0; f < F; f++) {
            const count = (packed >>> SHIFTS[f]!) & CAPS[f]!;
            if (count !== 0) tf += (weights[f]! * count) / (flat[f]! + slope[f]! * lengths[slot * F + f]!);
          }
          if (sums[slot] === 0) touched[this.count++] = slot;
          sums[slot]! += (gain * tf) / (k1 + tf);
        }
      });
    }
  }

  /** Adds shares of the best score to passages by their ids, after run. */
  favour(votes: ReadonlyMap<string, number>, weight: number): void {
    let most = 0;
    for (let i = 0; i < this.count; i++) most = Math.max(most, this.sums[this.touched[i]!]!);
    for (const [id, vote] of votes) {
      const slot = this.store.slotOf(id);
      if (slot === null || vote * weight * most === 0) continue;
      if (this.sums[slot] === 0) this.touched[this.count++] = slot;
      this.sums[slot]! += vote * weight * most;
    }
  }

  /** The best n accepted passages, priors applied, best first; equals stand in the order of their ids. Also how many were accepted. */
  best(n: number, accept: (passage: Passage) => boolean, prior: (passage: Passage) => number): { best: Scored[]; total: number } {
    const best: Scored[] = [];
    let total = 0;
    for (let i = 0; i < this.count; i++) {
      const slot = this.touched[i]!;
      const passage = this.store.at(slot);
      if (!accept(passage)) continue;
      total++;
      const score = this.sums[slot]! * prior(passage);
      if (best.length === n && !precedes(score, passage.id, best[n - 1]!)) continue;
      let at = best.length;
      while (at > 0 && precedes(score, passage.id, best[at - 1]!)) at--;
      best.splice(at, 0, { slot, passage, score });
      if (best.length > n) best.pop();
    }
    return { best, total };
  }

  clear(): void {
    for (let i = 0; i < this.count; i++) this.sums[this.touched[i]!] = 0;
    this.count = 0;
  }
}

function precedes(score: number, id: string, other: Scored): boolean {
  return score > other.score || (score === other.score && id < other.passage.id);
}

/** Order of results: score, then id. */
export function byScore(a: { id: string; score: number }, b: { id: string; score: number }): number {
  return b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

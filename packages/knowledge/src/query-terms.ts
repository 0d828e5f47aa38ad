import type { QueryTerm, Unit } from './analysis.js';
import { ADDED_IN_PART, TYPED_IN_PART } from './coverage.js';
import type { Asked } from './first-look.js';
import type { PassageStore } from './passage-store.js';
import { grown, IMPACT_STEPS } from './postings.js';

/** Weights are whole numbers, so that no sum depends on the order in which terms stand. */
const WHOLE = 65_536;
const STEPS = WHOLE * IMPACT_STEPS;

/** A form of a word of the question: the places that say it whole, and its pairs of characters. */
interface FormPlaces { whole: number[]; pairs: number[]; /** Every pair is known to the library. */ all: boolean; /** What each pair counts when not all are there. */ part: number }

/**
 * Every term of one question by its number in the library: what was typed, what the first hits say besides, what was learnt. One
 * pass over the row of a passage tells what it says of all three. One instance keeps its memory from question to question.
 */
export class QueryTerms {
  /** Places 1..count are in use. */
  count = 0;
  terms = new Uint32Array(2048);
  typed = new Float64Array(2048);
  echoed = new Float64Array(2048);
  added = new Float64Array(2048);
  /** Weight of everything typed, whether the library knows it or not. */
  private whole = 0;
  /** Place of each term of the library; 0: not asked for. */
  private placeOf = new Uint16Array(1024);
  /** A bit for each term of the library that is asked for: most are not, and the bits stay near the processor. */
  private bits = new Uint32Array(32);
  private seen = new Int32Array(2048);
  private stamp = 0;
  private units: FormPlaces[][] = [];
  private unitWeights: readonly number[] = [];
  private unitsWhole = 0;
  /** Of the passage last looked at: what it says in each way, and the share of what was typed that it says at all. */
  saidTyped = 0;
  saidEchoed = 0;
  saidAdded = 0;
  covered = 0;

  constructor(private readonly store: PassageStore) {}

  begin(): void {
    for (let place = 1; place <= this.count; place++) {
      const term = this.terms[place]!;
      this.placeOf[term] = 0;
      this.bits[term >>> 5] = 0;
      this.typed[place] = this.echoed[place] = this.added[place] = 0;
    }
    this.count = 0;
    this.whole = 0;
    this.units = [];
    if (this.placeOf.length >= this.store.terms) return;
    this.placeOf = new Uint16Array(Math.max(this.store.terms, this.placeOf.length * 2));
    this.bits = new Uint32Array((this.placeOf.length >>> 5) + 1);
  }

  /** What was typed, each with the first of its forms that the library knows. */
  addTyped(terms: readonly QueryTerm[]): void {
    for (const { anyOf, weight } of terms) {
      const known = anyOf.map((form) => this.store.termId(form)).find((term) => term !== null && this.store.frequency(term) > 0) ?? null;
      const told = this.told(known === null ? 0 : this.store.frequency(known), weight);
      this.whole += told;
      if (known !== null) this.typed[this.place(known)]! += told;
    }
  }

  addEchoed(term: number, weight: number): void {
    this.echoed[this.place(term)]! += this.told(this.store.frequency(term), weight);
  }

  addLearnt(term: number, weight: number): void {
    this.added[this.place(term)]! += this.told(this.store.frequency(term), weight);
  }

  /** The terms that were typed. */
  askedAsTyped(): Asked[] {
    const { terms, typed } = this;
    const asked: Asked[] = [];
    for (let place = 1; place <= this.count; place++) if (typed[place] !== 0) asked.push({ term: terms[place]!, weight: typed[place]! / STEPS });
    return asked;
  }

  /** The terms of the echo and those that were learnt, counting so much; one that is both is asked for once. */
  askedBesides(echo: number, learnt: number): Asked[] {
    const { terms, echoed, added } = this;
    const asked: Asked[] = [];
    for (let place = 1; place <= this.count; place++) {
      const weight = echoed[place]! * echo + added[place]! * learnt;
      if (weight !== 0) asked.push({ term: terms[place]!, weight: weight / STEPS });
    }
    return asked;
  }

  /** The words of the question, to be found in passages whole or in part. */
  addUnits(units: readonly Unit[], weights: readonly number[]): void {
    this.unitWeights = weights;
    this.unitsWhole = weights.reduce((sum, weight) => sum + weight, 0);
    this.units = units.map(({ forms }) => forms.map((form, i) => {
      const pairs = form.length < 2 || form.startsWith('#') ? [] : Array.from({ length: form.length - 1 }, (_, at) => `_${form.slice(at, at + 2)}`);
      const known = this.places(pairs);
      return { whole: this.places(form.length === 1 ? [form, `.${form}`] : [form]), pairs: known, all: known.length === pairs.length && pairs.length > 0, part: form.length < 3 ? 0 : (i === 0 ? TYPED_IN_PART : ADDED_IN_PART) / pairs.length };
    }));
  }

  /** Adds up what the passage of a slot says. */
  look(slot: number): void {
    const { store: { rows }, bits, placeOf, seen, typed, echoed, added } = this;
    const { terms, impacts } = rows.pageOf(slot);
    const from = rows.offsetOf(slot);
    const to = from + rows.lengths[slot]!;
    if (this.stamp === 2 ** 31 - 1) {
      this.stamp = 0;
      seen.fill(0);
    }
    const stamp = ++this.stamp;
    let [saidTyped, saidEchoed, saidAdded, covered] = [0, 0, 0, 0];
    for (let at = from; at < to; at++) {
      const term = terms[at]!;
      if (((bits[term >>> 5]! >>> term) & 1) === 0) continue;
      const place = placeOf[term]!;
      const impact = impacts[at]!;
      seen[place] = stamp;
      saidTyped += typed[place]! * impact;
      saidEchoed += echoed[place]! * impact;
      saidAdded += added[place]! * impact;
      covered += typed[place]!;
    }
    this.saidTyped = saidTyped / STEPS;
    this.saidEchoed = saidEchoed / STEPS;
    this.saidAdded = saidAdded / STEPS;
    this.covered = this.whole === 0 ? 0 : covered / this.whole;
  }

  /** Share of the question's words that the passage last looked at says, a longer word that stands there in part counting in part. */
  shared(): number {
    if (this.unitsWhole === 0) return 0;
    let sum = 0;
    for (let u = 0; u < this.units.length; u++) sum += this.unitWeights[u]! * this.credit(this.units[u]!);
    return sum / this.unitsWhole;
  }

  private credit(forms: readonly FormPlaces[]): number {
    const { seen, stamp } = this;
    let best = 0;
    for (const { whole, pairs, all, part } of forms) {
      for (let i = 0; i < whole.length; i++) if (seen[whole[i]!] === stamp) return 1;
      let found = 0;
      for (let i = 0; i < pairs.length; i++) if (seen[pairs[i]!] === stamp) found++;
      if (all && found === pairs.length) return 1;
      if (part * found > best) best = part * found;
    }
    return best;
  }

  private told(frequency: number, weight: number): number {
    return Math.round(weight * this.store.idf(frequency) * WHOLE);
  }

  private places(texts: readonly string[]): number[] {
    const places: number[] = [];
    for (const text of texts) {
      const term = this.store.termId(text);
      if (term !== null) places.push(this.place(term));
    }
    return places;
  }

  private place(term: number): number {
    const known = this.placeOf[term]!;
    if (known !== 0) return known;
    const place = ++this.count;
    if (place === this.terms.length) {
      this.terms = grown(this.terms, place * 2);
      this.typed = grown(this.typed, place * 2);
      this.echoed = grown(this.echoed, place * 2);
      this.added = grown(this.added, place * 2);
      this.seen = grown(this.seen, place * 2);
    }
    this.terms[place] = term;
    this.placeOf[term] = place;
    this.bits[term >>> 5]! |= 1 << term;
    return place;
  }
}

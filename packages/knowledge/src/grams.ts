import type { AnalysedQuestion } from './analysis.js';
import { SPOKEN_WORDS, type SpokenWords } from './spoken-words.js';

/** Pairs of characters '_', groups of spoken words '=', single characters '.', with how often each stands there. */
export type Grams = ReadonlyMap<string, number>;

/** What a typed question is held with against texts: weight of each gram, and what all of them weigh. */
export interface TypedGrams { weights: ReadonlyMap<string, number>; typed: number }

/** How much the kinds of grams count where no frequency tells it, and how much what official terms add. */
const MATTER = 4;
const CIRCUMSTANCE = 2;
const WANT = 1;
const SINGLE = 2.5;
const ADDED = 0.5;

const RUN = /[\u3400-\u9fffa-z0-9]+/g;

/** Takes texts apart so finely that everyday wording and official wording meet. */
export class GramAnalysis {
  readonly version: string;
  private readonly groups: readonly (readonly string[])[];
  private readonly matters: number;
  private readonly circumstances: number;

  constructor(private readonly idfOf: (term: string) => number, words: SpokenWords = SPOKEN_WORDS) {
    this.groups = [...words.matters, ...words.circumstances, ...words.wants].map((line) => line.split(' '));
    this.matters = words.matters.length;
    this.circumstances = words.circumstances.length;
    this.version = words.version;
  }

  /** Of a normalised text. */
  of(plain: string): Grams {
    const grams = new Map<string, number>();
    for (const [run] of plain.matchAll(RUN)) {
      for (let at = 0; at + 1 < run.length; at++) grams.set(`_${run.slice(at, at + 2)}`, (grams.get(`_${run.slice(at, at + 2)}`) ?? 0) + 1);
      for (const char of run) grams.set(`.${char}`, 1);
    }
    for (const group of this.groupsIn(plain)) grams.set(`=${group}`, 1);
    return grams;
  }

  ofQuestion({ text, units }: AnalysedQuestion): TypedGrams {
    const weights = new Map<string, number>();
    for (const gram of this.of(text).keys()) if (!gram.startsWith('.')) weights.set(gram, this.weightOf(gram));
    for (const { word } of units) if (word.length === 1) weights.set(`.${word}`, SINGLE);
    const typed = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
    for (const { forms } of units) for (const form of forms.slice(1)) for (const gram of this.of(form).keys()) if (!gram.startsWith('.') && !weights.has(gram)) weights.set(gram, ADDED * this.weightOf(gram));
    return { weights, typed };
  }

  /** Pairs of the other words of what was typed, by which passages are found that say it otherwise. */
  otherPairs(plain: string): string[] {
    const pairs = this.groupsIn(plain).filter((group) => group < this.matters + this.circumstances).flatMap((group) => this.groups[group]!.flatMap((word) => (plain.includes(word) ? [] : [...word].slice(1).map((char, i) => `_${word[i]}${char}`))));
    return [...new Set(pairs)];
  }

  /** Groups of what a normalised text is about. */
  mattersIn(plain: string): string[] {
    return this.groupsIn(plain).filter((group) => group < this.matters).map((group) => `=${group}`);
  }

  /** True when a word stands in a group that the grams hold. */
  saysLike(word: string, grams: Grams): boolean {
    return this.groupsIn(word).some((group) => grams.has(`=${group}`));
  }

  weightOf(gram: string): number {
    if (gram.startsWith('=')) {
      const group = Number(gram.slice(1));
      return group < this.matters ? MATTER : group < this.matters + this.circumstances ? CIRCUMSTANCE : WANT;
    }
    return gram.startsWith('.') ? SINGLE : this.idfOf(gram);
  }

  /** Groups of which a word stands there; what only overlaps a longer word, as 停电 does 电动车 in 停电动车, is none. */
  private groupsIn(plain: string): number[] {
    const places = this.groups.flatMap((words, group) => words.flatMap((word) => {
      const start = plain.indexOf(word);
      return start < 0 ? [] : [{ group, start, end: start + word.length }];
    }));
    const crossed = places.filter((one) => places.some((other) => other.end - other.start > one.end - one.start && other.start < one.end && one.start < other.end && (one.start < other.start || one.end > other.end)));
    const lost = new Set(crossed);
    return [...new Set(places.filter((place) => !lost.has(place)).map(({ group }) => group))];
  }
}

/** Share of what was typed that the grams hold, and of the grams that was typed; single characters are not asked back. */
export function sharesOf({ weights, typed }: TypedGrams, grams: Grams, weightOf: (gram: string) => number): { there: number; back: number; both: number } {
  let shared = 0;
  let whole = 0;
  for (const gram of grams.keys()) if (!gram.startsWith('.')) whole += weightOf(gram);
  for (const [gram, weight] of weights) if (grams.has(gram)) shared += weight;
  return { there: typed === 0 ? 0 : Math.min(1, shared / typed), back: whole === 0 ? 0 : Math.min(1, shared / whole), both: typed + whole === 0 ? 0 : Math.min(1, (2 * shared) / (typed + whole)) };
}

import { CLOSE_SHAPE, NEAR_SOUND, SAME_SHAPE, SAME_SOUND, twinsOf } from './confusion.js';
import { type LanguageModel, LONGEST_WORD } from './language-model.js';
import { BOUNDARY, FIRST_CHARACTER } from './tokens.js';

/** What speaks for a replacement, one number each; a model of evidence weighs them. */
export const FEATURES = [
  'chance', 'word', 'sameSound', 'nearSound', 'closeShape', 'shape', 'leftPair', 'rightPair', 'kept3', 'kept4', 'twin3', 'twin4',
  'ownLength', 'twinLength', 'ownCount', 'twinCount', 'around', 'twinAround', 'insideLeft', 'insideRight', 'ownAlone', 'twinInside', 'between', 'edge',
] as const;

export interface Proposal {
  /** Index of the first replaced character in the token run. */
  at: number;
  /** Tokens of the one or two characters put in. */
  twins: readonly number[];
  features: Float64Array;
  /** How good it is among the replacements of the same place. */
  rank: number;
}

/** Weights to choose the best replacement at one place; whether it is reported is another question. */
export type Ranking = ArrayLike<number>;

const log1 = (count: number): number => Math.log1p(count);

/** A twin must stand in strings that the library knows at least so often. */
const LEAST_PAIR = 4;
const LEAST_CHARACTER = 20;
const LEAST_WORD = 12;
/** Replacements that are weighed in full. */
const SHORTLIST = 16;
/** A character is beyond doubt when both its pairs were seen more often, or a string of three (logarithm of the count). */
const MOST_PAIR = 200;
const MOST_KEPT = 2.2;
/** Least gain in log chance to look further. */
const CHANCE_OF_ONE = 3;
const CHANCE_OF_TWO = 7;

interface Ways {
  left: Float64Array;
  right: Float64Array;
}

/** Chances of the best segmentation into words up to every place, from the left and from the right. */
function segment(model: LanguageModel, tokens: Uint16Array, from: number, to: number): Ways {
  const length = to - from;
  const left = new Float64Array(length + 1).fill(-Infinity);
  const right = new Float64Array(length + 1).fill(-Infinity);
  left[0] = 0;
  right[length] = 0;
  const chances = new Float64Array(length * LONGEST_WORD).fill(-Infinity);
  for (let i = 0; i < length; i += 1) {
    for (let n = 1; n <= LONGEST_WORD && i + n <= length; n += 1) {
      const chance = model.logWord(tokens, from + i, from + i + n);
      if (chance === null) continue;
      chances[i * LONGEST_WORD + n - 1] = chance;
      if (left[i]! + chance > left[i + n]!) left[i + n] = left[i]! + chance;
    }
  }
  for (let i = length - 1; i >= 0; i -= 1) {
    for (let n = 1; n <= LONGEST_WORD && i + n <= length; n += 1) {
      const chance = chances[i * LONGEST_WORD + n - 1]!;
      if (right[i + n]! + chance > right[i]!) right[i] = right[i + n]! + chance;
    }
  }
  return { left, right };
}

/** Weighs the characters of one clause against their twins. Tokens are changed in place while trying, and put back. */
export class Clause {
  private ways: Ways;

  /** tokens[from..to) holds no boundary; units are the characters themselves, also those that the model has not met. */
  constructor(private readonly model: LanguageModel, private readonly units: Uint16Array, private readonly tokens: Uint16Array, readonly from: number, readonly to: number, private readonly rankings: readonly [Ranking, Ranking]) {
    this.ways = segment(model, tokens, from, to);
  }

  /** Log chance of the strings that `size` characters take part in. */
  private around(at: number, size: number): number {
    let sum = 0;
    for (let i = at; i <= Math.min(at + size + 2, this.tokens.length - 1); i += 1) {
      sum += this.model.logChance(this.tokens, i);
      if (i >= at + size && this.tokens[i] === BOUNDARY) break;
    }
    return sum;
  }

  /** Best segmentation of the clause, words over the place read anew; and the length of the word over its first character. */
  private words(at: number, size: number): { chance: number; length: number } {
    const { model, tokens, from, to, ways } = this;
    const first = Math.max(from, at - LONGEST_WORD + 1);
    const last = Math.min(to, at + size + LONGEST_WORD - 1);
    const best = new Float64Array(last - first + 1).fill(-Infinity);
    const through = new Uint8Array(last - first + 1);
    let chance = -Infinity;
    let length = 1;
    for (let start = first; start < at + size; start += 1) {
      if (start <= at) best[start - first] = Math.max(best[start - first]!, ways.left[start - from]!);
      for (let end = Math.max(start, at) + 1; end <= Math.min(last, start + LONGEST_WORD); end += 1) {
        const word = model.logWord(tokens, start, end);
        if (word === null) continue;
        const sum = best[start - first]! + word;
        const over = start <= at ? end - start : through[start - first]!;
        if (end >= at + size) {
          if (sum + ways.right[end - from]! > chance) {
            chance = sum + ways.right[end - from]!;
            length = over;
          }
        } else if (sum > best[end - first]!) {
          best[end - first] = sum;
          through[end - first] = over;
        }
      }
    }
    return { chance, length };
  }

  /** Highest count among the strings of one length over a place. */
  private support(at: number, size: number, order: number): number {
    let most = 0;
    for (let start = Math.max(this.from, at + size - order); start <= at && start + order <= this.to; start += 1) most = Math.max(most, this.model.count(this.tokens, start, start + order));
    return log1(most);
  }

  private pair(at: number): number {
    return at >= this.from && at + 1 < this.to ? this.model.count(this.tokens, at, at + 2) : 0;
  }

  private inside(at: number): number {
    return at >= this.from && at + 1 < this.to ? log1(this.model.inside(this.tokens, at)) : 0;
  }

  /** Reads the place as it is now; `own` is what a replacement is compared with. */
  private read(at: number, size: number) {
    const { model, tokens } = this;
    const words = this.words(at, size);
    let count = Infinity;
    let alone = Infinity;
    for (let i = at; i < at + size; i += 1) {
      count = Math.min(count, model.unigrams[tokens[i]!]!);
      alone = Math.min(alone, model.logWord(tokens, i, i + 1)!);
    }
    return {
      words, around: this.around(at, size), left: log1(this.pair(at - 1)), right: log1(this.pair(at + size - 1)), s3: this.support(at, size, 3), s4: this.support(at, size, 4),
      count: log1(count), alone, insideLeft: this.inside(at - 1), insideRight: this.inside(at + size - 1), between: size === 2 ? log1(this.pair(at)) : 0,
    };
  }

  private weigh(own: ReturnType<Clause['read']>, at: number, size: number, kind: number): Float64Array {
    const now = this.read(at, size);
    const edge = (at === this.from ? 1 : 0) + (at + size === this.to ? 1 : 0);
    return Float64Array.of(
      Math.min(30, now.around - own.around), Math.max(-15, Math.min(20, now.words.chance - own.words.chance)),
      kind & SAME_SOUND ? 1 : 0, kind & NEAR_SOUND ? 1 : 0, kind & CLOSE_SHAPE ? 1 : 0, kind & SAME_SHAPE ? 1 : 0,
      own.left, own.right, own.s3, own.s4, now.s3, now.s4, own.words.length, now.words.length, own.count, now.count, own.around, now.around,
      own.insideLeft, own.insideRight, own.alone, Math.max(now.insideLeft, now.insideRight), own.between, edge,
    );
  }

  private ranked(features: Float64Array, size: 1 | 2): number {
    const ranking = this.rankings[size - 1]!;
    let rank = 0;
    for (let i = 0; i < features.length; i += 1) rank += features[i]! * ranking[i]!;
    return rank;
  }

  /** The best replacement of one character, or null. */
  single(at: number): Proposal | null {
    const { model, tokens } = this;
    const code = this.units[at]!;
    if (code < 0x3000) return null;
    const token = tokens[at]!;
    const [left, right] = [this.pair(at - 1), this.pair(at)];
    if ((at > this.from && at + 1 < this.to ? Math.min(left, right) : left + right) > MOST_PAIR) return null;
    if (this.support(at, 1, 4) > 0 || this.support(at, 1, 3) > MOST_KEPT) return null;
    const short = new Shortlist();
    const attempt = (twin: number, kind: number): void => {
      if (twin < FIRST_CHARACTER || model.unigrams[twin]! < LEAST_CHARACTER) return;
      tokens[at] = twin;
      const [before, after] = [this.pair(at - 1), this.pair(at)];
      if (before + after > LEAST_PAIR) short.add(log1(before) + log1(after) + (kind & (SAME_SOUND | CLOSE_SHAPE) ? 3 : kind ? 1 : 0), twin, 0, kind);
    };
    for (const [other, kind] of twinsOf(code)) attempt(model.tokenOf(other), kind);
    tokens[at] = token;
    return this.best(at, 1, short, CHANCE_OF_ONE);
  }

  /** The best word that sounds or looks like two neighbours, or null. */
  double(at: number): Proposal | null {
    const { model, tokens } = this;
    if (at + 1 >= this.to || this.units[at]! < 0x3000 || this.units[at + 1]! < 0x3000) return null;
    if (Math.min(this.pair(at - 1), this.pair(at + 1)) > MOST_PAIR) return null;
    if (this.support(at, 2, 3) > 0.7) return null;
    const [first, second] = [tokens[at]!, tokens[at + 1]!];
    const seconds = soundTwins(this.units[at + 1]!, model);
    const short = new Shortlist();
    for (const one of soundTwins(this.units[at]!, model)) {
      tokens[at] = one.token;
      const before = log1(this.pair(at - 1));
      for (const two of seconds) {
        tokens[at + 1] = two.token;
        const count = model.count(tokens, at, at + 2);
        if (count >= LEAST_WORD) short.add(log1(count) + before + log1(this.pair(at + 1)) + (one.kind & two.kind & SAME_SOUND ? 3 : 0), one.token, two.token, one.kind & two.kind);
      }
    }
    [tokens[at], tokens[at + 1]] = [first, second];
    return this.best(at, 2, short, CHANCE_OF_TWO);
  }

  /** Weighs the shortlist in full. */
  private best(at: number, size: 1 | 2, short: Shortlist, leastChance: number): Proposal | null {
    if (short.length === 0) return null;
    const { tokens } = this;
    const [first, second] = [tokens[at]!, tokens[at + 1]!];
    const own = this.read(at, size);
    let best: Proposal | null = null;
    for (let i = 0; i < short.length; i += 1) {
      tokens[at] = short.first[i]!;
      if (size === 2) tokens[at + 1] = short.second[i]!;
      const features = this.weigh(own, at, size, short.kinds[i]!);
      if (features[0]! < leastChance) continue;
      const rank = this.ranked(features, size);
      if (!best || rank > best.rank) best = { at, twins: size === 1 ? [short.first[i]!] : [short.first[i]!, short.second[i]!], features, rank };
    }
    [tokens[at], tokens[at + 1]] = [first, second];
    return best;
  }
}

/** The few replacements that fit their neighbours best, kept in order. */
class Shortlist {
  length = 0;
  readonly first: number[] = [];
  readonly second: number[] = [];
  readonly kinds: number[] = [];
  private readonly fits: number[] = [];

  add(fit: number, first: number, second: number, kind: number): void {
    if (this.length === SHORTLIST && fit <= this.fits[SHORTLIST - 1]!) return;
    let place = this.length === SHORTLIST ? SHORTLIST - 1 : this.length;
    while (place > 0 && this.fits[place - 1]! < fit) {
      this.fits[place] = this.fits[place - 1]!;
      this.first[place] = this.first[place - 1]!;
      this.second[place] = this.second[place - 1]!;
      this.kinds[place] = this.kinds[place - 1]!;
      place -= 1;
    }
    this.fits[place] = fit;
    this.first[place] = first;
    this.second[place] = second;
    this.kinds[place] = kind;
    if (this.length < SHORTLIST) this.length += 1;
  }
}

interface SoundTwin { token: number; kind: number }

function soundTwins(code: number, model: LanguageModel): SoundTwin[] {
  const twins: SoundTwin[] = [];
  for (const [other, kind] of twinsOf(code)) {
    if (!(kind & (SAME_SOUND | CLOSE_SHAPE))) continue;
    const token = model.tokenOf(other);
    if (token >= FIRST_CHARACTER && model.unigrams[token]! >= LEAST_CHARACTER) twins.push({ token, kind });
  }
  return twins;
}

import { CLOSE_SHAPE, nearSyllablesOf, NEAR_SOUND, SAME_SHAPE, SAME_SOUND, SHARED_PART, syllablesOf } from './confusion.js';
import { type LanguageModel, PAIR_BASE } from './language-model.js';
import { Shortlist } from './shortlist.js';
import { BOUNDARY } from './tokens.js';
import { WordWays, type WordReading } from './word-ways.js';

/** What speaks for a replacement, one number each; a model of evidence weighs them. `own` is what stands there, `twin` what is put in. */
export const FEATURES = [
  'size', 'sameSound', 'nearSound', 'closeShape', 'shape', 'part', 'edge', 'length', 'context', 'ways', 'lead', 'chance', 'own', 'word',
  'ownLeft', 'twinLeft', 'ownRight', 'twinRight', 'ownThreeLeft', 'twinThreeLeft', 'ownThreeMid', 'twinThreeMid', 'ownThreeRight', 'twinThreeRight', 'ownFour', 'twinFour',
  'ownInsideLeft', 'twinInsideLeft', 'ownInsideRight', 'twinInsideRight', 'ownLength', 'twinLength', 'ownWord', 'twinWord', 'ownCount', 'twinCount', 'ownAlone', 'twinAlone', 'ownBetween', 'twinBetween', 'ownAgain', 'twinAgain',
] as const;
const WAYS = FEATURES.indexOf('ways');
const LEAD = FEATURES.indexOf('lead');

export interface Proposal {
  /** Index of the first replaced character in the token run. */
  at: number;
  /** Tokens of the one or two characters put in. */
  twins: readonly number[];
  features: Float64Array;
}

interface Reading {
  chance: number;
  words: WordReading;
  left: number;
  right: number;
  threeLeft: number;
  threeMid: number;
  threeRight: number;
  four: number;
  insideLeft: number;
  insideRight: number;
  count: number;
  alone: number;
  between: number;
}

/** Beyond doubt from these log counts on: both pairs, a string of three, of four. */
const SURE_PAIR = Math.log1p(400);
const SURE_THREE = Math.log1p(60);
const SURE_FOUR = Math.log1p(5);
/** Replacements that are looked at by their pairs, and those that are weighed in full. */
const SHORTLIST = 7;
const FINALISTS = 4;
/** Least gain in log chance of one and of two characters, or else of the words. */
const LEAST_CHANCE = [0, 2, 5] as const;
const LEAST_WORDS = 3;
/** With so great a loss in log chance no gain in words helps. */
const HOPELESS = -2;
/** A replacement whose pairs are so much rarer than those that stand there is not looked at (log counts). */
const RARER = 1.5;
/** Characters to both sides in which the same character is looked for. */
const NEARBY = 60;
const FAR = 20;

const short = new Shortlist(SHORTLIST);
const finalists = new Shortlist(FINALISTS);
const kindBonus = (kind: number): number => (kind & (SAME_SOUND | CLOSE_SHAPE) ? 3 : kind & SHARED_PART ? 1.5 : 1);

/** Weighs the characters of one clause against their twins. Tokens are changed in place while trying, and put back. */
export class Clause {
  private readonly ways: WordWays;
  /** pairs[i] = log count of the characters before and at from + i. */
  private readonly pairs: Float64Array;
  private readonly pairSum: number;
  /** Log counts of the strings of three and of four that begin at from - 3 + i. */
  private readonly threes: Float64Array;
  private readonly fours: Float64Array;

  /** tokens[from..to) holds no boundary; units are the characters themselves, also those that the model has not met. */
  constructor(private readonly model: LanguageModel, private readonly units: Uint16Array, private readonly tokens: Uint16Array, private readonly from: number, private readonly to: number) {
    this.ways = new WordWays(model, tokens, from, to);
    this.pairs = new Float64Array(to - from + 1);
    let sum = 0;
    for (let i = from; i <= to; i += 1) {
      this.pairs[i - from] = this.count(i - 1, 2);
      sum += this.pairs[i - from]!;
    }
    this.pairSum = sum;
    this.threes = Float64Array.from({ length: to - from + 3 }, (_, i) => this.count(from - 3 + i, 3));
    this.fours = Float64Array.from({ length: to - from + 3 }, (_, i) => this.count(from - 3 + i, 4));
  }

  /** The best replacements of the one and of the two characters at a place. */
  proposals(at: number): Proposal[] {
    return [...this.singles(at), ...this.doubles(at)];
  }

  /** Log count of a string; 0 beyond the edge of the text. */
  private count(from: number, size: number): number {
    return from >= 0 && from + size <= this.tokens.length ? this.model.logCount(this.tokens, from, from + size) : 0;
  }

  private inside(at: number): number {
    return at >= this.from && at + 1 < this.to ? this.model.logInside(this.tokens, at) : 0;
  }

  /** Log chance of the strings that `size` characters take part in. */
  private around(at: number, size: number): number {
    let sum = 0;
    const end = Math.min(at + size + 2, this.tokens.length - 1);
    for (let i = at; i <= end; i += 1) {
      sum += this.model.logChance(this.tokens, i);
      if (i >= at + size && this.tokens[i] === BOUNDARY) break;
    }
    return sum;
  }

  private read(at: number, size: number): Reading {
    const { model, tokens } = this;
    const last = at + size - 1;
    let four = 0;
    for (let start = at + size - 4; start <= at; start += 1) four = Math.max(four, this.count(start, 4));
    return {
      chance: this.around(at, size), words: this.ways.read(at, size), left: this.count(at - 1, 2), right: this.count(last, 2),
      threeLeft: this.count(at - 2, 3), threeMid: size === 1 ? this.count(at - 1, 3) : Math.max(this.count(at - 1, 3), this.count(at, 3)), threeRight: this.count(last, 3), four,
      insideLeft: this.inside(at - 1), insideRight: this.inside(last), count: Math.min(model.logUnigrams[tokens[at]!]!, model.logUnigrams[tokens[last]!]!),
      alone: Math.min(model.logWord(tokens, at, at + 1), model.logWord(tokens, last, last + 1)), between: size === 2 ? this.count(at, 2) : 0,
    };
  }

  /** The strings around are known so well that nothing is doubted here. */
  private settled(at: number, size: number): boolean {
    const place = at - this.from;
    if (Math.min(this.pairs[place]!, this.pairs[place + size]!) > SURE_PAIR) return true;
    for (let i = place + size; i <= place + 3; i += 1) if (this.threes[i]! > SURE_THREE) return true;
    for (let i = place + size - 1; i <= place + 3; i += 1) if (this.fours[i]! > SURE_FOUR) return true;
    return false;
  }

  private singles(at: number): Proposal[] {
    const { model, tokens } = this;
    const code = this.units[at]!;
    if (code < 0x3000 || this.settled(at, 1)) return [];
    const token = tokens[at]!;
    short.clear();
    const { twins, kinds } = model.twinsOf(code);
    const least = Math.max(1.5, this.pairs[at - this.from]! + this.pairs[at - this.from + 1]! - RARER);
    for (let i = 0; i < twins.length; i += 1) {
      tokens[at] = twins[i]!;
      const left = this.count(at - 1, 2) || 0.6 * this.inside(at - 1);
      const right = this.count(at, 2) || 0.6 * this.inside(at);
      if (left + right > least) short.add(left + right + 0.5 * Math.max(left, right) + kindBonus(kinds[i]!), twins[i]!, 0, kinds[i]!);
    }
    tokens[at] = token;
    return this.best(at, 1);
  }

  private doubles(at: number): Proposal[] {
    if (at + 1 >= this.to || this.units[at]! < 0x3000 || this.units[at + 1]! < 0x3000 || this.settled(at, 2)) return [];
    const { tokens } = this;
    const [first, second] = [tokens[at]!, tokens[at + 1]!];
    short.clear();
    const place = at - this.from;
    const least = this.pairs[place]! + this.pairs[place + 1]! + this.pairs[place + 2]! - RARER;
    const attempt = (one: number, two: number, kind: number): void => {
      for (const pair of this.model.pairsOfSound(one, two)) {
        tokens[at] = Math.floor(pair / PAIR_BASE);
        tokens[at + 1] = pair % PAIR_BASE;
        if (tokens[at] === first || tokens[at + 1] === second) continue;
        const [left, middle, right] = [this.count(at - 1, 2), this.count(at, 2), this.count(at + 1, 2)];
        const inside = this.inside(at);
        if (left + right + Math.max(middle, 0.6 * inside) > least) short.add(1.5 * middle + 0.6 * inside + left + right + (kind === SAME_SOUND ? 3 : 0), tokens[at]!, tokens[at + 1]!, kind);
      }
    };
    for (const one of syllablesOf(this.units[at]!)) {
      for (const two of syllablesOf(this.units[at + 1]!)) {
        attempt(one, two, SAME_SOUND);
        for (const near of nearSyllablesOf(two)) attempt(one, near, NEAR_SOUND);
        for (const near of nearSyllablesOf(one)) attempt(near, two, NEAR_SOUND);
      }
    }
    [tokens[at], tokens[at + 1]] = [first, second];
    return this.best(at, 2);
  }

  /** Weighs the shortlist: by chance first, then in full. */
  private best(at: number, size: 1 | 2): Proposal[] {
    if (short.length === 0) return [];
    const { tokens } = this;
    const [first, second] = [tokens[at]!, tokens[at + 1]!];
    const put = (list: Shortlist, i: number): void => {
      tokens[at] = list.first[i]!;
      if (size === 2) tokens[at + 1] = list.second[i]!;
    };
    const ownChance = this.around(at, size);
    const ownWords = this.ways.read(at, size).chance;
    finalists.clear();
    for (let i = 0; i < short.length; i += 1) {
      put(short, i);
      const gain = this.around(at, size) - ownChance;
      if (gain < HOPELESS) continue;
      const words = this.ways.read(at, size).chance - ownWords;
      if (gain < LEAST_CHANCE[size] && words < LEAST_WORDS) continue;
      const kind = short.kinds[i]!;
      finalists.add(gain + 0.7 * words + (kind & SAME_SOUND ? 3 : 0) + (kind & CLOSE_SHAPE ? 2 : 0) + (kind & SHARED_PART ? 1 : 0), short.first[i]!, short.second[i]!, kind);
    }
    const found: Proposal[] = [];
    if (finalists.length > 0) {
      [tokens[at], tokens[at + 1]] = [first, second];
      const own = this.read(at, size);
      for (let i = 0; i < finalists.length; i += 1) {
        put(finalists, i);
        const features = this.weigh(own, at, size, finalists.kinds[i]!);
        features[WAYS] = finalists.length;
        features[LEAD] = i > 0 ? Math.max(-FAR, finalists.fits[i]! - finalists.fits[0]!) : finalists.length > 1 ? Math.min(FAR, finalists.fits[0]! - finalists.fits[1]!) : FAR;
        found.push({ at, twins: size === 1 ? [tokens[at]!] : [tokens[at]!, tokens[at + 1]!], features });
      }
    }
    [tokens[at], tokens[at + 1]] = [first, second];
    return found;
  }

  private weigh(own: Reading, at: number, size: number, kind: number): Float64Array {
    const now = this.read(at, size);
    let rest = this.pairSum;
    for (let i = at; i <= at + size; i += 1) rest -= this.pairs[i - this.from]!;
    const links = this.to - this.from - size;
    const edge = (at === this.from ? 1 : 0) + (at + size === this.to ? 2 : 0);
    return Float64Array.of(
      size, kind & SAME_SOUND ? 1 : 0, kind & NEAR_SOUND ? 1 : 0, kind & CLOSE_SHAPE ? 1 : 0, kind & SAME_SHAPE ? 1 : 0, kind & SHARED_PART ? 1 : 0,
      edge, this.to - this.from, links > 0 ? rest / links : 0, 0, 0, now.chance - own.chance, own.chance / (size + 3), now.words.chance - own.words.chance,
      own.left, now.left, own.right, now.right, own.threeLeft, now.threeLeft, own.threeMid, now.threeMid, own.threeRight, now.threeRight, own.four, now.four,
      own.insideLeft, now.insideLeft, own.insideRight, now.insideRight, own.words.length, now.words.length, own.words.word, now.words.word, own.count, now.count, own.alone, now.alone, own.between, now.between,
      this.again(at, size, this.units[at]!), this.again(at, size, this.model.codeOf(this.tokens[at]!)),
    );
  }

  /** How often a character stands nearby, at most three times. */
  private again(at: number, size: number, code: number): number {
    let seen = 0;
    const end = Math.min(this.units.length, at + size + NEARBY);
    for (let i = Math.max(0, at - NEARBY); i < end && seen < 3; i += 1) if (this.units[i] === code && (i < at || i >= at + size)) seen += 1;
    return seen;
  }
}

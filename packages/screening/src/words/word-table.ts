import { eachPair, type PackedPairs } from './pair-levels.js';

/** Longest word that is looked at, in characters. */
export const LONGEST_WORD = 5;
/** A word that no dictionary has counted counts as a rare one. */
const UNCOUNTED = 20;
/** Pairs counted no more often are as likely slips that the dictionary's own texts held (组识, 调正), unless official texts have them too. */
const DOUBTFUL = 5;

const HASH = 0x9e3779b1;
const slotOf = (key: number, mask: number): number => {
  const mixed = Math.imul(key ^ (key >>> 15), HASH);
  return (mixed ^ (mixed >>> 13)) & mask;
};
const sizeFor = (entries: number): number => 2 ** Math.ceil(Math.log2(Math.max(16, entries * 2)));

/** Open addressing over 32-bit keys; 0 is no key. */
class Slots {
  private readonly keys: Int32Array;
  private readonly mask: number;

  constructor(entries: number) {
    this.keys = new Int32Array(sizeFor(entries));
    this.mask = this.keys.length - 1;
  }

  get length(): number {
    return this.keys.length;
  }

  /** Where a key lies, -1 when it was not put in. */
  find(key: number): number {
    for (let slot = slotOf(key, this.mask); ; slot = (slot + 1) & this.mask) {
      const found = this.keys[slot];
      if (found === key) return slot;
      if (found === 0) return -1;
    }
  }

  place(key: number): number {
    let slot = slotOf(key, this.mask);
    while (this.keys[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & this.mask;
    this.keys[slot] = key;
    return slot;
  }
}

const pairKey = (first: number, second: number): number => (first << 16) | second;
const longKey = (codes: ArrayLike<number>, from: number, to: number): number => {
  let hash = to - from;
  for (let i = from; i < to; i += 1) hash = Math.imul(hash ^ codes[i]!, HASH) ^ (hash >>> 13);
  return hash === 0 ? 1 : hash;
};

/** Which words there are and how common they are, and which pairs of characters stand side by side in official texts. */
export class WordTable {
  private readonly singles: Float32Array;
  private readonly pairs: Slots;
  private readonly pairChances: Float32Array;
  private readonly pairLevels: Uint8Array;
  private readonly longs: Slots;
  private readonly longChances: Float32Array;

  /**
   * @param words a dictionary with word counts (any scale)
   * @param more words that it lacks
   */
  constructor(words: Iterable<readonly [word: string, count: number]>, packed: PackedPairs, more: readonly string[] = []) {
    const known: (readonly [string, number])[] = more.map((word) => [word, UNCOUNTED]);
    const sizes = new Uint32Array(LONGEST_WORD + 1);
    let total = 0;
    for (const entry of words) {
      const [word, count] = entry;
      if (word.length === 0 || word.length > LONGEST_WORD) continue;
      known.push(entry);
      sizes[word.length]! += 1;
      total += count;
    }
    const chanceOf = (count: number): number => Math.log(Math.max(count, 0.7) / total);
    this.singles = new Float32Array(65536).fill(Math.log(0.5 / total));
    this.pairs = new Slots(sizes[2]! + more.length + packed.pairs.length / 2);
    this.pairChances = new Float32Array(this.pairs.length);
    this.pairLevels = new Uint8Array(this.pairs.length);
    this.longs = new Slots(sizes[3]! + sizes[4]! + sizes[5]! + more.length);
    this.longChances = new Float32Array(this.longs.length);
    const codes = new Uint16Array(LONGEST_WORD);
    eachPair(packed, (first, second, level) => { this.pairLevels[this.pairs.place(pairKey(first, second))] = level; });
    for (const [word, count] of known) {
      for (let i = 0; i < word.length; i += 1) codes[i] = word.charCodeAt(i);
      if (word.length === 1) this.singles[codes[0]!] = chanceOf(count);
      else if (word.length === 2 && (count > DOUBTFUL || this.level(codes[0]!, codes[1]!) > 0)) this.pairChances[this.pairs.place(pairKey(codes[0]!, codes[1]!))] = chanceOf(count);
      else if (word.length > 2) this.longChances[this.longs.place(longKey(codes, 0, word.length))] = chanceOf(count);
    }
  }

  /** Natural logarithm of the share of a word among all words; -Infinity for no word. */
  chance(codes: ArrayLike<number>, from: number, to: number): number {
    if (to - from === 1) return this.singles[codes[from]!]!;
    if (to - from === 2) return this.pairChance(codes[from]!, codes[from + 1]!);
    const slot = this.longs.find(longKey(codes, from, to));
    return slot < 0 ? -Infinity : this.longChances[slot]!;
  }

  pairChance(first: number, second: number): number {
    const slot = this.pairs.find(pairKey(first, second));
    return slot < 0 || this.pairChances[slot] === 0 ? -Infinity : this.pairChances[slot]!;
  }

  /** How common a pair is in official texts. */
  level(first: number, second: number): number {
    const slot = this.pairs.find(pairKey(first, second));
    return slot < 0 ? 0 : this.pairLevels[slot]!;
  }

  /** Whether a pair is neither a word nor seen in official texts. */
  isStrange(first: number, second: number): boolean {
    return this.pairs.find(pairKey(first, second)) < 0;
  }
}

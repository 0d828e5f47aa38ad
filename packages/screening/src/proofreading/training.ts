import { LanguageModel, LONGEST_WORD, PAIR_BASE } from './language-model.js';
import { HASH_START, hashStep, PackedCounts } from './packed-counts.js';
import { BOUNDARY, FIRST_CHARACTER, MOST_CHARACTERS, tokenise, UNKNOWN } from './tokens.js';

const BASE = PAIR_BASE;
/** A pair is common from this count in the library, or as a word of the dictionary from the other. */
const COMMON_PAIR = 8;
const COMMON_WORD = 60;
/** Least count of a string of two, three and four characters to be kept: long strings seen once would double the size. */
const LEAST_SEEN = [0, 0, 1, 1, 2] as const;

/**
 * Reads a library chunk by chunk and counts its strings of one to four characters.
 * Memory: 2 bytes a character while reading, 8 more while one order is counted.
 */
export class LibraryReader {
  private units = new Uint16Array(1 << 16);
  private length = 0;

  /** Takes in one text; its edges are sentence boundaries. */
  add(text: string): void {
    const run = tokenise(text);
    if (this.length + run.length > this.units.length) {
      const grown = new Uint16Array(Math.max(this.units.length * 2, this.length + run.length));
      grown.set(this.units.subarray(0, this.length));
      this.units = grown;
    }
    // The boundary that ends one text begins the next.
    const from = this.length > 0 ? 1 : 0;
    this.units.set(run.units.subarray(from, run.length), this.length);
    this.length += run.length - from;
  }

  /** Tokens read so far, punctuation included. */
  get size(): number {
    return this.length;
  }

  /**
   * Counts and packs.
   * @param words a dictionary with word counts (any scale): what Chinese has beside the words of this library
   */
  finish(words: Iterable<readonly [word: string, count: number]>): LanguageModel {
    const units = this.units.subarray(0, this.length);
    const dictionary = [...words].filter(([word]) => word.length > 0 && word.length <= LONGEST_WORD);
    const seen = new Float64Array(65536);
    for (let i = 0; i < units.length; i += 1) seen[units[i]!]! += 1;
    const wanted = seen.slice();
    for (const [word] of dictionary) for (let i = 0; i < word.length; i += 1) wanted[word.charCodeAt(i)]! += 0.001;
    const codes: number[] = [];
    for (let code = 0x3000; code < 65536; code += 1) if (wanted[code]! > 0) codes.push(code);
    codes.sort((a, b) => wanted[b]! - wanted[a]! || a - b);
    const charset = Uint16Array.from(codes.slice(0, MOST_CHARACTERS));
    const tokenByUnit = new Uint16Array(65536);
    for (let i = 0; i < FIRST_CHARACTER; i += 1) tokenByUnit[i] = i;
    charset.forEach((code, index) => { tokenByUnit[code] = index + FIRST_CHARACTER; });
    const tokens = Uint16Array.from(units, (unit) => tokenByUnit[unit]!);
    const unigrams = new Float64Array(charset.length + FIRST_CHARACTER);
    for (let i = 0; i < tokens.length; i += 1) unigrams[tokens[i]!]! += 1;
    const common = new Set<number>();
    const grams = [2, 3, 4].map((order) => countStrings(tokens, order, order === 2 ? common : null)) as [PackedCounts, PackedCounts, PackedCounts];
    for (const [word, count] of dictionary) {
      const [first, second] = [tokenByUnit[word.charCodeAt(0)]!, tokenByUnit[word.charCodeAt(1)] ?? 0];
      if (word.length === 2 && count >= COMMON_WORD && first >= FIRST_CHARACTER && second >= FIRST_CHARACTER) common.add(first * BASE + second);
    }
    const { table, insides, total } = packWords(dictionary, tokenByUnit);
    return new LanguageModel(charset, unigrams, grams, table, insides, Uint32Array.from(common).sort(), tokens.length, total);
  }
}

/** Sorts all strings of one length as numbers and keeps what was seen often enough. */
function countStrings(tokens: Uint16Array, order: number, common: Set<number> | null): PackedCounts {
  const keys = new Float64Array(Math.max(0, tokens.length - order + 1));
  let used = 0;
  for (let i = 0; i + order <= tokens.length; i += 1) {
    let key = 0;
    let keep = true;
    for (let k = 0; k < order; k += 1) {
      const token = tokens[i + k]!;
      // A sentence end inside a string says nothing about the string.
      if (token === UNKNOWN || (token === BOUNDARY && k > 0 && k < order - 1)) keep = false;
      key = key * BASE + token;
    }
    if (keep) keys[used++] = key;
  }
  const sorted = keys.subarray(0, used).sort();
  let strings = 0;
  for (let i = 0; i < used;) {
    let end = i + 1;
    while (end < used && sorted[end] === sorted[i]) end += 1;
    if (end - i >= LEAST_SEEN[order]!) strings += 1;
    if (common && end - i >= COMMON_PAIR && sorted[i]! % BASE >= FIRST_CHARACTER && sorted[i]! >= FIRST_CHARACTER * BASE) common.add(sorted[i]!);
    i = end;
  }
  const hashes = new Int32Array(strings);
  const lasts = new Uint16Array(strings);
  const counts = new Float64Array(strings);
  const digits = new Uint16Array(order);
  let at = 0;
  for (let i = 0; i < used;) {
    const key = sorted[i]!;
    let end = i + 1;
    while (end < used && sorted[end] === key) end += 1;
    if (end - i >= LEAST_SEEN[order]!) {
      let rest = key;
      for (let k = order - 1; k >= 0; k -= 1) {
        digits[k] = rest % BASE;
        rest = Math.floor(rest / BASE);
      }
      let hash = HASH_START;
      for (const token of digits) hash = hashStep(hash, token);
      hashes[at] = hash;
      lasts[at] = digits[order - 1]!;
      counts[at] = end - i;
      at += 1;
    }
    i = end;
  }
  return PackedCounts.from(hashes, lasts, counts, strings);
}

function packWords(dictionary: readonly (readonly [string, number])[], tokenByUnit: Uint16Array): { table: PackedCounts; insides: PackedCounts; total: number } {
  const pairs = new Map<number, number>();
  const hashes = new Int32Array(dictionary.length);
  const lasts = new Uint16Array(dictionary.length);
  const counts = new Float64Array(dictionary.length);
  let used = 0;
  let total = 0;
  for (const [word, count] of dictionary) {
    let hash = HASH_START;
    let known = true;
    for (let i = 0; i < word.length; i += 1) {
      const token = tokenByUnit[word.charCodeAt(i)]!;
      if (token < FIRST_CHARACTER) known = false;
      hash = hashStep(hash, token);
    }
    if (!known) continue;
    for (let i = 0; i + 1 < word.length; i += 1) {
      const key = tokenByUnit[word.charCodeAt(i)]! * BASE + tokenByUnit[word.charCodeAt(i + 1)]!;
      pairs.set(key, (pairs.get(key) ?? 0) + Math.max(1, count));
    }
    hashes[used] = hash;
    lasts[used] = tokenByUnit[word.charCodeAt(word.length - 1)]!;
    counts[used] = Math.max(1, count);
    total += Math.max(1, count);
    used += 1;
  }
  const pairHashes = new Int32Array(pairs.size);
  const pairLasts = new Uint16Array(pairs.size);
  const pairCounts = new Float64Array(pairs.size);
  let at = 0;
  for (const [key, count] of pairs) {
    pairLasts[at] = key % BASE;
    pairHashes[at] = hashStep(hashStep(HASH_START, Math.floor(key / BASE)), key % BASE);
    pairCounts[at] = count;
    at += 1;
  }
  return { table: PackedCounts.from(hashes, lasts, counts, used), insides: PackedCounts.from(pairHashes, pairLasts, pairCounts, at), total: Math.max(1, Math.round(total)) };
}

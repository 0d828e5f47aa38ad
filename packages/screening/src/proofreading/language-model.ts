import { HASH_START, hashStep, PackedCounts } from './packed-counts.js';
import { FIRST_CHARACTER, UNKNOWN } from './tokens.js';

const MAGIC = 0x31465250; // 'PRF1'
const HEADER = 8; // 32-bit words: magic, sections, tokens read, word total, reserved

/** Weight of the shorter context, in observations: a context seen as often as this counts as much as its back-off. */
const PRIOR = [0, 0, 40, 12, 6] as const;

/** Longest word of the dictionary that is looked at, in characters. */
export const LONGEST_WORD = 5;

/** What a library has taught: how often strings of one to four characters stand in it, and which words there are. */
export class LanguageModel {
  private readonly tokens: Uint16Array;

  constructor(
    /** Codes of the known characters; the token of charset[i] is i + FIRST_CHARACTER. */
    private readonly charset: Uint16Array,
    /** Count by token. */
    readonly unigrams: Float64Array,
    private readonly grams: readonly [PackedCounts, PackedCounts, PackedCounts],
    private readonly words: PackedCounts,
    /** Neighbouring characters inside the words of the dictionary, with the counts of the words. */
    private readonly insides: PackedCounts,
    /** Tokens read, and the sum of word counts. */
    readonly total: number,
    readonly wordTotal: number,
  ) {
    this.tokens = new Uint16Array(65536);
    for (let i = 0; i < FIRST_CHARACTER; i += 1) this.tokens[i] = i;
    for (let i = 0; i < charset.length; i += 1) this.tokens[charset[i]!] = i + FIRST_CHARACTER;
  }

  /** Token of a unit as `tokenise` gives it; UNKNOWN for a character that the model has not met. */
  tokenOf(unit: number): number {
    return this.tokens[unit]!;
  }

  characterOf(token: number): string {
    return token < FIRST_CHARACTER ? '' : String.fromCharCode(this.charset[token - FIRST_CHARACTER]!);
  }

  /** How often tokens[from..to) stands in the library; strings of one to four tokens, rare ones count as 0. */
  count(tokens: Uint16Array, from: number, to: number): number {
    if (to - from === 1) return this.unigrams[tokens[from]!]!;
    let hash = HASH_START;
    for (let i = from; i < to; i += 1) hash = hashStep(hash, tokens[i]!);
    return this.grams[(to - from - 2) as 0 | 1 | 2].get(hash, tokens[to - 1]!);
  }

  /** Natural logarithm of the chance of tokens[at] after up to three tokens before it. */
  logChance(tokens: Uint16Array, at: number): number {
    let chance = (this.unigrams[tokens[at]!]! + 0.5) / (this.total + this.unigrams.length);
    for (let order = 2; order <= 4; order += 1) {
      const from = at - order + 1;
      if (from < 0) break;
      const seen = this.count(tokens, from, at);
      if (seen === 0) break;
      const prior = PRIOR[order]!;
      chance = (Math.min(seen, this.count(tokens, from, at + 1)) + prior * chance) / (seen + prior);
    }
    return Math.log(chance);
  }

  /** Natural logarithm of the share of a word among all words; a character that is no word of its own has a floor, null for no word. */
  logWord(tokens: Uint16Array, from: number, to: number): number | null {
    let hash = HASH_START;
    for (let i = from; i < to; i += 1) {
      if (tokens[i] === UNKNOWN && to - from > 1) return null;
      hash = hashStep(hash, tokens[i]!);
    }
    const count = this.words.get(hash, tokens[to - 1]!);
    if (count > 0) return Math.log(count / this.wordTotal);
    return to - from === 1 ? Math.log(0.5 / this.wordTotal) : null;
  }

  /** How often two neighbours stand inside words of the dictionary. */
  inside(tokens: Uint16Array, from: number): number {
    return this.insides.get(hashStep(hashStep(HASH_START, tokens[from]!), tokens[from + 1]!), tokens[from + 1]!);
  }

  /** A short name for these counts. */
  get mark(): string {
    let hash = HASH_START;
    for (let i = 0; i < this.unigrams.length; i += 1) hash = hashStep(hash, this.unigrams[i]!);
    return (hashStep(hash, this.total) >>> 0).toString(16).padStart(8, '0');
  }

  get sizes(): { characters: number; grams: number[]; words: number; total: number } {
    return { characters: this.charset.length, grams: this.grams.map((table) => table.size), words: this.words.size, total: this.total };
  }

  /** The model as bytes, little-endian; `LanguageModel.load` reads them without copying the tables. */
  pack(): Uint8Array {
    const bytesOf = (part: Uint16Array | Float64Array): Uint8Array => new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
    const sections = [bytesOf(this.charset), bytesOf(this.unigrams), ...this.grams.flatMap((table) => table.sections()), ...this.words.sections(), ...this.insides.sections()];
    const head = new Uint32Array(HEADER + sections.length);
    head.set([MAGIC, sections.length, this.total, this.wordTotal]);
    sections.forEach((section, index) => { head[HEADER + index] = section.byteLength; });
    const lengths = sections.map((section) => Math.ceil(section.byteLength / 8) * 8);
    const first = Math.ceil(head.byteLength / 8) * 8;
    const bytes = new Uint8Array(first + lengths.reduce((sum, length) => sum + length, 0));
    bytes.set(new Uint8Array(head.buffer), 0);
    let at = first;
    sections.forEach((section, index) => {
      bytes.set(section, at);
      at += lengths[index]!;
    });
    return bytes;
  }

  /** Reads packed bytes. @throws Error when they are not a model or cut short */
  static load(given: Uint8Array): LanguageModel {
    const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
    const bad = new Error('不是校对模型文件，或文件不完整');
    if (bytes.byteLength < HEADER * 4) throw bad;
    const fixed = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER);
    const sections = fixed[1]!;
    if (fixed[0] !== MAGIC || sections !== 17 || bytes.byteLength < (HEADER + sections) * 4) throw bad;
    const head = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER + sections);
    let at = bytes.byteOffset + Math.ceil(head.byteLength / 8) * 8;
    const places = [...head.subarray(HEADER)].map((length) => {
      const place = { at, length };
      at += Math.ceil(length / 8) * 8;
      return place;
    });
    if (at > bytes.byteOffset + bytes.byteLength) throw bad;
    const table = (index: number): PackedCounts => {
      const [offsets, prints, counts] = [places[index]!, places[index + 1]!, places[index + 2]!];
      return new PackedCounts(new Uint32Array(bytes.buffer, offsets.at, offsets.length / 4), new Uint16Array(bytes.buffer, prints.at, prints.length / 2), new Uint8Array(bytes.buffer, counts.at, counts.length));
    };
    const charset = new Uint16Array(bytes.buffer, places[0]!.at, places[0]!.length / 2);
    const unigrams = new Float64Array(bytes.buffer, places[1]!.at, places[1]!.length / 8);
    return new LanguageModel(charset, unigrams, [table(2), table(5), table(8)], table(11), table(14), fixed[2]!, fixed[3]!);
  }
}

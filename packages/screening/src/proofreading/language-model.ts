import { syllablesOf, twinsOf } from './confusion.js';
import { HASH_START, hashStep, PackedCounts, unpackCount } from './packed-counts.js';
import { FIRST_CHARACTER, UNKNOWN } from './tokens.js';

const MAGIC = 0x32465250; // 'PRF2'
const SECTIONS = 18;
const HEADER = 8; // 32-bit words: magic, sections, tokens read, word total, reserved

/** Weight of the shorter context, in observations: a context seen as often as this counts as much as its back-off. */
const PRIOR = [0, 0, 40, 12, 6] as const;

export const PAIR_BASE = 8192;
const SYLLABLES = 1024;
/** A twin must stand in the library so often. */
const LEAST_CHARACTER = 4;
const LOG_COUNT = Float64Array.from({ length: 256 }, (_, step) => Math.log1p(unpackCount(step)));
const NONE: readonly number[] = [];

export interface Twins {
  twins: Uint16Array;
  kinds: Uint8Array;
}

/** Longest word of the dictionary that is looked at, in characters. */
export const LONGEST_WORD = 5;

/** What a library has taught: how often strings of one to four characters stand in it, and which words there are. */
export class LanguageModel {
  private readonly tokens: Uint16Array;
  private readonly twins = new Map<number, Twins>();
  private sounds: Map<number, number[]> | null = null;
  /** log(1 + count) by token. */
  readonly logUnigrams: Float64Array;
  private readonly logWords: Float64Array;

  constructor(
    /** Codes of the known characters; the token of charset[i] is i + FIRST_CHARACTER. */
    private readonly charset: Uint16Array,
    /** Count by token. */
    readonly unigrams: Float64Array,
    private readonly grams: readonly [PackedCounts, PackedCounts, PackedCounts],
    private readonly words: PackedCounts,
    /** Neighbouring characters inside the words of the dictionary, with the counts of the words. */
    private readonly insides: PackedCounts,
    /** Pairs of tokens seen often, first × PAIR_BASE + second, ascending: what two characters may have been meant to be. */
    readonly commonPairs: Uint32Array,
    /** Tokens read, and the sum of word counts. */
    readonly total: number,
    readonly wordTotal: number,
  ) {
    this.logUnigrams = Float64Array.from(unigrams, (count) => Math.log1p(count));
    this.logWords = Float64Array.from({ length: 256 }, (_, step) => Math.log((step === 0 ? 0.5 : unpackCount(step)) / wordTotal));
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

  codeOf(token: number): number {
    return token < FIRST_CHARACTER ? 0 : this.charset[token - FIRST_CHARACTER]!;
  }

  /** Twins of a character that the library knows, as tokens, with how they come about. */
  twinsOf(code: number): Twins {
    const known = this.twins.get(code);
    if (known) return known;
    const found = [...twinsOf(code)].map(([other, kind]) => [this.tokenOf(other), kind] as const).filter(([token]) => token >= FIRST_CHARACTER && this.unigrams[token]! >= LEAST_CHARACTER);
    const made = { twins: Uint16Array.from(found, ([token]) => token), kinds: Uint8Array.from(found, ([, kind]) => kind) };
    this.twins.set(code, made);
    return made;
  }

  /** Common pairs that are read as two syllables, as numbers first × PAIR_BASE + second. */
  pairsOfSound(first: number, second: number): readonly number[] {
    this.sounds ??= this.soundsOfPairs();
    return this.sounds.get(first * SYLLABLES + second) ?? NONE;
  }

  private soundsOfPairs(): Map<number, number[]> {
    const sounds = new Map<number, number[]>();
    for (const pair of this.commonPairs) {
      for (const one of syllablesOf(this.codeOf(Math.floor(pair / PAIR_BASE)))) {
        for (const two of syllablesOf(this.codeOf(pair % PAIR_BASE))) {
          const list = sounds.get(one * SYLLABLES + two);
          if (list) list.push(pair);
          else sounds.set(one * SYLLABLES + two, [pair]);
        }
      }
    }
    return sounds;
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

  /** log(1 + count) of a string. */
  logCount(tokens: Uint16Array, from: number, to: number): number {
    let hash = HASH_START;
    for (let i = from; i < to; i += 1) hash = hashStep(hash, tokens[i]!);
    return LOG_COUNT[this.grams[(to - from - 2) as 0 | 1 | 2].step(hash, tokens[to - 1]!)]!;
  }

  /** Natural logarithm of the share of a word among all words; a character that is no word of its own has a floor, -Infinity for no word. */
  logWord(tokens: Uint16Array, from: number, to: number): number {
    let hash = HASH_START;
    for (let i = from; i < to; i += 1) {
      if (tokens[i] === UNKNOWN && to - from > 1) return -Infinity;
      hash = hashStep(hash, tokens[i]!);
    }
    const step = this.words.step(hash, tokens[to - 1]!);
    if (step > 0) return this.logWords[step]!;
    return to - from === 1 ? this.logWords[0]! : -Infinity;
  }

  /** log(1 + count) of two neighbours inside words of the dictionary. */
  logInside(tokens: Uint16Array, from: number): number {
    return LOG_COUNT[this.insides.step(hashStep(hashStep(HASH_START, tokens[from]!), tokens[from + 1]!), tokens[from + 1]!)]!;
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
    const bytesOf = (part: Uint16Array | Uint32Array | Float64Array): Uint8Array => new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
    const sections = [bytesOf(this.charset), bytesOf(this.unigrams), ...this.grams.flatMap((table) => table.sections()), ...this.words.sections(), ...this.insides.sections(), bytesOf(this.commonPairs)];
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
    if (fixed[0] !== MAGIC || sections !== SECTIONS || bytes.byteLength < (HEADER + sections) * 4) throw bad;
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
    return new LanguageModel(charset, unigrams, [table(2), table(5), table(8)], table(11), table(14), new Uint32Array(bytes.buffer, places[17]!.at, places[17]!.length / 4), fixed[2]!, fixed[3]!);
  }
}

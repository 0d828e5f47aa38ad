/**
 * Finds all occurrences of many terms in one pass over the text as it is: characters are folded on the way through a
 * table, so that no normalised copy is made and spans are exact.
 *
 * A bitmap over the hashed first two characters turns most positions away with one load; the rest walk a trie whose
 * edges live in one open-addressed table (parent, character, term, has-children side by side: one cache line a step).
 * Building is one insert per character, and the cost of a scan hardly depends on the number of terms.
 */
export interface MatcherOptions {
  /**
   * Character folding applied to terms and text alike: `fold[unit]` is the unit to compare, 0 means "skip this unit"
   * (zero-width marks, separators). Spans still point into the unfolded text. Without it units are compared as they are.
   */
  fold?: Uint16Array;
  /** Folding of a surrogate pair: the unit to compare, 0 to skip the pair, -1 to take its two units one by one. */
  foldPair?: (high: number, low: number) => number;
}

export type Visit = (term: number, start: number, end: number) => void;

const identity: Uint16Array = Uint16Array.from({ length: 65536 }, (_, unit) => unit);

/** Fields of a slot of the edge table; the number of the slot is the number of the node the edge leads to. */
const PARENT = 0;
const UNIT = 1;
const TERM = 2;
const INNER = 3;
/** Stands in the table for "look at the pair": a noncharacter that no term holds. */
const PAIR = 1;

export class PatternMatcher {
  readonly size: number;
  private readonly fold: Uint16Array;
  private readonly foldPair: (high: number, low: number) => number;
  private readonly pairBits: Uint32Array;
  private readonly pairShift: number;
  /** Pairs that are a whole term, and first three characters of the longer terms: most false starts end here, in cache. */
  private readonly shortBits = new Uint32Array(1 << 13);
  private readonly tripleBits: Uint32Array;
  private readonly tripleShift: number;
  /** First term of one character (−1: none). */
  private readonly single: Int32Array;
  private hasSingles = false;
  private readonly mask: number;
  /** PARENT is 0 in a free slot; the parents of a second character are −1 − first character. TERM is term + 1. */
  private readonly edges: Int32Array;
  /** Chains equal terms. */
  private readonly nextTerm: Int32Array;

  /** @param terms may repeat; empty terms (also after folding) never match. */
  constructor(terms: readonly string[], options: MatcherOptions = {}) {
    this.size = terms.length;
    this.foldPair = options.foldPair ?? (() => -1);
    this.fold = options.fold ?? identity;
    if (options.foldPair) {
      this.fold = this.fold.slice();
      for (let high = 0xd800; high <= 0xdbff; high += 1) this.fold[high] = PAIR;
    }
    let units = 0;
    for (const term of terms) units += term.length;
    let capacity = 1024;
    while (capacity < units * 1.5) capacity *= 2;
    this.mask = capacity - 1;
    this.edges = new Int32Array(capacity * 4);
    let bits = 1 << 16;
    while (bits < terms.length * 32 && bits < 1 << 21) bits *= 2;
    this.tripleShift = 32 - Math.log2(bits);
    this.tripleBits = new Uint32Array(bits >>> 5);
    this.pairShift = 32 - Math.log2(bits);
    this.pairBits = new Uint32Array(bits >>> 5);
    this.single = new Int32Array(65536).fill(-1);
    this.nextTerm = new Int32Array(terms.length).fill(-1);
    for (let term = 0; term < terms.length; term += 1) this.insert(terms[term]!, term);
  }

  private insert(text: string, term: number): void {
    const { edges, mask } = this;
    let node = 0;
    let depth = 0;
    let first = 0;
    let second = 0;
    for (let i = 0; i < text.length; i += 1) {
      let unit = this.fold[text.charCodeAt(i)]!;
      if (unit <= PAIR) {
        if (unit === 0) continue;
        unit = this.unitOfPair(text, i);
        if (unit !== text.charCodeAt(i)) i += 1;
        if (unit === 0) continue;
      }
      depth += 1;
      if (depth === 1) {
        first = unit;
        continue;
      }
      if (depth === 2) {
        const hash = pairHash(first, unit) >>> this.pairShift;
        this.pairBits[hash >>> 5]! |= 1 << (hash & 31);
        node = -1 - first;
        second = unit;
      } else edges[node * 4 + INNER] = 1;
      if (depth === 3) {
        const hash = tripleHash(first, second, unit) >>> this.tripleShift;
        this.tripleBits[hash >>> 5]! |= 1 << (hash & 31);
      }
      let slot = slotOf(node, unit, mask);
      while (edges[slot * 4]! !== 0 && (edges[slot * 4 + PARENT]! !== node || edges[slot * 4 + UNIT]! !== unit)) slot = slot === mask ? 1 : slot + 1;
      edges[slot * 4 + PARENT] = node;
      edges[slot * 4 + UNIT] = unit;
      node = slot;
    }
    if (depth === 0) return;
    if (depth === 1) {
      this.hasSingles = true;
      this.nextTerm[term] = this.single[first]!;
      this.single[first] = term;
    } else {
      if (depth === 2) {
        const hash = pairHash(first, second) >>> 14;
        this.shortBits[hash >>> 5]! |= 1 << (hash & 31);
      }
      this.nextTerm[term] = edges[node * 4 + TERM]! - 1;
      edges[node * 4 + TERM] = term + 1;
    }
  }

  /** What to compare for the high surrogate at `i`: itself when it has no partner or keeps it. */
  private unitOfPair(text: string, i: number): number {
    const high = text.charCodeAt(i);
    const low = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
    const folded = low >= 0xdc00 && low <= 0xdfff ? this.foldPair(high, low) : -1;
    return folded === -1 ? high : folded;
  }

  /** Calls `visit` for every occurrence, overlapping ones too, ordered by start and then by length. */
  scan(text: string, visit: Visit): void {
    const { fold, pairBits, pairShift, single, hasSingles } = this;
    const { length } = text;
    let previous = 0;
    let previousAt = 0;
    let previousEnd = 0;
    for (let i = 0; i < length; i += 1) {
      const at = i;
      let unit = fold[text.charCodeAt(i)]!;
      if (unit <= PAIR) {
        if (unit === 0) continue;
        unit = this.unitOfPair(text, i);
        if (unit !== text.charCodeAt(i)) i += 1;
        if (unit === 0) continue;
      }
      if (hasSingles && previous !== 0 && single[previous] !== -1) this.report(single[previous]!, previousAt, previousEnd, visit);
      const hash = pairHash(previous, unit) >>> pairShift;
      if ((pairBits[hash >>> 5]! & (1 << (hash & 31))) !== 0) this.walk(text, previousAt, previous, unit, i, visit);
      previous = unit;
      previousAt = at;
      previousEnd = i + 1;
    }
    if (previous !== 0 && single[previous] !== -1) this.report(single[previous]!, previousAt, previousEnd, visit);
  }

  /** Follows the trie from the first two characters; `at` is the last unit of the second one. */
  private walk(text: string, start: number, first: number, second: number, at: number, visit: Visit): void {
    const { edges, mask, fold } = this;
    const pair = pairHash(first, second) >>> 14;
    if ((this.shortBits[pair >>> 5]! & (1 << (pair & 31))) === 0 && !this.tripleMayBegin(text, first, second, at)) return;
    let node = -1 - first;
    let unit = second;
    let i = at;
    for (;;) {
      let slot = slotOf(node, unit, mask);
      while (edges[slot * 4 + PARENT]! !== node || edges[slot * 4 + UNIT]! !== unit) {
        if (edges[slot * 4 + PARENT]! === 0) return;
        slot = slot === mask ? 1 : slot + 1;
      }
      node = slot;
      const term = edges[slot * 4 + TERM]!;
      if (term !== 0) this.report(term - 1, start, i + 1, visit);
      if (edges[slot * 4 + INNER]! === 0) return;
      do {
        i += 1;
        if (i >= text.length) return;
        unit = fold[text.charCodeAt(i)]!;
        if (unit === PAIR) {
          unit = this.unitOfPair(text, i);
          if (unit !== text.charCodeAt(i)) i += 1;
        }
      } while (unit === 0);
    }
  }

  private tripleMayBegin(text: string, first: number, second: number, at: number): boolean {
    const { fold } = this;
    for (let i = at + 1; i < text.length; i += 1) {
      let unit = fold[text.charCodeAt(i)]!;
      if (unit <= PAIR) {
        if (unit === 0) continue;
        unit = this.unitOfPair(text, i);
        if (unit !== text.charCodeAt(i)) i += 1;
        if (unit === 0) continue;
      }
      const hash = tripleHash(first, second, unit) >>> this.tripleShift;
      return (this.tripleBits[hash >>> 5]! & (1 << (hash & 31))) !== 0;
    }
    return false;
  }

  private report(term: number, start: number, end: number, visit: Visit): void {
    for (let t = term; t !== -1; t = this.nextTerm[t]!) visit(t, start, end);
  }
}

const pairHash = (a: number, b: number): number => Math.imul((a << 16) | b, 0x9e3779b1);
const tripleHash = (a: number, b: number, c: number): number => Math.imul(Math.imul((a << 16) | b, 0x85ebca6b) ^ c, 0x9e3779b1);

/** Slot 0 stays free: as a node it could not be told from a free slot's parent. */
function slotOf(node: number, unit: number, mask: number): number {
  const hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
  const slot = (hash ^ (hash >>> 15)) & mask;
  return slot === 0 ? 1 : slot;
}

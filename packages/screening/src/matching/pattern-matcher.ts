/**
 * Finds all occurrences of many terms in one pass.
 *
 * A bitmap over the hashed first two characters turns most positions away with one load; the rest walk a trie whose
 * edges live in one open-addressed table of typed arrays (parent node, character → child node). Building is one insert
 * per character, and the cost of a scan hardly depends on the number of terms.
 */
export interface MatcherOptions {
  /**
   * Character folding applied to terms and text alike: `fold[unit]` is the unit to compare, 0 means "skip this unit"
   * (zero-width marks). Spans still point into the unfolded text. Without it units are compared as they are.
   */
  fold?: Uint16Array;
}

export type Visit = (term: number, start: number, end: number) => void;

const identity: Uint16Array = Uint16Array.from({ length: 65536 }, (_, unit) => unit);

export class PatternMatcher {
  readonly size: number;
  private readonly fold: Uint16Array;
  private readonly pairBits: Uint32Array;
  private readonly pairShift: number;
  private readonly single: Int32Array;
  private readonly edgeMask: number;
  private readonly edgeParent: Int32Array;
  private readonly edgeUnit: Uint16Array;
  private readonly edgeChild: Int32Array;
  /** First term that ends at a node (−1: none); `nextTerm` chains equal terms. */
  private readonly nodeTerm: Int32Array;
  private readonly nextTerm: Int32Array;
  private readonly nodeIsLeaf: Uint8Array;

  /** @param terms may repeat; empty terms (also after folding) never match. */
  constructor(terms: readonly string[], options: MatcherOptions = {}) {
    this.size = terms.length;
    this.fold = options.fold ?? identity;
    let units = 0;
    for (const term of terms) units += term.length;
    let capacity = 1024;
    while (capacity < units * 2) capacity *= 2;
    this.edgeMask = capacity - 1;
    this.edgeParent = new Int32Array(capacity).fill(-1);
    this.edgeUnit = new Uint16Array(capacity);
    this.edgeChild = new Int32Array(capacity);
    let bits = 1 << 16;
    while (bits < terms.length * 64 && bits < 1 << 24) bits *= 2;
    this.pairShift = 32 - Math.log2(bits);
    this.pairBits = new Uint32Array(bits >>> 5);
    this.single = new Int32Array(65536).fill(-1);
    this.nodeTerm = new Int32Array(units + 1).fill(-1);
    this.nodeIsLeaf = new Uint8Array(units + 1).fill(1);
    this.nextTerm = new Int32Array(terms.length).fill(-1);
    let nodes = 1;
    for (let term = 0; term < terms.length; term += 1) nodes = this.insert(terms[term]!, term, nodes);
  }

  private insert(text: string, term: number, nodes: number): number {
    let node = 0;
    let depth = 0;
    let first = 0;
    for (let i = 0; i < text.length; i += 1) {
      const unit = this.fold[text.charCodeAt(i)]!;
      if (unit === 0) continue;
      depth += 1;
      if (depth === 1) first = unit;
      if (depth === 2) this.markPair(first, unit);
      let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 0 & this.edgeMask;
      while (this.edgeParent[slot] !== -1 && (this.edgeParent[slot] !== node || this.edgeUnit[slot] !== unit)) slot = (slot + 1) & this.edgeMask;
      if (this.edgeParent[slot] === -1) {
        this.edgeParent[slot] = node;
        this.edgeUnit[slot] = unit;
        this.edgeChild[slot] = nodes;
        this.nodeIsLeaf[node] = 0;
        nodes += 1;
      }
      node = this.edgeChild[slot]!;
    }
    if (depth === 0) return nodes;
    if (depth === 1) {
      this.nextTerm[term] = this.single[first]!;
      this.single[first] = term;
    } else {
      this.nextTerm[term] = this.nodeTerm[node]!;
      this.nodeTerm[node] = term;
    }
    return nodes;
  }

  private markPair(a: number, b: number): void {
    const hash = Math.imul((a << 16) | b, 0x9e3779b1) >>> this.pairShift;
    this.pairBits[hash >>> 5]! |= 1 << (hash & 31);
  }

  private child(node: number, unit: number): number {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 0 & this.edgeMask;
    for (;;) {
      const parent = this.edgeParent[slot]!;
      if (parent === -1) return -1;
      if (parent === node && this.edgeUnit[slot] === unit) return this.edgeChild[slot]!;
      slot = (slot + 1) & this.edgeMask;
    }
  }

  /** Calls `visit` for every occurrence, overlapping ones too, ordered by start and then by length. */
  scan(text: string, visit: Visit): void {
    const { fold, pairBits, pairShift, single } = this;
    let previous = 0;
    let previousAt = 0;
    for (let i = 0; i < text.length; i += 1) {
      const unit = fold[text.charCodeAt(i)]!;
      if (unit === 0) continue;
      if (previous !== 0) {
        if (single[previous] !== -1) this.report(single[previous]!, previousAt, previousAt + 1, visit);
        const hash = Math.imul((previous << 16) | unit, 0x9e3779b1) >>> pairShift;
        if ((pairBits[hash >>> 5]! & (1 << (hash & 31))) !== 0) this.walk(text, previousAt, previous, unit, i, visit);
      }
      previous = unit;
      previousAt = i;
    }
    if (previous !== 0 && single[previous] !== -1) this.report(single[previous]!, previousAt, previousAt + 1, visit);
  }

  private walk(text: string, start: number, first: number, second: number, at: number, visit: Visit): void {
    let node = this.child(0, first);
    if (node === -1) return;
    node = this.child(node, second);
    let i = at;
    while (node !== -1) {
      if (this.nodeTerm[node] !== -1) this.report(this.nodeTerm[node]!, start, i + 1, visit);
      if (this.nodeIsLeaf[node] === 1) return;
      let unit = 0;
      do {
        i += 1;
        if (i >= text.length) return;
        unit = this.fold[text.charCodeAt(i)]!;
      } while (unit === 0);
      node = this.child(node, unit);
    }
  }

  private report(term: number, start: number, end: number, visit: Visit): void {
    for (let t = term; t !== -1; t = this.nextTerm[t]!) visit(t, start, end);
  }
}

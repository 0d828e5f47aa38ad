import type { List } from './batches.js';
import { unpack } from './gaps.js';

/** How strongly a passage says a term, 0..1, in 65,535 steps: what a posting holds beside the slot of the passage. */
export const IMPACT_STEPS = 65535;

export interface PostingList { slots: ArrayLike<number>; impacts: ArrayLike<number>; from: number; to: number }

/** The newest passages: plain arrays that can grow. */
export class Head {
  private lists = new Map<number, { slots: number[]; impacts: number[] }>();
  size = 0;

  add(slot: number, terms: ReadonlyMap<number, number>): void {
    for (const [term, impact] of terms) {
      let list = this.lists.get(term);
      if (!list) this.lists.set(term, (list = { slots: [], impacts: [] }));
      list.slots.push(slot);
      list.impacts.push(impact);
    }
    this.size++;
  }

  find(term: number): PostingList | null {
    const list = this.lists.get(term);
    return list ? { ...list, from: 0, to: list.slots.length } : null;
  }

  /** An unchanging segment of everything still alive here. */
  seal(alive: ArrayLike<number>): Segment {
    const ids = [...this.lists.keys()].sort((a, b) => a - b);
    const writer = new SegmentWriter();
    for (const id of ids) {
      const { slots, impacts } = this.lists.get(id)!;
      writer.begin(id);
      for (let i = 0; i < slots.length; i++) if (alive[slots[i]!]) writer.push(slots[i]!, impacts[i]!);
    }
    return writer.end(this.size);
  }
}

/** Unchanging postings by sorted term ids. */
export abstract class Segment {
  constructor(readonly size: number, readonly terms: Uint32Array, readonly offsets: Uint32Array) {}

  find(term: number): PostingList | null {
    if (this.terms[term] === term) return this.kept(term); // nothing is left out before it
    let low = 0;
    let high = this.terms.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const at = this.terms[middle]!;
      if (at === term) return this.kept(middle);
      if (at < term) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }

  /** The list of the term at a place. */
  abstract listAt(at: number): PostingList;

  /** The same, ready for the next time. */
  protected abstract kept(at: number): PostingList;

  abstract get bytes(): number;
}

/** A segment on typed arrays. */
export class BuiltSegment extends Segment {
  constructor(size: number, terms: Uint32Array, offsets: Uint32Array, private readonly slots: Uint32Array, private readonly impacts: Uint16Array) {
    super(size, terms, offsets);
  }

  listAt(at: number): PostingList {
    return { slots: this.slots, impacts: this.impacts, from: this.offsets[at]!, to: this.offsets[at + 1]! };
  }

  protected kept(at: number): PostingList {
    return this.listAt(at);
  }

  get bytes(): number {
    return this.terms.byteLength + this.offsets.byteLength + this.slots.byteLength + this.impacts.byteLength;
  }
}

/** A segment of a snapshot: a list is unpacked when it is first asked for. */
export class ArchivedSegment extends Segment {
  private readonly unpacked: (PostingList | undefined)[];
  private held = 0;

  constructor(size: number, terms: Uint32Array, offsets: Uint32Array, private readonly lists: List<Uint8Array>) {
    super(size, terms, offsets);
    this.unpacked = new Array<PostingList | undefined>(terms.length).fill(undefined);
  }

  listAt(at: number): PostingList {
    const known = this.unpacked[at];
    if (known) return known;
    const to = this.offsets[at + 1]! - this.offsets[at]!;
    const [slots, impacts] = [new Uint32Array(to), new Uint16Array(to)];
    unpack(this.lists.at(at)!, to, slots, impacts, 0);
    return { slots, impacts, from: 0, to };
  }

  protected kept(at: number): PostingList {
    const known = this.unpacked[at];
    if (known) return known;
    const list = this.listAt(at);
    this.held += 6 * list.to;
    return (this.unpacked[at] = list);
  }

  get bytes(): number {
    return this.terms.byteLength + this.offsets.byteLength + this.held;
  }
}

/** Several segments as one, without what has died; slots keep their numbers unless a new numbering is given (-1: dead). */
export function mergeSegments(segments: readonly Segment[], alive: ArrayLike<number>, renumbered: Int32Array | null = null): Segment {
  const writer = new SegmentWriter();
  const cursors = segments.map(() => 0);
  for (;;) {
    let term = -1;
    for (let s = 0; s < segments.length; s++) {
      const at = segments[s]!.terms[cursors[s]!];
      if (at !== undefined && (term < 0 || at < term)) term = at;
    }
    if (term < 0) break;
    writer.begin(term);
    for (let s = 0; s < segments.length; s++) {
      const segment = segments[s]!;
      const at = cursors[s]!;
      if (segment.terms[at] !== term) continue;
      cursors[s] = at + 1;
      const { slots, impacts, from, to } = segment.listAt(at);
      for (let i = from; i < to; i++) {
        const slot = slots[i]!;
        if (alive[slot]) writer.push(renumbered ? renumbered[slot]! : slot, impacts[i]!);
      }
    }
  }
  return writer.end(segments.reduce((sum, segment) => sum + segment.size, 0));
}

class SegmentWriter {
  private terms: number[] = [];
  private offsets: number[] = [];
  private slots = new Uint32Array(1024);
  private impacts = new Uint16Array(1024);
  private length = 0;

  begin(term: number): void {
    if (this.offsets[this.offsets.length - 1] === this.length && this.terms.length > 0) {
      this.terms.pop(); // nothing of the term before was alive
      this.offsets.pop();
    }
    this.terms.push(term);
    this.offsets.push(this.length);
  }

  push(slot: number, impact: number): void {
    if (this.length === this.slots.length) {
      this.slots = grown(this.slots, this.length * 2);
      this.impacts = grown(this.impacts, this.length * 2);
    }
    this.slots[this.length] = slot;
    this.impacts[this.length++] = impact;
  }

  end(size: number): Segment {
    if (this.terms.length > 0 && this.offsets[this.offsets.length - 1] === this.length) {
      this.terms.pop();
      this.offsets.pop();
    }
    this.offsets.push(this.length);
    return new BuiltSegment(size, Uint32Array.from(this.terms), Uint32Array.from(this.offsets), this.slots.slice(0, this.length), this.impacts.slice(0, this.length));
  }
}

export function grown<T extends Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array>(array: T, length: number): T {
  const larger = new (array.constructor as new (length: number) => T)(length);
  larger.set(array);
  return larger;
}

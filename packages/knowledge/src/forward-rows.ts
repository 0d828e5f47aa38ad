import type { List } from './batches.js';
import { packed, unpack } from './gaps.js';
import { grown, type Segment } from './postings.js';

const PAGE_BITS = 18;
const PAGE = 2 ** PAGE_BITS;
/** So many pages are filled in one go through all lists. */
const PAGES_AT_ONCE = 8;
/** Start of a row that stands in the archive still. */
const ARCHIVED = 2 ** 32 - 1;

/** Terms and impacts of many passages, one after another. */
export interface Page { terms: Uint32Array; impacts: Uint16Array }

/** What each passage says, by its slot: the postings the other way round, so that one passage can be looked at whole. */
export class ForwardRows {
  readonly pages: Page[] = [];
  starts = new Uint32Array(1024);
  lengths = new Uint32Array(1024);
  private next = 0;

  /** @param archive packed rows of a snapshot by their slots; each is unpacked when it is first asked for */
  constructor(private readonly archive: List<Uint8Array> | null = null, lengths: Uint32Array | null = null) {
    if (!archive || !lengths) return;
    this.lengths = Uint32Array.from(lengths);
    this.starts = new Uint32Array(lengths.length).fill(ARCHIVED);
  }

  /** Bytes held, used or not. */
  get bytes(): number {
    return this.pages.length * PAGE * 6 + this.starts.byteLength + this.lengths.byteLength;
  }

  /** Room for the row of a slot; of a passage with more terms than a page holds the last are left out. */
  private begin(slot: number, wanted: number): void {
    const length = Math.min(wanted, PAGE);
    if (slot >= this.starts.length) {
      const room = Math.max(slot + 1, this.starts.length * 2);
      this.starts = grown(this.starts, room);
      this.lengths = grown(this.lengths, room);
    }
    if ((this.next & (PAGE - 1)) + length > PAGE || this.pages.length * PAGE === this.next) {
      this.next = this.pages.length * PAGE;
      this.pages.push({ terms: new Uint32Array(PAGE), impacts: new Uint16Array(PAGE) });
    }
    this.starts[slot] = this.next;
    this.lengths[slot] = length;
    this.next += length;
  }

  add(slot: number, row: ReadonlyMap<number, number>): void {
    this.begin(slot, row.size);
    const { terms, impacts } = this.pageOf(slot);
    let at = this.offsetOf(slot);
    const end = at + this.lengths[slot]!;
    for (const [term, impact] of row) {
      if (at === end) break;
      terms[at] = term;
      impacts[at++] = impact;
    }
  }

  /** To be asked for before the offset. */
  pageOf(slot: number): Page {
    if (this.starts[slot] === ARCHIVED) this.fetch(slot);
    return this.pages[this.starts[slot]! >>> PAGE_BITS]!;
  }

  offsetOf(slot: number): number {
    return this.starts[slot]! & (PAGE - 1);
  }

  private fetch(slot: number): void {
    this.begin(slot, this.lengths[slot]!);
    const { terms, impacts } = this.pageOf(slot);
    unpack(this.archive!.at(slot)!, this.lengths[slot]!, terms, impacts, this.offsetOf(slot));
  }

  /** The row of a slot for a snapshot. */
  packed(slot: number): Uint8Array {
    if (this.starts[slot] === ARCHIVED) return this.archive!.at(slot)!.slice();
    const { terms, impacts } = this.pageOf(slot);
    const from = this.offsetOf(slot);
    const to = from + this.lengths[slot]!;
    for (let at = from + 1; at < to; at++) if (terms[at]! < terms[at - 1]!) return packedInOrder(terms, impacts, from, to);
    return packed(terms, impacts, from, to);
  }

  /** Rows of what a segment says of the living, in the order of terms. */
  static of(segment: Segment, slots: number): ForwardRows {
    const rows = new ForwardRows();
    rows.starts = new Uint32Array(Math.max(1024, slots));
    rows.lengths = new Uint32Array(rows.starts.length);
    const { terms } = segment;
    const lists = Array.from(terms, (_, t) => segment.listAt(t));
    const lengths = new Uint32Array(slots);
    for (const { slots: said, from, to } of lists) for (let i = from; i < to; i++) lengths[said[i]!]!++;
    for (let slot = 0; slot < slots; slot++) rows.begin(slot, lengths[slot]!);
    const next = rows.starts.slice(0, slots); // where the next posting of each row is written
    const cursors = Uint32Array.from(lists, ({ from }) => from);
    for (let below = 0; below < slots; ) {
      // List by list for a few pages at a time: what is written to stays near the processor.
      const lastPage = (rows.starts[below]! >>> PAGE_BITS) + PAGES_AT_ONCE;
      for (below++; below < slots && rows.starts[below]! >>> PAGE_BITS < lastPage; ) below++;
      for (let t = 0; t < terms.length; t++) cursors[t] = rows.fill(terms[t]!, lists[t]!, cursors[t]!, next, below);
    }
    return rows;
  }

  /** Writes the postings of a list from a place on to the rows of the slots below the given one, and says where it has come to. */
  private fill(term: number, { slots, impacts, to }: { slots: ArrayLike<number>; impacts: ArrayLike<number>; to: number }, from: number, next: Uint32Array, below: number): number {
    const { pages, starts, lengths } = this;
    let i = from;
    for (; i < to && slots[i]! < below; i++) {
      const slot = slots[i]!;
      const place = next[slot]!;
      if (place === starts[slot]! + lengths[slot]!) continue;
      next[slot] = place + 1;
      const page = pages[place >>> PAGE_BITS]!;
      page.terms[place & (PAGE - 1)] = term;
      page.impacts[place & (PAGE - 1)] = impacts[i]!;
    }
    return i;
  }
}

function packedInOrder(terms: Uint32Array, impacts: Uint16Array, from: number, to: number): Uint8Array {
  const both = Float64Array.from({ length: to - from }, (_, i) => terms[from + i]! * 65_536 + impacts[from + i]!).sort();
  return packed(both.map((one) => Math.floor(one / 65_536)), both.map((one) => one % 65_536), 0, to - from);
}

import { grown, type Segment } from './postings.js';

const PAGE_BITS = 18;
const PAGE = 2 ** PAGE_BITS;

/** Terms and impacts of many passages, one after another. */
export interface Page { terms: Uint32Array; impacts: Uint16Array }

/** What each passage says, by its slot: the postings the other way round, so that one passage can be looked at whole. */
export class ForwardRows {
  readonly pages: Page[] = [];
  starts = new Uint32Array(1024);
  lengths = new Uint32Array(1024);
  private next = 0;

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

  pageOf(slot: number): Page {
    return this.pages[this.starts[slot]! >>> PAGE_BITS]!;
  }

  offsetOf(slot: number): number {
    return this.starts[slot]! & (PAGE - 1);
  }

  /** The same rows under new numbers; -1 leaves one out. */
  renumbered(numbers: Int32Array): ForwardRows {
    const rows = new ForwardRows();
    for (let slot = 0; slot < numbers.length; slot++) {
      const number = numbers[slot]!;
      if (number < 0) continue;
      const length = this.lengths[slot]!;
      rows.begin(number, length);
      const from = this.pageOf(slot);
      const to = rows.pageOf(number);
      const [at, start] = [rows.offsetOf(number), this.offsetOf(slot)];
      to.terms.set(from.terms.subarray(start, start + length), at);
      to.impacts.set(from.impacts.subarray(start, start + length), at);
    }
    return rows;
  }

  /** Rows of what the segments say of the living. */
  static of(segments: readonly Segment[], alive: Uint8Array, slots: number): ForwardRows {
    const rows = new ForwardRows();
    const lengths = new Uint32Array(slots);
    for (const segment of segments) {
      const { slots: said } = segment;
      for (let i = 0; i < said.length; i++) lengths[said[i]!]!++;
    }
    for (let slot = 0; slot < slots; slot++) if (alive[slot]) rows.begin(slot, lengths[slot]!);
    const filled = new Uint32Array(slots);
    for (const { terms, offsets, slots: said, impacts } of segments) {
      for (let t = 0; t < terms.length; t++) {
        for (let i = offsets[t]!; i < offsets[t + 1]!; i++) {
          const slot = said[i]!;
          if (alive[slot] === 0) continue;
          if (filled[slot]! === rows.lengths[slot]!) continue;
          const page = rows.pages[rows.starts[slot]! >>> PAGE_BITS]!;
          const at = (rows.starts[slot]! & (PAGE - 1)) + filled[slot]!++;
          page.terms[at] = terms[t]!;
          page.impacts[at] = impacts[i]!;
        }
      }
    }
    return rows;
  }
}

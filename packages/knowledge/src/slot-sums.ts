import type { PostingList } from './postings.js';

/** A sum for each slot that a question touches; the memory is kept from question to question. */
export class SlotSums {
  values = new Float64Array(1024);
  touched = new Uint32Array(1024);
  count = 0;

  /** Forgets the last question and makes room for so many slots. */
  begin(slots: number): void {
    for (let i = 0; i < this.count; i++) this.values[this.touched[i]!] = 0;
    this.count = 0;
    if (this.values.length >= slots) return;
    this.values = new Float64Array(Math.max(slots, this.values.length * 2));
    this.touched = new Uint32Array(this.values.length);
  }

  /** Adds what a list of postings says, a step of it counting as much as given; dead slots are left out. */
  addList({ slots, impacts, from, to }: PostingList, perStep: number, alive: Uint8Array): void {
    const { values, touched } = this;
    let { count } = this;
    for (let i = from; i < to; i++) {
      const slot = slots[i]!;
      const value = values[slot]!;
      if (value === 0) {
        if (alive[slot] === 0) continue;
        touched[count++] = slot;
      }
      values[slot] = value + perStep * impacts[i]!;
    }
    this.count = count;
  }

  add(slot: number, amount: number): void {
    if (amount === 0) return;
    if (this.values[slot] === 0) this.touched[this.count++] = slot;
    this.values[slot]! += amount;
  }
}

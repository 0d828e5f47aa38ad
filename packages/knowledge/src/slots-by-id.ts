import { hash32 } from './digest.js';
import { grown } from './postings.js';

const FREE = 0;
const LEFT = -1;

/** The slot of each id, by open addressing over the hashes of the ids: ids themselves are only asked for where hashes agree. */
export class SlotsById {
  /** Hash of the id of each slot. */
  hashes: Uint32Array;
  /** Slot and 1; FREE: nothing was ever here, LEFT: something was. */
  private table: Int32Array;
  private used = 0;
  size = 0;

  constructor(private readonly idAt: (slot: number) => string, hashes = new Uint32Array(1024), living: (slot: number) => boolean = () => false, slots = 0) {
    this.hashes = hashes;
    for (let slot = 0; slot < slots; slot++) if (living(slot)) this.size++;
    this.table = new Int32Array(roomFor(this.size));
    for (let slot = 0; slot < slots; slot++) if (living(slot)) this.enter(slot);
  }

  get(id: string): number | undefined {
    const at = this.find(id);
    return at < 0 ? undefined : this.table[at]! - 1;
  }

  /** Enters an id that is not there yet. */
  set(id: string, slot: number): void {
    if (slot >= this.hashes.length) this.hashes = grown(this.hashes, Math.max(slot + 1, this.hashes.length * 2));
    this.hashes[slot] = hash32(id);
    if (2 * (this.used + 1) > this.table.length) this.rebuild();
    this.enter(slot);
    this.size++;
  }

  delete(id: string): void {
    const at = this.find(id);
    if (at < 0) return;
    this.table[at] = LEFT;
    this.size--;
  }

  /** Gives every slot its new number; what is not there any more has none. */
  renumber(numbers: Int32Array): void {
    const slots = this.slots();
    const hashes = new Uint32Array(this.hashes.length);
    for (const slot of slots) hashes[numbers[slot]!] = this.hashes[slot]!;
    this.hashes = hashes;
    this.fill(slots.map((slot) => numbers[slot]!));
  }

  private rebuild(): void {
    this.fill(this.slots());
  }

  private fill(slots: Int32Array): void {
    this.table = new Int32Array(roomFor(slots.length + 1));
    this.used = 0;
    for (const slot of slots) this.enter(slot);
  }

  private slots(): Int32Array {
    const slots = new Int32Array(this.size);
    let count = 0;
    for (const entry of this.table) if (entry > 0) slots[count++] = entry - 1;
    return slots;
  }

  private enter(slot: number): void {
    const mask = this.table.length - 1;
    let at = this.hashes[slot]! & mask;
    while (this.table[at] !== FREE) at = (at + 1) & mask;
    this.table[at] = slot + 1;
    this.used++;
  }

  private find(id: string): number {
    const { table, hashes } = this;
    const hash = hash32(id);
    const mask = table.length - 1;
    for (let at = hash & mask; table[at] !== FREE; at = (at + 1) & mask) {
      const slot = table[at]! - 1;
      if (slot >= 0 && hashes[slot] === hash && this.idAt(slot) === id) return at;
    }
    return -1;
  }
}

/** A power of two of which at most a third is used. */
const roomFor = (count: number): number => 2 ** Math.max(10, Math.ceil(Math.log2(3 * count + 1)));

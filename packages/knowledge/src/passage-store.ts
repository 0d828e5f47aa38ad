import type { Analysis } from './analysis.js';
import { passageHash, SetDigest } from './digest.js';
import type { Passage } from './passages.js';
import { grown, Head, mergeSegments, packCounts, type Segment } from './postings.js';
import { FIELDS } from './ranking-profile.js';

const SEAL_AT = 4096; // passages in the mutable head before it is sealed
const F = FIELDS.length;

/** Passages, their lengths and their postings. A passage that is replaced or removed leaves a dead slot until the next compaction. */
export class PassageStore {
  private readonly ids = new Map<string, number>();
  private readonly dictionary = new Map<string, number>();
  private passages: (Passage | null)[] = [];
  private head = new Head();
  private segments: Segment[] = [];
  private readonly digest = new SetDigest();
  /** Frequencies asked for since the last change. */
  private readonly frequencies = new Map<number, number>();
  /** Length of each field of each slot. */
  lengths = new Uint16Array(1024 * F);
  alive = new Uint8Array(1024);
  /** Sum of lengths per field over the living. */
  readonly totals = new Float64Array(F);

  constructor(private readonly analysis: Analysis) {}

  get size(): number {
    return this.ids.size;
  }

  get slots(): number {
    return this.passages.length;
  }

  get hex(): string {
    return this.digest.hex();
  }

  get(id: string): Passage | null {
    const slot = this.ids.get(id);
    return slot === undefined ? null : this.passages[slot]!;
  }

  slotOf(id: string): number | null {
    return this.ids.get(id) ?? null;
  }

  at(slot: number): Passage {
    return this.passages[slot]!;
  }

  *all(): IterableIterator<Passage> {
    for (const slot of this.ids.values()) yield this.passages[slot]!;
  }

  termId(term: string): number | null {
    return this.dictionary.get(term) ?? null;
  }

  put(passage: Passage): void {
    this.remove(passage.id);
    this.frequencies.clear();
    const slot = this.passages.length;
    if (slot === this.alive.length) {
      this.alive = grown(this.alive, slot * 2);
      this.lengths = grown(this.lengths, slot * 2 * F);
    }
    this.passages.push(passage);
    this.ids.set(passage.id, slot);
    this.alive[slot] = 1;
    this.digest.add(passageHash(passage));
    this.head.add(slot, this.postings(passage, slot));
    if (this.head.size >= SEAL_AT) this.seal();
  }

  /** True when there was something to remove. */
  remove(id: string): boolean {
    const slot = this.ids.get(id);
    if (slot === undefined) return false;
    this.frequencies.clear();
    this.digest.remove(passageHash(this.passages[slot]!));
    this.ids.delete(id);
    this.passages[slot] = null;
    this.alive[slot] = 0;
    for (let field = 0; field < F; field++) this.totals[field]! -= this.lengths[slot * F + field]!;
    if (this.passages.length > 2 * this.ids.size + SEAL_AT) this.compact();
    return true;
  }

  /** Turns the head into a segment; small segments are merged, so that there are few. */
  seal(): void {
    if (this.head.size === 0) return;
    this.segments.push(this.head.seal(this.alive));
    this.head = new Head();
    while (this.segments.length > 1 && this.segments.at(-2)!.size <= 2 * this.segments.at(-1)!.size) {
      const last = this.segments.splice(-2);
      this.segments.push(mergeSegments(last, this.alive));
    }
  }

  /** One segment, no dead slots. */
  compact(): void {
    this.seal();
    const renumbered = new Int32Array(this.passages.length).fill(-1);
    const kept: Passage[] = [];
    for (let slot = 0; slot < this.passages.length; slot++) {
      const passage = this.passages[slot];
      if (!passage) continue;
      this.lengths.copyWithin(kept.length * F, slot * F, slot * F + F);
      renumbered[slot] = kept.length;
      kept.push(passage);
      this.ids.set(passage.id, kept.length - 1);
    }
    this.segments = this.segments.length === 0 ? [] : [mergeSegments(this.segments, this.alive, renumbered)];
    this.passages = kept;
    this.alive.fill(0).fill(1, 0, kept.length);
  }

  /** Calls visit with every list of the term, dead slots included. */
  lists(term: number, visit: (slots: ArrayLike<number>, counts: ArrayLike<number>, from: number, to: number) => void): void {
    for (const segment of this.segments) {
      const list = segment.find(term);
      if (list) visit(list.slots, list.counts, list.from, list.to);
    }
    const list = this.head.find(term);
    if (list) visit(list.slots, list.counts, list.from, list.to);
  }

  /** In how many living passages the term stands. */
  frequency(term: number): number {
    const known = this.frequencies.get(term);
    if (known !== undefined) return known;
    let count = 0;
    const dead = this.passages.length !== this.ids.size;
    this.lists(term, (slots, _counts, from, to) => {
      if (!dead) count += to - from;
      else for (let i = from; i < to; i++) count += this.alive[slots[i]!]!;
    });
    this.frequencies.set(term, count);
    return count;
  }

  /** Bytes held by postings and lengths of sealed segments; passages and dictionary not counted. */
  get bytes(): number {
    return this.segments.reduce((sum, segment) => sum + segment.bytes, this.lengths.byteLength + this.alive.byteLength);
  }

  get terms(): number {
    return this.dictionary.size;
  }

  private postings(passage: Passage, slot: number): Map<number, number> {
    const fields = [
      this.analysis.fieldTerms(passage.title, { singles: true }),
      this.analysis.fieldTerms(passage.heading, { singles: true }),
      this.analysis.fieldTerms(passage.text),
      this.analysis.fieldTerms(passage.questions.join('\n'), { singles: true, official: true }),
      this.analysis.fieldTerms(passage.docNumber ?? ''),
    ];
    const counts = new Map<number, Uint16Array>();
    fields.forEach((terms, field) => {
      let length = 0;
      for (const [term, count] of terms) {
        length += count;
        let id = this.dictionary.get(term);
        if (id === undefined) this.dictionary.set(term, (id = this.dictionary.size));
        let row = counts.get(id);
        if (!row) counts.set(id, (row = new Uint16Array(F)));
        row[field] = count;
      }
      this.lengths[slot * F + field] = Math.min(length, 65535);
      this.totals[field]! += this.lengths[slot * F + field]!;
    });
    return new Map([...counts].map(([id, row]) => [id, packCounts(row)]));
  }
}

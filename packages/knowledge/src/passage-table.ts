import { SlotsById } from './slots-by-id.js';
import type { List } from './batches.js';
import type { Passage } from './passages.js';
import { grown } from './postings.js';

/** What many passages of a document have in common; it is kept once. */
export type Common = Pick<Passage, 'kind' | 'documentId' | 'title' | 'docNumber' | 'issuer' | 'topics' | 'validity' | 'validFrom' | 'validTo' | 'publishedOn' | 'reviewed'>;
type Own = [heading: string, text: string, questions: readonly string[] | 0] | [heading: string, text: string, questions: readonly string[] | 0, basisId: string | null];

/** Passages as a snapshot holds them, by their slots at that time; each is made when it is first asked for. */
export interface PassageArchive {
  commons: readonly Common[];
  commonOf: Uint32Array;
  ids: List<string>;
  /** What each passage has of its own, as JSON; empty where one had gone. */
  own: List<string>;
  /** Notes of the caller; empty: none. */
  notes: List<string>;
  /** Hashes of the ids. */
  hashes: Uint32Array;
}

/** A table at one moment, as it is written down. */
export interface TablePicture { alive: Uint8Array; hashes: Uint32Array; at(slot: number): { common: Common; id: string; own: string; note: string } }

/** The passages by their slots and ids. Those of a snapshot stay texts until they are asked for. */
export class PassageTable {
  /** Null: gone. Undefined: still in the archive only. */
  private passages: (Passage | null | undefined)[] = [];
  private notes = new Map<number, string>();
  private archive: PassageArchive | null = null;
  /** Place in the archive of each slot; -1: none. */
  private archived = new Int32Array(1024).fill(-1);
  private ids: SlotsById;
  alive = new Uint8Array(1024);

  constructor() {
    this.ids = new SlotsById((slot) => this.idAt(slot));
  }

  get size(): number {
    return this.ids.size;
  }

  get slots(): number {
    return this.passages.length;
  }

  slotOf(id: string): number | null {
    return this.ids.get(id) ?? null;
  }

  /** The passage of a living slot. */
  at(slot: number): Passage {
    return (this.passages[slot] ??= this.made(slot))!;
  }

  idAt(slot: number): string {
    return this.passages[slot]?.id ?? this.archive!.ids.at(this.archived[slot]!)!;
  }

  /** What is common to the document's passages, of a living slot. */
  commonAt(slot: number): Common {
    return this.passages[slot] ?? this.archive!.commons[this.archive!.commonOf[this.archived[slot]!]!]!;
  }

  noteAt(slot: number): string | null {
    const place = this.archived[slot]!;
    return this.notes.get(slot) ?? (place < 0 ? null : this.archive!.notes.at(place)! || null);
  }

  /** Living slots in order. */
  *living(): IterableIterator<number> {
    for (let slot = 0; slot < this.passages.length; slot++) if (this.alive[slot] === 1) yield slot;
  }

  /** Every living passage in the order of slots; those that are only made for this are not kept. */
  *all(): IterableIterator<Passage> {
    for (const slot of this.living()) yield this.passages[slot] ?? this.made(slot);
  }

  /** Takes in a passage whose id is not there, and says its slot. */
  add(passage: Passage, note: string | null): number {
    const slot = this.passages.length;
    if (slot === this.alive.length) {
      this.alive = grown(this.alive, slot * 2);
      this.archived = grown(this.archived, slot * 2).fill(-1, slot);
    }
    this.passages.push(passage);
    if (note !== null) this.notes.set(slot, note);
    this.ids.set(passage.id, slot);
    this.alive[slot] = 1;
    return slot;
  }

  remove(slot: number): void {
    this.ids.delete(this.idAt(slot));
    this.passages[slot] = null;
    this.notes.delete(slot);
    this.archived[slot] = -1;
    this.alive[slot] = 0;
  }

  /** New numbers for the living, in the order in which they stand now; -1 for the others. */
  renumber(): Int32Array {
    const numbers = new Int32Array(this.passages.length).fill(-1);
    const kept: (Passage | undefined)[] = [];
    const notes = new Map<number, string>();
    for (const slot of this.living()) {
      const number = (numbers[slot] = kept.length);
      kept.push(this.passages[slot]!);
      this.archived[number] = this.archived[slot]!;
      const note = this.notes.get(slot);
      if (note !== undefined) notes.set(number, note);
    }
    this.archived.fill(-1, kept.length);
    this.ids.renumber(numbers);
    this.passages = kept;
    this.notes = notes;
    this.alive.fill(0).fill(1, 0, kept.length);
    return numbers;
  }

  picture(): TablePicture {
    const { archive, notes: now } = this;
    const passages = this.passages.slice();
    const archived = this.archived.slice(0, passages.length);
    const notes = new Map(now);
    return {
      alive: this.alive.slice(0, passages.length), hashes: this.ids.hashes.slice(0, passages.length),
      at: (slot) => {
        const place = archived[slot]!;
        const passage = passages[slot];
        const note = notes.get(slot) ?? (place < 0 ? '' : archive!.notes.at(place)!);
        if (place >= 0) return { common: archive!.commons[archive!.commonOf[place]!]!, id: archive!.ids.at(place)!, own: archive!.own.at(place)!, note };
        return { common: commonOf(passage!), id: passage!.id, own: JSON.stringify(ownOf(passage!)), note };
      },
    };
  }

  /** Takes over what a snapshot holds in place of what was there. */
  take(archive: PassageArchive, alive: Uint8Array): void {
    const slots = alive.length;
    const room = Math.max(1024, 2 ** Math.ceil(Math.log2(slots + 1)));
    this.archive = archive;
    this.archived = new Int32Array(room).fill(-1);
    this.alive = new Uint8Array(room);
    this.alive.set(alive);
    this.notes = new Map();
    this.passages = new Array<Passage | null | undefined>(slots).fill(undefined);
    for (let slot = 0; slot < slots; slot++) {
      if (alive[slot] === 1) this.archived[slot] = slot;
      else this.passages[slot] = null;
    }
    this.ids = new SlotsById((slot) => this.idAt(slot), archive.hashes.slice(), (slot) => alive[slot] === 1, slots);
  }

  private made(slot: number): Passage {
    const { ids, own, commons, commonOf: common } = this.archive!;
    const place = this.archived[slot]!;
    const [heading, text, questions, basisId] = JSON.parse(own.at(place)!) as Own;
    const { kind, documentId, title, docNumber, issuer, topics, validity, validFrom, validTo, publishedOn, reviewed } = commons[common[place]!]!;
    const basis = basisId === undefined ? {} : { basisId };
    return { id: ids.at(place)!, kind, documentId, title, heading, text, questions: questions === 0 ? NONE : questions, docNumber, issuer, topics, validity, validFrom, validTo, publishedOn, reviewed, ...basis };
  }
}

const NONE: readonly string[] = [];

function commonOf({ kind, documentId, title, docNumber, issuer, topics, validity, validFrom, validTo, publishedOn, reviewed }: Passage): Common {
  return { kind, documentId, title, docNumber, issuer, topics, validity, validFrom, validTo, publishedOn, reviewed };
}

function ownOf({ heading, text, questions, basisId }: Passage): Own {
  const own: Own = [heading, text, questions.length === 0 ? 0 : questions];
  return basisId === undefined ? own : [...own, basisId];
}


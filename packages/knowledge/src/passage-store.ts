import type { Analysis } from './analysis.js';
import { passageHash, SetDigest } from './digest.js';
import { ForwardRows } from './forward-rows.js';
import type { Passage } from './passages.js';
import { grown, Head, IMPACT_STEPS, mergeSegments, type PostingList, type Segment } from './postings.js';
import { FIELDS, type RankingProfile } from './ranking-profile.js';
import { PassageTable, type Common, type PassageArchive, type TablePicture } from './passage-table.js';

const SEAL_AT = 4096; // passages in the mutable head before it is sealed

/** How many passages are analysed anew to see that a picture was taken with the analysis of today. */
const SAMPLED = 40;

/** What a store holds beside its passages, in parts that can be written to a file. */
export interface StoreParts {
  digest: string;
  terms: string[];
  /** In how many living passages each term stands. */
  frequencies: Int32Array;
  documents: string[];
  documentOf: Uint32Array;
  segments: Segment[];
}
export interface StorePicture extends StoreParts { table: TablePicture; rows: ForwardRows }
export interface StoreArchive extends StoreParts { archive: PassageArchive; alive: Uint8Array; rows: ForwardRows }

/** Passages and their postings. A passage that is replaced or removed leaves a dead slot until the next compaction. */
export class PassageStore {
  private readonly table = new PassageTable();
  private readonly dictionary = new Map<string, number>();
  private head = new Head();
  private segments: Segment[] = [];
  private digest = new SetDigest();
  /** In how many living passages each term stands. */
  private frequencies = new Int32Array(1024);
  private texts: string[] = [];
  /** How telling terms of each frequency are, in a library of so many passages; 0: not reckoned yet. Of greater frequencies it is not kept. */
  private readonly idfs = new Float64Array(2 ** 16);
  private idfsOf = -1;
  rows = new ForwardRows();
  /** The passages of each document as a chain of slots: the last of the document, and before each slot another; -1 ends it. */
  private lastOf = new Int32Array(1024).fill(-1);
  private beforeOf = new Int32Array(1024).fill(-1);
  private readonly documents = new Map<string, number>();
  /** Number of the document of each slot. */
  documentOf = new Uint32Array(1024);

  constructor(
    private readonly analysis: Analysis,
    private readonly profile: RankingProfile,
  ) {}

  get size(): number {
    return this.table.size;
  }

  get slots(): number {
    return this.table.slots;
  }

  get alive(): Uint8Array {
    return this.table.alive;
  }

  get hex(): string {
    return this.digest.hex();
  }

  get(id: string): Passage | null {
    const slot = this.table.slotOf(id);
    return slot === null ? null : this.table.at(slot);
  }

  slotOf(id: string): number | null {
    return this.table.slotOf(id);
  }

  at(slot: number): Passage {
    return this.table.at(slot);
  }

  idAt(slot: number): string {
    return this.table.idAt(slot);
  }

  /** What the passage of a slot has in common with others of its document. */
  commonAt(slot: number): Common {
    return this.table.commonAt(slot);
  }

  noteAt(slot: number): string | null {
    return this.table.noteAt(slot);
  }

  living(): IterableIterator<number> {
    return this.table.living();
  }

  all(): IterableIterator<Passage> {
    return this.table.all();
  }

  termId(term: string): number | null {
    return this.dictionary.get(term) ?? null;
  }

  /** @param note what the caller wants kept beside it */
  put(passage: Passage, note: string | null = null): void {
    this.remove(passage.id);
    const slot = this.table.add(passage, note);
    if (slot >= this.documentOf.length) {
      this.documentOf = grown(this.documentOf, slot * 2);
      this.beforeOf = grown(this.beforeOf, slot * 2);
    }
    let document = this.documents.get(passage.documentId);
    if (document === undefined) this.documents.set(passage.documentId, (document = this.documents.size));
    this.chain(slot, document);
    this.digest.add(passageHash(passage));
    const postings = this.postings(passage);
    this.head.add(slot, postings);
    this.rows.add(slot, postings);
    this.count(slot, 1);
    if (this.head.size >= SEAL_AT) this.seal();
  }

  /** True when there was something to remove. */
  remove(id: string): boolean {
    const slot = this.table.slotOf(id);
    if (slot === null) return false;
    this.count(slot, -1);
    this.digest.remove(passageHash(this.table.at(slot)));
    this.table.remove(slot);
    if (this.slots > 2 * this.size + SEAL_AT) this.compact();
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
    const documents = this.documentOf.slice(0, this.slots);
    const before = this.table.alive.slice(0, this.slots);
    const renumbered = this.table.renumber();
    this.lastOf.fill(-1);
    for (let slot = 0; slot < renumbered.length; slot++) if (renumbered[slot]! >= 0) this.chain(renumbered[slot]!, documents[slot]!);
    this.segments = this.segments.length === 0 ? [] : [mergeSegments(this.segments, before, renumbered)];
    this.rows = this.segments.length === 0 ? new ForwardRows() : ForwardRows.of(this.segments[0]!, this.slots);
  }

  /** Every list of the term, dead slots included. */
  lists(term: number): PostingList[] {
    const found: PostingList[] = [];
    for (const segment of this.segments) {
      const list = segment.find(term);
      if (list) found.push(list);
    }
    const list = this.head.size === 0 ? null : this.head.find(term);
    if (list) found.push(list);
    return found;
  }

  /** In how many living passages the term stands. */
  frequency(term: number): number {
    return this.frequencies[term]!;
  }

  /** The text of a term. */
  textOf(term: number): string {
    return this.texts[term]!;
  }

  /** Every term with the number of living passages in which it stands. */
  *frequenciesOfTerms(): IterableIterator<[term: string, passages: number]> {
    for (let term = 0; term < this.texts.length; term++) yield [this.texts[term]!, this.frequencies[term]!];
  }

  /** How telling a term is that stands in so many passages; one that the library never uses is the most telling. */
  idf(frequency: number): number {
    const { idfs, size } = this;
    if (this.idfsOf !== size) {
      idfs.fill(0);
      this.idfsOf = size;
    }
    return idfs[frequency] || (idfs[frequency] = Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5)));
  }

  /** The same of terms by their texts. */
  frequencyOf(text: string): number {
    const term = this.dictionary.get(text);
    return term === undefined ? 0 : this.frequency(term);
  }

  idfOf(text: string): number {
    return this.idf(this.frequencyOf(text));
  }

  /** How telling the term of a number is. */
  idfOfTerm(term: number): number {
    return this.idf(this.frequencies[term]!);
  }

  /** Every document that passages are or were of. */
  documentIds(): IterableIterator<string> {
    return this.documents.keys();
  }

  /** Living slots of a document, the latest first. */
  *slotsOf(documentId: string): IterableIterator<number> {
    const document = this.documents.get(documentId);
    if (document === undefined) return;
    for (let slot = this.lastOf[document]!; slot >= 0; slot = this.beforeOf[slot]!) if (this.alive[slot] === 1) yield slot;
  }

  get documentCount(): number {
    return this.documents.size;
  }

  /** Bytes held by postings of sealed segments; passages and dictionary not counted. */
  get bytes(): number {
    return this.segments.reduce((sum, segment) => sum + segment.bytes, this.documentOf.byteLength + this.alive.byteLength + this.rows.bytes);
  }

  get terms(): number {
    return this.dictionary.size;
  }

  /** Everything there is, as an unchanging picture: writing it down may take its time. */
  picture(): StorePicture {
    this.seal();
    return {
      digest: this.hex, terms: this.texts.slice(), frequencies: this.frequencies.slice(0, this.texts.length), documents: [...this.documents.keys()],
      documentOf: this.documentOf.slice(0, this.slots), segments: this.segments.slice(), table: this.table.picture(), rows: this.rows,
    };
  }

  /** Takes over what a snapshot holds in place of what was there. @throws Error, and is empty then, when today's analysis would index its passages otherwise */
  restore(archive: StoreArchive): void {
    this.take(archive);
    const every = Math.max(1, Math.floor(this.slots / SAMPLED));
    for (let slot = 0; slot < this.slots; slot += every) {
      if (this.alive[slot] === 0 || this.stands(slot)) continue;
      this.take(NOTHING());
      throw new Error('the snapshot was taken with another analysis');
    }
  }

  private take({ digest, terms, frequencies, documents, documentOf, segments, archive, alive, rows }: StoreArchive): void {
    for (const known of [this.dictionary, this.documents]) known.clear();
    for (let id = 0; id < terms.length; id++) this.dictionary.set(terms[id]!, id);
    this.texts = terms;
    for (const [number, document] of documents.entries()) this.documents.set(document, number);
    this.table.take(archive, alive);
    const room = this.alive.length;
    this.documentOf = new Uint32Array(room);
    this.lastOf = new Int32Array(Math.max(1024, documents.length)).fill(-1);
    this.beforeOf = new Int32Array(room).fill(-1);
    this.digest = new SetDigest(digest);
    for (let slot = 0; slot < alive.length; slot++) if (alive[slot] === 1) this.chain(slot, documentOf[slot]!);
    this.rows = rows;
    this.frequencies = new Int32Array(Math.max(1024, terms.length));
    this.frequencies.set(frequencies);
    this.segments = segments;
    this.head = new Head();
  }

  /** True when the row of a slot is the one that its passage would get now. */
  private stands(slot: number): boolean {
    const wanted = impactsOf(this.at(slot), this.analysis, this.profile);
    const { terms, impacts } = this.rows.pageOf(slot);
    const from = this.rows.offsetOf(slot);
    const to = from + this.rows.lengths[slot]!;
    for (let at = from; at < to; at++) if (wanted.get(this.texts[terms[at]!]!) !== impacts[at]!) return false;
    return to - from === wanted.size;
  }

  /** A number for a new term. */
  private name(term: string): number {
    const id = this.texts.length;
    this.dictionary.set(term, id);
    this.texts.push(term);
    if (id === this.frequencies.length) this.frequencies = grown(this.frequencies, id * 2);
    return id;
  }

  private chain(slot: number, document: number): void {
    this.documentOf[slot] = document;
    if (document >= this.lastOf.length) {
      const { length } = this.lastOf;
      this.lastOf = grown(this.lastOf, Math.max(document + 1, length * 2)).fill(-1, length);
    }
    this.beforeOf[slot] = this.lastOf[document]!;
    this.lastOf[document] = slot;
  }

  private count(slot: number, times: number): void {
    const { terms } = this.rows.pageOf(slot);
    const from = this.rows.offsetOf(slot);
    for (let at = from; at < from + this.rows.lengths[slot]!; at++) this.frequencies[terms[at]!]! += times;
  }

  private postings(passage: Passage): Map<number, number> {
    const postings = new Map<number, number>();
    for (const [term, impact] of impactsOf(passage, this.analysis, this.profile)) {
      let id = this.dictionary.get(term);
      if (id === undefined) id = this.name(term);
      postings.set(id, impact);
    }
    return postings;
  }
}

const NOTHING = (): StoreArchive => ({
  digest: new SetDigest().hex(), terms: [], frequencies: new Int32Array(0), documents: [], documentOf: new Uint32Array(0), segments: [], alive: new Uint8Array(0), rows: new ForwardRows(),
  archive: { commons: [], commonOf: new Uint32Array(0), ids: [], own: [], notes: [], hashes: new Uint32Array(0) },
});

/**
 * How strongly a passage says each of its terms: counts of the fields, weighed and set against the usual length of the field,
 * saturated. Nothing of it depends on other passages, so that a segment never changes and every process has the same.
 */
export function impactsOf(passage: Passage, analysis: Analysis, { fields, k1 }: RankingProfile): Map<string, number> {
  const texts = {
    title: analysis.fieldTerms(passage.title, { singles: true }),
    heading: analysis.fieldTerms(passage.heading, { singles: true }),
    body: analysis.fieldTerms(passage.text),
    question: analysis.fieldTerms(passage.questions.join('\n'), { singles: true, official: true }),
    docNumber: analysis.fieldTerms(passage.docNumber ?? ''),
  };
  const said = new Map<string, number>();
  for (const field of FIELDS) {
    const { weight, b, usual } = fields[field];
    let length = 0;
    for (const count of texts[field].values()) length += count;
    const share = weight / (1 - b + (b * length) / usual);
    for (const [term, count] of texts[field]) said.set(term, (said.get(term) ?? 0) + count * share);
  }
  for (const [term, tf] of said) said.set(term, Math.max(1, Math.round((IMPACT_STEPS * tf) / (k1 + tf))));
  return said;
}

import type { Analysis } from './analysis.js';
import { passageHash, SetDigest } from './digest.js';
import { ForwardRows } from './forward-rows.js';
import type { Passage } from './passages.js';
import { grown, Head, impactAt, IMPACT_STEPS, mergeSegments, type PostingList, type Segment } from './postings.js';
import { FIELDS, type RankingProfile } from './ranking-profile.js';

const SEAL_AT = 4096; // passages in the mutable head before it is sealed

/** How many passages are analysed anew to see that a picture was taken with the analysis of today. */
const SAMPLED = 40;

/** A store in parts that can be written to a file. */
export interface StorePicture { digest: string; terms: string[]; documents: string[]; documentOf: Uint32Array; passages: (Passage | null)[]; segments: Segment[] }

/** Passages and their postings. A passage that is replaced or removed leaves a dead slot until the next compaction. */
export class PassageStore {
  private readonly ids = new Map<string, number>();
  private readonly dictionary = new Map<string, number>();
  private passages: (Passage | null)[] = [];
  private head = new Head();
  private segments: Segment[] = [];
  private digest = new SetDigest();
  /** In how many living passages each term stands. */
  private frequencies = new Int32Array(1024);
  private texts: string[] = [];
  rows = new ForwardRows();
  /** The passages of each document as a chain of slots: the last of the document, and before each slot another; -1 ends it. */
  private lastOf = new Int32Array(1024).fill(-1);
  private beforeOf = new Int32Array(1024).fill(-1);
  private readonly documents = new Map<string, number>();
  alive = new Uint8Array(1024);
  /** Number of the document of each slot. */
  documentOf = new Uint32Array(1024);

  constructor(
    private readonly analysis: Analysis,
    private readonly profile: RankingProfile,
  ) {}

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
    const slot = this.passages.length;
    if (slot === this.alive.length) {
      this.alive = grown(this.alive, slot * 2);
      this.documentOf = grown(this.documentOf, slot * 2);
      this.beforeOf = grown(this.beforeOf, slot * 2);
    }
    this.passages.push(passage);
    this.ids.set(passage.id, slot);
    this.alive[slot] = 1;
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
    const slot = this.ids.get(id);
    if (slot === undefined) return false;
    this.count(slot, -1);
    this.digest.remove(passageHash(this.passages[slot]!));
    this.ids.delete(id);
    this.passages[slot] = null;
    this.alive[slot] = 0;
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
    const documents = this.documentOf.slice(0, this.passages.length);
    this.lastOf.fill(-1);
    for (let slot = 0; slot < this.passages.length; slot++) {
      const passage = this.passages[slot];
      if (!passage) continue;
      this.chain(kept.length, documents[slot]!);
      renumbered[slot] = kept.length;
      kept.push(passage);
      this.ids.set(passage.id, kept.length - 1);
    }
    this.segments = this.segments.length === 0 ? [] : [mergeSegments(this.segments, this.alive, renumbered)];
    this.rows = this.rows.renumbered(renumbered);
    this.passages = kept;
    this.alive.fill(0).fill(1, 0, kept.length);
  }

  /** Every list of the term, dead slots included. */
  lists(term: number): PostingList[] {
    const found: PostingList[] = [];
    for (const segment of this.segments) {
      const list = segment.find(term);
      if (list) found.push(list);
    }
    const list = this.head.find(term);
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

  /** How telling a term is that stands in so many passages; one that the library never uses is the most telling. */
  idf(frequency: number): number {
    return Math.log(1 + (this.size - frequency + 0.5) / (frequency + 0.5));
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

  /** The last passage of a document, and the one of the same document before a passage; -1: none. The dead are among them. */
  lastOfDocument(document: number): number {
    return this.lastOf[document]!;
  }

  before(slot: number): number {
    return this.beforeOf[slot]!;
  }

  documentNumber(documentId: string): number | null {
    return this.documents.get(documentId) ?? null;
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
      digest: this.hex, terms: this.texts.slice(), documents: [...this.documents.keys()], documentOf: this.documentOf.slice(0, this.passages.length),
      passages: this.passages.slice(), segments: this.segments.slice(),
    };
  }

  /** Takes over a picture in place of what was there. @throws Error, and is empty then, when today's analysis would index its passages otherwise */
  restore(picture: StorePicture): void {
    this.take(picture);
    const { passages } = picture;
    const every = Math.max(1, Math.floor(passages.length / SAMPLED));
    for (let slot = 0; slot < passages.length; slot += every) {
      if (!passages[slot] || this.stands(slot)) continue;
      this.take({ digest: new SetDigest().hex(), terms: [], documents: [], documentOf: new Uint32Array(0), passages: [], segments: [] });
      throw new Error('the snapshot was taken with another analysis');
    }
  }

  private take({ digest, terms, documents, documentOf, passages, segments }: StorePicture): void {
    for (const known of [this.ids, this.dictionary, this.documents]) known.clear();
    for (const [id, term] of terms.entries()) this.dictionary.set(term, id);
    this.texts = terms;
    for (const [number, document] of documents.entries()) this.documents.set(document, number);
    const room = Math.max(1024, 2 ** Math.ceil(Math.log2(passages.length + 1)));
    this.alive = new Uint8Array(room);
    this.documentOf = new Uint32Array(room);
    this.lastOf = new Int32Array(Math.max(1024, documents.length)).fill(-1);
    this.beforeOf = new Int32Array(room).fill(-1);
    this.digest = new SetDigest(digest);
    for (const [slot, passage] of passages.entries()) {
      if (!passage) continue;
      this.ids.set(passage.id, slot);
      this.alive[slot] = 1;
      this.chain(slot, documentOf[slot]!);
    }
    this.rows = ForwardRows.of(segments, this.alive, passages.length);
    this.frequencies = new Int32Array(Math.max(1024, terms.length));
    for (let slot = 0; slot < passages.length; slot++) if (passages[slot]) this.count(slot, 1);
    this.passages = passages;
    this.segments = segments;
    this.head = new Head();
  }

  /** True when the postings of a slot are those that its passage would get now. */
  private stands(slot: number): boolean {
    for (const [text, impact] of impactsOf(this.passages[slot]!, this.analysis, this.profile)) {
      const term = this.dictionary.get(text);
      if (term === undefined || !this.lists(term).some((list) => impactAt(list, slot) === impact)) return false;
    }
    return true;
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

import { Segment } from './postings.js';
import type { StorePicture } from './passage-store.js';
import type { Passage } from './passages.js';

/** A piece of a snapshot: texts, or numbers as bytes that begin at a multiple of four in their buffer. */
export interface SnapshotRecord { kind: number; content: string | Uint8Array }

const KIND = { head: 1, terms: 2, documents: 3, common: 4, passages: 5, documentOf: 6, segment: 7, end: 8 } as const;
const FORMAT = 1;
/** How many texts stand in one record, so that none grows beyond what a string can hold. */
const BATCH = 10_000;

/** What many passages of a document have in common is written once. */
type Common = Pick<Passage, 'kind' | 'documentId' | 'title' | 'docNumber' | 'issuer' | 'topics' | 'validity' | 'validFrom' | 'validTo' | 'publishedOn' | 'reviewed'>;
type Own = [common: number, id: string, heading: string, text: string, questions: readonly string[] | 0, basisId: string | null | undefined] | 0;

interface Head { format: number; basis: string; digest: string; slots: number; passages: number; terms: number; documents: number; segments: number }

/** The records of a picture, in the order in which they are read. */
export function* recordsOf({ digest, terms, documents, documentOf, passages, segments }: StorePicture, basis: string): IterableIterator<SnapshotRecord> {
  const head: Head = { format: FORMAT, basis, digest, slots: passages.length, passages: passages.reduce(living, 0), terms: terms.length, documents: documents.length, segments: segments.length };
  yield toRecord(KIND.head, head);
  for (const batch of batches(terms)) yield toRecord(KIND.terms, batch);
  for (const batch of batches(documents)) yield toRecord(KIND.documents, batch);
  const known = new Map<string, number>();
  for (const batch of batches(passages)) {
    const fresh: Common[] = [];
    const rows = batch.map((passage): Own => {
      if (!passage) return 0;
      const { kind, documentId, title, docNumber, issuer, topics, validity, validFrom, validTo, publishedOn, reviewed } = passage;
      const common: Common = { kind, documentId, title, docNumber, issuer, topics, validity, validFrom, validTo, publishedOn, reviewed };
      const key = JSON.stringify(common);
      let number = known.get(key);
      if (number === undefined) {
        known.set(key, (number = known.size));
        fresh.push(common);
      }
      return [number, passage.id, passage.heading, passage.text, passage.questions.length === 0 ? 0 : passage.questions, passage.basisId];
    });
    yield toRecord(KIND.common, fresh);
    yield toRecord(KIND.passages, rows);
  }
  yield { kind: KIND.documentOf, content: bytesOf(documentOf) };
  for (const { size, terms: ids, offsets, slots, impacts } of segments) {
    yield { kind: KIND.segment, content: bytesOf(Uint32Array.of(size)) };
    for (const part of [ids, offsets, slots, impacts]) yield { kind: KIND.segment, content: bytesOf(part) };
  }
  yield { kind: KIND.end, content: '' };
}

/** @throws Error when the records are not whole or were made with something else */
export function pictureOf(records: Iterable<SnapshotRecord>, basis: string): StorePicture {
  let head: Head | null = null;
  const picture: StorePicture = { digest: '', terms: [], documents: [], documentOf: new Uint32Array(0), passages: [], segments: [] };
  const commons: Common[] = [];
  let parts: SnapshotRecord['content'][] = [];
  let ended = false;
  for (const { kind, content } of records) {
    if (kind === KIND.head) head = textOf<Head>(content);
    if (!head || head.format !== FORMAT || head.basis !== basis) throw new Error('the snapshot was taken with another analysis');
    if (kind === KIND.terms) append(picture.terms, textOf<string[]>(content));
    else if (kind === KIND.documents) append(picture.documents, textOf<string[]>(content));
    else if (kind === KIND.common) append(commons, textOf<Common[]>(content));
    else if (kind === KIND.passages) append(picture.passages, textOf<Own[]>(content).map((own) => toPassage(own, commons)));
    else if (kind === KIND.documentOf) picture.documentOf = wordsOf(content);
    else if (kind === KIND.segment && parts.push(content) === 5) {
      picture.segments.push(toSegment(parts));
      parts = [];
    }
    ended = kind === KIND.end;
  }
  if (!head || !ended || parts.length > 0 || picture.passages.reduce(living, 0) !== head.passages) throw new Error('the snapshot is not whole');
  const { terms, documents, documentOf, passages, segments } = picture;
  for (const [list, length] of [[terms, head.terms], [documents, head.documents], [documentOf, head.slots], [passages, head.slots], [segments, head.segments]] as const) {
    if (list.length !== length) throw new Error('the snapshot is not whole');
  }
  return { ...picture, digest: head.digest };
}

function toPassage(own: Own, commons: readonly Common[]): Passage | null {
  if (own === 0) return null;
  const [number, id, heading, text, questions, basisId] = own;
  const { kind, documentId, title, docNumber, issuer, topics, validity, validFrom, validTo, publishedOn, reviewed } = commons[number]!;
  return { id, kind, documentId, title, heading, text, questions: questions === 0 ? NONE : questions, docNumber, issuer, topics, validity, validFrom, validTo, publishedOn, reviewed, ...(basisId === undefined ? {} : { basisId }) };
}

const NONE: readonly string[] = [];

function toSegment([size, terms, offsets, slots, impacts]: readonly SnapshotRecord['content'][]): Segment {
  const { buffer, byteOffset, byteLength } = numbersOf(impacts!);
  return new Segment(wordsOf(size!)[0]!, wordsOf(terms!), wordsOf(offsets!), wordsOf(slots!), new Uint16Array(buffer, byteOffset, byteLength >>> 1));
}

function wordsOf(content: SnapshotRecord['content']): Uint32Array {
  const { buffer, byteOffset, byteLength } = numbersOf(content);
  return new Uint32Array(buffer, byteOffset, byteLength >>> 2);
}

function numbersOf(content: SnapshotRecord['content']): Uint8Array {
  if (typeof content === 'string') throw new Error('numbers expected');
  return content;
}

function textOf<T>(content: SnapshotRecord['content']): T {
  if (typeof content !== 'string') throw new Error('text expected');
  return JSON.parse(content) as T;
}

const toRecord = (kind: number, value: unknown): SnapshotRecord => ({ kind, content: JSON.stringify(value) });
const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array | Uint16Array): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength);

const living = (sum: number, passage: Passage | null): number => sum + (passage ? 1 : 0);

function append<T>(to: T[], from: readonly T[]): void {
  for (const one of from) to.push(one);
}

function* batches<T>(list: readonly T[]): IterableIterator<T[]> {
  for (let from = 0; from < list.length; from += BATCH) yield list.slice(from, from + BATCH);
}

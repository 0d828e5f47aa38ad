import type { CitationCounts } from './cited-documents.js';
import type { Common } from './passage-table.js';
import type { StoreArchive, StorePicture } from './passage-store.js';
import { Batches, batchesOf, type List } from './batches.js';
import { ForwardRows } from './forward-rows.js';
import { packed } from './gaps.js';
import { ArchivedSegment } from './postings.js';

/**
 * A piece of a snapshot: a text, numbers as bytes that begin at a multiple of four in their buffer, or many texts or pieces of
 * bytes of which each may be read when it is asked for.
 */
export interface SnapshotRecord { kind: number; content: string | Uint8Array | { texts: List<string> } | { bytes: List<Uint8Array> } }

const KIND = { head: 1, terms: 2, documents: 3, commons: 4, ids: 5, own: 6, notes: 7, rows: 8, numbers: 9, segment: 10, lists: 11, cited: 12, end: 13 } as const;
const FORMAT = 2;

interface Head { format: number; basis: string; digest: string; slots: number; passages: number; terms: number; documents: number; segments: number }

/** What a snapshot is taken of. */
export interface Picture extends StorePicture { cited: CitationCounts }
/** What it holds when it is read. */
export interface Archive extends StoreArchive { cited: CitationCounts }

/** The records of a picture, in the order in which they are read. */
export function* recordsOf(picture: Picture, basis: string): IterableIterator<SnapshotRecord> {
  const { digest, terms, frequencies, documents, documentOf, segments, table } = picture;
  const slots = documentOf.length;
  const head: Head = { format: FORMAT, basis, digest, slots, passages: table.alive.reduce((sum, one) => sum + one, 0), terms: terms.length, documents: documents.length, segments: segments.length };
  yield { kind: KIND.head, content: JSON.stringify(head) };
  const commonOf = new Uint32Array(slots);
  const commons: string[] = [];
  const known = new Map<string, number>();
  const numberOf = (common: Common): number => {
    const key = JSON.stringify(common);
    let number = known.get(key);
    if (number === undefined) known.set(key, (number = commons.push(key) - 1));
    return number;
  };
  for (const [kind, all] of [[KIND.terms, terms], [KIND.documents, documents]] as const) for (const [from, to] of batchesOf(all.length)) yield { kind, content: JSON.stringify(all.slice(from, to)) };
  const lengths = new Uint32Array(slots);
  for (const [from, to] of batchesOf(slots)) {
    const [ids, own, notes]: [string[], string[], string[]] = [[], [], []];
    const rows: Uint8Array[] = [];
    for (let slot = from; slot < to; slot++) {
      const one = table.alive[slot] === 1 ? table.at(slot) : null;
      ids.push(one?.id ?? '');
      own.push(one?.own ?? '');
      notes.push(one?.note ?? '');
      rows.push(one ? picture.rows.packed(slot) : NOTHING);
      if (one === null) continue;
      commonOf[slot] = numberOf(one.common);
      lengths[slot] = picture.rows.lengths[slot]!;
    }
    yield { kind: KIND.ids, content: { texts: ids } };
    yield { kind: KIND.own, content: { texts: own } };
    yield { kind: KIND.notes, content: { texts: notes } };
    yield { kind: KIND.rows, content: { bytes: rows } };
  }
  for (const [from, to] of batchesOf(commons.length)) yield { kind: KIND.commons, content: JSON.stringify(commons.slice(from, to)) };
  yield { kind: KIND.cited, content: JSON.stringify(picture.cited) };
  for (const part of [commonOf, documentOf, table.hashes, frequencies, lengths, table.alive]) yield { kind: KIND.numbers, content: bytesOf(part) };
  for (const segment of segments) {
    for (const part of [Uint32Array.of(segment.size), segment.terms, segment.offsets]) yield { kind: KIND.segment, content: bytesOf(part) };
    for (const [first, end] of batchesOf(segment.terms.length)) {
      const lists = Array.from({ length: end - first }, (_, i) => segment.listAt(first + i));
      yield { kind: KIND.lists, content: { bytes: lists.map(({ slots: said, impacts, from, to }) => packed(said, impacts, from, to)) } };
    }
  }
  yield { kind: KIND.end, content: String(commons.length) };
}

const NOTHING = new Uint8Array(0);

/** @throws Error when the records are not whole or were made with something else */
export function archiveOf(records: Iterable<SnapshotRecord>, basis: string): Archive {
  let head: Head | null = null;
  let commonCount = -1;
  let cited: CitationCounts | null = null;
  const [terms, documents, commons]: [string[], string[], string[]] = [[], [], []];
  const lists = new Map<number, string[]>([[KIND.terms, terms], [KIND.documents, documents], [KIND.commons, commons]]);
  const [ids, own, notes] = [new Batches<string>(), new Batches<string>(), new Batches<string>()];
  const texts = new Map<number, Batches<string>>([[KIND.ids, ids], [KIND.own, own], [KIND.notes, notes]]);
  const rows = new Batches<Uint8Array>();
  const numbers: Uint8Array[] = [];
  const segments: { parts: Uint32Array[]; lists: Batches<Uint8Array> }[] = [];
  for (const { kind, content } of records) {
    if (kind === KIND.head) head = JSON.parse(textOf(content)) as Head;
    if (!head || head.format !== FORMAT || head.basis !== basis) throw new Error('the snapshot was taken with another analysis');
    if (kind === KIND.cited) cited = JSON.parse(textOf(content)) as CitationCounts;
    else if (kind === KIND.numbers) numbers.push(numbersOf(content));
    else if (kind === KIND.rows) rows.add(piecesOf(content));
    else if (kind === KIND.segment) {
      if (segments.length === 0 || segments.at(-1)!.parts.length === 3) segments.push({ parts: [], lists: new Batches() });
      segments.at(-1)!.parts.push(wordsOf(numbersOf(content)));
    } else if (kind === KIND.lists) segments.at(-1)?.lists.add(piecesOf(content));
    else if (kind === KIND.end) commonCount = Number(textOf(content));
    else if (lists.has(kind)) for (const text of JSON.parse(textOf(content)) as string[]) lists.get(kind)!.push(text);
    else texts.get(kind)?.add(textsOf(content));
  }
  if (!head || cited === null || numbers.length !== 6) throw new Error('the snapshot is not whole');
  const [commonOf, documentOf, hashes, frequencies, lengths] = numbers.slice(0, 5).map(wordsOf) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  const alive = numbers[5]!;
  const { slots } = head;
  const wanted = [[terms, head.terms], [documents, head.documents], [commons, commonCount], [segments, head.segments], [frequencies, head.terms], ...[ids, own, notes, rows, commonOf, documentOf, hashes, lengths, alive].map((list) => [list, slots] as const)] as const;
  if (wanted.some(([list, length]) => list.length !== length) || alive.reduce((sum, one) => sum + one, 0) !== head.passages) throw new Error('the snapshot is not whole');
  return {
    digest: head.digest, terms, frequencies: Int32Array.from(frequencies), documents, documentOf, segments: segments.map(toSegment), alive, cited, rows: new ForwardRows(rows, lengths),
    archive: { commons: commons.map((common) => JSON.parse(common) as Common), commonOf, ids, own, notes, hashes },
  };
}

function toSegment({ parts: [size, terms, offsets], lists }: { parts: readonly Uint32Array[]; lists: Batches<Uint8Array> }): ArchivedSegment {
  if (!size || !terms || !offsets || offsets.length !== terms.length + 1 || lists.length !== terms.length) throw new Error('the snapshot is not whole');
  return new ArchivedSegment(size[0]!, terms, offsets, lists);
}

function wordsOf({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, byteLength >>> 2);
}

function numbersOf(content: SnapshotRecord['content']): Uint8Array {
  if (!(content instanceof Uint8Array)) throw new Error('numbers expected');
  return content;
}

function textOf(content: SnapshotRecord['content']): string {
  if (typeof content !== 'string') throw new Error('text expected');
  return content;
}

function textsOf(content: SnapshotRecord['content']): List<string> {
  if (typeof content === 'string' || !('texts' in content)) throw new Error('texts expected');
  return content.texts;
}

function piecesOf(content: SnapshotRecord['content']): List<Uint8Array> {
  if (typeof content === 'string' || !('bytes' in content)) throw new Error('pieces of bytes expected');
  return content.bytes;
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array | Uint16Array | Uint32Array | Int32Array): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength);

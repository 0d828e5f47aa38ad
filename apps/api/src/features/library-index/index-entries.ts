import { setImmediate as breathe } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { IndexDifference } from '@govmedia-hub/contracts';
import type { KnowledgeIndex, Passage } from '@govmedia-hub/knowledge';
import type { IndexedPassage } from './indexed-passage.js';
import { partsOf } from './index-subjects.js';

/** Passages put in at one go; between two goes others are served. */
const BATCH = 20;

/** What is kept as a note beside a passage of the index. */
type Particulars = Omit<IndexedPassage, 'passage'>;

export interface Difference { passageId: string; difference: IndexDifference }

/** The passages of an index with what is kept beside them, by the document or publication that they are of. */
export class IndexEntries {
  /** What was read of the notes beside the passages. */
  private readonly read = new WeakMap<Passage, IndexedPassage>();

  constructor(private readonly index: KnowledgeIndex) {}

  at(passageId: string): IndexedPassage | null {
    const passage = this.index.get(passageId);
    if (!passage) return null;
    const known = this.read.get(passage);
    if (known) return known;
    const note = this.index.noteOf(passage.id);
    if (note === null) return null;
    const entry = { passage, ...(JSON.parse(note) as Particulars) };
    this.read.set(passage, entry);
    return entry;
  }

  private idsOf(owner: string): string[] {
    return [...this.index.idsOf(partsOf(owner)[1])];
  }

  /** Documents and publications of which there are passages. */
  *owners(): IterableIterator<string> {
    for (const ownerId of this.index.documentIds()) {
      const [first] = this.index.idsOf(ownerId);
      yield `${this.at(first!)?.publicationId ? 'publication' : 'document'} ${ownerId}`;
    }
  }

  /** Documents by whose validity the passages live. */
  basisIds(): string[] {
    const basis = new Set<string>();
    for (const ownerId of this.index.documentIds()) {
      for (const id of this.index.idsOf(ownerId)) {
        const entry = this.at(id);
        for (const documentId of entry?.basis ?? []) basis.add(documentId);
        if (entry?.publicationId === null) break; // the articles of a document live by that document
      }
    }
    return [...basis];
  }

  /** Passages in which the index differs from those that an owner has. */
  differences(owner: string, passages: readonly IndexedPassage[]): Difference[] {
    const there = new Set(passages.map(({ passage }) => passage.id));
    const found = this.idsOf(owner).flatMap((passageId): Difference[] => (there.has(passageId) ? [] : [{ passageId, difference: 'surplus' }]));
    for (const wanted of passages) {
      const passageId = wanted.passage.id;
      const known = this.at(passageId);
      if (!known) found.push({ passageId, difference: 'missing' });
      else if (!isDeepStrictEqual(known, wanted)) found.push({ passageId, difference: 'changed' });
    }
    return found;
  }

  /** A law of a thousand articles is put in by the score, so that others are served meanwhile. */
  async replace(owner: string, passages: readonly IndexedPassage[]): Promise<void> {
    const kept = new Set(passages.map(({ passage }) => passage.id));
    for (const id of this.idsOf(owner)) if (!kept.has(id)) this.index.remove(id);
    for (const [i, entry] of passages.entries()) {
      if (i % BATCH === BATCH - 1) await breathe();
      const { passage, ...particulars } = entry;
      this.index.put(passage, JSON.stringify(particulars satisfies Particulars));
    }
  }
}

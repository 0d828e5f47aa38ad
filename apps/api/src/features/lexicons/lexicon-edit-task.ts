import type { LexiconEntry, LexiconKind } from '@govmedia-hub/contracts';
import { cut, keyOf, type Chunk } from './entries.js';

/** One entry put into a version in the place of `key`, or the entry of `key` taken out. */
export interface EditJob { kind: LexiconKind; ids: string[]; base: string[]; key: string | null; put: LexiconEntry | null }
export type Edited = { problem: 'entry_taken' | 'entry_not_found' } | { problem: null; entries: number; ids: string[]; digest: string; /** Runs that the base had not. */ fresh: Chunk[] };

/** Runs in a worker thread: fifty thousand entries are read, sorted and cut again for one word. */
export async function run({ kind, ids, base, key, put }: EditJob): Promise<Edited> {
  const entries = base.flatMap((text) => JSON.parse(text) as LexiconEntry[]).map((entry) => ({ entry, key: keyOf(kind, entry) }));
  const own = put ? keyOf(kind, put) : null;
  if (own !== null && own !== key && entries.some((each) => each.key === own)) return { problem: 'entry_taken' };
  if (key !== null && !entries.some((each) => each.key === key)) return { problem: 'entry_not_found' };
  const next = [...entries.filter((each) => each.key !== key).map(({ entry }) => entry), ...(put ? [put] : [])];
  const { chunks, digest } = cut(kind, next);
  const known = new Set(ids);
  return { problem: null, entries: next.length, ids: chunks.map(({ id }) => id), digest, fresh: chunks.filter(({ id }) => !known.has(id)) };
}

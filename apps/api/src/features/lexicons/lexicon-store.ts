import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { LexiconEntry } from '@govmedia-hub/contracts';
import { In } from 'typeorm';
import { Database, type Db } from '../../foundation/database/database.js';
import type { Chunk } from './entries.js';
import { LexiconChunkEntity, type LexiconVersionEntity } from './lexicon.entity.js';

/** Chunks read or written at once: about a hundred entries each, a few milliseconds. */
const AT_ONCE = 16;
/** Versions kept in memory. */
const KEPT = 4;

/** Keeps entries in runs that versions share, and the last few versions in memory. */
@Injectable()
export class LexiconStore {
  private readonly recent = new Map<string, Promise<LexiconEntry[]>>();

  constructor(private readonly database: Database) {}

  /** Stores what is not there yet, a few runs per transaction; runs that no version names do no harm. */
  async keep(chunks: readonly Chunk[]): Promise<void> {
    for (let i = 0; i < chunks.length; i += AT_ONCE) {
      const batch = [...new Map(chunks.slice(i, i + AT_ONCE).map((chunk) => [chunk.id, chunk])).values()];
      await this.database.transaction(async (db) => {
        const known = new Set((await db.find(LexiconChunkEntity, { where: { id: In(batch.map(({ id }) => id)) }, select: { id: true } })).map(({ id }) => id));
        const fresh = batch.filter(({ id }) => !known.has(id));
        if (fresh.length > 0) await db.createQueryBuilder().insert().into(LexiconChunkEntity).values(fresh).orIgnore().updateEntity(false).execute();
      });
      await nextTurn();
    }
  }

  /** All entries of a version, sorted by key; the array is shared and never changed. */
  entriesOf(db: Db, { digest, chunks }: Pick<LexiconVersionEntity, 'digest' | 'chunks'>): Promise<LexiconEntry[]> {
    const known = this.recent.get(digest) ?? this.read(db, chunks);
    this.recent.delete(digest);
    this.recent.set(digest, known);
    known.catch(() => this.recent.delete(digest));
    for (const old of this.recent.keys()) if (this.recent.size > KEPT) this.recent.delete(old);
    return known;
  }

  private async read(db: Db, ids: readonly string[]): Promise<LexiconEntry[]> {
    const entries: LexiconEntry[] = [];
    for (const [at, text] of (await this.textsOf(db, ids)).entries()) {
      entries.push(...(JSON.parse(text) as LexiconEntry[]));
      if (at % AT_ONCE === 0) await nextTurn();
    }
    return entries;
  }

  /** The runs as they are stored, for worker threads. */
  async textsOf(db: Db, ids: readonly string[]): Promise<string[]> {
    const texts: string[] = [];
    for (let i = 0; i < ids.length; i += AT_ONCE) {
      const batch = ids.slice(i, i + AT_ONCE);
      const rows = new Map((await db.findBy(LexiconChunkEntity, { id: In(batch) })).map((row) => [row.id, row.entries]));
      for (const id of batch) texts.push(rows.get(id) ?? '[]');
      await nextTurn();
    }
    return texts;
  }
}

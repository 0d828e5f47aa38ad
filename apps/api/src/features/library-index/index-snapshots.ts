import { join } from 'node:path';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { KnowledgeIndex, SnapshotRecord } from '@govmedia-hub/knowledge';
import { SETTINGS } from '../../foundation/config/settings.module.js';
import type { Settings } from '../../foundation/config/settings.js';
import { EventLogService } from '../event-log/event-log.service.js';
import type { IndexedPassage } from './indexed-passage.js';
import { readIndexFile, writeIndexFile } from './index-file.js';

/** Grows when passages are made otherwise of the same documents and publications. */
const MAKING = 1;
/** Kinds of the records of our own beside those of the index. */
const PLACE = 101;
const ENTRIES = 102;
const BATCH = 5_000;
/** So many events are sooner read anew as a whole than one by one. */
const TOO_OLD = 20_000;

/** Where in the chain of events a snapshot was taken: the hash tells another database, and one put back from a backup. */
interface Place { making: number; position: number; hash: string }
type Particulars = Omit<IndexedPassage, 'passage'> & { passageId: string };

/** The file from which a process starts without reading every table. Derived from the tables, never the truth. */
@Injectable()
export class IndexSnapshots {
  private readonly logger = new Logger('knowledge');
  private readonly file: string;

  constructor(@Inject(SETTINGS) settings: Settings, private readonly events: EventLogService) {
    this.file = join(settings.dataDir, 'knowledge', 'index.snapshot');
  }

  /** Fills index and entries from the file and says up to which event it goes; null when there is none that fits. */
  async open(index: KnowledgeIndex, entries: Map<string, IndexedPassage>): Promise<number | null> {
    try {
      const records = readIndexFile(this.file);
      const place = JSON.parse(String((records.next().value as SnapshotRecord | undefined)?.content ?? 'null')) as Place | null;
      if (place?.making !== MAKING || (await this.events.hashAt(place.position)) !== place.hash) throw new Error('taken of other tables');
      if ((await this.events.head()) - place.position > TOO_OLD) throw new Error('too old');
      const particulars: Particulars[] = [];
      index.restore(withoutOurs(records, particulars));
      for (const { passageId, ...its } of particulars) {
        const passage = index.get(passageId);
        if (passage) entries.set(passageId, { passage, ...its });
      }
      if (entries.size !== index.size) throw new Error('not whole');
      return place.position;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') this.logger.warn(`index file put aside, the tables are read: ${(error as Error).message}`);
      entries.clear();
      for (const id of index.ids()) index.remove(id);
      return null;
    }
  }

  /** Writes down what there is now; true when it is in place. */
  async write(index: KnowledgeIndex, entries: ReadonlyMap<string, IndexedPassage>, position: number): Promise<boolean> {
    try {
      const picture = recordsOf(index, [...entries.values()]); // taken before anything is waited for
      const hash = await this.events.hashAt(position);
      if (hash === null) return false;
      await writeIndexFile(this.file, withPlace({ making: MAKING, position, hash }, picture));
      return true;
    } catch (error) {
      this.logger.warn(`index file not written: ${(error as Error).message}`);
      return false;
    }
  }
}

function recordsOf(index: KnowledgeIndex, entries: readonly IndexedPassage[]): Iterable<SnapshotRecord>[] {
  return [entryRecords(entries), index.snapshot()];
}

function* withPlace(place: Place, parts: readonly Iterable<SnapshotRecord>[]): IterableIterator<SnapshotRecord> {
  yield { kind: PLACE, content: JSON.stringify(place) };
  for (const part of parts) yield* part;
}

function* entryRecords(entries: readonly IndexedPassage[]): IterableIterator<SnapshotRecord> {
  for (let from = 0; from < entries.length; from += BATCH) {
    yield { kind: ENTRIES, content: JSON.stringify(entries.slice(from, from + BATCH).map(({ passage: { id }, ...its }): Particulars => ({ passageId: id, ...its }))) };
  }
}

function* withoutOurs(records: Iterable<SnapshotRecord>, particulars: Particulars[]): IterableIterator<SnapshotRecord> {
  for (const record of records) {
    if (record.kind !== ENTRIES) yield record;
    else for (const one of JSON.parse(String(record.content)) as Particulars[]) particulars.push(one);
  }
}

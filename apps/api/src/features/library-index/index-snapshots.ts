import { join } from 'node:path';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { KnowledgeIndex, SnapshotRecord } from '@govmedia-hub/knowledge';
import { SETTINGS } from '../../foundation/config/settings.module.js';
import type { Settings } from '../../foundation/config/settings.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { readIndexFile, writeIndexFile } from './index-file.js';

/** Name of the file of the index of everything that residents can find. */
const LIBRARY = 'index';
/** Grows when passages are made otherwise of the same documents and publications. */
const MAKING = 3;
/** Kind of the record of our own before those of the index. */
const PLACE = 101;
/** So many events are sooner read anew as a whole than one by one. */
const TOO_OLD = 20_000;

/** Where in the chain of events a snapshot was taken: the hash tells another database, and one put back from a backup. */
interface Place { making: number; position: number; hash: string }

/** The file from which a process starts without reading every table. Derived from the tables, never the truth. */
@Injectable()
export class IndexSnapshots {
  private readonly logger = new Logger('knowledge');
  private readonly folder: string;

  constructor(@Inject(SETTINGS) settings: Settings, private readonly events: EventLogService) {
    this.folder = join(settings.dataDir, 'knowledge');
  }

  /** Fills the index from its file and says up to which event it goes; null when there is none that fits. */
  async open(index: KnowledgeIndex, name = LIBRARY): Promise<number | null> {
    const records = readIndexFile(this.fileOf(name));
    try {
      const place = JSON.parse(textOf(records.next().value as SnapshotRecord | undefined)) as Place | null;
      if (place?.making !== MAKING || (await this.events.hashAt(place.position)) !== place.hash) throw new Error('taken of other tables');
      if ((await this.events.head()) - place.position > TOO_OLD) throw new Error('too old');
      index.restore(records);
      return place.position;
    } catch (error) {
      records.return?.();
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') this.logger.warn(`index file put aside, the tables are read: ${(error as Error).message}`);
      for (const id of index.ids()) index.remove(id);
      return null;
    }
  }

  /** Writes down what there is now; true when it is in place. */
  async write(index: KnowledgeIndex, position: number, name = LIBRARY): Promise<boolean> {
    try {
      const picture = index.snapshot(); // taken before anything is waited for
      const hash = await this.events.hashAt(position);
      if (hash === null) return false;
      await writeIndexFile(this.fileOf(name), withPlace({ making: MAKING, position, hash }, picture));
      return true;
    } catch (error) {
      this.logger.warn(`index file not written: ${(error as Error).message}`);
      return false;
    }
  }

  private readonly fileOf = (name: string): string => join(this.folder, `${name}.snapshot`);
}

function* withPlace(place: Place, picture: Iterable<SnapshotRecord>): IterableIterator<SnapshotRecord> {
  yield { kind: PLACE, content: JSON.stringify(place) };
  yield* picture;
}

const textOf = (record: SnapshotRecord | undefined): string => (typeof record?.content === 'string' ? record.content : 'null');

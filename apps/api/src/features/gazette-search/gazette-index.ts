import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { KnowledgeIndex } from '@govmedia-hub/knowledge';
import { Clock } from '../../foundation/clock/clock.js';
import { Database } from '../../foundation/database/database.js';
import { EventLogService, type SealedEvent } from '../event-log/event-log.service.js';
import { GazetteReader, type PrintedItem } from '../gazette/gazette.reader.js';
import { IndexFileCut, IndexSnapshots, LibraryIndexService } from '../library-index/library-index.service.js';

/** An item that says something of what was looked for. */
export interface GazetteMatch { id: string; excerpt: string; highlights: { start: number; end: number }[] }

/** What is kept of a search. Data: a change needs a new version. */
export const GAZETTE_SEARCH = { version: '2026-11.2', source: '本系统默认值', effectiveFrom: '2026-11-01', mostItems: 200, leastCovered: 0.5, ofBestCovered: 0.6 } as const;

/** Name of the file from which a process starts. */
const FILE = 'gazette';
/** After so many events of anything the file is written anew, so that little has to be followed at the next start. */
const SNAPSHOT_EVERY = 5_000;

/**
 * An index of its own for what signed issues print, beside the tables; it starts from a file and follows the event feed. Derived
 * data: the tables say what is public.
 */
@Injectable()
export class GazetteIndex implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('gazette-index');
  private index: KnowledgeIndex;
  private queue: Promise<void> = Promise.resolve();
  private loading: Promise<void> = Promise.resolve();
  /** Position of the last event that the index has taken in, and of the one up to which the file goes. */
  private through = 0;
  private written = 0;
  private writing: Promise<void> | null = null;
  private closed = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly reader: GazetteReader,
    private readonly library: LibraryIndexService,
    private readonly snapshots: IndexSnapshots,
  ) {
    this.index = library.emptyIndex();
  }

  /** Without a file that fits it joins the feed before it reads the tables: what happens meanwhile is read twice, never missed. */
  async onApplicationBootstrap(): Promise<void> {
    const position = await this.snapshots.open(this.index, FILE);
    this.through = position ?? (await this.events.head());
    this.written = position ?? 0;
    await this.events.join({ name: 'gazette-index', follow: (events) => this.follow(events) }, ...(position === null ? [] : [position]));
    if (position === null) this.readTables();
    else this.loading = this.events.catchUp();
    this.loading.catch(() => undefined);
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    await this.writing;
  }

  /** Items that say what was typed, the best first; most of what was typed must be there. */
  async find(typed: string): Promise<GazetteMatch[]> {
    await this.loading;
    try {
      return this.matches(typed);
    } catch (error) {
      if (!(error instanceof IndexFileCut)) throw error;
      this.startAnew();
      await this.loading;
      return this.matches(typed);
    }
  }

  private matches(typed: string): GazetteMatch[] {
    const { hits } = this.index.search(typed, { on: this.clock.today(), k: GAZETTE_SEARCH.mostItems });
    const best = Math.max(0, ...hits.map(({ coverage }) => coverage));
    const least = Math.max(GAZETTE_SEARCH.leastCovered, best * GAZETTE_SEARCH.ofBestCovered);
    return hits.filter(({ coverage }) => coverage >= least).map(({ id, passage, excerpt, highlights }) => {
      const [from, to] = [excerpt.start > 0 ? '…' : '', excerpt.end < passage.text.length ? '…' : ''];
      return { id, excerpt: highlights.length === 0 ? '' : `${from}${excerpt.text}${to}`, highlights: excerpt.highlights.map(({ start, end }) => ({ start: start + from.length, end: end + from.length })) };
    });
  }

  /** The file that the index reads from was cut under its feet: reads the tables into a new one. */
  private startAnew(): void {
    this.logger.warn('gazette index file was cut while it was open, the tables are read');
    this.index = this.library.emptyIndex();
    this.readTables();
  }

  private readTables(): void {
    this.loading = this.load();
    this.loading.catch((error: Error) => { if (!this.closed) this.logger.error(`index not loaded: ${error.message}`); });
  }

  private async load(): Promise<void> {
    for (const id of await this.database.read((db) => this.reader.signedIssueIds(db))) {
      if (this.closed) return;
      await this.refresh(id);
    }
    this.keepSnapshot();
  }

  private async follow(events: SealedEvent[]): Promise<void> {
    const issues = new Set(events.flatMap(({ subjectType, subjectId }) => (subjectType === 'gazette_issue' ? [subjectId] : [])));
    try {
      for (const id of issues) await this.refresh(id);
    } catch (error) {
      if (!(error instanceof IndexFileCut)) throw error;
      this.startAnew();
    }
    this.through = events.at(-1)!.position;
    if (issues.size > 0 || this.through - this.written >= SNAPSHOT_EVERY) this.keepSnapshot();
  }

  /** Writes the file while others are served; one at a time. */
  private keepSnapshot(): void {
    if (this.writing || this.closed || this.through === 0) return;
    const position = this.through;
    this.writing = this.snapshots.write(this.index, position, FILE).then((done) => {
      if (done) this.written = position;
      this.writing = null;
    });
  }

  /** Reads an issue again, one at a time, so that the last reading is the one that stays. */
  private refresh(issueId: string): Promise<void> {
    const turn = this.queue.then(async () => {
      const items = await this.database.read((db) => this.reader.printedItems(db, issueId));
      const { index } = this;
      const kept = new Set(items.map(({ id }) => id));
      for (const id of [...index.idsOf(issueId)]) if (!kept.has(id)) index.remove(id);
      for (const item of items) {
        index.put(passageOf(item, issueId));
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
    this.queue = turn.catch(() => undefined);
    return turn;
  }
}

/** Whether it may be shown, and how it stands today, the tables say. */
const passageOf = ({ id, section, title, docNumber, issuer, publishedOn, text }: PrintedItem, issueId: string): Parameters<KnowledgeIndex['put']>[0] => ({
  id, kind: 'document', documentId: issueId, title, heading: section, text, questions: [], docNumber, issuer, topics: [], validity: 'in_force', validFrom: null, validTo: null, publishedOn, reviewed: true,
});

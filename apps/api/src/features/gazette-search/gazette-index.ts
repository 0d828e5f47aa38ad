import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { KnowledgeIndex } from '@govmedia-hub/knowledge';
import { Clock } from '../../foundation/clock/clock.js';
import { Database } from '../../foundation/database/database.js';
import { EventLogService, type SealedEvent } from '../event-log/event-log.service.js';
import { GazetteReader, type PrintedItem } from '../gazette/gazette.reader.js';
import { LibraryIndexService } from '../library-index/library-index.service.js';

/** An item that says something of what was looked for. */
export interface GazetteMatch { id: string; excerpt: string; highlights: { start: number; end: number }[] }

/** What is kept of a search. Data: a change needs a new version. */
export const GAZETTE_SEARCH = { version: '2026-11', source: '本系统默认值', effectiveFrom: '2026-11-01', mostItems: 500, leastCovered: 0.5, ofBestCovered: 0.6 } as const;

/** An index of its own for what signed issues print, beside the tables; it follows the event feed. Derived data: the tables say what is public. */
@Injectable()
export class GazetteIndex implements OnApplicationBootstrap {
  private readonly logger = new Logger('gazette-index');
  private readonly index: KnowledgeIndex;
  private readonly owned = new Map<string, string[]>();
  private queue: Promise<void> = Promise.resolve();
  private loading: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly reader: GazetteReader,
    library: LibraryIndexService,
  ) {
    this.index = library.emptyIndex();
  }

  /** Joins the feed before it reads the tables: what happens meanwhile is read twice, never missed. */
  async onApplicationBootstrap(): Promise<void> {
    await this.events.join({ name: 'gazette-index', follow: (events) => this.follow(events) });
    this.loading = this.load();
    this.loading.catch((error: Error) => this.logger.error(`index not loaded: ${error.message}`));
  }

  /** Items that say what was typed, the best first; most of what was typed must be there. */
  async find(typed: string): Promise<GazetteMatch[]> {
    await this.loading;
    const { hits } = this.index.search(typed, { on: this.clock.today(), k: GAZETTE_SEARCH.mostItems });
    const best = Math.max(0, ...hits.map(({ coverage }) => coverage));
    const least = Math.max(GAZETTE_SEARCH.leastCovered, best * GAZETTE_SEARCH.ofBestCovered);
    return hits.filter(({ coverage }) => coverage >= least).map(({ id, passage, excerpt, highlights }) => {
      const [from, to] = [excerpt.start > 0 ? '…' : '', excerpt.end < passage.text.length ? '…' : ''];
      return { id, excerpt: highlights.length === 0 ? '' : `${from}${excerpt.text}${to}`, highlights: excerpt.highlights.map(({ start, end }) => ({ start: start + from.length, end: end + from.length })) };
    });
  }

  private async load(): Promise<void> {
    for (const id of await this.database.read((db) => this.reader.signedIssueIds(db))) await this.refresh(id);
  }

  private async follow(events: SealedEvent[]): Promise<void> {
    for (const id of new Set(events.flatMap(({ subjectType, subjectId }) => (subjectType === 'gazette_issue' ? [subjectId] : [])))) await this.refresh(id);
  }

  /** Reads an issue again, one at a time, so that the last reading is the one that stays. */
  private refresh(issueId: string): Promise<void> {
    const turn = this.queue.then(async () => {
      const items = await this.database.read((db) => this.reader.printedItems(db, issueId));
      const kept = new Set(items.map(({ id }) => id));
      for (const id of this.owned.get(issueId) ?? []) if (!kept.has(id)) this.index.remove(id);
      for (const item of items) {
        this.index.put(passageOf(item));
        await new Promise((resolve) => setImmediate(resolve));
      }
      this.owned.set(issueId, [...kept]);
    });
    this.queue = turn.catch(() => undefined);
    return turn;
  }
}

/** Whether it may be shown, and how it stands today, the tables say. */
const passageOf = ({ id, section, title, docNumber, issuer, publishedOn, text }: PrintedItem): Parameters<KnowledgeIndex['put']>[0] => ({
  id, kind: 'document', documentId: id, title, heading: section, text, questions: [], docNumber, issuer, topics: [], validity: 'in_force', validFrom: null, validTo: null, publishedOn, reviewed: true,
});

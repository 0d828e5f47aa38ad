import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Validity } from '@govmedia-hub/contracts';
import { KnowledgeIndex } from '@govmedia-hub/knowledge';
import { Clock } from '../../foundation/clock/clock.js';
import { Database } from '../../foundation/database/database.js';
import { DocumentsReader } from '../documents/documents.reader.js';
import { EventLogService, type SealedEvent } from '../event-log/event-log.service.js';
import { IndexEntries, type Difference } from './index-entries.js';
import { IndexFileCut } from './index-file.js';
import { IndexSnapshots } from './index-snapshots.js';
import { partsOf, subjectsOf } from './index-subjects.js';
import { IndexTables } from './index-tables.js';
import { IndexWords } from './index-words.js';
import type { IndexedPassage } from './indexed-passage.js';
import { jiebaSegmenter } from './jieba-segmenter.js';
import { pinyinPronunciation } from './pinyin-pronunciation.js';

/** After so many events a new snapshot is written. */
const SNAPSHOT_EVERY = 500;
/** How long after a start from a snapshot it is held against the tables. */
const REREAD_AFTER_MS = 30_000;

/**
 * Keeps this process's index beside the tables: loads it at start, follows the event feed in order, and knows how every
 * document stands today. Derived data: what it says is checked against the tables before it leaves.
 */
@Injectable()
export class IndexKeeper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('knowledge');
  index = this.emptyIndex();
  private words = new IndexWords(this.index);
  private entries = new IndexEntries(this.index);
  private validities: { on: string; stamp: number; of: Map<string, Validity> } | null = null;
  private stamp = 0;
  private unlearnt = true;
  private queue: Promise<void> = Promise.resolve();
  private loading: Promise<void> | null = null;
  /** What changed while the tables were read. */
  private readonly meanwhile = new Set<string>();
  loaded = false;
  private closed = false;
  /** Position of the last event that the index has taken in, and of the one up to which the snapshot goes. */
  private through = 0;
  private written = 0;
  private writing: Promise<void> | null = null;
  private rereading: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly documents: DocumentsReader,
    private readonly tables: IndexTables,
    private readonly events: EventLogService,
    private readonly snapshots: IndexSnapshots,
  ) {}

  /** Starts from the snapshot file and what has happened since, or without a file that fits from the tables. */
  async onApplicationBootstrap(): Promise<void> {
    const position = await this.snapshots.open(this.index);
    if (position === null) return this.startFromTables();
    this.through = this.written = position;
    this.loaded = true;
    await this.events.join({ name: 'knowledge-index', follow: (events) => this.hear(events) }, position);
    this.loading = this.events.catchUp().then(() => this.learn());
    this.whenLoaded();
    this.rereading = setTimeout(() => void this.reread().catch((error: Error) => this.logger.error(`index not held against the tables: ${error.message}`)), REREAD_AFTER_MS).unref();
  }

  /** Joins the feed before it reads the tables: what happens meanwhile is read twice, never missed. */
  private async startFromTables(): Promise<void> {
    this.through = await this.events.head();
    await this.events.join({ name: 'knowledge-index', follow: (events) => this.hear(events) });
    this.readTables();
  }

  /** The file that the index reads from was cut under its feet: reads the tables into a new one. Questions wait for it, nothing is started anew. */
  startAnew(): void {
    if (!this.loaded || this.closed) return;
    this.logger.warn('index file was cut while it was open, the tables are read');
    void this.words.close();
    this.loaded = false;
    this.index = this.emptyIndex();
    this.words = new IndexWords(this.index);
    this.entries = new IndexEntries(this.index);
    this.unlearnt = true;
    this.stamp += 1;
    this.readTables();
  }

  private readTables(): void {
    this.loading = this.load()
      .then(async () => {
        this.loaded = true;
        for (const subject of this.meanwhile) await this.refresh(...partsOf(subject));
        this.meanwhile.clear();
        this.learn();
        this.keepSnapshot();
      })
      .catch((error: Error) => {
        if (!this.closed) this.logger.error(`index not loaded: ${error.message}`);
        throw error;
      });
    this.whenLoaded();
  }

  private whenLoaded(): void {
    const { words } = this;
    this.loading!.then(() => words.ready()).catch(() => undefined);
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    if (this.rereading) clearTimeout(this.rereading);
    await Promise.all([this.writing, this.words.close()]);
  }

  emptyIndex(): KnowledgeIndex {
    return new KnowledgeIndex({ segmenter: jiebaSegmenter, pronunciation: pinyinPronunciation });
  }

  /** Resolves when the index has taken in everything that was there at start. */
  async ready(): Promise<void> {
    await this.loading;
  }

  /** Resolves when suggestions and corrections can be asked for without keeping others waiting. */
  async wordsReady(): Promise<void> {
    await this.ready();
    await this.words.ready();
  }

  entry(passageId: string): IndexedPassage | null {
    return this.entries.at(passageId);
  }

  /** How every document of the index stands today; asked of the tables once a day and after every change of a document. */
  async validitiesToday(): Promise<(documentId: string) => Validity> {
    const on = this.clock.today();
    if (!this.validities || this.validities.on !== on || this.validities.stamp !== this.stamp) {
      const stamp = this.stamp;
      const ids = this.entries.basisIds();
      this.validities = { on, stamp, of: await this.database.read((db) => this.documents.validityOf(db, ids, on)) };
    }
    const { of } = this.validities;
    return (documentId) => of.get(documentId) ?? 'unknown';
  }

  private async hear(events: SealedEvent[]): Promise<void> {
    if (!this.loaded) for (const event of events) for (const subject of subjectsOf(event)) this.meanwhile.add(subject);
    else await this.follow(events).catch((error: unknown) => this.orStartAnew(error, events));
    this.through = events.at(-1)!.position;
  }

  private orStartAnew(error: unknown, events: SealedEvent[]): void {
    if (!(error instanceof IndexFileCut)) throw error;
    for (const event of events) for (const subject of subjectsOf(event)) this.meanwhile.add(subject);
    this.startAnew();
  }

  private async follow(events: SealedEvent[]): Promise<void> {
    const subjects = new Set(events.flatMap((event) => subjectsOf(event)));
    // On SQLite no read gives way by itself: a batch of released laws would keep everybody waiting.
    for (const subject of subjects) {
      await this.refresh(...partsOf(subject));
      await breathe();
    }
    this.learn();
    this.through = events.at(-1)!.position;
    if (this.through - this.written >= SNAPSHOT_EVERY) this.keepSnapshot();
  }

  /** Writes a snapshot while others are served; one at a time. */
  private keepSnapshot(): void {
    if (this.writing || this.closed || this.through === 0) return;
    const position = this.through;
    this.writing = this.snapshots.write(this.index, position).then((done) => {
      if (done) this.written = position;
      this.writing = null;
    });
  }

  /**
   * Reads every document and publication again and names the passages in which the index differs from them. What differs is
   * read once more in its turn and put right.
   */
  async reread(): Promise<Difference[]> {
    await this.ready();
    await this.events.catchUp();
    const unseen = new Set(this.entries.owners());
    const found: Difference[] = [];
    const compare = async (owner: string, passages: readonly IndexedPassage[]): Promise<void> => {
      unseen.delete(owner);
      if (this.entries.differences(owner, passages).length === 0) return;
      await this.inTurn(async () => {
        const now = (await this.tables.of(...partsOf(owner))) ?? [];
        found.push(...this.entries.differences(owner, now));
        await this.replace(owner, now);
        this.stamp += 1;
      });
    };
    for await (const [owner, passages] of this.tables.all()) {
      if (this.closed) return found;
      await compare(owner, passages);
    }
    for (const owner of unseen) await compare(owner, []);
    if (found.length > 0) this.logger.warn(`index differed from the tables in ${found.length} passages and was put right`);
    this.learn();
    if (found.length > 0) this.keepSnapshot(); // the next start is to begin with what is right
    return found;
  }

  private async load(): Promise<void> {
    for await (const [owner, passages] of this.tables.all()) {
      if (this.closed) break;
      await this.replace(owner, passages);
    }
    this.index.compact();
    this.learn();
  }

  /** Published Q&As are questions that staff have answered: what each rests on teaches where the answers to the like of it stand. */
  private learn(): void {
    if (!this.unlearnt) return;
    this.unlearnt = false;
    const answered = [...this.index.ofKind('qa')].flatMap(({ basisId, questions }) => (basisId ? questions.map((question) => ({ question, passageIds: [basisId] })) : []));
    this.index.learn(answered, { fit: false });
    this.words.follow();
  }

  /** Reads one subject again and puts what it says now in place of what was indexed. */
  private refresh(type: string, id: string): Promise<void> {
    return this.inTurn(async () => {
      const passages = await this.tables.of(type, id);
      if (passages === null) return;
      await this.replace(`${type} ${id}`, passages);
      this.stamp += 1;
    });
  }

  private async replace(owner: string, passages: readonly IndexedPassage[]): Promise<void> {
    await this.entries.replace(owner, passages);
    this.unlearnt = true;
  }

  /** One at a time, so that the last reading of a subject is the one that stays. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.queue.then(work);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

}

import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Validity } from '@govmedia-hub/contracts';
import { KnowledgeIndex } from '@govmedia-hub/knowledge';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { DocumentsReader } from '../documents/documents.reader.js';
import { EventLogService, type SealedEvent } from '../event-log/event-log.service.js';
import type { IndexedPassage } from './indexed-passage.js';
import { jiebaSegmenter } from './jieba-segmenter.js';
import { passagesOfDocument } from './passages-of-documents.js';
import { pinyinPronunciation } from './pinyin-pronunciation.js';
import { PublicationSource } from './publication-source.js';
import { passagesOfPublication } from './passages-of-publications.js';

/** Documents read, or passages put in, at one go; between two goes others are served. */
const BATCH = 20;

/**
 * Keeps this process's index beside the tables: loads it at start, follows the event feed in order, and knows how every
 * document stands today. Derived data: what it says is checked against the tables before it leaves.
 */
@Injectable()
export class IndexKeeper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('knowledge');
  readonly index = new KnowledgeIndex({ segmenter: jiebaSegmenter, pronunciation: pinyinPronunciation });
  private readonly entries = new Map<string, IndexedPassage>();
  /** Passages of a document or a publication. */
  private readonly owned = new Map<string, string[]>();
  private validities: { on: string; stamp: number; of: Map<string, Validity> } | null = null;
  private stamp = 0;
  private unlearnt = true;
  private queue: Promise<void> = Promise.resolve();
  private loading: Promise<void> | null = null;
  loaded = false;
  private closed = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly documents: DocumentsReader,
    private readonly publications: PublicationSource,
    private readonly events: EventLogService,
  ) {}

  /** Joins the feed before it reads the tables: what happens meanwhile is read twice, never missed. */
  async onApplicationBootstrap(): Promise<void> {
    const meanwhile = new Set<string>();
    await this.events.join({
      name: 'knowledge-index',
      follow: async (events) => {
        if (this.loaded) await this.follow(events);
        else for (const event of events) for (const subject of subjectsOf(event)) meanwhile.add(subject);
      },
    });
    this.loading = this.load()
      .then(async () => {
        this.loaded = true;
        for (const subject of meanwhile) await this.refresh(subject.split(' ')[0]!, subject.split(' ')[1]!);
        this.learn();
      })
      .catch((error: Error) => {
        if (!this.closed) this.logger.error(`index not loaded: ${error.message}`);
        throw error;
      });
    this.loading.catch(() => undefined);
  }

  onModuleDestroy(): void {
    this.closed = true;
  }

  /** Resolves when the index has taken in everything that was there at start. */
  async ready(): Promise<void> {
    await this.loading;
  }

  entry(passageId: string): IndexedPassage | null {
    return this.entries.get(passageId) ?? null;
  }

  /** How every document of the index stands today; asked of the tables once a day and after every change of a document. */
  async validitiesToday(): Promise<(documentId: string) => Validity> {
    const on = this.clock.today();
    if (!this.validities || this.validities.on !== on || this.validities.stamp !== this.stamp) {
      const stamp = this.stamp;
      const ids = [...new Set([...this.entries.values()].flatMap(({ basis }) => basis))];
      this.validities = { on, stamp, of: await this.database.read((db) => this.documents.validityOf(db, ids, on)) };
    }
    const { of } = this.validities;
    return (documentId) => of.get(documentId) ?? 'unknown';
  }

  private async follow(events: SealedEvent[]): Promise<void> {
    const subjects = new Set(events.flatMap((event) => subjectsOf(event)));
    // On SQLite no read gives way by itself: a batch of released laws would keep everybody waiting.
    for (const subject of subjects) {
      await this.refresh(subject.split(' ')[0]!, subject.split(' ')[1]!);
      await breathe();
    }
    this.learn();
  }

  private async load(): Promise<void> {
    const today = this.clock.today();
    for (let afterId: string | undefined; ; ) {
      const documents = await this.database.read((db) => this.documents.documentsForIndex(db, { afterId, limit: BATCH }, today));
      if (documents.length === 0 || this.closed) break;
      for (const document of documents) {
        await this.replace(`document ${document.id}`, passagesOfDocument(document));
      }
      afterId = documents.at(-1)!.id;
    }
    const publications = await this.database.read((db) => this.publications.live(db));
    for (const publication of publications) {
      if (this.closed) break;
      await this.replace(`publication ${publication.id}`, passagesOfPublication(publication));
    }
    this.index.compact();
    this.learn();
  }

  /** Published Q&As are questions that staff have answered: what each rests on teaches where the answers to the like of it stand. */
  private learn(): void {
    if (!this.unlearnt) return;
    this.unlearnt = false;
    const answered = [...this.entries.values()].flatMap(({ passage: { basisId, questions } }) => (basisId ? questions.map((question) => ({ question, passageIds: [basisId] })) : []));
    this.index.learn(answered, { fit: false });
  }

  /** One at a time, so that the last reading of a subject is the one that stays. */
  private refresh(type: string, id: string): Promise<void> {
    const turn = this.queue.then(() => this.reread(type, id));
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  /** Reads one subject again and puts what it says now in place of what was indexed. */
  private async reread(type: string, id: string): Promise<void> {
    const passages = await this.database.read((db) => this.passagesOf(db, type, id));
    if (passages === null) return;
    await this.replace(`${type} ${id}`, passages);
    this.stamp += 1;
  }

  private async passagesOf(db: Db, type: string, id: string): Promise<IndexedPassage[] | null> {
    if (type === 'document') {
      const document = await this.documents.documentForIndex(db, id, this.clock.today());
      return document ? passagesOfDocument(document) : [];
    }
    if (type !== 'publication') return null;
    const [publication] = await this.publications.live(db, id);
    return publication ? passagesOfPublication(publication) : [];
  }

  /** A law of a thousand articles is put in by the score, so that others are served meanwhile. */
  private async replace(owner: string, passages: readonly IndexedPassage[]): Promise<void> {
    const kept = new Set(passages.map(({ passage }) => passage.id));
    for (const id of this.owned.get(owner) ?? []) {
      if (kept.has(id)) continue;
      this.index.remove(id);
      this.entries.delete(id);
    }
    for (const [i, entry] of passages.entries()) {
      if (i % BATCH === BATCH - 1) await breathe();
      this.index.put(entry.passage);
      this.entries.set(entry.passage.id, entry);
    }
    this.unlearnt = true;
    if (passages.length === 0) this.owned.delete(owner);
    else this.owned.set(owner, [...kept]);
  }
}

/** What an event may have changed in the index. */
function subjectsOf(event: SealedEvent): string[] {
  if (event.subjectType === 'document') return [`document ${event.subjectId}`];
  const publicationId = event.facts['publicationId'];
  return typeof publicationId === 'string' ? [`publication ${publicationId}`] : [];
}

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

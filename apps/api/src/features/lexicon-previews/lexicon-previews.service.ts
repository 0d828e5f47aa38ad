import { Injectable, Logger } from '@nestjs/common';
import type { LexiconPreviewView, PreviewPeriod } from '@govmedia-hub/contracts';
import { falseAlarmHints } from '@govmedia-hub/screening';
import { civilDate, Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { runTask } from '../../foundation/jobs/run-task.js';
import type { Actor } from '../../foundation/session/actor.js';
import { LexiconsReader, LexiconStore } from '../lexicons/lexicons.reader.js';
import { LexiconsService } from '../lexicons/lexicons.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { LexiconPreviewEntity, type PreviewResult } from './lexicon-preview.entity.js';
import { PublicTexts } from './public-texts.js';
import type { PreviewBatch, PreviewJob, PreviewLexicon } from './preview-task.js';
import { add, emptyTally, ranked, type Tally, type TriedText } from './preview-tally.js';

const TASK = new URL('./preview-task.js', import.meta.url);
const TASK_LIMITS = { timeoutMs: 120_000, memoryMb: 1024 };
/** A preview that has not moved for so long was cut off by the end of its process. */
const SILENT_MS = 180_000;
const TERMS_SHOWN = 200;
const HINTS_SHOWN = 100;
const MONTHS: Record<PreviewPeriod, number> = { month: 1, quarter: 3, year: 12 };

/** 试查: runs the version in use and a draft over what is public, in a worker thread, batch by batch. */
@Injectable()
export class LexiconPreviewsService {
  private readonly logger = new Logger('hub');
  /** One preview at a time: two would take turns at compiling. */
  private line: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly lexicons: LexiconsReader,
    private readonly service: LexiconsService,
    private readonly store: LexiconStore,
    private readonly texts: PublicTexts,
    private readonly organisations: OrganisationsService,
  ) {}

  /** Begins a preview and answers at once. @throws DomainError lexicons.not_a_draft, lexicons.already_running */
  async start(actor: Actor, versionId: string, period: PreviewPeriod): Promise<string> {
    const id = newId();
    const now = this.clock.now();
    const row = await this.database.transaction(async (db): Promise<LexiconPreviewEntity> => {
      const version = await this.lexicons.version(db, versionId);
      if (version.draftOf === null) throw new DomainError('lexicons.not_a_draft');
      const running = await db.findBy(LexiconPreviewEntity, { versionId, status: 'running' });
      if (running.some((other) => other.digest === version.digest && !this.isCutOff(other))) throw new DomainError('lexicons.already_running');
      const toOn = this.clock.today();
      const base = await this.lexicons.baseOf(db, version.lexiconId);
      const preview: LexiconPreviewEntity = {
        id, lexiconId: version.lexiconId, versionId, digest: version.digest, againstNumber: base?.number ?? null, status: 'running', period, fromOn: monthsBefore(toOn, MONTHS[period]), toOn,
        processed: 0, total: 0, startedById: actor.personId, startedAt: now, aliveAt: now, finishedAt: null, problem: null, result: null,
      };
      await db.insert(LexiconPreviewEntity, preview);
      return preview;
    });
    this.line = this.line.then(() => this.run(actor, row)).catch((error: unknown) => this.fail(id, error));
    return id;
  }

  /** @throws DomainError lexicons.preview_not_found */
  get(id: string): Promise<LexiconPreviewView> {
    return this.database.read(async (db) => {
      const row = await db.findOneBy(LexiconPreviewEntity, { id });
      if (!row) throw new DomainError('lexicons.preview_not_found', { id });
      return this.view(db, row);
    });
  }

  /** Waits for every preview that was begun; specs and the end of the process ask for it. */
  async settled(): Promise<void> {
    await this.line;
  }

  private async run(actor: Actor, row: LexiconPreviewEntity): Promise<void> {
    const { lexicon, counts } = await this.database.read(async (db) => {
      const version = await this.lexicons.version(db, row.versionId);
      const { id, kind, name } = await this.lexicons.get(db, row.lexiconId);
      const base = await this.lexicons.baseOf(db, row.lexiconId);
      const sheet: PreviewLexicon = { id, kind, name, before: base ? await this.store.textsOf(db, base.chunks) : [], after: await this.store.textsOf(db, version.chunks) };
      return { lexicon: sheet, counts: await this.texts.count(db, row) };
    });
    const total = counts.posts + counts.publications + counts.documents;
    const sums: Record<'added' | 'removed' | 'library', Tally> = { added: emptyTally(), removed: emptyTally(), library: emptyTally() };
    let processed = 0;
    await this.move(row.id, { total });
    for await (const texts of this.texts.batches(row)) {
      const batch = await this.tryOut(row, lexicon, texts);
      for (const part of ['added', 'removed', 'library'] as const) add(sums[part], batch[part]);
      processed += texts.length;
      await this.move(row.id, { processed });
    }
    await this.database.transaction(async (db) => {
      const now = this.clock.now();
      await db.update(LexiconPreviewEntity, { id: row.id }, { status: 'done', processed, total: processed, finishedAt: now, aliveAt: now, result: resultOf(sums, counts) });
      await this.service.previewed(db, actor, row.versionId, row.id, row.digest);
    });
  }

  private async tryOut(row: LexiconPreviewEntity, lexicon: PreviewLexicon, texts: TriedText[]): Promise<Extract<PreviewBatch, { lost: false }>> {
    const job: PreviewJob = { session: row.id, asOf: row.toOn, texts };
    const first = await runTask<PreviewBatch>(TASK, job, TASK_LIMITS);
    const batch = first.lost ? await runTask<PreviewBatch>(TASK, { ...job, lexicon } satisfies PreviewJob, TASK_LIMITS) : first;
    if (batch.lost) throw new Error('the worker lost the lexicon it was given');
    return batch;
  }

  private move(id: string, progress: { processed?: number; total?: number }): Promise<void> {
    return this.database.transaction(async (db) => {
      await db.update(LexiconPreviewEntity, { id }, { ...progress, aliveAt: this.clock.now() });
    });
  }

  private async fail(id: string, error: unknown): Promise<void> {
    this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    await this.database.transaction(async (db) => {
      await db.update(LexiconPreviewEntity, { id, status: 'running' }, { status: 'failed', finishedAt: this.clock.now(), problem: '试查没有完成，请重新试查；如仍失败，请联系系统管理员。' });
    }).catch(() => undefined);
  }

  private isCutOff(row: LexiconPreviewEntity): boolean {
    return row.status === 'running' && this.clock.now().getTime() - row.aliveAt.getTime() > SILENT_MS;
  }

  private async view(db: Db, row: LexiconPreviewEntity): Promise<LexiconPreviewView> {
    const version = await this.lexicons.version(db, row.versionId).catch(() => null);
    const names = await this.organisations.peopleNames(db, [row.startedById]);
    const { id, lexiconId, versionId, againstNumber, period, fromOn, toOn, processed, total } = row;
    const cutOff = this.isCutOff(row);
    return {
      id, lexiconId, versionId, versionNumber: version?.number ?? 0, againstNumber, period, from: fromOn, to: toOn, processed, total, status: cutOff ? 'failed' : row.status, startedByName: names.get(row.startedById) ?? '', startedAt: row.startedAt.toISOString(),
      finishedAt: row.finishedAt?.toISOString() ?? null, problem: cutOff ? '试查被中断（系统重启过），请重新试查。' : row.problem, current: version?.digest === row.digest, ...(row.result ?? resultOf({ added: emptyTally(), removed: emptyTally(), library: emptyTally() }, { posts: 0, publications: 0, documents: 0 })),
    };
  }
}

function resultOf({ added, removed, library }: Record<'added' | 'removed' | 'library', Tally>, counts: Pick<PreviewResult, 'posts' | 'publications' | 'documents'>): PreviewResult {
  const addedTerms = ranked(added);
  const removedTerms = ranked(removed);
  const hints = falseAlarmHints(ranked(library).map(({ text, count, texts }) => ({ term: text, libraryHits: count, libraryDocuments: texts })));
  const more = (all: readonly unknown[], shown: number): number => Math.max(0, all.length - shown);
  return {
    ...counts, added: added.findings, addedTexts: added.texts, removed: removed.findings, addedTerms: addedTerms.slice(0, TERMS_SHOWN), moreAddedTerms: more(addedTerms, TERMS_SHOWN),
    removedTerms: removedTerms.slice(0, TERMS_SHOWN), moreRemovedTerms: more(removedTerms, TERMS_SHOWN), hints: hints.slice(0, HINTS_SHOWN), moreHints: more(hints, HINTS_SHOWN),
  };
}

/** The same day so many months before, or the last day of that month. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return civilDate(new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))));
}

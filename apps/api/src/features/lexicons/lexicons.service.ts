import { Injectable } from '@nestjs/common';
import { LIMITS, type CreateLexiconRequest, type ImportLexiconQuery, type LexiconImportView, type MakeLexiconEffectiveRequest, type RollBackLexiconRequest, type SaveLexiconEntryRequest } from '@govmedia-hub/contracts';
import { isCivilDate } from '@govmedia-hub/working-days';
import { QueryFailedError } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { InvalidRequest } from '../../foundation/errors/problem-filter.js';
import { runTask } from '../../foundation/jobs/run-task.js';
import type { Actor } from '../../foundation/session/actor.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { cut, problemsOf, tidy } from './entries.js';
import type { Edited, EditJob } from './lexicon-edit-task.js';
import { LexiconSheets } from './lexicon-sheets.js';
import { LexiconStore } from './lexicon-store.js';
import { LexiconEntity, LexiconVersionEntity } from './lexicon.entity.js';
import { LexiconsReader } from './lexicons.reader.js';

const EDIT = new URL('./lexicon-edit-task.js', import.meta.url);

type Entries = Pick<LexiconVersionEntity, 'chunks' | 'digest' | 'entries'>;

/** The verbs of supervisors: lexicons, drafts, and from which day on a version is used. */
@Injectable()
export class LexiconsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly reader: LexiconsReader,
    private readonly store: LexiconStore,
    private readonly sheets: LexiconSheets,
  ) {}

  /** @returns the new lexicon's id. @throws DomainError lexicons.name_taken */
  async create(actor: Actor, { kind, name, note }: CreateLexiconRequest): Promise<string> {
    const id = newId();
    const words = name.trim();
    if (words === '') throw new InvalidRequest([{ field: 'name', message: '请填写。' }]);
    await this.database.transaction(async (db) => {
      if (await db.findOneBy(LexiconEntity, { name: words })) throw new DomainError('lexicons.name_taken');
      await db.insert(LexiconEntity, { id, kind, name: words, note: note?.trim() ?? '', createdById: actor.personId, createdAt: this.clock.now() });
      await this.note(db, actor, id, 'lexicons.created', { kind });
    });
    return id;
  }

  /**
   * Reads a workbook into the draft, whole or not at all; problems are an answer, not a refusal.
   * @throws DomainError lexicons.changed_meanwhile, request.too_large, request.unsupported_media
   */
  async importSheet(actor: Actor, id: string, file: { name: string; bytes: Buffer }, { mode, source, seenVersion }: ImportLexiconQuery): Promise<LexiconImportView> {
    const { lexicon, base } = await this.database.read(async (db) => {
      const draft = await this.draftOf(db, id);
      requireSeen(draft, seenVersion);
      const under = mode === 'merge' && draft ? draft : await this.reader.baseOf(db, id);
      return { lexicon: await this.reader.get(db, id), base: under ? await this.store.textsOf(db, under.chunks) : [] };
    });
    const read = await this.sheets.read(lexicon.kind, mode, file, base);
    const { problems, notices, rows, added, changed, same, removed } = read;
    const shown = LIMITS.lexiconProblemsShown;
    const refused = problems.length > 0;
    if (!refused) {
      await this.store.keep(read.chunks);
      const body: Entries = { chunks: read.chunks.map((chunk) => chunk.id), digest: read.digest, entries: read.entries };
      await this.database.transaction(async (db) => {
        const draft = await this.draftOf(db, id);
        requireSeen(draft, seenVersion);
        const versionId = draft ? await this.rewrite(db, draft, { ...body, source: source.trim() }) : await this.insertDraft(db, actor, id, body, source);
        await this.note(db, actor, id, 'lexicons.imported', { versionId, mode, digest: body.digest, entries: body.entries });
      });
    }
    return {
      rows, added, changed, same, removed, problems: problems.slice(0, shown), moreProblems: Math.max(0, problems.length - shown), notices: notices.slice(0, shown), moreNotices: Math.max(0, notices.length - shown),
      draft: refused ? null : (await this.reader.detail(id)).draft,
    };
  }

  /** A draft equal to the version in use, to be edited by hand. @throws DomainError lexicons.draft_exists */
  startDraft(actor: Actor, id: string, source: string): Promise<void> {
    return this.database.transaction(async (db) => {
      await this.reader.get(db, id);
      if (await this.draftOf(db, id)) throw new DomainError('lexicons.draft_exists');
      const base = await this.reader.baseOf(db, id);
      const versionId = await this.insertDraft(db, actor, id, base ?? { chunks: [], ...cutDigest(), entries: 0 }, source);
      await this.note(db, actor, id, 'lexicons.draft_started', { versionId });
    });
  }

  /** Adds an entry to a draft or puts it in the place of another. @throws DomainError lexicons.entry_taken, lexicons.entry_not_found; InvalidRequest by entries.ts */
  async saveEntry(actor: Actor, versionId: string, { seenVersion, key, entry: raw }: SaveLexiconEntryRequest): Promise<string> {
    return this.edit(actor, versionId, seenVersion, 'lexicons.entry_saved', (kind) => {
      const entry = tidy(kind, raw);
      const problems = problemsOf(kind, entry);
      if (problems.length > 0) throw new InvalidRequest(problems.map(({ field, message }) => ({ field: `entry.${field}`, message })));
      return { key: key ?? null, put: entry };
    });
  }

  /** @throws DomainError lexicons.entry_not_found, lexicons.not_a_draft, lexicons.changed_meanwhile */
  async removeEntry(actor: Actor, versionId: string, seenVersion: number, key: string): Promise<string> {
    return this.edit(actor, versionId, seenVersion, 'lexicons.entry_removed', () => ({ key, put: null }));
  }

  /** Drops a draft; versions that were made effective stay. @returns the lexicon's id */
  discard(actor: Actor, versionId: string, seenVersion: number): Promise<string> {
    return this.database.transaction(async (db) => {
      const draft = await this.requireDraft(db, versionId, seenVersion);
      const { affected } = await db.delete(LexiconVersionEntity, { id: versionId, version: seenVersion });
      if (affected !== 1) throw new DomainError('lexicons.changed_meanwhile');
      await this.note(db, actor, draft.lexiconId, 'lexicons.draft_discarded', { versionId, number: draft.number, digest: draft.digest });
      return draft.lexiconId;
    });
  }

  /**
   * Lets a draft be used from the midnight of a civil day on; its preview must have tried exactly these entries.
   * @throws DomainError lexicons.preview_required, lexicons.date_in_past, lexicons.not_a_draft, lexicons.changed_meanwhile
   */
  makeEffective(actor: Actor, versionId: string, { seenVersion, effectiveFrom, effectiveTo = null, note = '' }: MakeLexiconEffectiveRequest): Promise<string> {
    return this.database.transaction(async (db) => {
      const draft = await this.requireDraft(db, versionId, seenVersion);
      this.requireDays(effectiveFrom, effectiveTo);
      if (draft.previewDigest !== draft.digest) throw new DomainError('lexicons.preview_required');
      await this.rewrite(db, draft, { draftOf: null, effectiveFrom, effectiveTo, note: note.trim(), decidedById: actor.personId, decidedAt: this.clock.now() });
      await this.note(db, actor, draft.lexiconId, 'lexicons.made_effective', { versionId, number: draft.number, digest: draft.digest, effectiveFrom, effectiveTo, previewId: draft.previewId });
      return draft.lexiconId;
    });
  }

  /** Takes a version that has not begun back into a draft. @throws DomainError lexicons.not_scheduled, lexicons.draft_exists */
  cancel(actor: Actor, versionId: string, seenVersion: number, reason: string): Promise<string> {
    return this.database.transaction(async (db) => {
      const row = await this.reader.version(db, versionId);
      if (row.draftOf !== null || row.effectiveFrom === null || row.effectiveFrom <= this.clock.today()) throw new DomainError('lexicons.not_scheduled');
      if (row.version !== seenVersion) throw new DomainError('lexicons.changed_meanwhile');
      if (await this.draftOf(db, row.lexiconId)) throw new DomainError('lexicons.draft_exists');
      await this.rewrite(db, row, { draftOf: row.lexiconId, effectiveFrom: null, effectiveTo: null, note: reason.trim(), decidedById: null, decidedAt: null });
      await this.note(db, actor, row.lexiconId, 'lexicons.effect_cancelled', { versionId, number: row.number, effectiveFrom: row.effectiveFrom });
      return row.lexiconId;
    });
  }

  /** A new version equal to an earlier one. It was tried when it was new, so it needs no preview. @throws DomainError lexicons.date_in_past, lexicons.version_not_found */
  rollBack(actor: Actor, versionId: string, { reason, effectiveFrom }: RollBackLexiconRequest): Promise<string> {
    return this.database.transaction(async (db) => {
      const old = await this.reader.version(db, versionId);
      if (old.draftOf !== null || old.effectiveFrom === null || old.effectiveFrom > this.clock.today()) throw new DomainError('lexicons.version_not_found', {}, '只能恢复曾经生效的版本。');
      this.requireDays(effectiveFrom, null);
      const id = newId();
      const now = this.clock.now();
      const number = await this.nextNumber(db, old.lexiconId);
      await this.guarded(() => db.insert(LexiconVersionEntity, {
        ...old, id, number, note: reason.trim(), restoredFrom: old.number, effectiveFrom, effectiveTo: null, createdById: actor.personId, createdAt: now, decidedById: actor.personId, decidedAt: now, version: 0,
      }));
      await this.note(db, actor, old.lexiconId, 'lexicons.rolled_back', { versionId: id, number, restoredFrom: old.number, digest: old.digest, effectiveFrom });
      return old.lexiconId;
    });
  }

  /** Notes that a preview has tried the entries of a version as they are in `digest`. */
  async previewed(db: Db, actor: Pick<Actor, 'personId' | 'orgId'>, versionId: string, previewId: string, digest: string): Promise<void> {
    const row = await db.findOneBy(LexiconVersionEntity, { id: versionId });
    if (!row) return;
    await db.update(LexiconVersionEntity, { id: versionId }, { previewId, previewDigest: digest });
    await this.note(db, actor, row.lexiconId, 'lexicons.previewed', { versionId, previewId, digest });
  }

  /** Changes an entry of a draft in a worker thread; runs that stay the same are neither sent back nor written again. */
  private async edit(actor: Actor, versionId: string, seenVersion: number, verb: string, change: (kind: LexiconEntity['kind']) => Pick<EditJob, 'key' | 'put'>): Promise<string> {
    const { lexicon, job } = await this.database.read(async (db) => {
      const draft = await this.requireDraft(db, versionId, seenVersion);
      const row = await this.reader.get(db, draft.lexiconId);
      return { lexicon: row, job: { kind: row.kind, ...change(row.kind), ids: draft.chunks, base: await this.store.textsOf(db, draft.chunks) } };
    });
    const edited = await runTask<Edited>(EDIT, job satisfies EditJob);
    if (edited.problem !== null) throw new DomainError(`lexicons.${edited.problem}`);
    const { ids, digest, entries, fresh } = edited;
    if (entries > LIMITS.lexiconEntries) throw new DomainError('lexicons.too_many_entries');
    await this.store.keep(fresh);
    await this.database.transaction(async (db) => {
      const draft = await this.requireDraft(db, versionId, seenVersion);
      await this.rewrite(db, draft, { chunks: ids, digest, entries });
      await this.note(db, actor, lexicon.id, verb, { versionId, digest, entries });
    });
    return lexicon.id;
  }

  private async insertDraft(db: Db, actor: Actor, lexiconId: string, { chunks, digest, entries }: Entries, source: string): Promise<string> {
    const id = newId();
    const number = await this.nextNumber(db, lexiconId);
    await this.guarded(() => db.insert(LexiconVersionEntity, {
      id, lexiconId, number, draftOf: lexiconId, chunks, digest, entries, source: source.trim(), note: '', effectiveFrom: null, effectiveTo: null, restoredFrom: null,
      createdById: actor.personId, createdAt: this.clock.now(), decidedById: null, decidedAt: null, previewId: null, previewDigest: null, version: 0,
    }));
    return id;
  }

  /** Of two supervisors who begin at once, the database refuses the second one. */
  private async guarded(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof QueryFailedError) throw new DomainError('lexicons.changed_meanwhile');
      throw error;
    }
  }

  private async rewrite(db: Db, row: LexiconVersionEntity, changes: Partial<LexiconVersionEntity>): Promise<string> {
    const { affected } = await db.update(LexiconVersionEntity, { id: row.id, version: row.version }, { ...changes, version: row.version + 1 });
    if (affected !== 1) throw new DomainError('lexicons.changed_meanwhile');
    return row.id;
  }

  private async nextNumber(db: Db, lexiconId: string): Promise<number> {
    return ((await db.maximum(LexiconVersionEntity, 'number', { lexiconId })) ?? 0) + 1;
  }

  private draftOf(db: Db, lexiconId: string): Promise<LexiconVersionEntity | null> {
    return db.findOneBy(LexiconVersionEntity, { draftOf: lexiconId });
  }

  private async requireDraft(db: Db, id: string, seenVersion: number): Promise<LexiconVersionEntity> {
    const row = await this.reader.version(db, id);
    if (row.draftOf === null) throw new DomainError('lexicons.not_a_draft');
    if (row.version !== seenVersion) throw new DomainError('lexicons.changed_meanwhile', { version: row.version });
    return row;
  }

  private requireDays(from: string, to: string | null): void {
    const days = [from, ...(to === null ? [] : [to])];
    if (!days.every(isCivilDate)) throw new InvalidRequest([{ field: 'effectiveFrom', message: '日期无效，请核对。' }]);
    if (from < this.clock.today() || (to !== null && to < from)) throw new DomainError('lexicons.date_in_past', { today: this.clock.today() });
  }

  private note(db: Db, actor: Pick<Actor, 'personId' | 'orgId'>, subjectId: string, verb: string, facts: Record<string, string | number | boolean | null>): Promise<void> {
    return this.events.record(db, actor, { verb, subjectType: 'lexicon', subjectId, facts });
  }
}

const cutDigest = (): { digest: string } => ({ digest: cut('terms', []).digest });

/** Whoever imports must have seen the draft that goes. */
function requireSeen(draft: LexiconVersionEntity | null, seenVersion: number | undefined): void {
  if (draft ? draft.version !== seenVersion : seenVersion !== undefined) throw new DomainError('lexicons.changed_meanwhile', draft ? { version: draft.version } : {});
}

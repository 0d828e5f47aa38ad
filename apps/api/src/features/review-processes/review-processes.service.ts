import { Injectable } from '@nestjs/common';
import { processProblems, type CancelReviewProcessRequest, type ContentKind, type MakeReviewProcessEffectiveRequest, type SaveReviewProcessRequest, type StartReviewProcessRequest } from '@govmedia-hub/contracts';
import { isCivilDate } from '@govmedia-hub/working-days';
import { QueryFailedError } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { InvalidRequest } from '../../foundation/errors/problem-filter.js';
import type { Actor } from '../../foundation/session/actor.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { REVIEW_PROCESSES } from '../rulebook/rulebook.service.js';
import { ReviewProcessVersionEntity } from './review-process.entity.js';
import { daysOf, desksOf, ReviewProcessesReader } from './review-processes.reader.js';

/** The verbs of supervisors: draft a process for a kind of content, and say from which day on texts go by it. */
@Injectable()
export class ReviewProcessesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly reader: ReviewProcessesReader,
  ) {}

  /** A draft equal to the process in force of the kind, or of another kind. @throws DomainError review_processes.draft_exists */
  async start(actor: Actor, { kind, copyOf = kind }: StartReviewProcessRequest): Promise<ContentKind> {
    try {
      await this.database.transaction(async (db) => {
        if (await db.findOneBy(ReviewProcessVersionEntity, { draftOf: kind })) throw new DomainError('review_processes.draft_exists');
        const today = this.clock.today();
        const base = (await this.reader.all(db)).inForce(copyOf, today);
        const id = newId();
        const number = Math.max((await db.maximum(ReviewProcessVersionEntity, 'number', { kind })) ?? 0, ...REVIEW_PROCESSES.map(({ version }) => Number(version))) + 1;
        await db.insert(ReviewProcessVersionEntity, {
          id, kind, number, draftOf: kind, name: base.name, source: base.source, note: '', desks: desksOf(base, today), days: daysOf(base, today), effectiveFrom: null, createdById: actor.personId, createdAt: this.clock.now(), decidedById: null, decidedAt: null, version: 0,
        });
        await this.note(db, actor, id, 'draft_started', { kind, number, copyOf });
      });
    } catch (error) {
      // Of two supervisors who begin at once, the database refuses the second one.
      if (error instanceof QueryFailedError && /unique|duplicate/i.test(error.message)) throw new DomainError('review_processes.draft_exists');
      throw error;
    }
    return kind;
  }

  /** Keeps a draft, also one that is not finished; what it lacks is said with it. @throws DomainError review_processes.not_a_draft, review_processes.changed_meanwhile */
  save(actor: Actor, id: string, { seenVersion, name, source, days, desks }: SaveReviewProcessRequest): Promise<ContentKind> {
    return this.database.transaction(async (db) => {
      const draft = await this.requireDraft(db, id, seenVersion);
      await this.rewrite(db, draft, { name: name.trim(), source: source.trim(), days, desks: desks.map((desk) => ({ ...desk, name: desk.name.trim() })) });
      await this.note(db, actor, id, 'saved', { kind: draft.kind, number: draft.number, desks: desks.length });
      return draft.kind;
    });
  }

  discard(actor: Actor, id: string, seenVersion: number): Promise<ContentKind> {
    return this.database.transaction(async (db) => {
      const draft = await this.requireDraft(db, id, seenVersion);
      const { affected } = await db.delete(ReviewProcessVersionEntity, { id, version: seenVersion });
      if (affected !== 1) throw new DomainError('review_processes.changed_meanwhile');
      await this.note(db, actor, id, 'discarded', { kind: draft.kind, number: draft.number });
      return draft.kind;
    });
  }

  /**
   * Texts handed in from the midnight of that day on go by the draft; those in review keep their version.
   * @throws DomainError review_processes.too_weak with what is missing, review_processes.date_in_past, review_processes.not_a_draft, review_processes.changed_meanwhile
   */
  makeEffective(actor: Actor, id: string, { seenVersion, effectiveFrom, note = '' }: MakeReviewProcessEffectiveRequest): Promise<ContentKind> {
    return this.database.transaction(async (db) => {
      const draft = await this.requireDraft(db, id, seenVersion);
      const problems = processProblems(draft);
      if (problems.length > 0) throw new DomainError('review_processes.too_weak', { problems: problems.map(({ message }) => message) });
      if (!isCivilDate(effectiveFrom)) throw new InvalidRequest([{ field: 'effectiveFrom', message: '日期无效，请核对。' }]);
      if (effectiveFrom < this.clock.today()) throw new DomainError('review_processes.date_in_past', { today: this.clock.today() });
      await this.rewrite(db, draft, { draftOf: null, effectiveFrom, note: note.trim(), decidedById: actor.personId, decidedAt: this.clock.now() });
      await this.note(db, actor, id, 'made_effective', { kind: draft.kind, number: draft.number, effectiveFrom });
      return draft.kind;
    });
  }

  /** Takes a version that has not begun back into a draft. @throws DomainError review_processes.not_scheduled, review_processes.draft_exists */
  cancel(actor: Actor, id: string, { seenVersion, reason }: CancelReviewProcessRequest): Promise<ContentKind> {
    return this.database.transaction(async (db) => {
      const row = await this.reader.version(db, id);
      if (row.effectiveFrom === null || row.effectiveFrom <= this.clock.today()) throw new DomainError('review_processes.not_scheduled');
      if (row.version !== seenVersion) throw new DomainError('review_processes.changed_meanwhile', { version: row.version });
      if (await db.findOneBy(ReviewProcessVersionEntity, { draftOf: row.kind })) throw new DomainError('review_processes.draft_exists');
      await this.rewrite(db, row, { draftOf: row.kind, effectiveFrom: null, note: reason.trim(), decidedById: null, decidedAt: null });
      await this.note(db, actor, id, 'effect_cancelled', { kind: row.kind, number: row.number, effectiveFrom: row.effectiveFrom });
      return row.kind;
    });
  }

  private async requireDraft(db: Db, id: string, seenVersion: number): Promise<ReviewProcessVersionEntity> {
    const row = await this.reader.version(db, id);
    if (row.draftOf === null) throw new DomainError('review_processes.not_a_draft');
    if (row.version !== seenVersion) throw new DomainError('review_processes.changed_meanwhile', { version: row.version });
    return row;
  }

  private async rewrite(db: Db, row: ReviewProcessVersionEntity, changes: Partial<ReviewProcessVersionEntity>): Promise<void> {
    const { affected } = await db.update(ReviewProcessVersionEntity, { id: row.id, version: row.version }, { ...changes, version: row.version + 1 });
    if (affected !== 1) throw new DomainError('review_processes.changed_meanwhile');
  }

  private note(db: Db, actor: Actor, subjectId: string, verb: string, facts: Record<string, string | number>): Promise<void> {
    return this.events.record(db, actor, { verb: `review_processes.${verb}`, subjectType: 'review_process', subjectId, facts });
  }
}

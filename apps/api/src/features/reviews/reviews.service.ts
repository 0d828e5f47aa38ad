import { Injectable } from '@nestjs/common';
import type { CloseGateRequest, Gate, ReviewContentRequest } from '@govmedia-hub/contracts';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { requireOwnOrganisation, type Actor } from '../../foundation/session/actor.js';
import { type ContentEntity, ContentFindingEntity, ContentsReader, holdsGate, plainText } from '../contents/contents.reader.js';
import { ContentsService } from '../contents/contents.service.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { fullyApproved, nextStep, openGates, whyNotClose, whyNotReview, type TextUnderReview, type Verdict } from './reviews.policy.js';
import { ContentVerdictEntity } from './verdict.entity.js';

/** Five gates and three reviews, each closed by a named person on a named digest. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly contents: ContentsService,
    private readonly reader: ContentsReader,
  ) {}

  /** @throws DomainError by reviews.policy whyNotClose; access.other_organisation */
  closeGate(actor: Actor, id: string, gate: Gate, request: CloseGateRequest): Promise<void> {
    return this.database.transaction(async (db) => {
      const row = await this.reader.get(db, id);
      requireOwnOrganisation(actor, row.orgId);
      const text = await this.underReview(db, row);
      const findings = (await db.findBy(ContentFindingEntity, { contentId: id, gate })).filter(holdsGate);
      const refusal = whyNotClose(text, gate, actor.personId, request, findings.length);
      if (refusal) throw new DomainError(refusal, refusal === 'reviews.digest_changed' ? { digest: row.digest } : {});
      const left = openGates([...text.verdicts, { gate, step: null, verdict: request.verdict, digest: row.digest, byId: actor.personId }]).length;
      if (request.verdict === 'returned') await this.contents.move(db, row, 'return');
      else if (left === 0) await this.contents.move(db, row, 'pass_gates');
      else await this.contents.note(db, row, {});
      await this.give(db, actor, row, { desk: `gate:${gate}`, gate, step: null, verdict: request.verdict, opinion: request.opinion });
      await this.events.record(db, actor, { verb: 'contents.gate_closed', subjectType: 'content', subjectId: id, facts: { gate, verdict: request.verdict, digest: row.digest, lexiconVersion: row.lexiconVersion } });
    });
  }

  /** @throws DomainError by reviews.policy whyNotReview; access.other_organisation */
  review(actor: Actor, id: string, request: ReviewContentRequest): Promise<void> {
    return this.database.transaction(async (db) => {
      const row = await this.reader.get(db, id);
      requireOwnOrganisation(actor, row.orgId);
      const { step, decision } = request;
      const text = await this.underReview(db, row);
      const refusal = whyNotReview(text, step, actor.personId, request);
      if (refusal) throw new DomainError(refusal, refusal === 'reviews.digest_changed' ? { digest: row.digest } : {});
      const left = nextStep([...text.verdicts, { gate: null, step, verdict: decision, digest: row.digest, byId: actor.personId }]);
      if (decision === 'returned') await this.contents.move(db, row, 'return');
      else if (left === null) await this.contents.move(db, row, 'approve');
      else await this.contents.note(db, row, {});
      await this.give(db, actor, row, { desk: `review:${step}`, gate: null, step, verdict: decision, opinion: request.opinion });
      await this.events.record(db, actor, { verb: 'contents.reviewed', subjectType: 'content', subjectId: id, facts: { step, decision, digest: row.digest, lexiconVersion: row.lexiconVersion } });
    });
  }

  /** The text with what was said of it in its current round. */
  async underReview(db: Db, row: ContentEntity): Promise<TextUnderReview & { rows: ContentVerdictEntity[] }> {
    const rows = await db.find(ContentVerdictEntity, { where: { contentId: row.id, round: row.round }, order: { at: 'ASC', id: 'ASC' } });
    return { status: row.status, digest: row.digest, authorIds: row.authorIds, verdicts: rows satisfies Verdict[], rows };
  }

  /** Whether every gate and every review stands on exactly this text; asked again inside the transaction that publishes. */
  async isFullyApproved(db: Db, row: ContentEntity): Promise<boolean> {
    return fullyApproved(await this.underReview(db, row));
  }

  /** Civil day of the last review of the current round, or null. */
  async lastReviewAt(db: Db, row: ContentEntity): Promise<Date | null> {
    const { rows } = await this.underReview(db, row);
    return rows.filter((entry) => entry.step !== null).at(-1)?.at ?? null;
  }

  private async give(db: Db, actor: Actor, row: ContentEntity, verdict: Pick<ContentVerdictEntity, 'desk' | 'gate' | 'step' | 'verdict' | 'opinion'>): Promise<void> {
    await db.insert(ContentVerdictEntity, {
      id: newId(), contentId: row.id, round: row.round, ...verdict, opinion: plainText(verdict.opinion), digest: row.digest, lexiconVersion: row.lexiconVersion, byId: actor.personId, at: this.clock.now(),
    });
  }
}

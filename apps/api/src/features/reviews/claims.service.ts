import { Injectable } from '@nestjs/common';
import type { ClaimDesksRequest, DeskId, Role, SetPriorityRequest } from '@govmedia-hub/contracts';
import { In, LessThanOrEqual, QueryFailedError } from 'typeorm';
import { civilDate, Clock } from '../../foundation/clock/clock.js';
import { Database } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { hasRole, requireOwnOrganisation, requireSight, type Actor } from '../../foundation/session/actor.js';
import { ContentsReader } from '../contents/contents.reader.js';
import { ContentsService } from '../contents/contents.service.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { REVIEW_RULES } from '../rulebook/rulebook.service.js';
import { caseOf, dueOn } from './review-cases.js';
import { liveClaims, requireDesk } from './review-claims.js';
import { dueDesks, whyNot } from './reviews.policy.js';
import { ReviewsService } from './reviews.service.js';
import { ReviewCaseEntity, ReviewClaimEntity } from './verdict.entity.js';

/** Who has which desk in hand, and how pressing a text is. */
@Injectable()
export class ClaimsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly contents: ContentsService,
    private readonly reader: ContentsReader,
    private readonly reviews: ReviewsService,
    private readonly organisations: OrganisationsService,
  ) {}

  /**
   * Takes desks in hand for the hours of the rule; a claim of one's own is renewed.
   * @throws DomainError reviews.claimed_by_other, contents.move_not_allowed when no desk is due to the person, or by reviews.policy whyNot
   */
  async claim(actor: Actor, id: string, request: ClaimDesksRequest): Promise<void> {
    try {
      await this.database.transaction(async (db) => {
        const row = await this.reader.get(db, id);
        requireSight(actor, row.orgId);
        const text = await this.reviews.underReview(db, row);
        const accounts = await this.organisations.accountsOf(db, actor.personId);
        // A desk is open to who holds its post in the text's unit, or in the supervising unit where the process says so.
        const mine = ({ role, unit }: { role: Role; unit: 'own' | 'any' }) => hasRole(actor, role) && (unit === 'any' || actor.orgId === row.orgId);
        if (!text.process.desks.some(mine)) throw new DomainError(actor.orgId === row.orgId ? 'access.denied' : 'access.other_organisation');
        const refusalOf = (desk: DeskId) => (text.process.desks.some((place) => place.desk === desk && !mine(place)) ? 'access.denied' : null) ?? whyNot(text, desk, { accounts, forId: null }, { digest: row.digest, good: false });
        const now = this.clock.now();
        const taken = (await liveClaims(db, row, now)).filter((claim) => claim.byId !== actor.personId).map((claim) => claim.desk);
        const wanted = request.desks ?? dueDesks(text).map(({ desk }) => desk).filter((desk) => refusalOf(desk) === null && !taken.includes(desk));
        if (wanted.length === 0) throw new DomainError(taken.length > 0 ? 'reviews.claimed_by_other' : 'contents.move_not_allowed', { status: row.status });
        for (const desk of new Set(wanted)) {
          const refusal = refusalOf(desk);
          if (refusal) throw new DomainError(refusal);
          await requireDesk(db, row, desk, actor.personId, now);
          await db.delete(ReviewClaimEntity, { contentId: id, round: row.round, desk, until: LessThanOrEqual(now) });
          await db.delete(ReviewClaimEntity, { contentId: id, round: row.round, desk, byId: actor.personId });
          await db.insert(ReviewClaimEntity, { id: newId(), contentId: id, round: row.round, desk, byId: actor.personId, at: now, until: new Date(now.getTime() + REVIEW_RULES.claims.hours * 3_600_000) });
        }
        await this.events.record(db, actor, { verb: 'contents.desk_claimed', subjectType: 'content', subjectId: id, facts: { desks: [...new Set(wanted)].join(','), hours: REVIEW_RULES.claims.hours } });
      });
    } catch (error) {
      // Two who claim at once: the database lets one through.
      if (error instanceof QueryFailedError && /unique|duplicate/i.test(error.message)) throw new DomainError('reviews.claimed_by_other');
      throw error;
    }
  }

  /** Gives back every desk of the text that the person has in hand; nothing happens when there is none. */
  release(actor: Actor, id: string): Promise<void> {
    return this.database.transaction(async (db) => {
      const row = await this.reader.get(db, id);
      requireSight(actor, row.orgId);
      const own = (await liveClaims(db, row, this.clock.now())).filter((claim) => claim.byId === actor.personId);
      if (own.length === 0) return;
      await db.delete(ReviewClaimEntity, { id: In(own.map((claim) => claim.id)) });
      await this.events.record(db, actor, { verb: 'contents.desk_released', subjectType: 'content', subjectId: id, facts: { desks: own.map((claim) => claim.desk).join(',') } });
    });
  }

  /** Makes a text more or less pressing; its last day follows from the day it was handed in. No verdict is touched. @throws DomainError contents.move_not_allowed, contents.changed_meanwhile */
  setPriority(actor: Actor, id: string, { priority, seenVersion }: SetPriorityRequest): Promise<void> {
    return this.database.transaction(async (db) => {
      const row = await this.reader.get(db, id);
      requireOwnOrganisation(actor, row.orgId);
      const entry = await caseOf(db, row);
      if (!entry || (row.status !== 'in_gates' && row.status !== 'in_review')) throw new DomainError('contents.move_not_allowed', { status: row.status });
      const text = await this.reviews.underReview(db, row);
      if (row.version !== seenVersion) throw new DomainError('contents.changed_meanwhile', { version: row.version, status: row.status });
      await db.update(ReviewCaseEntity, { id: entry.id }, { priority, dueOn: dueOn(text.process, priority, civilDate(entry.submittedAt)) });
      await this.contents.note(db, row, {});
      await this.events.record(db, actor, { verb: 'contents.priority_set', subjectType: 'content', subjectId: id, facts: { priority } });
    });
  }
}

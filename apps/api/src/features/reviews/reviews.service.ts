import { Injectable } from '@nestjs/common';
import { DESK_ROLES, type CloseGateRequest, type DeskId, type DeskStep, type Gate, type ProofreadContentRequest, type ReaffirmRequest, type ReviewContentRequest, type SecrecyRecordRequest, type SubmitContentRequest } from '@govmedia-hub/contracts';
import { LessThan } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { hasRole, requireOwnOrganisation, type Actor } from '../../foundation/session/actor.js';
import { type ContentEntity, ContentFindingEntity, ContentsReader, holdsGate, plainText } from '../contents/contents.reader.js';
import { ContentsService } from '../contents/contents.service.js';
import { RescreeningService } from '../contents/rescreening.service.js';
import { DelegationsService } from '../delegations/delegations.service.js';
import { EmergenciesService } from '../emergencies/emergencies.service.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { ReviewProcessesReader } from '../review-processes/review-processes.reader.js';
import { REVIEW_RULES } from '../rulebook/rulebook.service.js';
import { caseOf, lastPriority, openCase, processFor } from './review-cases.js';
import { affirmable, type Affirmable } from './reaffirmation.js';
import { fullyApproved, gateOf, lineOf, openDesks, openGates, whyNot, type Acting, type TextUnderReview } from './reviews.policy.js';
import { requireDesk } from './review-claims.js';
import { ContentVerdictEntity, ReviewCaseEntity } from './verdict.entity.js';

interface Given { desk: DeskId; verdict: 'passed' | 'approved' | 'returned'; digest: string; opinion: string; reasons?: string[] | undefined; secrecy?: SecrecyRecordRequest | undefined; onBehalfOfId?: string | undefined; again?: boolean }

/** Five gates, three reviews and three proofreadings, each closed by a named person on a named digest. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly contents: ContentsService,
    private readonly rescreening: RescreeningService,
    private readonly reader: ContentsReader,
    private readonly organisations: OrganisationsService,
    private readonly delegations: DelegationsService,
    private readonly emergencies: EmergenciesService,
    private readonly processes: ReviewProcessesReader,
  ) {}

  /** Hands a text in; the process in force, the priority and the last day are fixed with it. @throws DomainError as ContentsService.submit */
  submit(actor: Actor, id: string, request: SubmitContentRequest): Promise<void> {
    return this.contents.submit(actor, id, request.seenVersion, async (db, row) => {
      const today = this.clock.today();
      const process = (await this.processes.all(db)).inForce(row.kind, today);
      await openCase(db, row, request.priority ?? (await lastPriority(db, row.id)), this.clock.now(), today, process);
      return { process: process.version };
    });
  }

  /** @throws DomainError by reviews.policy whyNot; reviews.secrecy_record_missing, reviews.reason_required, access.other_organisation */
  closeGate(actor: Actor, id: string, gate: Gate, request: CloseGateRequest): Promise<void> {
    return this.give(actor, id, { ...request, desk: `gate:${gate}` });
  }

  /** @throws DomainError by reviews.policy whyNot; reviews.reason_required, access.other_organisation */
  review(actor: Actor, id: string, { step, decision, ...request }: ReviewContentRequest): Promise<void> {
    return this.give(actor, id, { ...request, desk: `review:${step}`, verdict: decision });
  }

  /** @throws DomainError by reviews.policy whyNot; reviews.reason_required, access.other_organisation */
  proofread(actor: Actor, id: string, { step, decision, ...request }: ProofreadContentRequest): Promise<void> {
    return this.give(actor, id, { ...request, desk: `proof:${step}`, verdict: decision });
  }

  /**
   * Gives again, in one act, every verdict that this person gave on an earlier text and that is open on this one. Desks that the
   * person may no longer close, and gates with findings that hold them, stay open.
   * @throws DomainError reviews.nothing_to_reaffirm, reviews.digest_changed
   */
  async reaffirm(actor: Actor, id: string, request: ReaffirmRequest): Promise<void> {
    await this.freshen(actor, id);
    return this.database.transaction(async (db) => {
      const { desks } = await this.affirmable(db, actor, await this.reader.get(db, id), request.digest);
      if (desks.length === 0) throw new DomainError('reviews.nothing_to_reaffirm');
      for (const { desk, before, onBehalfOfId } of desks) {
        const secrecy = before.secrecyGround === null ? undefined : { ground: before.secrecyGround, conclusion: before.secrecyConclusion ?? '' };
        await this.giveIn(db, actor, id, { desk, verdict: lineOf(desk) === 'gate' ? 'passed' : 'approved', digest: request.digest, opinion: request.opinion ?? '已对照改动，重新确认。', secrecy, onBehalfOfId: onBehalfOfId ?? undefined, again: true });
      }
    });
  }

  /** What this person may affirm of the text, and what holds the rest. @throws DomainError reviews.digest_changed */
  async affirmable(db: Db, actor: Actor, row: ContentEntity, digest: string): Promise<Affirmable> {
    if (digest !== row.digest) throw new DomainError('reviews.digest_changed', { digest: row.digest });
    if (!hasRole(actor, ...DESK_ROLES) || (actor.orgId !== row.orgId && !hasRole(actor, 'supervisor'))) return { desks: [], held: [] };
    const accounts = await this.organisations.accountsOf(db, actor.personId);
    const earlier = await db.find(ContentVerdictEntity, { where: { contentId: row.id, round: LessThan(row.round) }, order: { round: 'DESC', at: 'DESC' } });
    const findings = (await db.findBy(ContentFindingEntity, { contentId: row.id })).filter(holdsGate);
    return affirmable(await this.underReview(db, row), earlier, accounts, await this.delegations.actingFor(db, actor.personId), (gate) => findings.filter((finding) => finding.gate === gate).length);
  }

  /**
   * Before a person judges or publishes, the machine looks again when other lexicons apply than those it looked with. Gates that now
   * hold new findings open again; verdicts of the other gates go along into the new round, reviews and proofreadings do not.
   * @throws DomainError reviews.lexicon_changed with the gates that opened
   */
  async freshen(actor: Pick<Actor, 'personId' | 'orgId'> & Partial<Pick<Actor, 'roles'>>, id: string): Promise<void> {
    const again = await this.rescreening.look(id);
    if (!again) return;
    const { row, screening } = again;
    if (actor.orgId !== row.orgId && !actor.roles?.includes('supervisor')) throw new DomainError('access.other_organisation');
    const opened = await this.database.transaction(async (db) => {
      const closed = (await this.underReview(db, row)).rows.filter((entry) => entry.gate !== null && entry.verdict === 'passed');
      const gates = await this.rescreening.take(db, actor, row, screening, closed.map((entry) => entry.gate!));
      if (gates.length === 0) return gates;
      const round = row.round + 1;
      const entry = await caseOf(db, row);
      if (entry) await db.insert(ReviewCaseEntity, { ...entry, id: newId(), round, reopenedAt: this.clock.now() });
      for (const verdict of closed) if (!gates.includes(verdict.gate!)) await db.insert(ContentVerdictEntity, { ...verdict, id: newId(), round });
      return gates;
    });
    if (opened.length > 0) throw new DomainError('reviews.lexicon_changed', { gates: opened, lexiconVersion: screening.lexiconVersion });
  }

  /** Whether the machine last looked with the lexicons of today; asked inside the transaction that publishes. */
  isFresh(db: Db, row: ContentEntity): Promise<boolean> {
    return this.rescreening.isForToday(db, row);
  }

  /** The text with what was said of it in its current round. */
  async underReview(db: Db, row: ContentEntity): Promise<TextUnderReview & { rows: ContentVerdictEntity[] }> {
    const rows = await db.find(ContentVerdictEntity, { where: { contentId: row.id, round: row.round }, order: { at: 'ASC', id: 'ASC' } });
    return { status: row.status, digest: row.digest, authorIds: row.authorIds, verdicts: rows, rows, process: processFor(row, await caseOf(db, row), this.clock.today(), await this.processes.all(db)) };
  }

  /** Whether every desk of its process stands on exactly this text; asked again inside the transaction that publishes. */
  async isFullyApproved(db: Db, row: ContentEntity): Promise<boolean> {
    return fullyApproved(await this.underReview(db, row));
  }

  /** When the last review or proofreading of the current round was given, or null. */
  async lastReviewAt(db: Db, row: ContentEntity): Promise<Date | null> {
    const { rows } = await this.underReview(db, row);
    return rows.filter((entry) => lineOf(entry.desk) !== 'gate').at(-1)?.at ?? null;
  }

  private async give(actor: Actor, id: string, given: Given): Promise<void> {
    await this.freshen(actor, id);
    return this.database.transaction((db) => this.giveIn(db, actor, id, given));
  }

  private async giveIn(db: Db, actor: Actor, id: string, given: Given): Promise<void> {
    const row = await this.reader.get(db, id);
    const { desk, verdict } = given;
    const gate = gateOf(desk);
    const text = await this.underReview(db, row);
    const place = text.process.desks.find((entry) => entry.desk === desk);
    if (place?.unit !== 'any') requireOwnOrganisation(actor, row.orgId);
    const acting = await this.actingFor(db, actor, given.onBehalfOfId);
    const holding = gate === null ? [] : (await db.findBy(ContentFindingEntity, { contentId: id, gate })).filter(holdsGate);
    const refusal = whyNot(text, desk, acting, { digest: given.digest, good: verdict !== 'returned', ...(given.again ? { again: true } : {}) }, holding.length);
    if (refusal) throw new DomainError(refusal, refusal === 'reviews.digest_changed' ? { digest: row.digest } : {});
    if (!hasRole(actor, place!.role)) throw new DomainError('access.denied');
    await requireDesk(db, row, desk, actor.personId, this.clock.now());
    const { reasons, secrecy } = requireGrounds(given, gate);
    await db.insert(ContentVerdictEntity, {
      id: newId(), contentId: row.id, round: row.round, desk, gate, step: gate === null ? (Number(desk.at(-1)) as DeskStep) : null, verdict, opinion: plainText(given.opinion), reasons,
      secrecyGround: secrecy?.ground ?? null, secrecyConclusion: secrecy ? plainText(secrecy.conclusion) : null, digest: row.digest, lexiconVersion: row.lexiconVersion, byId: actor.personId, forId: acting.forId, at: this.clock.now(),
    });
    await this.moveOn(db, actor, row, verdict === 'returned', { ...text, verdicts: [...text.verdicts, { desk, verdict, digest: row.digest, byId: actor.personId, forId: acting.forId }] });
    const facts = { verdict, digest: row.digest, lexiconVersion: row.lexiconVersion, process: text.process.version, ...(acting.forId === null ? {} : { forId: acting.forId }), ...(reasons.length > 0 ? { reasons: reasons.join(',') } : {}), ...(given.again ? { again: true } : {}) };
    if (gate !== null) await this.events.record(db, actor, { verb: 'contents.gate_closed', subjectType: 'content', subjectId: id, facts: { gate, ...facts, ...(secrecy ? { secrecyGround: secrecy.ground } : {}) } });
    else await this.events.record(db, actor, { verb: lineOf(desk) === 'review' ? 'contents.reviewed' : 'contents.proofread', subjectType: 'content', subjectId: id, facts: { step: Number(desk.at(-1)), decision: verdict, ...facts } });
  }

  /** Leads the text to where its verdicts stand. */
  private async moveOn(db: Db, actor: Actor, row: ContentEntity, returned: boolean, text: TextUnderReview): Promise<void> {
    if (returned) return this.contents.move(db, row, 'return');
    const done = openDesks(text).length === 0;
    const passed = row.status === 'in_gates' && openGates(text).length === 0;
    if (passed) await this.contents.move(db, row, 'pass_gates');
    if (done) await this.approve(db, actor, passed ? await this.reader.get(db, row.id) : row);
    else if (!passed) await this.contents.note(db, row, {});
  }

  /** A text that went out in an emergency is public already: its approval settles that. */
  private async approve(db: Db, actor: Actor, row: ContentEntity): Promise<void> {
    await this.contents.move(db, row, 'approve');
    if (await this.emergencies.end(db, actor, row, 'approved')) await this.contents.move(db, await this.reader.get(db, row.id), 'publish');
  }

  /** @throws DomainError reviews.no_delegation */
  private async actingFor(db: Db, actor: Actor, onBehalfOfId: string | undefined): Promise<Acting> {
    const accounts = await this.organisations.accountsOf(db, actor.personId);
    if (onBehalfOfId === undefined || onBehalfOfId === actor.personId) return { accounts, forId: null };
    if (!(await this.delegations.actingFor(db, actor.personId)).includes(onBehalfOfId)) throw new DomainError('reviews.no_delegation');
    return { accounts, forId: onBehalfOfId };
  }
}

/** @throws DomainError reviews.reason_required, reviews.secrecy_record_missing */
function requireGrounds({ desk, verdict, opinion, reasons = [], secrecy }: Given, gate: Gate | null): { reasons: string[]; secrecy: SecrecyRecordRequest | null } {
  const known = REVIEW_RULES.returnReasons.reasons.filter((reason) => reason.lines.includes(lineOf(desk))).map(({ code }) => code);
  if (verdict === 'returned') {
    if (reasons.some((code) => !known.includes(code)) || (reasons.length === 0 && plainText(opinion).trim() === '')) throw new DomainError('reviews.reason_required');
    return { reasons: [...new Set(reasons)], secrecy: null };
  }
  if (gate !== 'secrecy') return { reasons: [], secrecy: null };
  if (!secrecy || plainText(secrecy.conclusion).trim() === '' || !REVIEW_RULES.secrecyGrounds.grounds.some(({ code }) => code === secrecy.ground)) throw new DomainError('reviews.secrecy_record_missing');
  return { reasons: [], secrecy };
}

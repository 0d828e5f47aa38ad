import { Injectable } from '@nestjs/common';
import type { EmergencyEnd, EmergencyView, ListEmergenciesQuery, Page } from '@govmedia-hub/contracts';
import { deadline, findDeadlineRule } from '@govmedia-hub/working-days';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { pageOf } from '../../foundation/http/paging.js';
import { seesWholeCity, type Actor } from '../../foundation/session/actor.js';
import { type ContentEntity, ContentFindingEntity, ContentsReader, plainText } from '../contents/contents.reader.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { EmergencyEntity } from './emergency.entity.js';

/** The book of emergency releases: asked by a publisher, agreed by a supervisor, and open until the approval has followed. */
@Injectable()
export class EmergenciesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly contents: ContentsReader,
    private readonly organisations: OrganisationsService,
  ) {}

  /** @throws DomainError emergencies.move_not_allowed while another is open; emergencies.secrecy_finding; reviews.own_text */
  async request(db: Db, actor: Actor, row: ContentEntity, reason: string): Promise<void> {
    await this.requireReleasable(db, actor, row);
    const open = await this.openOf(db, row.id);
    // A request about an earlier text has no object any more; a text that is out already needs its approval first.
    if (open && (open.status === 'released' || open.digest === row.digest)) throw new DomainError('emergencies.move_not_allowed');
    if (open) await this.change(db, open, { status: 'refused', endedAt: this.clock.now(), endedBy: 'replaced' });
    const id = newId();
    await db.insert(EmergencyEntity, {
      id, contentId: row.id, orgId: row.orgId, digest: row.digest, status: 'requested', reason: plainText(reason).trim(), requestedById: actor.personId, requestedAt: this.clock.now(),
      decidedById: null, decidedAt: null, opinion: null, dueOn: null, endedAt: null, endedBy: null, version: 0,
    });
    await this.events.record(db, actor, { verb: 'contents.emergency_requested', subjectType: 'content', subjectId: row.id, facts: { emergencyId: id, digest: row.digest } });
  }

  /**
   * A second person agrees or refuses. @returns true when the text may go public now
   * @throws DomainError emergencies.move_not_allowed, emergencies.same_person, emergencies.secrecy_finding, reviews.own_text, reviews.digest_changed
   */
  async decide(db: Db, actor: Actor, row: ContentEntity, decision: 'release' | 'refuse', opinion: string): Promise<boolean> {
    const entry = await this.openOf(db, row.id);
    if (!entry || entry.status !== 'requested') throw new DomainError('emergencies.move_not_allowed');
    if ((await this.organisations.accountsOf(db, actor.personId)).includes(entry.requestedById)) throw new DomainError('emergencies.same_person');
    const released = decision === 'release';
    const today = this.clock.today();
    const rule = findDeadlineRule('review.emergency', today);
    if (released) {
      if (entry.digest !== row.digest) throw new DomainError('reviews.digest_changed', { digest: row.digest });
      await this.requireReleasable(db, actor, row);
    }
    const dueOn = released ? (rule ? deadline({ receivedOn: today, rule }).dueOn : today) : null;
    await this.change(db, entry, { status: released ? 'released' : 'refused', decidedById: actor.personId, decidedAt: this.clock.now(), opinion: plainText(opinion).trim(), dueOn });
    await this.events.record(db, actor, { verb: released ? 'contents.emergency_released' : 'contents.emergency_refused', subjectType: 'content', subjectId: row.id, facts: { emergencyId: entry.id, digest: entry.digest, requestedById: entry.requestedById, dueOn }, onBehalfOfOrgId: row.orgId });
    return released;
  }

  /** Closes what is open about a text: its approval is complete, an approved text took its place, or it was withdrawn. @returns whether there was any */
  async end(db: Db, actor: Pick<Actor, 'personId' | 'orgId'>, row: Pick<ContentEntity, 'id' | 'digest'>, endedBy: EmergencyEnd): Promise<boolean> {
    const entry = await this.openOf(db, row.id);
    if (!entry || entry.status !== 'released' || (endedBy === 'approved' && entry.digest !== row.digest)) return false;
    await this.change(db, entry, { status: 'settled', endedAt: this.clock.now(), endedBy });
    await this.events.record(db, actor, { verb: 'contents.emergency_settled', subjectType: 'content', subjectId: row.id, facts: { emergencyId: entry.id, endedBy, late: entry.dueOn !== null && this.clock.today() > entry.dueOn } });
    return true;
  }

  /** The newest of a text, or null. */
  async of(db: Db, contentId: string): Promise<EmergencyView | null> {
    const row = await db.findOne(EmergencyEntity, { where: { contentId }, order: { requestedAt: 'DESC', id: 'DESC' } });
    return row ? (await this.views(db, [row]))[0]! : null;
  }

  /** Of the own unit, or of the whole city for who watches it; the next due first among those that are open. */
  list(actor: Actor, query: ListEmergenciesQuery): Promise<Page<EmergencyView>> {
    return this.database.read(async (db) => {
      const builder = db.createQueryBuilder(EmergencyEntity, 'emergency');
      if (!seesWholeCity(actor)) builder.andWhere('emergency.orgId = :ownOrgId', { ownOrgId: actor.orgId });
      if (query.status) builder.andWhere('emergency.status = :status', { status: query.status });
      if (query.overdue) builder.andWhere("emergency.status = 'released' AND emergency.dueOn < :today", { today: this.clock.today() });
      const page = await pageOf(builder, 'emergency', 'requestedAt', query);
      return { items: await this.views(db, page.rows), nextCursor: page.nextCursor, total: page.total };
    });
  }

  private openOf(db: Db, contentId: string): Promise<EmergencyEntity | null> {
    return db.findOne(EmergencyEntity, { where: [{ contentId, status: 'requested' }, { contentId, status: 'released' }], order: { requestedAt: 'DESC', id: 'DESC' } });
  }

  private async change(db: Db, row: EmergencyEntity, changes: Partial<EmergencyEntity>): Promise<void> {
    const { affected } = await db.update(EmergencyEntity, { id: row.id, version: row.version }, { ...changes, version: row.version + 1 });
    if (affected !== 1) throw new DomainError('contents.changed_meanwhile', { emergencyId: row.id });
  }

  /** No author releases the own text, and a block finding of secrecy stops everybody. */
  private async requireReleasable(db: Db, actor: Actor, row: ContentEntity): Promise<void> {
    if (row.status !== 'in_gates' && row.status !== 'in_review') throw new DomainError('contents.move_not_allowed', { status: row.status });
    const accounts = await this.organisations.accountsOf(db, actor.personId);
    if (row.authorIds.some((author) => accounts.includes(author))) throw new DomainError('reviews.own_text');
    const findings = await db.findBy(ContentFindingEntity, { contentId: row.id, gate: 'secrecy', severity: 'block' });
    if (findings.some((finding) => finding.state === 'open' || finding.state === 'confirmed')) throw new DomainError('emergencies.secrecy_finding');
  }

  private async views(db: Db, rows: readonly EmergencyEntity[]): Promise<EmergencyView[]> {
    const titles = await this.contents.titlesOf(db, rows.map((row) => row.contentId));
    const people = await this.organisations.peopleNames(db, rows.flatMap((row) => [row.requestedById, row.decidedById]));
    const units = await this.organisations.namesOf(db, rows.map((row) => row.orgId));
    const today = this.clock.today();
    return rows.map((row) => ({
      id: row.id, contentId: row.contentId, title: titles.get(row.contentId) ?? '', orgId: row.orgId, orgName: units.get(row.orgId) ?? '', digest: row.digest, status: row.status, reason: row.reason,
      requestedByName: people.get(row.requestedById) ?? '', requestedAt: row.requestedAt.toISOString(), decidedByName: row.decidedById === null ? null : people.get(row.decidedById) ?? '', decidedAt: row.decidedAt?.toISOString() ?? null, opinion: row.opinion,
      dueOn: row.dueOn, overdue: row.status === 'released' && row.dueOn !== null && row.dueOn < today, endedAt: row.endedAt?.toISOString() ?? null, endedBy: row.endedBy,
    }));
  }
}

export { DecideEmergencyDto, RequestEmergencyDto } from './emergencies.dto.js';

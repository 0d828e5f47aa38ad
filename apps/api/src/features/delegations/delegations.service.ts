import { Injectable } from '@nestjs/common';
import type { ColleagueView, CreateDelegationRequest, DelegationView } from '@govmedia-hub/contracts';
import { daysBetween, isCivilDate } from '@govmedia-hub/working-days';
import { IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { hasRole, seesWholeCity, type Actor } from '../../foundation/session/actor.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { DelegationEntity } from './delegation.entity.js';

/** Longer absences call for a change of post, not for a deputy. */
const MAX_DAYS = 92;

/** Who stands in for whom, on which days; everybody of the unit sees it. */
@Injectable()
export class DelegationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly organisations: OrganisationsService,
  ) {}

  /** Newest first: those of the own unit, or of the whole city for who watches it. */
  list(actor: Actor): Promise<DelegationView[]> {
    return this.database.read(async (db) => {
      const rows = await db.find(DelegationEntity, { where: seesWholeCity(actor) ? {} : { orgId: actor.orgId }, order: { createdAt: 'DESC', id: 'DESC' }, take: 500 });
      const names = await this.organisations.peopleNames(db, rows.flatMap((row) => [row.fromId, row.toId, row.revokedById]));
      const today = this.clock.today();
      return rows.map((row) => toDelegationView(row, names, today, actor));
    });
  }

  /** Reviewers of the own unit who may stand in. */
  colleagues(actor: Actor): Promise<ColleagueView[]> {
    return this.database.read(async (db) => (await this.organisations.staffOf(db, actor.orgId)).filter((person) => person.id !== actor.personId && person.roles.includes('reviewer')).map(({ id, name, post }) => ({ id, name, post })));
  }

  /** @throws DomainError delegations.not_possible: not a reviewer of the own unit, days in the wrong order or past, a chain of deputies */
  async create(actor: Actor, request: CreateDelegationRequest): Promise<DelegationView[]> {
    const { toId, fromOn, toOn, reason } = request;
    const today = this.clock.today();
    const refuse = (why: string): never => { throw new DomainError('delegations.not_possible', {}, why); };
    if (!isCivilDate(fromOn) || !isCivilDate(toOn) || toOn < fromOn) refuse('起止日期不对，结束日期不能早于开始日期。');
    if (toOn < today) refuse('结束日期已经过去。');
    if (daysBetween(fromOn, toOn) > MAX_DAYS) refuse(`代审最长${MAX_DAYS}天，更长的请调整岗位。`);
    await this.database.transaction(async (db) => {
      const deputy = (await this.organisations.staffOf(db, actor.orgId)).find((person) => person.id === toId);
      if (toId === actor.personId || !deputy?.roles.includes('reviewer')) refuse('代审人必须是本单位在岗的其他审核人员。');
      // A deputy's deputy would hide who answers for a verdict.
      const overlapping = (await db.findBy(DelegationEntity, { orgId: actor.orgId, revokedAt: IsNull(), fromOn: LessThanOrEqual(toOn), toOn: MoreThanOrEqual(fromOn) }));
      if (overlapping.some((row) => row.fromId === toId)) refuse('代审人在这段时间已委托他人代审，不能再接受委托。');
      if (overlapping.some((row) => row.toId === actor.personId)) refuse('您在这段时间正代他人审核，不能再委托他人。');
      if (overlapping.some((row) => row.fromId === actor.personId)) refuse('这段时间已有代审授权，请先撤销原来的。');
      const id = newId();
      await db.insert(DelegationEntity, { id, orgId: actor.orgId, fromId: actor.personId, toId, fromOn, toOn, reason: reason.trim(), createdAt: this.clock.now(), revokedAt: null, revokedById: null });
      await this.events.record(db, actor, { verb: 'delegations.given', subjectType: 'delegation', subjectId: id, facts: { fromId: actor.personId, toId, fromOn, toOn } });
    });
    return this.list(actor);
  }

  /** Ends it at once. Verdicts given under it stay as they are. @throws DomainError delegations.not_found, delegations.move_not_allowed, access.denied */
  async revoke(actor: Actor, id: string): Promise<DelegationView[]> {
    await this.database.transaction(async (db) => {
      const row = await db.findOneBy(DelegationEntity, { id });
      if (!row || (!seesWholeCity(actor) && row.orgId !== actor.orgId)) throw new DomainError('delegations.not_found', { id });
      if (!mayRevoke(actor, row)) throw new DomainError('access.denied');
      const { affected } = await db.update(DelegationEntity, { id, revokedAt: IsNull() }, { revokedAt: this.clock.now(), revokedById: actor.personId });
      if (affected !== 1 || row.toOn < this.clock.today()) throw new DomainError('delegations.move_not_allowed');
      await this.events.record(db, actor, { verb: 'delegations.revoked', subjectType: 'delegation', subjectId: id, facts: { fromId: row.fromId, toId: row.toId } });
    });
    return this.list(actor);
  }

  /** Ids of those for whom the person may act today. */
  async actingFor(db: Db, personId: string): Promise<string[]> {
    const today = this.clock.today();
    const rows = await db.findBy(DelegationEntity, { toId: personId, revokedAt: IsNull(), fromOn: LessThanOrEqual(today), toOn: MoreThanOrEqual(today) });
    return [...new Set(rows.map((row) => row.fromId))];
  }
}

const mayRevoke = (actor: Actor, row: DelegationEntity): boolean => row.fromId === actor.personId || hasRole(actor, 'supervisor', 'administrator');

function toDelegationView(row: DelegationEntity, names: ReadonlyMap<string, string>, today: string, actor: Actor): DelegationView {
  const { id, orgId, fromId, toId, fromOn, toOn, reason } = row;
  const status = row.revokedAt ? 'revoked' : toOn < today ? 'over' : fromOn > today ? 'ahead' : 'live';
  return {
    id, orgId, fromId, fromName: names.get(fromId) ?? '', toId, toName: names.get(toId) ?? '', fromOn, toOn, reason, status, createdAt: row.createdAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null, revokedByName: row.revokedById === null ? null : names.get(row.revokedById) ?? '', mayRevoke: (status === 'live' || status === 'ahead') && mayRevoke(actor, row),
  };
}

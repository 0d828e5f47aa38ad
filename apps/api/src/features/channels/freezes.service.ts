import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FreezeRequest, FreezeView, LiftFreezeRequest } from '@govmedia-hub/contracts';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { InvalidRequest } from '../../foundation/errors/problem-filter.js';
import { hasRole, requireOwnOrganisation, seesWholeCity, type Actor } from '../../foundation/session/actor.js';
import { AccountsReader } from '../accounts/accounts.reader.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { PublishingService } from '../publishing/publishing.service.js';
import { FreezeEntity } from './channel.entity.js';
import { ChannelsReader } from './channels.reader.js';

/** 紧急冻结: nothing more goes out of an account, a unit or the city until it is lifted; taking back is never held. */
@Injectable()
export class FreezesService implements OnModuleInit {
  private countHeld: (db: Db, freeze: FreezeEntity) => Promise<number> = () => Promise.resolve(0);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly accounts: AccountsReader,
    private readonly organisations: OrganisationsService,
    private readonly reader: ChannelsReader,
    private readonly publishing: PublishingService,
  ) {}

  onModuleInit(): void {
    this.publishing.guardWith((db, { orgId }) => this.requireThawed(db, orgId, null));
  }

  /** The feature above counts what waits under a freeze. */
  countHeldWith(count: (db: Db, freeze: FreezeEntity) => Promise<number>): void {
    this.countHeld = count;
  }

  list(actor: Actor): Promise<FreezeView[]> {
    return this.database.read(async (db) => {
      const rows = [];
      for (const row of await this.reader.freezes(db)) if (seesWholeCity(actor) || row.scope === 'city' || (await this.orgOf(db, row)) === actor.orgId) rows.push(row);
      return this.views(db, actor, rows);
    });
  }

  /**
   * One act of one person: a publisher for the own unit and its accounts, a supervisor for anything.
   * @throws DomainError channels.freeze_in_force, access.other_organisation
   */
  freeze(actor: Actor, request: FreezeRequest): Promise<FreezeView> {
    const subjectId = request.scope === 'city' ? null : (request.subjectId ?? null);
    if (request.scope !== 'city' && subjectId === null) throw new InvalidRequest([{ field: 'subjectId', message: '请选择要冻结的账号或单位。' }]);
    return this.database.transaction(async (db) => {
      const row = db.create(FreezeEntity, {
        id: newId(), scope: request.scope, subjectId, inForceKey: `${request.scope}:${subjectId ?? ''}`, reason: request.reason.trim(), byId: actor.personId, byOrgId: actor.orgId, at: this.clock.now(),
        liftRequestedById: null, liftRequestedAt: null, liftedById: null, liftedAt: null, liftReason: null, version: 0,
      });
      const orgId = await this.orgOf(db, row);
      if (!hasRole(actor, 'supervisor')) {
        if (orgId === null) throw new DomainError('access.denied');
        requireOwnOrganisation(actor, orgId);
      }
      if (await db.existsBy(FreezeEntity, { inForceKey: row.inForceKey! })) throw new DomainError('channels.freeze_in_force', { scope: row.scope });
      await db.insert(FreezeEntity, row).catch((error: Error) => {
        throw /UNIQUE|Duplicate/i.test(error.message) ? new DomainError('channels.freeze_in_force', { scope: row.scope }) : error;
      });
      await this.events.record(db, actor, { verb: 'freezes.set', subjectType: 'freeze', subjectId: row.id, facts: { scope: row.scope, on: subjectId } });
      return (await this.views(db, actor, [row]))[0]!;
    });
  }

  /**
   * Ends a freeze: a supervisor at once; two different publishers of the unit otherwise. A city-wide one, or one that the
   * supervising unit set, is lifted by supervisors only.
   * @throws DomainError channels.second_person_needed, channels.changed_meanwhile, access.denied
   */
  lift(actor: Actor, id: string, request: LiftFreezeRequest): Promise<FreezeView> {
    return this.database.transaction(async (db) => {
      const row = await db.findOneBy(FreezeEntity, { id });
      if (!row) throw new DomainError('channels.freeze_not_found', { id });
      if (row.inForceKey === null || row.version !== request.seenVersion) throw new DomainError('channels.changed_meanwhile', { version: row.version });
      const way = await this.wayToLift(db, actor, row);
      if (way === null) {
        if (row.liftRequestedById === actor.personId) throw new DomainError('channels.second_person_needed');
        throw new DomainError('access.denied');
      }
      const now = this.clock.now();
      const reason = request.reason.trim();
      const changes = way === 'first_of_two' ? { liftRequestedById: actor.personId, liftRequestedAt: now, liftReason: reason } : { liftedById: actor.personId, liftedAt: now, inForceKey: null, liftReason: way === 'second_of_two' ? row.liftReason : reason };
      const { affected } = await db.update(FreezeEntity, { id, version: row.version }, { ...changes, version: row.version + 1 });
      if (affected !== 1) throw new DomainError('channels.changed_meanwhile');
      await this.events.record(db, actor, { verb: way === 'first_of_two' ? 'freezes.lift_asked' : 'freezes.lifted', subjectType: 'freeze', subjectId: id, facts: { scope: row.scope, on: row.subjectId } });
      return (await this.views(db, actor, [{ ...row, ...changes, version: row.version + 1 }]))[0]!;
    });
  }

  /** @throws DomainError channels.frozen */
  async requireThawed(db: Db, orgId: string, accountId: string | null): Promise<void> {
    const freeze = await this.reader.freezeOver(db, orgId, accountId);
    if (freeze) throw new DomainError('channels.frozen', { freezeId: freeze.id, scope: freeze.scope });
  }

  private async wayToLift(db: Db, actor: Actor, row: FreezeEntity): Promise<FreezeView['abilities']['lift']> {
    if (row.inForceKey === null) return null;
    if (hasRole(actor, 'supervisor')) return 'at_once';
    const orgId = await this.orgOf(db, row);
    if (!hasRole(actor, 'publisher') || orgId === null || orgId !== actor.orgId || row.byOrgId !== orgId) return null;
    if (row.liftRequestedById === null) return 'first_of_two';
    return row.liftRequestedById === actor.personId ? null : 'second_of_two';
  }

  private async orgOf(db: Db, row: Pick<FreezeEntity, 'scope' | 'subjectId'>): Promise<string | null> {
    if (row.scope === 'city') return null;
    if (row.scope === 'unit') return (await this.organisations.get(db, row.subjectId!)).id;
    const account = await this.accounts.find(db, row.subjectId!);
    if (!account) throw new DomainError('accounts.not_found', { id: row.subjectId });
    return account.sponsorOrgId;
  }

  private async views(db: Db, actor: Actor, rows: readonly FreezeEntity[]): Promise<FreezeView[]> {
    const people = await this.organisations.peopleNames(db, rows.flatMap((row) => [row.byId, row.liftRequestedById, row.liftedById]));
    const units = await this.organisations.namesOf(db, rows.map((row) => (row.scope === 'unit' ? row.subjectId : null)));
    const accounts = await this.reader.accountNames(db, rows.map((row) => (row.scope === 'account' ? row.subjectId : null)));
    const nameOf = (id: string | null): string | null => (id === null ? null : (people.get(id) ?? ''));
    return Promise.all(rows.map(async (row): Promise<FreezeView> => ({
      id: row.id, scope: row.scope, subjectId: row.subjectId, subjectName: row.scope === 'city' ? '全市' : (units.get(row.subjectId!) ?? accounts.get(row.subjectId!) ?? ''), reason: row.reason, byName: nameOf(row.byId)!, at: row.at.toISOString(),
      liftRequestedByName: nameOf(row.liftRequestedById), liftRequestedAt: row.liftRequestedAt?.toISOString() ?? null, liftedByName: nameOf(row.liftedById), liftedAt: row.liftedAt?.toISOString() ?? null, liftReason: row.liftReason,
      held: row.inForceKey === null ? 0 : await this.countHeld(db, row), abilities: { lift: await this.wayToLift(db, actor, row) }, version: row.version,
    })));
  }
}

import { Injectable } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import type { CreateOrganisationRequest, CreatePersonRequest, OrganisationView, PersonView, Role } from '@govmedia-hub/contracts';
import { In } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import type { Actor } from '../../foundation/session/actor.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { OrganisationEntity, PersonEntity, SessionEntity } from './organisation.entity.js';
import { toOrganisationView, toPersonView } from './organisations.dto.js';

/** argon2id with the parameters of RFC 9106's second recommended option. */
export const ARGON2 = { memoryCost: 65_536, timeCost: 3, parallelism: 4 } as const;

export type NewOrganisation = Omit<OrganisationEntity, 'id'>;

@Injectable()
export class OrganisationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
  ) {}

  /** Units in force today, in the order they were entered. */
  list(): Promise<OrganisationView[]> {
    return this.database.read(async (db) => (await this.inForce(db)).map(toOrganisationView));
  }

  async listUnits(): Promise<{ id: string; name: string }[]> {
    return (await this.list()).map(({ id, name }) => ({ id, name }));
  }

  /** @throws DomainError organisations.not_found */
  async get(db: Db, id: string): Promise<OrganisationView> {
    const row = await db.findOneBy(OrganisationEntity, { id });
    if (!row) throw new DomainError('organisations.not_found', { id });
    return toOrganisationView(row);
  }

  /** Full names by id, also of units that no longer exist: history keeps its names. */
  async namesOf(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
    return new Map([...(await this.placesOf(db, ids))].map(([id, { name }]) => [id, name]));
  }

  /** The same with the region of each. */
  async placesOf(db: Db, ids: readonly (string | null)[]): Promise<Map<string, Pick<OrganisationEntity, 'name' | 'region'>>> {
    const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
    if (wanted.length === 0) return new Map();
    return new Map((await db.findBy(OrganisationEntity, { id: In(wanted) })).map(({ id, name, region }) => [id, { name, region }]));
  }

  /** People's names by id; ids of the command line and the system have names of their own. */
  async peopleNames(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
    const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
    const names = new Map([['command-line', '命令行'], ['system', '系统'], ['resident', '群众']]);
    if (wanted.length > 0) for (const row of await db.findBy(PersonEntity, { id: In(wanted) })) names.set(row.id, row.name);
    return names;
  }

  /** People of a unit who are at work now, with the roles they hold. */
  async staffOf(db: Db, orgId: string): Promise<{ id: string; name: string; post: string; roles: readonly Role[] }[]> {
    return (await db.find(PersonEntity, { where: { orgId, active: true }, order: { createdAt: 'ASC', id: 'ASC' } })).map(({ id, name, post, roles }) => ({ id, name, post, roles }));
  }

  /**
   * Every account of one human being: a person whose account was closed and opened anew under another username stays the same
   * person, and nobody judges twice by it. Closed accounts of the same name in the same unit count.
   */
  async accountsOf(db: Db, personId: string): Promise<string[]> {
    const person = await db.findOneBy(PersonEntity, { id: personId });
    if (!person) return [personId];
    const closed = await db.findBy(PersonEntity, { orgId: person.orgId, name: person.name, active: false });
    return [...new Set([personId, ...closed.map((row) => row.id)])];
  }

  /** The unit that supervises new media in this city, or null before one is entered. */
  async findSupervising(db: Db): Promise<OrganisationView | null> {
    const row = (await this.inForce(db)).find((organisation) => organisation.supervising);
    return row ? toOrganisationView(row) : null;
  }

  async create(db: Db, actor: Actor, organisation: NewOrganisation): Promise<string> {
    const id = newId();
    await db.insert(OrganisationEntity, { ...organisation, id });
    await this.events.record(db, actor, { verb: 'organisations.created', subjectType: 'organisation', subjectId: id });
    return id;
  }

  /** Enters a unit that people asked for. */
  enter(actor: Actor, request: CreateOrganisationRequest): Promise<OrganisationView> {
    const { name, shortName, kind, region, effectiveFrom } = request;
    return this.database.transaction(async (db) => {
      const id = await this.create(db, actor, {
        name, shortName, kind, region, effectiveFrom, effectiveTo: null, creditCode: request.creditCode ?? '', parentId: request.parentId ?? null,
        duties: request.duties ?? '', address: request.address ?? '', phone: request.phone ?? '', supervising: request.supervising ?? false,
      });
      return this.get(db, id);
    });
  }

  listPeople(): Promise<PersonView[]> {
    return this.database.read(async (db) => {
      const people = await db.find(PersonEntity, { order: { createdAt: 'ASC', id: 'ASC' } });
      const names = await this.namesOf(db, people.map((person) => person.orgId));
      return people.map((person) => toPersonView(person, names.get(person.orgId) ?? ''));
    });
  }

  /** @throws DomainError organisations.username_taken, organisations.weak_password, organisations.not_found */
  async createPerson(actor: Actor, request: CreatePersonRequest): Promise<PersonView> {
    requireStrongPassword(request.password);
    const passwordHash = await hash(request.password, ARGON2);
    return this.database.transaction(async (db) => {
      const organisation = await this.get(db, request.orgId);
      if (await db.existsBy(PersonEntity, { username: request.username })) throw new DomainError('organisations.username_taken', { username: request.username });
      const { username, name, post, orgId, roles } = request;
      const person = db.create(PersonEntity, { id: newId(), username, name, post, orgId, roles: [...new Set(roles)], passwordHash, active: true, failedSignIns: 0, lockedUntil: null, createdAt: this.clock.now() });
      await db.insert(PersonEntity, person);
      await this.events.record(db, actor, { verb: 'people.created', subjectType: 'person', subjectId: person.id, facts: { roles: person.roles.join(',') } });
      return toPersonView(person, organisation.name);
    });
  }

  /** Ends a person's access at once: no sign-in, and every open session is closed. */
  async deactivatePerson(actor: Actor, id: string): Promise<PersonView> {
    return this.database.transaction(async (db) => {
      const person = await db.findOneBy(PersonEntity, { id });
      if (!person) throw new DomainError('organisations.person_not_found', { id });
      await db.update(PersonEntity, { id }, { active: false });
      await db.delete(SessionEntity, { personId: id });
      await this.events.record(db, actor, { verb: 'people.deactivated', subjectType: 'person', subjectId: id });
      return toPersonView({ ...person, active: false }, (await this.namesOf(db, [person.orgId])).get(person.orgId) ?? '');
    });
  }

  private async inForce(db: Db): Promise<OrganisationEntity[]> {
    const today = this.clock.today();
    const rows = await db.find(OrganisationEntity, { order: { id: 'ASC' } });
    return rows.filter((row) => row.effectiveFrom <= today && (row.effectiveTo === null || row.effectiveTo > today));
  }
}

/** @throws DomainError organisations.weak_password below ten characters or of one kind only (GB/T 22239 asks for complexity) */
export function requireStrongPassword(password: string): void {
  const kinds = [/[a-zA-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length;
  if (password.length < 10 || kinds < 2) throw new DomainError('organisations.weak_password');
}

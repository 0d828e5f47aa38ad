import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { createHash, randomBytes } from 'node:crypto';
import type { SessionView } from '@govmedia-hub/contracts';
import { LessThan } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import type { Actor } from '../../foundation/session/actor.js';
import { SESSION_RULES } from '../../foundation/session/session-rules.js';
import { Sessions, type LiveSession } from '../../foundation/session/sessions.port.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { OrganisationEntity, PersonEntity, SessionEntity } from './organisation.entity.js';
import { ARGON2, requireStrongPassword } from './organisations.service.js';
import { toPersonView } from './organisations.dto.js';

const MINUTE = 60_000;
/** Compared when the username is unknown, so that the answer takes as long as for a known one. */
let decoyHash: Promise<string> | null = null;

@Injectable()
export class SignInService extends Sessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
  ) {
    super();
  }

  /**
   * Signs a person in.
   * @returns the cookie value, which exists nowhere else, and the session
   * @throws DomainError session.bad_credentials, session.locked_out
   */
  async signIn(username: string, password: string): Promise<{ token: string; session: SessionView }> {
    const person = await this.database.read((db) => db.findOneBy(PersonEntity, { username }));
    const now = this.clock.now();
    if (person?.lockedUntil && person.lockedUntil > now) throw new DomainError('session.locked_out', { until: person.lockedUntil.toISOString() });
    const right = await verify(person?.passwordHash ?? (await (decoyHash ??= hash('decoy', ARGON2))), password);
    if (!person || !person.active || !right) {
      if (person) await this.countFailure(person, now);
      throw new DomainError('session.bad_credentials');
    }
    const token = randomBytes(32).toString('base64url');
    const csrfToken = randomBytes(24).toString('base64url');
    const expiresAt = new Date(now.getTime() + SESSION_RULES.absoluteHours * 60 * MINUTE);
    return this.database.transaction(async (db) => {
      await db.delete(SessionEntity, { expiresAt: LessThan(now) });
      await db.insert(SessionEntity, { id: digest(token), personId: person.id, csrfToken, createdAt: now, lastSeenAt: now, expiresAt, closedReason: null });
      await db.update(PersonEntity, { id: person.id }, { failedSignIns: 0, lockedUntil: null });
      await this.events.record(db, { personId: person.id, orgId: person.orgId }, { verb: 'session.opened', subjectType: 'person', subjectId: person.id });
      return { token, session: { person: toPersonView(person, await this.orgName(db, person.orgId)), csrfToken, expiresAt: expiresAt.toISOString() } };
    });
  }

  async current(actor: Actor, csrfToken: string): Promise<SessionView> {
    return this.database.read(async (db) => {
      const person = await db.findOneByOrFail(PersonEntity, { id: actor.personId });
      return { person: toPersonView(person, await this.orgName(db, person.orgId)), csrfToken, expiresAt: new Date(this.clock.now().getTime() + SESSION_RULES.idleMinutes * MINUTE).toISOString() };
    });
  }

  async signOut(actor: Actor, token: string): Promise<void> {
    await this.database.transaction(async (db) => {
      await db.delete(SessionEntity, { id: digest(token) });
      await this.events.record(db, actor, { verb: 'session.closed', subjectType: 'person', subjectId: actor.personId });
    });
  }

  /** Changes the password and closes every other session of the person. @throws DomainError session.bad_credentials, organisations.weak_password */
  async changePassword(actor: Actor, token: string, current: string, next: string): Promise<void> {
    requireStrongPassword(next);
    const person = await this.database.read((db) => db.findOneByOrFail(PersonEntity, { id: actor.personId }));
    if (!(await verify(person.passwordHash, current))) throw new DomainError('session.bad_credentials');
    const passwordHash = await hash(next, ARGON2);
    await this.database.transaction(async (db) => {
      await db.update(PersonEntity, { id: person.id }, { passwordHash });
      await db.createQueryBuilder().delete().from(SessionEntity).where('personId = :personId AND id <> :id', { personId: person.id, id: digest(token) }).execute();
      await this.events.record(db, actor, { verb: 'people.password_changed', subjectType: 'person', subjectId: person.id });
    });
  }

  override async find(token: string): Promise<LiveSession | null> {
    const now = this.clock.now();
    const found = await this.database.read(async (db) => {
      const session = await db.findOneBy(SessionEntity, { id: digest(token) });
      const person = session && (await db.findOneBy(PersonEntity, { id: session.personId }));
      return session && person ? { session, person } : null;
    });
    if (!found || !found.person.active || found.session.expiresAt <= now) return null;
    const idle = now.getTime() - found.session.lastSeenAt.getTime();
    if (idle > SESSION_RULES.idleMinutes * MINUTE) return null;
    if (idle > MINUTE) await this.database.transaction((db) => db.update(SessionEntity, { id: found.session.id }, { lastSeenAt: now }));
    const { id, name, orgId, roles } = found.person;
    return { actor: { personId: id, name, orgId, roles, via: 'session' }, csrfToken: found.session.csrfToken, expiresAt: found.session.expiresAt };
  }

  private async countFailure(person: PersonEntity, now: Date): Promise<void> {
    await this.database.transaction(async (db) => {
      await db.increment(PersonEntity, { id: person.id }, 'failedSignIns', 1);
      const { failedSignIns } = await db.findOneByOrFail(PersonEntity, { id: person.id });
      const locked = failedSignIns >= SESSION_RULES.failuresBeforeLockout;
      if (locked) await db.update(PersonEntity, { id: person.id }, { failedSignIns: 0, lockedUntil: new Date(now.getTime() + SESSION_RULES.lockoutMinutes * MINUTE) });
      await this.events.record(db, { personId: person.id, orgId: person.orgId }, { verb: locked ? 'session.locked_out' : 'session.refused', subjectType: 'person', subjectId: person.id });
    });
  }

  private async orgName(db: Db, orgId: string): Promise<string> {
    return (await db.findOneBy(OrganisationEntity, { id: orgId }))?.name ?? '';
  }
}

const digest = (token: string): string => createHash('sha256').update(token).digest('hex');

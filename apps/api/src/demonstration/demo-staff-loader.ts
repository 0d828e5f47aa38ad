import { Injectable } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { ROLE_WORDS, type Role } from '@govmedia-hub/contracts';
import { Clock } from '../foundation/clock/clock.js';
import { Database } from '../foundation/database/database.js';
import { newId } from '../foundation/database/ids.js';
import type { Actor } from '../foundation/session/actor.js';
import { organisations } from '../demo-city/organisations.js';
import { people } from '../demo-city/people.js';
import { PersonEntity } from '../features/organisations/organisation.entity.js';
import { ARGON2, OrganisationsService } from '../features/organisations/organisations.service.js';
import type { DemoSignIn } from './demo-sign-in.js';

/** Nobody in particular: enters the units before there is anybody. */
export const SYSTEM: Actor = { personId: 'system', name: '系统', orgId: 'system', roles: [], via: 'system' };

/** Posts that every unit with texts of its own needs, beside those that the city's list names. */
const DESK: { suffix: string; post: string; roles: Role[] }[] = [
  { suffix: '采编', post: '办公室科员', roles: ['operator'] },
  { suffix: '初审', post: '业务科科长', roles: ['reviewer'] },
  { suffix: '复审', post: '办公室主任', roles: ['reviewer'] },
  { suffix: '终审', post: '分管领导', roles: ['reviewer'] },
  { suffix: '发布', post: '办公室干事', roles: ['publisher'] },
];

/** Who acts for a unit of the demonstration: a writer, three reviewers, a publisher. */
export interface Desk { operator: Actor; reviewers: [Actor, Actor, Actor]; publisher: Actor }

export interface DemoStaff {
  orgIds: Map<string, string>;
  actors: Map<string, Actor>;
  deskOf(orgKey: string): Desk;
  supervisor: Actor;
  inspector: Actor;
}

/** Enters the units and people of the demonstration city. */
@Injectable()
export class DemoStaffLoader {
  constructor(
    private readonly database: Database,
    private readonly organisationsService: OrganisationsService,
    private readonly clock: Clock,
  ) {}

  /** @param signInsFile where the random passwords are kept for the people who try the product, mode 600 */
  async load(signInsFile: string): Promise<DemoStaff> {
    const orgIds = await this.enterOrganisations();
    const { actors, signIns } = await this.enterPeople(orgIds);
    writeFileSync(signInsFile, JSON.stringify(signIns, null, 2), { mode: 0o600 });
    const actorsOf = (orgKey: string, role: Role): Actor[] => [...actors.values()].filter((actor) => actor.orgId === orgIds.get(orgKey) && actor.roles.includes(role));
    return {
      orgIds,
      actors,
      deskOf: (orgKey) => {
        const [operator] = actorsOf(orgKey, 'operator');
        const reviewers = actorsOf(orgKey, 'reviewer');
        const [publisher] = actorsOf(orgKey, 'publisher');
        if (!operator || reviewers.length < 3 || !publisher) throw new Error(`no full desk at ${orgKey}`);
        return { operator, reviewers: reviewers.slice(0, 3) as Desk['reviewers'], publisher };
      },
      supervisor: [...actors.values()].find((actor) => actor.roles.includes('supervisor'))!,
      inspector: [...actors.values()].find((actor) => actor.roles.includes('inspector'))!,
    };
  }

  private async enterOrganisations(): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    await this.database.transaction(async (db) => {
      for (const { key, parentKey, supervisor, regionCode: _, ...unit } of organisations)
        ids.set(key, await this.organisationsService.create(db, SYSTEM, { ...unit, parentId: parentKey ? (ids.get(parentKey) ?? null) : null, supervising: supervisor, effectiveFrom: '2019-01-01', effectiveTo: null }));
    });
    return ids;
  }

  private async enterPeople(orgIds: Map<string, string>): Promise<{ actors: Map<string, Actor>; signIns: DemoSignIn[] }> {
    const listed = people.map((person) => ({ ...person, listed: true }));
    const added = organisations.flatMap((unit) => missingPosts(unit.key).map((post, index) => ({ key: `${unit.key}-${index}`, username: `${unit.key}-${post.roles[0]}-${index}`.slice(0, 40), name: `${unit.shortName}${post.suffix}`, orgKey: unit.key, post: post.post, roles: post.roles, listed: false })));
    const actors = new Map<string, Actor>();
    const signIns: DemoSignIn[] = [];
    const rows: PersonEntity[] = [];
    const passwords = new Map(listed.map((person) => [person.key, `yx-${randomBytes(6).toString('hex')}`]));
    // Each hash is slow on purpose; the library makes them beside one another on its own threads.
    const hashes = new Map(await Promise.all([...passwords].map(async ([key, password]) => [key, await hash(password, ARGON2)] as const)));
    for (const person of [...listed, ...added]) {
      const password = passwords.get(person.key) ?? '';
      const id = newId();
      // Added desks keep the city moving and are not signed in to: their hash answers to no password.
      const passwordHash = hashes.get(person.key) ?? '!';
      rows.push({ id, username: person.username, name: person.name, post: person.post, orgId: orgIds.get(person.orgKey)!, roles: person.roles, passwordHash, active: person.listed, failedSignIns: 0, lockedUntil: null, createdAt: this.clock.now() });
      actors.set(person.key, { personId: id, name: person.name, orgId: orgIds.get(person.orgKey)!, roles: person.roles, via: 'system' });
      if (person.listed) signIns.push({ username: person.username, password, name: person.name, roles: person.roles.map((role) => ROLE_WORDS[role]).join('、'), orgName: organisations.find((unit) => unit.key === person.orgKey)!.name });
    }
    await this.database.transaction(async (db) => {
      for (const row of rows) await db.insert(PersonEntity, row);
    });
    return { actors, signIns };
  }
}

function missingPosts(orgKey: string): typeof DESK {
  const own = people.filter((person) => person.orgKey === orgKey);
  const count = (role: Role): number => own.filter((person) => person.roles.includes(role)).length;
  const reviewers = DESK.filter((post) => post.roles[0] === 'reviewer').slice(Math.min(3, count('reviewer')));
  return [...(count('operator') === 0 ? [DESK[0]!] : []), ...reviewers, ...(count('publisher') === 0 ? [DESK[4]!] : [])];
}


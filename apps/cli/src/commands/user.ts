import { randomBytes } from 'node:crypto';
import { civilDate } from '@govmedia-hub/api/foundation/clock/clock';
import { endpoints, ROLES, type OrganisationView, type Role } from '@govmedia-hub/contracts';
import { connect, type Connection } from '../connection.js';
import { print } from '../print.js';

export async function createUser(options: { username: string; name: string; org: string; roles: string; post: string; json?: boolean }): Promise<void> {
  const hub = await connect();
  try {
    const units = await hub.call(endpoints.listOrganisations);
    const organisation = units.find((unit) => unit.name === options.org || unit.shortName === options.org) ?? (await firstUnit(hub, units.length, options.org));
    const roles = options.roles.split(',').map((role) => role.trim());
    const unknown = roles.filter((role) => !ROLES.includes(role as Role));
    if (unknown.length > 0) throw new Error(`没有这样的岗位：${unknown.join('、')}。可用：${ROLES.join('、')}`);
    const password = `${randomBytes(9).toString('base64url')}-7`;
    const person = await hub.call(endpoints.createPerson, { body: { username: options.username, name: options.name, post: options.post, orgId: organisation.id, roles, password } });
    print(options.json, { ...person, password }, () => [`已新增 ${person.name}（${person.username}），${person.orgName}。`, `初始密码 ${password}　请本人登录后立即修改。`]);
  } finally {
    await hub.close();
  }
}

/** An empty hub has nobody who could enter a unit: the first one named is the supervising unit (主管单位). */
async function firstUnit(hub: Connection, known: number, name: string): Promise<OrganisationView> {
  if (known > 0) throw new Error(`没有名为“${name}”的单位。`);
  const effectiveFrom = civilDate(new Date());
  return hub.call(endpoints.createOrganisation, { body: { name, shortName: name.slice(0, 60), kind: 'government_office', region: name.slice(0, 60), supervising: true, effectiveFrom } });
}

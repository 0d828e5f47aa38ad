import { endpoints, ROLES, type Access, type Endpoint, type Role } from '@govmedia-hub/contracts';
import { databases, openTestHouse, STAFF, type TestHouse } from './open-test-house.js';

/** One member of staff per role, who holds no other role. */
const HOLDER: Record<Role, string> = {
  operator: 'zhou-operator', reviewer: 'wu-reviewer', publisher: 'feng-publisher', supervisor: 'chen-supervisor',
  inspector: 'chu-inspector', administrator: 'wei-administrator', auditor: 'jiang-auditor',
};

describe.each(databases)('standing guards on %s', (kind) => {
  let house: TestHouse;
  beforeAll(async () => { house = await openTestHouse(kind); });
  afterAll(() => house.close());

  it('finds no difference between the migrated tables and the entities', async () => {
    const { upQueries } = await house.database.dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map((query) => query.query)).toEqual([]);
  });

  it('takes every migration back and does it again', async () => {
    const source = house.database.dataSource;
    const count = source.migrations.length;
    for (let step = 0; step < count; step += 1) await source.undoLastMigration({ transaction: 'each' });
    expect(await source.query('select count(*) as n from migrations')).toMatchObject([{ n: expect.anything() }]);
    expect((await source.runMigrations({ transaction: 'each' })).length).toBe(count);
  }, 60_000);
});

describe('the guard at every door', () => {
  let house: TestHouse;
  beforeAll(async () => { house = await openTestHouse('sqlite'); });
  afterAll(() => house.close());

  it('has one holder for each role', () => {
    for (const role of ROLES) expect(STAFF[HOLDER[role]]!.roles).toEqual([role]);
  });

  it.each((Object.entries(endpoints) as [string, Endpoint<any, any>][]).filter(([name]) => name !== 'signOut'))('%s lets in exactly the roles of the endpoint table', async (_name, endpoint) => {
    const params = { id: '00000000-0000-7000-8000-000000000000', findingId: '00000000-0000-7000-8000-000000000000', verdictId: '00000000-0000-7000-8000-000000000000', attachmentId: '00000000-0000-7000-8000-000000000000', changeId: '00000000-0000-7000-8000-000000000000', mediaId: '00000000-0000-7000-8000-000000000000', place: 'new', gate: 'text' };
    const access: Access = endpoint.access;
    const stranger = await house.resident.call(endpoint, { params, body: endpoint.method === 'GET' ? undefined : {} });
    if (access === 'public') expect([401, 403]).not.toContain(endpoint.path === '/session' ? 200 : stranger.status);
    else expect(stranger.status).toBe(401);
    for (const role of ROLES) {
      const answer = await house.as(HOLDER[role]).call(endpoint, { params, body: endpoint.method === 'GET' ? undefined : {} });
      if (access === 'cloud_function') {
        expect(answer.status).toBe(401);
        continue;
      }
      const allowed = access === 'public' || access === 'signed_in' || access.includes(role);
      if (!allowed) expect({ role, status: answer.status, code: answer.body?.code }).toEqual({ role, status: 403, code: 'access.denied' });
      else expect({ role, code: answer.body?.code }).not.toEqual({ role, code: 'access.denied' });
      expect({ role, status: answer.status }).not.toEqual({ role, status: 500 });
    }
  });

  it('has a handler for every endpoint of the table', async () => {
    const missing: string[] = [];
    for (const [name, endpoint] of Object.entries(endpoints) as [string, Endpoint<any, any>][]) {
      const answer = await house.resident.call(endpoint, { params: { id: 'x', findingId: 'x', verdictId: 'x', attachmentId: 'x', changeId: 'x', mediaId: 'x', place: 'new', gate: 'text' }, body: endpoint.method === 'GET' ? undefined : {} });
      if (answer.body?.code === 'request.not_found') missing.push(name);
    }
    expect(missing).toEqual([]);
  });
});

import { endpoints } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';

describe.each(databases)('signing in on %s', (kind) => {
  let house: TestHouse;
  beforeAll(async () => { house = await openTestHouse(kind); });
  afterAll(() => house.close());

  it('tells a member of staff who they are and which unit they act for', async () => {
    const { status, body } = await house.as('zhou-operator').call(endpoints.getSession);
    expect(status).toBe(200);
    expect(body.person).toMatchObject({ name: '周采编', orgName: '云溪市人力资源和社会保障局', roles: ['operator'] });
  });

  it('refuses a wrong password and an unknown name with the same words', async () => {
    const wrong = await house.resident.call(endpoints.signIn, { body: { username: 'feng-publisher', password: 'not this one' } });
    const unknown = await house.resident.call(endpoints.signIn, { body: { username: 'nobody', password: 'not this one' } });
    expect(wrong).toMatchObject({ status: 401, body: { code: 'session.bad_credentials', title: '用户名或密码不正确。' } });
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
  });

  it('locks an account out after five wrong passwords and lets it in again a quarter of an hour later', async () => {
    const attempt = (password: string) => house.resident.call(endpoints.signIn, { body: { username: 'li-reviewer', password } });
    for (let count = 0; count < 5; count += 1) expect((await attempt('wrong')).status).toBe(401);
    expect(await attempt('correct-horse-1')).toMatchObject({ status: 423, body: { code: 'session.locked_out' } });
    house.clock.advance(15 * 60_000 + 1);
    expect((await attempt('correct-horse-1')).status).toBe(200);
  });

  it('refuses a change without the token of the session', async () => {
    const answer = await house.as('wei-administrator').call(endpoints.createPerson, { body: {}, headers: { 'x-csrf-token': 'forged' } });
    expect(answer).toMatchObject({ status: 403, body: { code: 'session.csrf' } });
  });

  it('enters a new colleague once, refuses unknown fields, and ends the access of one who leaves', async () => {
    const administrator = house.as('wei-administrator');
    const request = { username: 'he-new', name: '何新', post: '科员', orgId: house.units.civil, roles: ['operator'], password: 'long-enough-1' };
    const created = await administrator.call(endpoints.createPerson, { body: request });
    expect(created).toMatchObject({ status: 201, body: { name: '何新', orgName: '云溪市民政局' } });
    expect(await administrator.call(endpoints.createPerson, { body: request })).toMatchObject({ status: 409, body: { code: 'organisations.username_taken' } });
    expect(await administrator.call(endpoints.createPerson, { body: { ...request, isAdmin: true } })).toMatchObject({ status: 400, body: { errors: [{ field: 'isAdmin', message: '没有这个字段，请删去。' }] } });
    expect(await administrator.call(endpoints.deactivatePerson, { params: { id: created.body.id } })).toMatchObject({ status: 200, body: { active: false } });
    expect((await house.resident.call(endpoints.signIn, { body: { username: 'he-new', password: 'long-enough-1' } })).status).toBe(401);
    expect(await house.trail(created.body.id)).toEqual(['people.created', 'people.deactivated', 'session.refused']);
  });

  it('closes a session that was left alone for two hours', async () => {
    expect((await house.as('wang-reviewer').call(endpoints.getSession)).status).toBe(200);
    house.clock.advance(2 * 3_600_000 + 60_000);
    expect(await house.as('wang-reviewer').call(endpoints.getSession)).toMatchObject({ status: 401, body: { code: 'session.expired' } });
  });
});

describe.each(databases)('the event log on %s', (kind) => {
  let house: TestHouse;
  beforeAll(async () => { house = await openTestHouse(kind); for (const name of ['zhou-operator', 'jiang-auditor'] as const) await house.as(name).call(endpoints.getSession); });
  afterAll(() => house.close());
  const verify = async () => { await house.settle(); return (await house.as('jiang-auditor').call(endpoints.verifyEvents)).body; };

  it('is whole after ordinary work', async () => {
    expect(await verify()).toMatchObject({ intact: true, unsealed: 0, touched: [] });
  });

  it('names the row that somebody changed behind its back, a row that is gone, and a cut-off tail', async () => {
    for (const name of ['wu-reviewer', 'zheng-reviewer', 'feng-publisher'] as const) await house.as(name).call(endpoints.getSession);
    const { sealedThrough } = await verify();
    const source = house.database.dataSource;
    await source.query(`update events set verb = 'session.forged' where position = 1`);
    expect(await verify()).toMatchObject({ intact: false, touched: [{ position: 1, reason: '记录内容被改动' }] });
    await source.query(`delete from events where position = 2`);
    expect((await verify()).touched).toContainEqual({ position: 2, reason: '记录缺失' });
    await source.query(`delete from events where position = ${sealedThrough}`);
    expect((await verify()).touched.some((row: { reason: string }) => row.reason.startsWith('末尾记录缺失'))).toBe(true);
  });
});

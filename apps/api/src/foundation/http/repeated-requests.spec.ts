import { endpoints, type FilingForm, type SaveContentRequest } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { RequestKeyEntity } from './request-key.entity.js';

const form: FilingForm = {
  accountName: '云溪人社', platform: 'wechat_official', accountType: '订阅号', platformAccountId: 'gh_048000000099', accountKind: 'mixed', homepageUrl: 'https://mp.example.invalid/profile/gh_048000000099', intro: '讲清就业社保政策',
  openedOn: null, certSubject: '云溪市人力资源和社会保障局', undertakingDept: '办公室', operationMode: 'self', operatorOrg: null, leaderInCharge: '分管领导', responsiblePerson: '办公室主任', responsiblePhone: '0480-8222601',
  interactionChannels: ['后台留言'], updateFrequency: '每周不少于一次', reason: '公开就业和社会保险政策，方便群众查询',
};

describe.each(databases)('a form sent twice on %s', (kind) => {
  let house: TestHouse;
  beforeAll(async () => { house = await openTestHouse(kind); });
  afterAll(() => house.close());
  const key = (name: string) => ({ 'idempotency-key': name.padEnd(24, '0') });
  const file = (username: string, headers: Record<string, string>, body = { kind: 'opening' as const, form }) => house.as(username).call(endpoints.createFiling, { body, headers });
  const filings = async () => (await house.as('zhou-operator').call(endpoints.listFilings, { query: {} })).body.total;

  it('makes one filing, and the second answer names it', async () => {
    const first = await file('zhou-operator', key('first'));
    expect(first.status).toBe(201);
    expect(await file('zhou-operator', key('first'))).toMatchObject({ status: 409, body: { code: 'request.repeated', title: expect.stringContaining('没有重复办理'), details: { id: first.body.id } } });
    expect(await filings()).toBe(1);
  });

  it('makes one filing also when both arrive together', async () => {
    const statuses = (await Promise.all([1, 2, 3].map(() => file('zhou-operator', key('together'), { kind: 'opening', form: { ...form, accountName: '云溪就业', platformAccountId: 'gh_048000000098' } })))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409, 409]);
    expect(await filings()).toBe(2);
  });

  it('makes one text', async () => {
    const text: SaveContentRequest = { kind: 'qa', title: '补贴问答', blocks: [{ type: 'qa', question: '补贴多少？', alternatives: [], answer: '按通知执行。', documentId: null, anchor: null }], sources: [] };
    const [one, two] = [await house.as('zhou-operator').call(endpoints.createContent, { body: text, headers: key('text') }), await house.as('zhou-operator').call(endpoints.createContent, { body: text, headers: key('text') })];
    expect([one.status, two.status]).toEqual([201, 409]);
  });

  it('is another matter under another key, from another person, or when the first try was refused', async () => {
    const other = { kind: 'opening' as const, form: { ...form, accountName: '云溪社保', platformAccountId: 'gh_048000000097' } };
    expect((await file('zhou-operator', key('second'), other)).status).toBe(201);
    expect((await file('sun-operator', key('second'), { kind: 'opening', form: { ...form, accountName: '云溪民政', platformAccountId: 'gh_048000000096' } })).status).toBe(201);
    const refused = await house.as('zhou-operator').call(endpoints.submitFiling, { params: { id: (await file('zhou-operator', {}, { kind: 'opening', form: { ...form, accountName: '云溪人才', certSubject: '云溪某某传媒有限公司', platformAccountId: 'gh_048000000095' } })).body.id }, body: { seenVersion: 1 }, headers: key('refused') });
    expect(refused).toMatchObject({ status: 422, body: { code: 'accounts.filing_blocked' } });
  });

  it('needs a key that can be told from others, and is forgotten after a day', async () => {
    expect(await file('zhou-operator', { 'idempotency-key': 'short' })).toMatchObject({ status: 400, body: { errors: [{ field: 'idempotency-key' }] } });
    house.clock.advance(25 * 3_600_000);
    house.forgetSessions();
    await file('zhou-operator', key('tomorrow'), { kind: 'opening', form: { ...form, accountName: '云溪技工', platformAccountId: 'gh_048000000094' } });
    expect(await house.database.read((db) => db.countBy(RequestKeyEntity, {}))).toBe(1);
  });
});

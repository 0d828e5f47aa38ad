import { endpoints, type RepostTaskView } from '@govmedia-hub/contracts';
import { fileAccount } from '../../../test/file-account.js';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';

const HOUR = 3_600_000;

describe.each(databases)('must-repost tasks on %s', (kind) => {
  let house: TestHouse;
  let accountId: string;
  let task: RepostTaskView;
  beforeAll(async () => {
    house = await openTestHouse(kind);
    accountId = await fileAccount(house);
  });
  afterAll(() => house.close());
  const supervisor = () => house.as('chen-supervisor');
  const create = (changes: object = {}) => supervisor().call(endpoints.createRepostTask, { body: { title: '防汛提示', sourceUrl: 'https://www.yunxi.gov.cn/a/1.html', text: '全文转载', deadlineAt: new Date(house.clock.now().getTime() + 24 * HOUR).toISOString(), accountIds: [], orgIds: [house.units.labour], ...changes } });

  it('may only ask for what stands on a listed source', async () => {
    const check = async (url: string) => (await house.as('zhou-operator').call(endpoints.checkRepostSource, { query: { url } })).body;
    expect(await check('https://www.gov.cn/zhengce/1.htm')).toMatchObject({ listed: true, source: { builtIn: true } });
    expect(await check('https://gov.cn.evil.example/1')).toMatchObject({ listed: false, message: expect.stringContaining('原则上不能转载') });
    expect(await create({ sourceUrl: 'https://news.nanling-daily.cn/1' })).toMatchObject({ status: 422, body: { code: 'reposts.source_not_listed' } });
    const added = await supervisor().call(endpoints.addRepostSource, { body: { name: '南岭日报', host: 'nanling-daily.cn', kind: 'source_unit', basis: '南岭新媒〔2026〕1号', effectiveFrom: '2026-01-01' } });
    expect(added).toMatchObject({ status: 201, body: { inForce: true, builtIn: false } });
    expect((await supervisor().call(endpoints.addRepostSource, { body: { name: '南岭日报', host: 'nanling-daily.cn', kind: 'source_unit', basis: '又一次', effectiveFrom: '2026-01-01' } })).body).toMatchObject({ code: 'reposts.source_listed' });
    expect(await check('https://news.nanling-daily.cn/1')).toMatchObject({ listed: true, message: expect.stringContaining('南岭日报') });
    expect((await supervisor().call(endpoints.endRepostSource, { params: { id: added.body.id }, body: { effectiveTo: '2026-11-23' } })).body.inForce).toBe(false);
    expect(await check('https://news.nanling-daily.cn/1')).toMatchObject({ listed: false });
  });

  it('reach every active account of a unit, and no unit without one', async () => {
    expect(await create({ orgIds: [house.units.civil] })).toMatchObject({ status: 422, body: { code: 'reposts.no_account', details: { missing: [house.units.civil] } } });
    expect((await create({ deadlineAt: '2026-11-22T00:00:00Z' })).status).toBe(400);
    const answer = await create();
    expect(answer).toMatchObject({ status: 201, body: { sourceName: '政府网站（gov.cn）', total: 1, done: 0, overdue: 0, assignments: [{ accountId, accountName: '云溪人社', state: 'waiting', mayGive: false }] } });
    task = answer.body;
    expect((await house.as('sun-operator').call(endpoints.listRepostTasks)).body.items).toEqual([]);
    expect((await house.as('sun-operator').call(endpoints.getRepostTask, { params: { id: task.id } })).status).toBe(403);
  });

  it('are overdue after their deadline, and a late receipt shows as late', async () => {
    house.clock.advance(25 * HOUR);
    house.forgetSessions();
    const overdue = (await supervisor().call(endpoints.listRepostTasks, { query: { show: 'overdue' } })).body;
    expect(overdue.items).toMatchObject([{ id: task.id, overdue: 1, assignments: [{ state: 'overdue' }] }]);
    const [part] = (await house.as('zhou-operator').call(endpoints.getRepostTask, { params: { id: task.id } })).body.assignments;
    expect(part!.mayGive).toBe(true);
    expect((await house.as('sun-operator').call(endpoints.giveReceipt, { params: { id: part!.id }, body: { url: 'https://mp.example.com/s/1', seenVersion: part!.version } })).body).toMatchObject({ code: 'access.other_organisation' });
    const given = await house.as('zhou-operator').call(endpoints.giveReceipt, { params: { id: part!.id }, body: { url: 'https://mp.example.com/s/1', seenVersion: part!.version } });
    expect(given.body).toMatchObject({ done: 1, overdue: 0, assignments: [{ state: 'late', receiptByName: '周采编' }] });
    expect((await house.as('zhou-operator').call(endpoints.giveReceipt, { params: { id: part!.id }, body: { url: 'https://mp.example.com/s/2', seenVersion: part!.version } })).body).toMatchObject({ code: 'reposts.changed_meanwhile' });
    expect((await supervisor().call(endpoints.listRepostTasks, { query: { show: 'overdue' } })).body.items).toEqual([]);
  });

  it('take no receipt once they are closed', async () => {
    const closed = await supervisor().call(endpoints.closeRepostTask, { params: { id: task.id }, body: { reason: '汛情解除', seenVersion: task.version } });
    expect(closed.body).toMatchObject({ closedReason: '汛情解除', mayClose: false });
    const part = closed.body.assignments[0]!;
    expect((await house.as('zhou-operator').call(endpoints.giveReceipt, { params: { id: part.id }, body: { url: 'https://mp.example.com/s/3', seenVersion: part.version } })).body).toMatchObject({ code: 'reposts.closed' });
    expect((await supervisor().call(endpoints.listRepostTasks, { query: { show: 'closed' } })).body.items.map((one) => one.id)).toEqual([task.id]);
    expect(await house.trail(task.id)).toEqual(['reposts.asked', 'reposts.receipt_given', 'reposts.closed']);
  });
});

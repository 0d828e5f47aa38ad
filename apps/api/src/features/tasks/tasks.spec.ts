import { endpoints, type ContentView, type SaveContentRequest } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { publishContent, releaseDocument } from '../../../test/release-and-publish.js';
import { TaskOpener } from './task-opener.js';

/** The server database and a shared machine are slow; nothing here is measured. */
jest.setTimeout(120_000);

const MEASURES = `云溪市养犬管理办法

云政发〔2024〕12号

各镇人民政府：
第一条　为规范养犬，制定本办法。
第二条　养犬登记费每只每年100元。
第三条　养犬人应当在30日内登记。
第四条　本办法自2024年5月1日起施行，有效期至2027年4月30日。

云溪市人民政府
2024年4月2日
（此件公开发布）
`;
const amendment = (clause: string, number = 3, from = '2026年11月1日'): string => `云溪市人民政府关于修改《云溪市养犬管理办法》的决定

云政发〔2026〕${number}号

各镇人民政府：
市政府决定对《云溪市养犬管理办法》（云政发〔2024〕12号）作如下修改：
${clause}
本决定自${from}起施行。

云溪市人民政府
2026年10月12日
（此件公开发布）
`;
const REPEAL = `云溪市人民政府关于废止《云溪市养犬管理办法》的决定

云政发〔2026〕5号

各镇人民政府：
市政府决定废止《云溪市养犬管理办法》（云政发〔2024〕12号）。本决定自2026年11月20日起施行。

云溪市人民政府
2026年11月18日
（此件公开发布）
`;
const NOTHING = REPEAL.replace('关于废止《云溪市养犬管理办法》的决定', '关于做好文明养犬工作的通知').replace('市政府决定废止《云溪市养犬管理办法》（云政发〔2024〕12号）。', '请各镇做好宣传。').replace('〔2026〕5号', '〔2026〕6号');

describe.each(databases)('texts whose basis changed on %s', (kind) => {
  let house: TestHouse;
  let measures: string;
  beforeEach(async () => {
    house = await openTestHouse(kind);
    house.clock.moveTo(new Date('2026-06-01T02:00:00Z'));
    measures = await releaseDocument(house, MEASURES);
  });
  afterEach(() => house.close());

  const later = (instant: string): void => {
    house.clock.moveTo(new Date(instant));
    house.forgetSessions();
  };
  const ask = (anchor: string | null, question: string, answer: string): SaveContentRequest => ({ kind: 'qa', title: question, topic: null, blocks: [{ type: 'qa', question, alternatives: [], answer, documentId: measures, anchor }], sources: [{ documentId: measures, anchor }] });
  const feeQuestion = () => publishContent(house, ask('art-2', '养犬登记费多少钱', '养犬登记费每只每年100元。'));
  const termQuestion = () => publishContent(house, ask('art-3', '多少天内登记', '养犬人应当在30日内登记。'));
  const waits = async (content: ContentView): Promise<boolean> => (await house.resident.call(endpoints.publicGetQuestion, { params: { id: `${content.publicationId}-0` } })).body.underReview;
  const tasks = async (who = 'wu-reviewer', query: object = {}) => (await house.as(who).call(endpoints.listTasks, { query: { ...query } })).body.items;

  it('an amendment suspends the questions of the articles that it touches, and opens a task on each of them', async () => {
    const fee = await feeQuestion();
    const term = await termQuestion();
    later('2026-11-02T02:00:00Z');
    await releaseDocument(house, amendment('一、将第二条修改为：“第二条　养犬登记费每只每年80元。”'));
    expect([await waits(fee), await waits(term)]).toEqual([true, false]);
    const [task, ...others] = await tasks();
    expect(others).toEqual([]);
    expect(task).toMatchObject({
      status: 'open', change: 'amended', fromOn: '2026-11-01', document: { id: measures, title: '云溪市养犬管理办法' }, instrument: { docNumber: '云政发〔2026〕3号' }, text: { contentId: fee.id, kind: 'qa', title: '养犬登记费多少钱' },
      articles: ['第二条'], questions: [{ question: '养犬登记费多少钱', underReview: true }], orgName: '云溪市人力资源和社会保障局', dueOn: '2026-11-09', overdue: false, result: null,
    });
    expect(task!.dueExplained[0]).toBe('依据变更后复核已发布内容：5个工作日（本系统默认值，2018年12月7日起）');
    expect(await house.trail(task!.id)).toEqual(['tasks.opened']);
  });

  it('an amendment that does not say what it touches suspends them all', async () => {
    const fee = await feeQuestion();
    const term = await termQuestion();
    later('2026-11-02T02:00:00Z');
    await releaseDocument(house, amendment('一、将“登记”修改为“备案”。'));
    expect([await waits(fee), await waits(term)]).toEqual([true, true]);
    expect((await tasks()).map((task) => task.articles).sort()).toEqual([['第三条'], ['第二条']]);
  });

  it('an amendment of a later day opens its task at once, due by that day, and suspends from its midnight', async () => {
    const fee = await feeQuestion();
    later('2026-11-02T02:00:00Z');
    await releaseDocument(house, amendment('一、删去第二条。', 3, '2026年12月15日'));
    expect(await waits(fee)).toBe(false);
    expect(await tasks()).toMatchObject([{ fromOn: '2026-12-15', dueOn: '2026-12-15', questions: [{ underReview: false }] }]);
    later('2026-12-14T16:00:00Z');
    expect(await waits(fee)).toBe(true);
  });

  it('a reviewer who did not write the text finds that it still holds: the task is closed and the notice gone', async () => {
    const fee = await feeQuestion();
    later('2026-11-02T02:00:00Z');
    await releaseDocument(house, amendment('一、将第二条修改为：“第二条　养犬登记费每只每年100元，按年缴纳。”'));
    const [task] = await tasks();
    const close = (who: string, seenVersion = task!.version) => house.as(who).call(endpoints.closeTask, { params: { id: task!.id }, body: { seenVersion, note: '金额没有变化' } });
    expect((await close('li-reviewer')).body).toMatchObject({ code: 'access.other_organisation' });
    expect((await close('zhou-operator')).status).toBe(403);
    expect((await close('wu-reviewer', 99)).body).toMatchObject({ code: 'tasks.changed_meanwhile' });
    expect((await close('wu-reviewer')).body).toMatchObject({ status: 'closed', result: 'kept', note: '金额没有变化', closedByName: '吴初审' });
    expect((await close('wu-reviewer', task!.version + 1)).body).toMatchObject({ code: 'tasks.already_closed' });
    expect(await waits(fee)).toBe(false);
    await house.settle();
    expect(await tasks('wu-reviewer', { status: 'open' })).toEqual([]);
  });

  it('nobody finds their own text still right', async () => {
    const own = await publishContent(house, ask('art-2', '养犬登记费多少钱', '养犬登记费每只每年100元。'));
    later('2026-11-02T02:00:00Z');
    await releaseDocument(house, amendment('一、删去第二条。'));
    await house.database.transaction((db) => db.query('update contents set authorIds = ? where id = ?', [JSON.stringify([house.people['wu-reviewer']]), own.id]));
    const [task] = await tasks();
    expect((await house.as('wu-reviewer').call(endpoints.closeTask, { params: { id: task!.id }, body: { seenVersion: task!.version, note: '没有变化' } })).body).toMatchObject({ code: 'reviews.own_text' });
  });

  it('after a repeal nothing is still right; withdrawing the text closes its task', async () => {
    const fee = await feeQuestion();
    later('2026-11-20T02:00:00Z');
    const repeal = await releaseDocument(house, REPEAL);
    expect(await waits(fee)).toBe(true);
    const [task] = await tasks();
    expect(task).toMatchObject({ change: 'repealed', fromOn: '2026-11-20', instrument: { id: repeal }, articles: ['第二条'] });
    expect((await house.as('wu-reviewer').call(endpoints.closeTask, { params: { id: task!.id }, body: { seenVersion: task!.version, note: '仍可用' } })).body).toMatchObject({ code: 'tasks.basis_gone' });
    const { version } = (await house.as('feng-publisher').call(endpoints.getContent, { params: { id: fee.id } })).body;
    expect((await house.as('feng-publisher').call(endpoints.withdrawContent, { params: { id: fee.id }, body: { seenVersion: version, reason: '依据已废止' } })).status).toBe(200);
    await house.settle();
    expect(await tasks()).toMatchObject([{ id: task!.id, status: 'closed', result: 'withdrawn', closedByName: '系统' }]);
    expect(await house.trail(task!.id)).toEqual(['tasks.opened', 'tasks.closed']);
  });

  it('tasks that are late come in a list of their own, and units see only their own', async () => {
    await feeQuestion();
    later('2026-11-20T02:00:00Z');
    await releaseDocument(house, REPEAL);
    expect(await tasks('wu-reviewer', { overdue: 'yes' })).toEqual([]);
    later('2026-11-30T02:00:00Z');
    expect(await tasks('wu-reviewer', { overdue: 'yes' })).toMatchObject([{ dueOn: '2026-11-27', overdue: true }]);
    expect(await tasks('li-reviewer')).toEqual([]);
    expect(await tasks('chen-supervisor', { overdue: 'yes' })).toHaveLength(1);
    const [task] = await tasks('chen-supervisor');
    expect((await house.as('li-reviewer').call(endpoints.getTask, { params: { id: task!.id } })).body).toMatchObject({ code: 'access.other_organisation' });
  });

  it('a document that expires at midnight opens its tasks without anybody doing anything', async () => {
    const fee = await feeQuestion();
    later('2027-05-01T02:00:00Z');
    await house.app.get(TaskOpener).sweep();
    await house.app.get(TaskOpener).sweep();
    expect(await waits(fee)).toBe(true);
    expect(await tasks()).toMatchObject([{ change: 'expired', instrument: null }]);
  });

  it('a supervisor records what an instrument does and takes a mistake back; tasks follow both', async () => {
    const fee = await feeQuestion();
    later('2026-11-20T02:00:00Z');
    const by = await releaseDocument(house, NOTHING);
    const supervisor = house.as('chen-supervisor');
    const versionOf = async () => (await supervisor.call(endpoints.getDocument, { params: { id: measures } })).body.version;
    const body = { seenVersion: await versionOf(), validity: 'declared_lapsed', fromOn: '2026-11-20', byDocumentId: by, text: '列入宣布失效的文件目录第3项' };
    expect((await house.as('zhou-operator').call(endpoints.recordValidityChange, { params: { id: measures }, body })).status).toBe(403);
    expect((await supervisor.call(endpoints.recordValidityChange, { params: { id: measures }, body: { ...body, byDocumentId: measures } })).body).toMatchObject({ code: 'documents.own_instrument' });
    expect((await supervisor.call(endpoints.recordValidityChange, { params: { id: measures }, body: { ...body, seenVersion: 77 } })).body).toMatchObject({ code: 'documents.changed_meanwhile' });
    expect((await supervisor.call(endpoints.recordValidityChange, { params: { id: measures }, body: { ...body, fromOn: '2026-13-01' } })).status).toBe(400);
    const recorded = (await supervisor.call(endpoints.recordValidityChange, { params: { id: measures }, body })).body;
    expect(recorded).toMatchObject({ validity: 'declared_lapsed', validityChanges: [{ validity: 'declared_lapsed', fromOn: '2026-11-20', byDocumentId: by, recorded: true }] });
    expect(await waits(fee)).toBe(true);
    expect(await tasks()).toMatchObject([{ change: 'declared_lapsed', status: 'open' }]);
    const params = { id: measures, changeId: recorded.validityChanges[0]!.id };
    const revoked = await supervisor.call(endpoints.revokeValidityChange, { params, body: { seenVersion: recorded.version, reason: '目录第3项是另一份文件' } });
    expect(revoked.body).toMatchObject({ validity: 'in_force', validityChanges: [] });
    expect((await supervisor.call(endpoints.revokeValidityChange, { params, body: { seenVersion: recorded.version + 1, reason: '再来一次' } })).body).toMatchObject({ code: 'documents.change_not_found' });
    expect(await waits(fee)).toBe(false);
    expect(await tasks()).toMatchObject([{ status: 'closed', result: 'basis_restored' }]);
    expect((await house.trail(measures)).slice(-2)).toEqual(['documents.validity_changed', 'documents.validity_revoked']);
  });

  it('tells at article level who cites it', async () => {
    const fee = await feeQuestion();
    const citing = await releaseDocument(house, NOTHING.replace('请各镇做好宣传。', '请各镇按照《云溪市养犬管理办法》（云政发〔2024〕12号）第三条做好登记。'));
    const places = async (anchor?: string) => (await house.as('wu-reviewer').call(endpoints.listCiting, { params: { id: measures }, query: { anchor } })).body.map((place) => [place.kind, place.id, place.targetLabel]);
    expect(await places()).toEqual([['question', `${fee.publicationId}-0`, '第二条'], ['document', citing, '第三条']]);
    expect(await places('art-3')).toEqual([['document', citing, '第三条']]);
    expect(await places('art-1')).toEqual([]);
  });
});

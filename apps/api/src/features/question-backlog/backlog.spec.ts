import { endpoints, type AskView, type BacklogQuestionView } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { releaseDocument } from '../../../test/release-and-publish.js';
import { SUBSIDY, SUBSIDY_QUESTION } from '../../../test/subsidy-library.js';
import { AnswerLogEntity } from '../knowledge/answer-log.entity.js';
import { AnswerLog } from '../knowledge/answer-log.service.js';

describe.each(databases)('questions that nobody has answered, on %s', (kind) => {
  let house: TestHouse;
  beforeAll(async () => { house = await openTestHouse(kind); });
  afterAll(() => house.close());
  const ask = async (question: string): Promise<AskView> => (await house.resident.call(endpoints.publicAsk, { body: { question } })).body;
  const open = async (query: object = {}): Promise<BacklogQuestionView[]> => (await house.as('zhou-operator').call(endpoints.listBacklog, { query: { ...query } })).body.items;
  const decide = (who: string, row: BacklogQuestionView, body: { decision: 'take' | 'dismiss' | 'reopen'; reason?: string }, seenVersion = row.version) => house.as(who).call(endpoints.decideBacklog, { params: { id: row.id }, body: { ...body, seenVersion } });

  it('stand in order of how often they were asked, wordings that differ by marks as one, without personal data', async () => {
    for (const question of ['公园几点关门', '公园几点关门？', '公园 几点关门', '游泳馆要办卡吗 13800000000', SUBSIDY_QUESTION, SUBSIDY_QUESTION]) await ask(question);
    const list = await open();
    expect(list.map(({ asked }) => asked)).toEqual([3, 2, 1]);
    expect(list[0]).toMatchObject({ question: expect.stringContaining('公园'), status: 'open', decision: null });
    expect(list[2]!.question).toBe('游泳馆要办卡吗 【电话】');
  });

  it('are seen by those who write and who watch, and by nobody else', async () => {
    expect((await house.as('chen-supervisor').call(endpoints.listBacklog, { query: {} })).status).toBe(200);
    for (const who of ['wu-reviewer', 'feng-publisher', 'chu-inspector', 'jiang-auditor']) expect((await house.as(who).call(endpoints.listBacklog, { query: {} })).status).toBe(403);
    expect((await house.resident.call(endpoints.listBacklog, { query: {} })).status).toBe(401);
  });

  it('leave the list once the library answers them', async () => {
    await releaseDocument(house, SUBSIDY);
    await house.settle();
    expect((await ask(SUBSIDY_QUESTION)).answered).toBe(true);
    expect((await open()).map(({ question }) => question)).not.toContain(SUBSIDY_QUESTION);
  });

  it('become a draft of the unit whose writer takes them on', async () => {
    const [park] = await open();
    expect((await decide('chen-supervisor', park!, { decision: 'take' })).status).toBe(403); // a supervisor writes nothing
    const taken = await decide('zhou-operator', park!, { decision: 'take' });
    expect(taken).toMatchObject({ status: 200, body: { status: 'writing', decision: { byName: '周采编', orgName: '云溪市人力资源和社会保障局', contentId: expect.any(String) } } });
    const draft = (await house.as('zhou-operator').call(endpoints.getContent, { params: { id: taken.body.decision!.contentId! } })).body;
    expect(draft).toMatchObject({ kind: 'qa', status: 'draft' });
    expect(JSON.stringify(draft.revision)).toContain('公园');
    expect(await decide('sun-operator', park!, { decision: 'take' })).toMatchObject({ status: 409, body: { code: 'backlog.changed_meanwhile', details: { current: { status: 'writing' } } } });
    expect((await open({ status: 'writing' })).map(({ id }) => id)).toEqual([park!.id]);
    expect(await house.trail(park!.id)).toEqual(['backlog.writing']);
  });

  it('are set aside with a reason, and may come back', async () => {
    const pool = (await open()).find(({ question }) => question.includes('游泳馆'))!;
    expect(await decide('chen-supervisor', pool, { decision: 'dismiss' })).toMatchObject({ status: 400, body: { errors: [{ field: 'reason', message: '请写明不写的理由。' }] } });
    const set = (await decide('chen-supervisor', pool, { decision: 'dismiss', reason: '不属于政务事项。' })).body;
    expect(await open()).toEqual([]);
    expect((await open({ status: 'dismissed' }))[0]).toMatchObject({ decision: { reason: '不属于政务事项。', byName: '陈主管' } });
    expect((await decide('chen-supervisor', set, { decision: 'reopen' })).body.status).toBe('open');
    expect(await decide('chen-supervisor', { ...set, id: 'a'.repeat(32) }, { decision: 'reopen' })).toMatchObject({ status: 404, body: { code: 'backlog.not_found' } });
  });

  it('are told beside the answers that did not help, with what residents said', async () => {
    const [one, other] = [await ask(SUBSIDY_QUESTION), await ask(SUBSIDY_QUESTION)];
    await house.resident.call(endpoints.publicFeedback, { params: { id: one.answerId }, body: { helpful: false, why: '没说去哪里办' } });
    await house.resident.call(endpoints.publicFeedback, { params: { id: other.answerId }, body: { helpful: true } });
    const { items } = (await house.as('zhou-operator').call(endpoints.listLowRatedAnswers, { query: {} })).body;
    expect(items).toEqual([expect.objectContaining({ title: '云溪市灵活就业社会保险补贴办法', label: '第三条', link: expect.stringContaining('#art-3'), helpful: 1, unhelpful: 1, reasons: ['没说去哪里办'] })]);
  });

  it('are forgotten when the time for which they may be kept is over', async () => {
    house.clock.advance(181 * 86_400_000);
    house.forgetSessions();
    await house.app.get(AnswerLog).clearOld();
    await ask('食堂对外开放吗');
    expect((await open()).map(({ question }) => question)).toEqual(['食堂对外开放吗']);
    expect(await house.database.read((db) => db.countBy(AnswerLogEntity, {}))).toBe(1);
  });
});

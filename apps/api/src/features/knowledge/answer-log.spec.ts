import { endpoints, type AnswerReplayView, type AskView } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { releaseDocument } from '../../../test/release-and-publish.js';
import { REPEAL, SUBSIDY } from '../../../test/subsidy-library.js';
import { AnswerFeedbackEntity, AnswerLogEntity } from './answer-log.entity.js';
import { AnswerLog } from './answer-log.service.js';

describe.each(databases)('the log of answers, on %s', (kind) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse(kind);
    await releaseDocument(house, SUBSIDY);
    await house.settle();
  });
  afterAll(() => house.close());
  const ask = async (question: string): Promise<AskView> => (await house.resident.call(endpoints.publicAsk, { body: { question } })).body;
  const replay = async (id: string): Promise<AnswerReplayView> => (await house.as('jiang-auditor').call(endpoints.replayAnswer, { params: { id } })).body;

  it('replays an answer: equal while the library is the same, personal data left out', async () => {
    const { answerId, indexVersion } = await ask('我电话13800000000，灵活就业社会保险补贴标准是多少');
    expect(await replay(answerId)).toMatchObject({ equal: true, indexVersion, indexVersionNow: indexVersion, question: '我电话【电话】，灵活就业社会保险补贴标准是多少', then: { answered: true } });
    expect(await replay((await ask('公园几点关门')).answerId)).toMatchObject({ equal: true, then: { answered: false, passageId: null } });
  });

  it('says that it is different, and in what, once the library has changed', async () => {
    const { answerId } = await ask('灵活就业社会保险补贴标准是多少');
    await releaseDocument(house, REPEAL);
    await house.settle();
    house.clock.moveTo(new Date('2026-11-25T02:00:00Z'));
    house.forgetSessions();
    const replayed = await replay(answerId);
    expect(replayed.equal).toBe(false);
    expect(replayed.now.passageId).not.toBe(replayed.then.passageId);
    expect(replayed.indexVersionNow).not.toBe(replayed.indexVersion);
  });

  it('is replayed by those who check, and by nobody else', async () => {
    const { answerId } = await ask('补贴标准');
    for (const who of ['zhou-operator', 'chen-supervisor']) expect((await house.as(who).call(endpoints.replayAnswer, { params: { id: answerId } })).status).toBe(403);
    expect(await house.as('jiang-auditor').call(endpoints.replayAnswer, { params: { id: '00000000-0000-7000-8000-000000000000' } })).toMatchObject({ status: 404, body: { code: 'knowledge.answer_not_found' } });
  });

  it('forgets a question, its answer and what was said of it after 180 days, though nobody asks any more', async () => {
    const { answerId } = await ask('补贴期限多长');
    await house.resident.call(endpoints.publicFeedback, { params: { id: answerId }, body: { helpful: false, why: '太长' } });
    const left = (): Promise<number[]> => house.database.read(async (db) => [await db.count(AnswerLogEntity, {}), await db.count(AnswerFeedbackEntity, {})]);
    const now = house.clock.now().getTime();
    house.clock.moveTo(new Date(now + 179 * 86_400_000));
    await house.app.get(AnswerLog).clearOld();
    expect((await left())[1]).toBe(1);
    house.clock.moveTo(new Date(now + 181 * 86_400_000));
    await house.app.get(AnswerLog).clearOld();
    expect(await left()).toEqual([0, 0]);
  });
});

import { endpoints, type ListQuestionReviewsQuery, type QuestionReviewView } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { releaseDocument } from '../../../test/release-and-publish.js';
import { publishSubsidyQuestion, SUBSIDY } from '../../../test/subsidy-library.js';

const QUESTION = '自己交社保，每个月能补多少钱？';

describe.each(databases)('published questions that come up again, on %s', (kind) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse(kind);
    await publishSubsidyQuestion(house, await releaseDocument(house, SUBSIDY));
    await house.settle();
  });
  afterAll(() => house.close());

  const list = async (who: string, query: ListQuestionReviewsQuery = {}): Promise<QuestionReviewView[]> => (await house.as(who).call(endpoints.listQuestionReviews, { query: { ...query } })).body.items;
  const say = async (helpful: boolean, why?: string): Promise<void> => {
    const { answerId } = (await house.resident.call(endpoints.publicAsk, { body: { question: QUESTION } })).body;
    expect((await house.resident.call(endpoints.publicFeedback, { params: { id: answerId }, body: { helpful, ...(why ? { why } : {}) } })).status).toBe(204);
  };

  it('are none while nobody complains and the review is fresh', async () => {
    await say(true);
    await say(false);
    expect(await list('zhou-operator')).toEqual([]);
  });

  it('come up for the unit that owns them when residents say that they do not help, with a date and what was said', async () => {
    await say(false, '没说去哪里办，打13800000000问');
    await say(false);
    expect(await list('zhou-operator')).toMatchObject([{ question: QUESTION, orgName: '云溪市人力资源和社会保障局', reasons: ['low_rated'], helpful: 1, unhelpful: 3, said: ['没说去哪里办，打【电话】问'], dueOn: '2026-12-07', overdue: false }]);
    expect(await list('sun-operator')).toEqual([]); // another unit
    expect(await list('chen-supervisor')).toHaveLength(1);
    expect(await list('zhou-operator', { reason: 'review_due' })).toEqual([]);
  });

  it('count one opinion for one answer, however often it is sent', async () => {
    const { answerId } = (await house.resident.call(endpoints.publicAsk, { body: { question: QUESTION } })).body;
    for (const helpful of [false, false, true]) await house.resident.call(endpoints.publicFeedback, { params: { id: answerId }, body: { helpful } });
    expect((await list('zhou-operator'))[0]).toMatchObject({ helpful: 2, unhelpful: 3 });
  });

  it('are overdue after their date, and come up a month before a year has passed since the last review', async () => {
    const later = (instant: string): void => { house.clock.moveTo(new Date(instant)); house.forgetSessions(); };
    later('2026-12-08T02:00:00Z');
    expect(await list('zhou-operator', { overdue: 'yes' })).toHaveLength(1);
    later('2027-10-01T02:00:00Z');
    expect((await list('zhou-operator'))[0]!.reasons).not.toContain('review_due');
    later('2027-11-10T02:00:00Z');
    expect((await list('zhou-operator', { reason: 'review_due' }))[0]).toMatchObject({ reviewedOn: '2026-11-23' });
  });

  it('are shown to those who write, review and supervise, and to nobody else', async () => {
    for (const who of ['wu-reviewer', 'feng-publisher']) expect((await house.as(who).call(endpoints.listQuestionReviews, { query: {} })).status).toBe(200);
    for (const who of ['chu-inspector', 'jiang-auditor', 'wei-administrator']) expect((await house.as(who).call(endpoints.listQuestionReviews, { query: {} })).status).toBe(403);
    expect((await house.resident.call(endpoints.listQuestionReviews, { query: {} })).status).toBe(401);
  });
});

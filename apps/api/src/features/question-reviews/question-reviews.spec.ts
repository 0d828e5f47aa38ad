import { endpoints, type ListQuestionReviewsQuery, type QuestionReviewReason, type QuestionReviewView, type QuestionTaskView } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { releaseDocument } from '../../../test/release-and-publish.js';
import { publishSubsidyQuestion, REPEAL, SUBSIDY } from '../../../test/subsidy-library.js';
import ExcelJS from 'exceljs';
import { QuestionTaskOpener } from './question-task-opener.js';

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
    await say(false);
    await say(false);
    expect(await list('zhou-operator')).toMatchObject([{ question: QUESTION, orgName: '云溪市人力资源和社会保障局', reasons: ['low_rated'], helpful: 1, unhelpful: 3, said: [], dueOn: '2026-12-07', overdue: false }]);
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

describe.each(databases)('a published question that a resident says does not help, on %s', (kind) => {
  let house: TestHouse;
  let questionId: string;
  let content: Awaited<ReturnType<typeof publishSubsidyQuestion>>;
  beforeEach(async () => {
    house = await openTestHouse(kind);
    content = await publishSubsidyQuestion(house, await releaseDocument(house, SUBSIDY));
    await house.settle();
    questionId = `${content.publicationId}-0`;
  });
  afterEach(() => house.close());

  const say = async (helpful: boolean, why?: string): Promise<void> => {
    house.clock.advance(1_000);
    const { answerId } = (await house.resident.call(endpoints.publicAsk, { body: { question: QUESTION } })).body;
    await house.resident.call(endpoints.publicFeedback, { params: { id: answerId }, body: { helpful, ...(why ? { why } : {}) } });
    await house.settle();
    house.clock.advance(1_000);
  };
  const list = async (who = 'wu-reviewer', query: ListQuestionReviewsQuery = {}): Promise<QuestionReviewView[]> => (await house.as(who).call(endpoints.listQuestionReviews, { query: { ...query } })).body.items;
  const tasks = async (who = 'wu-reviewer', cause: QuestionReviewReason = 'reported'): Promise<QuestionTaskView[]> => (await house.as(who).call(endpoints.listQuestionTasks, { query: { cause } })).body.items;
  const confirm = (who: string, more: object = {}) => house.as(who).call(endpoints.confirmQuestion, { params: { id: questionId }, body: { seenVersion: 0, reason: '已对照第三条，金额和期限都对。', nextReviewOn: '2027-06-30', ...more } });
  const later = (instant: string): void => { house.clock.moveTo(new Date(instant)); house.forgetSessions(); };

  it('opens one task for the unit that owns it, with a date, when a reason is given, and none without one', async () => {
    await say(false);
    expect(await tasks()).toEqual([]);
    await say(false, '没说去哪里办，打13800000000问');
    await say(false, '看不懂');
    const [task, ...others] = await tasks();
    expect(others).toEqual([]);
    expect(task).toMatchObject({ cause: 'reported', status: 'open', question: QUESTION, orgName: '云溪市人力资源和社会保障局', dueOn: '2026-11-30', overdue: false, result: null });
    expect(task!.dueExplained[0]).toContain('5个工作日');
    expect(await tasks('li-reviewer')).toEqual([]); // another unit
    expect(await list()).toMatchObject([{ questionId, reasons: ['reported', 'low_rated'], said: ['看不懂', '没说去哪里办，打【电话】问'], dueOn: '2026-11-30', mayConfirm: true, version: 0 }]);
    expect(await house.trail(task!.id)).toEqual(['question_tasks.opened']);
    expect(JSON.stringify((await house.resident.call(endpoints.publicGetQuestion, { params: { id: questionId } })).body)).not.toMatch(/看不懂|dueOn|task/);
    later('2026-12-01T02:00:00Z');
    expect(await tasks()).toMatchObject([{ overdue: true }]);
  });

  it('is found still right by a named reviewer, with a reason and the next day of review', async () => {
    await say(false, '看不懂');
    expect((await confirm('wu-reviewer')).body).toMatchObject({ questionId, version: 1, byName: '吴初审', nextReviewOn: '2027-06-30' });
    expect(await list()).toEqual([]);
    const [task] = await tasks();
    expect(task).toMatchObject({ status: 'closed', result: 'kept', closedByName: '吴初审' });
    expect(await house.trail(questionId)).toEqual(['question_reviews.confirmed']);
    expect(await house.trail(task!.id)).toEqual(['question_tasks.opened', 'question_tasks.closed']);
    await say(false, '还是看不懂');
    expect(await list()).toMatchObject([{ reasons: ['reported'], unhelpful: 1, version: 1, lastConfirmation: { byName: '吴初审', reason: '已对照第三条，金额和期限都对。', nextReviewOn: '2027-06-30' } }]);
    expect((await confirm('wu-reviewer')).body).toMatchObject({ code: 'question_reviews.changed_meanwhile' });
    expect((await confirm('zheng-reviewer', { seenVersion: 1 })).status).toBe(200);
    later('2027-06-01T02:00:00Z');
    expect(await list()).toMatchObject([{ reasons: ['review_due'], dueOn: '2027-06-30' }]);
  });

  it('is found still right by nobody else: not its author, another unit, a writer or a publisher', async () => {
    expect((await confirm('qian-operator')).status).toBe(200); // wrote none of it
    for (const who of ['zhou-operator', 'feng-publisher', 'chen-supervisor', 'jiang-auditor']) expect((await confirm(who, { seenVersion: 1 })).body).toMatchObject({ code: 'access.denied' });
    expect((await confirm('li-reviewer', { seenVersion: 1 })).body).toMatchObject({ code: 'access.other_organisation' });
    expect((await house.resident.call(endpoints.confirmQuestion, { params: { id: questionId }, body: {} })).status).toBe(401);
  });

  it('refuses an empty reason, a day that is past, too far away or none, and a question that is none', async () => {
    expect((await confirm('wu-reviewer', { reason: '  ' })).body).toMatchObject({ errors: [{ field: 'reason', message: '请写明核对情况。' }] });
    for (const nextReviewOn of ['2026-11-23', '2027-11-24']) expect((await confirm('wu-reviewer', { nextReviewOn })).body).toMatchObject({ errors: [{ field: 'nextReviewOn', message: '下次复审日期应在明天到2027年11月23日之间。' }] });
    expect((await confirm('wu-reviewer', { nextReviewOn: '明年' })).status).toBe(400);
    expect((await house.as('wu-reviewer').call(endpoints.confirmQuestion, { params: { id: 'none-0' }, body: { seenVersion: 0, reason: '对', nextReviewOn: '2027-06-30' } })).body).toMatchObject({ code: 'question_reviews.not_found' });
  });

  it('cannot be called right while its basis has changed', async () => {
    await releaseDocument(house, REPEAL);
    later('2026-11-26T02:00:00Z');
    await house.settle();
    expect((await confirm('wu-reviewer')).body).toMatchObject({ code: 'question_reviews.basis_changed' });
  });

  it('gets a dated task by itself when many residents say so, which ends when enough others find that it helps', async () => {
    for (let n = 0; n < 3; n += 1) await say(false);
    const [task] = await tasks('wu-reviewer', 'low_rated');
    expect(task).toMatchObject({ status: 'open', cause: 'low_rated', dueOn: '2026-12-07' });
    expect(await house.trail(task!.id)).toEqual(['question_tasks.opened']);
    await say(false);
    expect(await tasks('wu-reviewer', 'low_rated')).toHaveLength(1);
    expect(await list()).toMatchObject([{ reasons: ['low_rated'], dueOn: '2026-12-07' }]);
    for (let n = 0; n < 5; n += 1) await say(true);
    expect(await tasks('wu-reviewer', 'low_rated')).toMatchObject([{ status: 'closed', result: 'recovered' }]);
    expect(await list()).toEqual([]);
  });

  it('gets a dated task by itself a month before its review is due, which a confirmation ends', async () => {
    const opener = house.app.get(QuestionTaskOpener);
    later('2027-10-23T02:00:00Z');
    await opener.sweep();
    expect(await tasks('wu-reviewer', 'review_due')).toEqual([]);
    later('2027-10-24T02:00:00Z');
    await opener.sweep();
    await opener.sweep();
    expect(await tasks('wu-reviewer', 'review_due')).toMatchObject([{ status: 'open', dueOn: '2027-11-23', question: QUESTION }]);
    expect((await confirm('wu-reviewer', { nextReviewOn: '2028-10-01' })).status).toBe(200);
    await opener.sweep();
    expect(await tasks('wu-reviewer', 'review_due')).toMatchObject([{ status: 'closed', result: 'kept', closedByName: '吴初审' }]);
  });

  it('is listed by its last day, between two days, of a unit, and as a workbook', async () => {
    await say(false, '看不懂');
    expect(await list('chen-supervisor', { dueFrom: '2026-11-30', dueTo: '2026-11-30', orgId: house.units.labour })).toHaveLength(1);
    expect(await list('chen-supervisor', { dueFrom: '2026-12-01' })).toEqual([]);
    expect(await list('chen-supervisor', { orgId: house.units.civil })).toEqual([]);
    expect((await house.as('chen-supervisor').call(endpoints.listQuestionReviews, { query: { dueFrom: '明天' } })).status).toBe(400);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await house.as('wu-reviewer').call(endpoints.exportQuestionReviews, { query: {} })).body as never);
    expect((book.worksheets[0]!.getRow(2).values as unknown[]).slice(1, 7)).toEqual([QUESTION, '群众说没用', '2026年11月30日', '', 1, 0]);
  });

  it('ends its task by itself when the text is withdrawn', async () => {
    await say(false, '看不懂');
    const withdrawn = await house.as('feng-publisher').call(endpoints.withdrawContent, { params: { id: content.id }, body: { reason: '数字有误', seenVersion: content.version } });
    expect(withdrawn.status).toBe(200);
    await house.settle();
    expect(await tasks()).toMatchObject([{ status: 'closed', result: 'withdrawn' }]);
    expect(await list()).toEqual([]);
    await house.app.get(QuestionTaskOpener).sweep();
    expect(await tasks()).toHaveLength(1);
  });
});

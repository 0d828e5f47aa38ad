import { endpoints, GATES, type ContentView, type ReviewProcessDesk, type ReviewProcessLineView, type ReviewProcessVersionView, type SaveReviewProcessRequest } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { proofreadContent, releaseDocument, SECRECY } from '../../../test/release-and-publish.js';
import { REVIEW_PROCESSES } from '../rulebook/rulebook.service.js';
import { ReviewProcessVersionEntity } from './review-process.entity.js';
import { StepDays1764001200005 } from '../../migrations/1764001200005-step-days.js';
import { EventEntity } from '../event-log/event.entity.js';

const POLICY = `云人社〔2025〕8号

云溪市灵活就业人员补贴办法

各镇人民政府：
第一条　灵活就业人员补贴标准为每人每月400元。
第二条　本办法自2025年3月1日起施行。

云溪市人力资源和社会保障局
2025年2月10日
（此件公开发布）
`;
const FOURTH: ReviewProcessDesk = { desk: 'review:4', name: '主管单位终审', role: 'supervisor', unit: 'any', after: ['review:3'], apart: 'reviews', days: { normal: 2, urgent: 1 } };

const builtInDesks = REVIEW_PROCESSES[1]!.desks.map((desk) => ({ ...desk, days: { normal: 1, urgent: 1 } }));

describe.each(databases)('review processes by kind of content on %s', (kind) => {
  let house: TestHouse;
  let documentId: string;
  beforeAll(async () => {
    house = await openTestHouse(kind);
    documentId = await releaseDocument(house, POLICY);
  });
  afterAll(() => house.close());

  const supervisor = () => house.as('chen-supervisor');
  const line = async (of = 'qa'): Promise<ReviewProcessLineView> => (await house.as('wu-reviewer').call(endpoints.listReviewProcesses)).body.find((entry) => entry.kind === of)!;
  const draftOf = (view: ReviewProcessLineView): ReviewProcessVersionView => view.versions.find(({ status }) => status === 'draft')!;
  const body = (draft: ReviewProcessVersionView, more: Partial<SaveReviewProcessRequest> = {}): SaveReviewProcessRequest => ({ seenVersion: draft.version, name: draft.name, source: draft.source, days: draft.days, desks: draft.desks, ...more });
  const save = (draft: ReviewProcessVersionView, more: Partial<SaveReviewProcessRequest>) => supervisor().call(endpoints.saveReviewProcess, { params: { id: draft.id! }, body: body(draft, more) });
  const submitted = async (): Promise<ContentView> => {
    const item = (await house.as('zhou-operator').call(endpoints.createContent, { body: { kind: 'qa', title: '灵活就业补贴问答', sources: [{ documentId, anchor: 'art-1' }], blocks: [{ type: 'qa', question: '灵活就业补贴每月多少钱？', alternatives: [], answer: '补贴标准为每人每月400元。', documentId: null, anchor: null }] } })).body;
    return (await house.as('zhou-operator').call(endpoints.submitContent, { params: { id: item.id }, body: { seenVersion: item.version } })).body;
  };

  it('drafts a version from the one in force, refuses weaker ones, shows the difference and begins on its day; texts in review keep theirs', async () => {
    const before = await submitted();
    expect(before).toMatchObject({ process: { version: '2' }, dueOn: '2026-11-26' });
    const draft = draftOf((await supervisor().call(endpoints.startReviewProcess, { body: { kind: 'qa' } })).body);
    expect(draft).toMatchObject({ number: 3, days: { normal: 3, urgent: 1 }, desks: builtInDesks, problems: [], createdByName: '陈主管' });
    expect(await supervisor().call(endpoints.startReviewProcess, { body: { kind: 'qa' } })).toMatchObject({ status: 409, body: { code: 'review_processes.draft_exists' } });

    const weak = draftOf((await save(draft, { desks: draft.desks.filter(({ desk }) => desk !== 'review:3') })).body);
    expect(weak.problems).toEqual([{ field: 'desks', message: '三审不得少于三次，现在只有2次。' }]);
    expect(await supervisor().call(endpoints.makeReviewProcessEffective, { params: { id: weak.id! }, body: { seenVersion: weak.version, effectiveFrom: '2026-11-24' } })).toMatchObject({ status: 422, body: { code: 'review_processes.too_weak', details: { problems: ['三审不得少于三次，现在只有2次。'] } } });
    expect(await save(draft, {})).toMatchObject({ status: 409, body: { code: 'review_processes.changed_meanwhile' } });

    const whole = draftOf((await save(weak, { name: '问答四审三校', desks: [...draft.desks, FOURTH], days: { normal: 5, urgent: 2 } })).body);
    const { changes, withNumber } = (await house.as('jiang-auditor').call(endpoints.compareReviewProcess, { params: { id: whole.id! } })).body;
    expect(withNumber).toBe(2);
    expect(changes).toEqual(expect.arrayContaining([{ step: '主管单位终审', what: '新增的步骤', before: null, after: '主管单位，终审之后，2个工作日（急件1个工作日）' }, { step: '整个流程', what: '一般期限', before: '3个工作日', after: '5个工作日' }]));
    const effect = (effectiveFrom: string) => supervisor().call(endpoints.makeReviewProcessEffective, { params: { id: whole.id! }, body: { seenVersion: whole.version, effectiveFrom } });
    expect(await effect('2026-11-22')).toMatchObject({ status: 422, body: { code: 'review_processes.date_in_past' } });
    expect(await effect('2026-11-31')).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    const scheduled = (await effect('2026-11-24')).body.versions[0]!;
    expect(scheduled).toMatchObject({ status: 'scheduled', decidedByName: '陈主管' });
    expect(await save(scheduled, {})).toMatchObject({ status: 409, body: { code: 'review_processes.not_a_draft' } });
    expect((await submitted()).process.version).toBe('2');

    house.clock.advance(86_400_000);
    house.forgetSessions();
    expect((await line()).versions.map(({ number, status }) => [number, status])).toEqual([[3, 'in_force'], [2, 'superseded'], [1, 'superseded']]);
    expect((await line('post')).versions[0]).toMatchObject({ number: 2, status: 'in_force' });
    expect((await house.as('zhou-operator').call(endpoints.getContent, { params: { id: before.id } })).body).toMatchObject({ process: { version: '2' }, dueOn: '2026-11-26' });
    expect(await submitted()).toMatchObject({ process: { name: '问答四审三校', version: '3' }, dueOn: '2026-12-01' });
    expect(await house.trail(whole.id!)).toEqual(['review_processes.draft_started', 'review_processes.saved', 'review_processes.saved', 'review_processes.made_effective']);
    const events = await house.database.read((db) => db.findBy(EventEntity, { subjectId: whole.id! }));
    expect(JSON.stringify(events)).not.toContain('四审');
  });

  it('lets the supervising unit give the fourth review at its own desk, and nobody publish before', async () => {
    const item = await submitted();
    const { digest } = item.revision;
    const params = { id: item.id };
    const review = (who: string, step: 1 | 2 | 3 | 4) => house.as(who).call(endpoints.reviewContent, { params, body: { digest, step, decision: 'approved', opinion: '同意' } });
    for (const gate of GATES) await house.as('wu-reviewer').call(endpoints.closeGate, { params: { ...params, gate }, body: { digest, verdict: 'passed', opinion: '通过', ...(gate === 'secrecy' ? { secrecy: SECRECY } : {}) } });
    for (const [index, who] of ['wu-reviewer', 'zheng-reviewer', 'wang-reviewer'].entries()) expect((await review(who, (index + 1) as 1 | 2 | 3)).status).toBe(200);
    const proofread = await proofreadContent(house, (await house.as('wu-reviewer').call(endpoints.getContent, { params })).body);
    expect(proofread).toMatchObject({ status: 'in_review', turn: '等待主管单位终审', reviews: [{ name: '初审' }, { name: '复审' }, { name: '终审' }, { name: '主管单位终审', decision: 'open' }] });
    expect(await review('qian-operator', 4)).toMatchObject({ status: 403, body: { code: 'access.denied' } });
    expect(await review('li-reviewer', 4)).toMatchObject({ status: 403 });
    expect((await supervisor().call(endpoints.listContents, { query: { mine: 'desk' } })).body.items.map(({ id }) => id)).toEqual([item.id]);
    expect((await supervisor().call(endpoints.getContent, { params })).body.abilities).toMatchObject({ desks: ['review:4'], review: 4, decideFindings: false });
    expect((await supervisor().call(endpoints.claimDesks, { params, body: {} })).body.claims).toMatchObject([{ desk: 'review:4', byName: '陈主管' }]);
    expect((await review('chen-supervisor', 4)).body).toMatchObject({ status: 'approved', reviews: [{}, {}, {}, { decision: 'approved', byName: '陈主管' }] });
    expect((await supervisor().call(endpoints.listContents, { query: { mine: 'desk' } })).body.items).toEqual([]);
  });

  it('copies the process of another kind, takes a version back before its day, and drops drafts', async () => {
    const copy = draftOf((await supervisor().call(endpoints.startReviewProcess, { body: { kind: 'guide', copyOf: 'qa' } })).body);
    expect(copy).toMatchObject({ name: '问答四审三校', number: 3 });
    expect(copy.desks.some(({ desk }) => desk === 'review:4')).toBe(true);
    const planned = (await supervisor().call(endpoints.makeReviewProcessEffective, { params: { id: copy.id! }, body: { seenVersion: copy.version, effectiveFrom: '2027-01-01' } })).body.versions[0]!;
    const back = draftOf((await supervisor().call(endpoints.cancelReviewProcess, { params: { id: copy.id! }, body: { seenVersion: planned.version, reason: '推迟' } })).body);
    expect(back).toMatchObject({ effectiveFrom: null, note: '推迟' });
    expect(await supervisor().call(endpoints.cancelReviewProcess, { params: { id: copy.id! }, body: { seenVersion: back.version, reason: '再推迟' } })).toMatchObject({ status: 409, body: { code: 'review_processes.not_scheduled' } });
    expect(draftOf((await supervisor().call(endpoints.discardReviewProcess, { params: { id: copy.id! }, body: { seenVersion: back.version } })).body)).toBeUndefined();
    expect(await supervisor().call(endpoints.compareReviewProcess, { params: { id: copy.id! } })).toMatchObject({ status: 404, body: { code: 'review_processes.not_found' } });
  });

  it('keeps versions from before steps had days: decided ones go by the deadlines of the house, a draft shows them', async () => {
    const draft = draftOf((await supervisor().call(endpoints.startReviewProcess, { body: { kind: 'qa' } })).body);
    const runner = house.database.dataSource.createQueryRunner();
    try {
      await new StepDays1764001200005().down(runner);
      await new StepDays1764001200005().up(runner);
      const stored = new Map((await house.database.read((db) => db.findBy(ReviewProcessVersionEntity, { kind: 'qa' }))).map((row) => [row.number, row.desks]));
      expect(stored.get(3)!.every(({ days }) => days === null)).toBe(true);
      expect(stored.get(draft.number)!.every(({ days }) => days?.normal === 1 && days.urgent === 1)).toBe(true);
    } finally { await runner.release(); }
    expect((await line()).versions.find(({ number }) => number === 3)!.desks.find(({ desk }) => desk === 'review:4')).toEqual({ ...FOURTH, days: { normal: 1, urgent: 1 } });
    await supervisor().call(endpoints.discardReviewProcess, { params: { id: draft.id! }, body: { seenVersion: draft.version } });
  });

  it('belongs to supervisors, and takes no shape it does not know', async () => {
    for (const who of ['wu-reviewer', 'feng-publisher', 'zhou-operator', 'wei-administrator', 'jiang-auditor']) expect(await house.as(who).call(endpoints.startReviewProcess, { body: { kind: 'post' } })).toMatchObject({ status: 403 });
    const draft = draftOf((await supervisor().call(endpoints.startReviewProcess, { body: { kind: 'post' } })).body);
    for (const desks of [[{ ...FOURTH, desk: 'review:9' }], [{ ...FOURTH, role: 'mayor' }], [{ ...FOURTH, after: 'review:3' }], [{ ...FOURTH, days: { normal: -1, urgent: 0 } }]]) expect(await save(draft, { desks: desks as never })).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });
});

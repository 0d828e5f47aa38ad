import { endpoints, type ContentView, type InterpretationChoice, type SaveContentRequest } from '@govmedia-hub/contracts';
import ExcelJS from 'exceljs';
import { publishContent } from '../../../test/release-and-publish.js';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';

const policy = (number: number, title: string): string => `云人社〔2026〕${number}号

${title}

各镇人民政府：
第一条　补贴标准为每人每月400元。
第二条　本办法自2026年11月1日起施行。

云溪市人力资源和社会保障局
2026年10月${number}日
（此件公开发布）
`;

describe.each(databases)('the interpretation of policies on %s', (kind) => {
  let house: TestHouse;
  beforeEach(async () => { house = await openTestHouse(kind); });
  afterEach(() => house.close());

  const release = async (number: number, title: string, interpretation: InterpretationChoice): Promise<string> => {
    const [row] = (await house.as('zhou-operator').upload(endpoints.importDocuments, [{ name: '文件.txt', content: policy(number, title) }])).body;
    const draft = (await house.as('zhou-operator').call(endpoints.getDocument, { params: { id: row!.documentId! } })).body;
    const { version, docNumber, issuer, signedOn, publishedOn, effectiveOn, expiresOn, openness } = draft;
    const answer = await house.as('zhou-operator').call(endpoints.confirmDocument, { params: { id: draft.id }, body: { seenVersion: version, title: draft.title, docNumber, issuer: issuer!, signedOn, publishedOn, effectiveOn, expiresOn, openness, interpretation } });
    expect(answer.status).toBe(200);
    return draft.id;
  };
  const interpret = (documentId: string, blocks: SaveContentRequest['blocks']): Promise<ContentView> => publishContent(house, { kind: 'interpretation', title: '补贴办法解读', topic: '就业创业', sources: [{ documentId, anchor: null }], blocks });
  const coverage = async (query: object = {}, who = 'chen-supervisor') => (await house.as(who).call(endpoints.listInterpretationCoverage, { query: query as never })).body;
  const moveTo = (iso: string): void => { house.clock.moveTo(new Date(iso)); house.forgetSessions(); };

  it('is due three working days after the policy, is overdue from the next day, and covered when every promised form is public', async () => {
    const id = await release(1, '云溪市补贴办法', { plan: { forms: ['text', 'qa'] } });
    expect((await coverage()).rows).toMatchObject([{ documentId: id, state: 'waiting', releasedOn: '2026-11-23', plan: { dueOn: '2026-11-26', ownerOrgName: '云溪市人力资源和社会保障局', decidedByName: '周采编' } }]);
    await interpret(id, [{ type: 'paragraph', text: '补贴标准为每人每月400元。' }]);
    expect((await coverage()).rows[0]).toMatchObject({ state: 'waiting' });
    moveTo('2026-11-26T16:00:00.000Z');
    expect((await coverage({ state: 'overdue' })).rows).toMatchObject([{ documentId: id }]);
    expect((await coverage()).rule).toContain('3个工作日');
    const qa = await interpret(id, [{ type: 'qa', question: '补贴多少钱？', alternatives: [], answer: '每人每月400元。', documentId: null, anchor: null }]);
    const [row] = (await coverage()).rows;
    expect(row).toMatchObject({ state: 'covered' });
    expect(row!.cells.find((cell) => cell.form === 'qa')).toMatchObject({ planned: true, publications: [{ contentId: qa.id, late: true }] });
    expect(row!.cells.find((cell) => cell.form === 'text')).toMatchObject({ planned: true, publications: [{ late: false }] });
    // Both ways: the policy's page shows the interpretation, the interpretation's page its policy.
    expect((await house.resident.call(endpoints.publicGetDocument, { params: { id } })).body.publications.map((entry) => entry.id)).toContain(qa.publicationId);
    expect((await house.resident.call(endpoints.publicGetPublication, { params: { id: qa.publicationId! } })).body.sources.map((source) => source.documentId)).toEqual([id]);
  });

  it('counts forms that a person names, such as an expert article, without touching a verdict', async () => {
    const id = await release(2, '云溪市专家解读办法', { plan: { forms: ['expert', 'comic'] } });
    const item = await interpret(id, [{ type: 'paragraph', text: '补贴标准为每人每月400元。' }]);
    const named = (await house.as('zhou-operator').call(endpoints.classifyContent, { params: { id: item.id }, body: { forms: ['comic', 'expert'], seenVersion: item.version } })).body;
    expect(named).toMatchObject({ status: 'published', forms: ['comic', 'expert'], revision: { digest: item.revision.digest } });
    expect((await coverage()).rows[0]).toMatchObject({ state: 'covered' });
    expect((await coverage({ form: 'video' })).rows).toEqual([]);
    expect((await coverage({ form: 'comic' })).rows).toHaveLength(1);
  });

  it('lists what is exempt with its reason, and lets the unit or a supervisor change the plan, nobody else', async () => {
    const id = await release(3, '云溪市内部安排', { exemption: { kind: 'internal_work', reason: '内部工作安排' } });
    expect((await coverage({}, 'zhou-operator')).rows[0]).toMatchObject({ state: 'exempt', mayPlan: true, plan: { exemption: { kindWords: expect.stringContaining('内部工作'), reason: '内部工作安排' } } });
    expect((await coverage({}, 'sun-operator')).rows[0]).toMatchObject({ mayPlan: false });
    const plan = (who: string, body: InterpretationChoice) => house.as(who).call(endpoints.setInterpretationPlan, { params: { id }, body });
    expect((await plan('sun-operator', { plan: { forms: ['qa'] } })).status).toBe(403);
    expect(await plan('zhou-operator', {})).toMatchObject({ status: 422, body: { code: 'documents.interpretation_plan_missing' } });
    expect((await plan('zhou-operator', { plan: { forms: ['qa'], ownerOrgId: house.units.civil } })).body).toMatchObject({ state: 'waiting', plan: { ownerOrgName: '云溪市民政局', dueOn: '2026-11-26', exemption: null } });
    expect((await coverage({ orgId: house.units.civil })).rows).toHaveLength(1);
    expect(await house.trail(id)).toEqual(expect.arrayContaining(['documents.interpretation_exempted', 'documents.interpretation_planned']));
  });

  it('leaves laws to those who made them', async () => {
    const line = JSON.stringify({ title: '南岭省水条例', organ: '南岭省人民代表大会常务委员会', publish: '2020-01-01', valid_from: '2020-03-01', status: 'current', history: [], text: '第一条 管水。' });
    const { body } = await house.as('chen-supervisor').upload(endpoints.importDocuments, [{ name: 'laws.jsonl', content: line }]);
    await house.as('chen-supervisor').call(endpoints.releaseDocuments, { body: { documentIds: [body[0]!.documentId!], note: '国家法律法规批量入库' } });
    expect((await coverage()).rows).toEqual([]);
    expect(await house.as('chen-supervisor').call(endpoints.setInterpretationPlan, { params: { id: body[0]!.documentId! }, body: { plan: { forms: ['qa'] } } })).toMatchObject({ status: 409, body: { code: 'documents.not_released' } });
  });

  it('exports what is filtered as a workbook', async () => {
    await release(4, '云溪市甲办法', { plan: { forms: ['qa'] } });
    await release(5, '云溪市乙办法', { exemption: { kind: 'historic', reason: '补录' } });
    const answer = await house.as('zhou-operator').call(endpoints.exportInterpretationCoverage, { query: { state: 'waiting' } });
    expect(answer.status).toBe(200);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(answer.body as never);
    const sheet = workbook.getWorksheet('解读覆盖')!;
    expect(sheet.rowCount).toBe(2);
    expect(sheet.getRow(2).values).toEqual(expect.arrayContaining(['云溪市甲办法', '2026-11-26', '待解读', '应解读']));
  });
});

import { endpoints, type FilingForm } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { publishContent, releaseDocument } from '../../../test/release-and-publish.js';

const POLICY = `云溪市人力资源和社会保障局关于发放灵活就业补贴的通知

云人社〔2025〕21号

各镇人民政府：
补贴标准为每人每月400元。本通知自2025年4月1日起施行。
云溪市人力资源和社会保障局
2025年3月12日
（此件公开发布）
`;
const FORM: FilingForm = {
  accountName: '云溪人社', platform: 'kuaishou', accountType: '快手号', platformAccountId: 'ks1', accountKind: 'publishing', homepageUrl: null, intro: '', openedOn: '2026-03-01', certSubject: '云溪市人力资源和社会保障局', undertakingDept: '办公室',
  operationMode: 'self', operatorOrg: null, leaderInCharge: '分管领导', responsiblePerson: '办公室主任', responsiblePhone: '0480-8222601', interactionChannels: ['评论'], updateFrequency: '每周', reason: '公开政策',
};

describe.each(databases)('what is taken back on %s', (kind) => {
  let house: TestHouse;
  beforeAll(async () => { house = await openTestHouse(kind); });
  afterAll(() => house.close());

  it('a document: gone for residents at once, and texts that rest on it are under review', async () => {
    const id = await releaseDocument(house, POLICY);
    const content = await publishContent(house, { kind: 'qa', title: '补贴多少', topic: null, blocks: [{ type: 'qa', question: '补贴多少？', alternatives: [], answer: '每人每月400元。', documentId: id, anchor: null }], sources: [{ documentId: id, anchor: null }] });
    const publication = { params: { id: content.publicationId! } };
    expect((await house.resident.call(endpoints.publicGetPublication, publication)).body.underReview).toBe(false);
    const { version } = (await house.as('zhou-operator').call(endpoints.getDocument, { params: { id } })).body;
    const withdraw = (who: string, body: object = { seenVersion: version, reason: '标准有误，重新印发' }) => house.as(who).call(endpoints.withdrawDocument, { params: { id }, body });
    expect((await withdraw('zhou-operator')).status).toBe(403);
    expect((await withdraw('feng-publisher', { seenVersion: version, reason: '' })).status).toBe(400);
    expect(await withdraw('feng-publisher', { seenVersion: version - 1, reason: '旧页面' })).toMatchObject({ status: 409, body: { code: 'documents.changed_meanwhile' } });
    expect(await withdraw('feng-publisher')).toMatchObject({ status: 200, body: { status: 'withdrawn', withdrawnReason: '标准有误，重新印发', version: version + 1 } });
    expect(await withdraw('chen-supervisor')).toMatchObject({ status: 409, body: { code: 'documents.not_released' } });
    const notice = (await house.resident.call(endpoints.publicGetDocument, { params: { id } })).body;
    expect(notice).toMatchObject({ status: 'withdrawn', title: '云溪市人力资源和社会保障局关于发放灵活就业补贴的通知', withdrawnReason: '标准有误，重新印发', withdrawnAt: expect.any(String), sections: [], questions: [], publications: [] });
    expect(JSON.stringify(notice)).not.toContain('400元');
    for (const file of [endpoints.publicDownloadDocument, endpoints.publicDocumentPdf]) expect((await house.resident.call(file, { params: { id } })).status).toBe(404);
    expect((await house.resident.call(endpoints.publicListDocuments)).body.items.map((item) => item.id)).not.toContain(id);
    expect((await house.resident.call(endpoints.publicGetPublication, publication)).body.underReview).toBe(true);
    const found = (await house.resident.call(endpoints.publicSearch, { query: { q: '灵活就业补贴' } })).body;
    expect(JSON.stringify(found)).not.toContain(`/policy?id=${id}`);
    expect((await house.trail(id)).at(-1)).toBe('documents.withdrawn');
  });

  it('a filing: by its own unit, before it is decided, and not twice', async () => {
    const operator = house.as('zhou-operator');
    const draft = (await operator.call(endpoints.createFiling, { body: { kind: 'opening', form: FORM } })).body;
    const submitted = (await operator.call(endpoints.submitFiling, { params: { id: draft.id }, body: { seenVersion: draft.version } })).body;
    const withdraw = (who: string, seenVersion = submitted.version) => house.as(who).call(endpoints.withdrawFiling, { params: { id: draft.id }, body: { seenVersion, reason: '暂不开设' } });
    expect((await withdraw('sun-operator')).status).toBe(403);
    expect((await withdraw('zhou-operator', submitted.version - 1)).body).toMatchObject({ code: 'accounts.changed_meanwhile' });
    expect(await withdraw('zhou-operator')).toMatchObject({ status: 200, body: { status: 'withdrawn', turn: '已撤回', dueOn: null } });
    expect((await withdraw('zhou-operator', submitted.version + 1)).body).toMatchObject({ code: 'accounts.move_not_allowed' });
    expect((await house.as('chen-supervisor').call(endpoints.decideFiling, { params: { id: draft.id }, body: { seenVersion: submitted.version + 1, decision: 'approve', opinion: '同意' } })).body).toMatchObject({ code: 'accounts.move_not_allowed' });
  });
});

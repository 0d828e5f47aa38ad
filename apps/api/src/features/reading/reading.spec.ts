import { endpoints, type ContentBlock, type ContentKind, type DocumentDraftView, type GuideParts } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { newId } from '../../foundation/database/ids.js';
import { PublicationEntity, PublicationQuestionEntity, PublicationSourceEntity } from '../publishing/publication.entity.js';

/** The server database and a shared machine are slow; nothing here is measured. */
jest.setTimeout(60_000);

const POLICY = `云人社〔2025〕8号

云溪市灵活就业补贴办法

各镇人民政府：
第一条　为支持灵活就业，依据《云溪市就业促进办法》第二条，制定本办法。
第二条　补贴标准为每人每月400元。
第三条　本办法自2025年3月1日起施行。《云溪市灵活就业补贴暂行办法》同时废止。

云溪市人力资源和社会保障局
2025年2月10日
（此件公开发布）
`;
const INTERNAL = POLICY.replace('云人社〔2025〕8号', '云人社〔2025〕9号').replace('灵活就业补贴办法\n', '就业促进办法\n').replace('此件公开发布', '依申请公开');

const GUIDE: GuideParts = {
  audience: 'person', lifeEvent: '就业', conditions: ['本市户籍'], materials: [], steps: [], timeLimit: { amount: 10, unit: 'working_day', text: '10个工作日' },
  fee: { free: true, text: '不收费' }, place: '便民服务中心', hours: '工作日', phone: '0000-1234567', onlineUrl: null, oneVisit: true,
} as GuideParts;

describe.each(databases)("a policy's page for residents on %s", (kind) => {
  let house: TestHouse;
  beforeEach(async () => { house = await openTestHouse(kind); });
  afterEach(() => house.close());

  const confirm = async (content: string): Promise<string> => {
    const [row] = (await house.as('zhou-operator').upload(endpoints.importDocuments, [{ name: '文件.txt', content }])).body;
    const draft: DocumentDraftView = (await house.as('zhou-operator').call(endpoints.getDocument, { params: { id: row!.documentId! } })).body;
    const { title, docNumber, issuer, signedOn, publishedOn, effectiveOn, expiresOn, openness, version } = draft;
    expect((await house.as('zhou-operator').call(endpoints.confirmDocument, { params: { id: draft.id }, body: { seenVersion: version, title, docNumber, issuer, signedOn, publishedOn, effectiveOn, expiresOn, openness, interpretation: { plan: { forms: ['qa'] } } } })).status).toBe(200);
    return draft.id;
  };

  /** Rows as publishing writes them; how a text gets there is publishing's own spec. */
  const publish = (documentId: string, of: ContentKind, title: string, status: 'published' | 'withdrawn' = 'published'): Promise<void> => house.database.transaction(async (db) => {
    const id = newId();
    const at = house.clock.now();
    const blocks: ContentBlock[] = of === 'qa' ? [{ type: 'qa', question: title, alternatives: [], answer: '每人每月400元。' } as unknown as ContentBlock] : [{ type: 'paragraph', text: title } as ContentBlock];
    await db.insert(PublicationEntity, { id, contentId: newId(), revisionId: newId(), kind: of, orgId: house.units.labour, title, topic: null, excerpt: title, blocks, guide: of === 'guide' ? GUIDE : null, sources: [{ documentId, anchor: 'art-2', title: '云溪市灵活就业补贴办法', docNumber: '云人社〔2025〕8号', label: '第二条' }], text: title, digest: '0'.repeat(64), reviewedOn: '2026-11-20', status, publishedAt: at, changedAt: at, withdrawnAt: status === 'withdrawn' ? at : null, withdrawnReason: null, version: 1 });
    await db.insert(PublicationSourceEntity, { id: newId(), publicationId: id, documentId });
    if (of === 'qa') await db.insert(PublicationQuestionEntity, { id: `${id}-0`, publicationId: id, position: 0, question: title, answer: '每人每月400元。', topic: null, documentId, anchor: 'art-2', publishedAt: at });
  });

  it('shows the text, its validity and everything that was published about it', async () => {
    const id = await confirm(POLICY);
    await publish(id, 'interpretation', '图解补贴办法');
    await publish(id, 'qa', '补贴多少钱');
    await publish(id, 'guide', '灵活就业补贴申领');
    await publish(id, 'post', '已撤回的图文', 'withdrawn');
    const { status, body } = await house.resident.call(endpoints.publicGetDocument, { params: { id } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, docNumber: '云人社〔2025〕8号', validity: 'in_force', sections: [{ anchor: 'art-1' }, { anchor: 'art-2', text: '补贴标准为每人每月400元。' }, { anchor: 'art-3' }] });
    expect(body.publications.map((publication) => publication.title).sort()).toEqual(['图解补贴办法', '补贴多少钱']);
    expect(body.questions).toMatchObject([{ question: '补贴多少钱', sources: [{ documentId: id, anchor: 'art-2' }] }]);
    expect(body.guides).toMatchObject([{ title: '灵活就业补贴申领', timeLimit: '10个工作日' }]);
    expect(body).not.toHaveProperty('originalText');
    expect(body).not.toHaveProperty('problems');
  });

  it('does not lead residents to documents that are not for them, and names what it repealed', async () => {
    const internal = await confirm(INTERNAL);
    const id = await confirm(POLICY);
    const { body } = await house.resident.call(endpoints.publicGetDocument, { params: { id } });
    expect(body.citations.map(({ title, resolution, documentId, validity }) => [title, resolution, documentId, validity])).toEqual([['云溪市就业促进办法', 'not_in_library', null, 'unknown'], ['云溪市灵活就业补贴暂行办法', 'named', null, 'repealed']]);
    expect((await house.resident.call(endpoints.publicGetDocument, { params: { id: internal } })).body).toMatchObject({ code: 'documents.not_found' });
  });

  it('answers the same for a draft as for a document that does not exist', async () => {
    const [row] = (await house.as('zhou-operator').upload(endpoints.importDocuments, [{ name: '文件.txt', content: POLICY }])).body;
    const draft = await house.resident.call(endpoints.publicGetDocument, { params: { id: row!.documentId! } });
    const nothing = await house.resident.call(endpoints.publicGetDocument, { params: { id: newId() } });
    expect([draft.status, nothing.status]).toEqual([404, 404]);
    expect((draft.body as unknown as { title: string }).title).toBe((nothing.body as unknown as { title: string }).title);
  });
});

import { endpoints, type GuideParts } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { publishContent, releaseDocument } from '../../../test/release-and-publish.js';

const POLICY = `云人社〔2025〕8号

云溪市灵活就业社会保险补贴办法

各镇人民政府：
第一条　为支持灵活就业，制定本办法。
第二条　申请社会保险补贴的，应当提交居民身份证和缴费凭证，15个工作日内审核完毕。
第三条　本办法自2025年3月1日起施行，有效期至2026年11月30日。

云溪市人力资源和社会保障局
2025年2月10日
（此件公开发布）
`;
const PARTS: GuideParts = {
  audience: 'person', lifeEvent: '就业创业', conditions: ['本市户籍就业困难人员'], materials: [{ name: '居民身份证', form: '原件', copies: 1, note: '' }, { name: '缴费凭证', form: '复印件', copies: 1, note: '' }],
  steps: [{ title: '提出申请', detail: '到便民服务中心提交材料。' }], timeLimit: { amount: 15, unit: 'working_day', text: '15个工作日' }, fee: { free: true, text: '不收费' },
  place: '云溪市政务服务中心', hours: '周一至周五', phone: '0000-1234567', onlineUrl: null, oneVisit: true,
};

jest.setTimeout(60_000);

describe.each(databases)('service guides on %s', (kind) => {
  let house: TestHouse;
  let documentId: string;
  let publicationId: string;
  let contentId: string;
  beforeAll(async () => {
    house = await openTestHouse(kind);
    documentId = await releaseDocument(house, POLICY);
    const view = await publishContent(house, { kind: 'guide', title: '灵活就业社会保险补贴申请', topic: '就业创业', blocks: [], guide: PARTS, sources: [{ documentId, anchor: 'art-2' }] });
    contentId = view.id;
    publicationId = view.publicationId!;
  });
  afterAll(() => house.close());

  const list = async (query: Record<string, string> = {}): Promise<string[]> => (await house.resident.call(endpoints.publicListGuides, { query })).body.items.map(({ title }) => title);

  it('show conditions, materials, steps, time, fee, place and telephone, with the basis as it stands today', async () => {
    const { status, body } = await house.resident.call(endpoints.publicGetGuide, { params: { id: publicationId } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ title: '灵活就业社会保险补贴申请', timeLimit: '15个工作日', fee: '不收费', parts: PARTS, underReview: false, basis: [{ documentId, anchor: 'art-2', label: '第二条', validity: 'in_force' }] });
  });

  it('are found by audience, life event, and everyday or official words', async () => {
    const title = ['灵活就业社会保险补贴申请'];
    expect(await list()).toEqual(title);
    expect(await list({ q: '社保补贴' })).toEqual(title);
    expect(await list({ q: '灵活就业', audience: 'person', lifeEvent: '就业创业' })).toEqual(title);
    expect(await list({ q: '养犬登记' })).toEqual([]);
    expect(await list({ audience: 'enterprise' })).toEqual([]);
    expect((await house.resident.call(endpoints.publicListGuides, { query: { audience: 'company' } })).status).toBe(400);
  });

  it('answer a question about how to do it, with time, fee and place', async () => {
    const { body } = await house.resident.call(endpoints.publicAsk, { body: { question: '灵活就业社会保险补贴怎么申请' } });
    expect(body.answer).toMatchObject({ text: expect.stringContaining('办理时限15个工作日；不收费；办理地点云溪市政务服务中心'), passage: { kind: 'guide', link: `/guide?id=${publicationId}` } });
  });

  it('say that they are under review the day after their basis has expired', async () => {
    const view = async () => (await house.resident.call(endpoints.publicGetGuide, { params: { id: publicationId } })).body;
    house.clock.moveTo(new Date('2026-11-30T15:00:00.000Z'));
    expect((await view()).underReview).toBe(false);
    house.clock.moveTo(new Date('2026-11-30T16:00:00.000Z'));
    expect(await view()).toMatchObject({ underReview: true, basis: [{ validity: 'expired' }] });
    expect((await house.resident.call(endpoints.publicAsk, { body: { question: '灵活就业社会保险补贴怎么申请' } })).body.answered).toBe(false);
  });

  it('are gone when they are withdrawn', async () => {
    house.clock.moveTo(new Date('2026-11-23T02:00:00.000Z'));
    const { body } = await house.as('feng-publisher').call(endpoints.getContent, { params: { id: contentId } });
    expect((await house.as('feng-publisher').call(endpoints.withdrawContent, { params: { id: contentId }, body: { reason: '停办', seenVersion: body.version } })).status).toBe(200);
    expect(await list()).toEqual([]);
    expect(await house.resident.call(endpoints.publicGetGuide, { params: { id: publicationId } })).toMatchObject({ status: 404, body: { code: 'services.not_found' } });
    expect((await house.resident.call(endpoints.publicGetGuide, { params: { id: documentId } })).status).toBe(404);
  });
});

import { endpoints, type ContentBlock, type ContentView, type ReprintBlock, type SaveContentRequest } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { approveContent, approveDraft } from '../../../test/release-and-publish.js';

const FROM: ReprintBlock = { type: 'reprint', name: '南岭省人民政府门户网站', url: 'https://www.nanling.gov.cn/zwgk/202611/t20261120_1.html', originalOn: '2026-11-20' };

describe.each(databases)('reprints on %s', (kind) => {
  let house: TestHouse;
  beforeAll(async () => { house = await openTestHouse(kind); });
  afterAll(() => house.close());

  const request = (...blocks: ContentBlock[]): SaveContentRequest => ({ kind: 'post', title: '省里发布助企新措施', topic: null, sources: [], blocks: [{ type: 'paragraph', text: '企业可以在网上申请补贴。' }, ...blocks] });
  const create = (...blocks: ContentBlock[]) => house.as('zhou-operator').call(endpoints.createContent, { body: request(...blocks) });
  const submit = (item: ContentView) => house.as('zhou-operator').call(endpoints.submitContent, { params: { id: item.id }, body: { seenVersion: item.version } });
  const publish = (item: ContentView) => house.as('feng-publisher').call(endpoints.publishContent, { params: { id: item.id }, body: { digest: item.revision.digest, seenVersion: item.version } });

  it('hands in only what comes from a site on the list; a name that looks like one is none', async () => {
    for (const url of ['https://www.nanling.gov.cn.example.com/1.html', 'https://nanlinggov.cn/1.html', 'https://news.example.com/1.html']) {
      const item = (await create({ ...FROM, url })).body;
      expect(await submit(item)).toMatchObject({ status: 422, body: { code: 'contents.reprint_not_listed', details: { host: new URL(url).hostname, on: '2026-11-23' } } });
      expect((await house.as('zhou-operator').call(endpoints.getContent, { params: { id: item.id } })).body.status).toBe('draft');
    }
    expect(await submit((await create(FROM)).body)).toMatchObject({ status: 200, body: { status: 'in_gates' } });
  });

  it('asks for name, address and day, and for one source only', async () => {
    const refused = async (block: object) => (await create({ ...FROM, ...block } as ReprintBlock)).body as unknown as { errors: { field: string }[] };
    for (const url of ['', 'nanling.gov.cn/1', 'javascript:alert(1)', 'https://www.nanling.gov.cn@example.com/1.html', 'ftp://www.nanling.gov.cn/1']) expect((await refused({ url })).errors).toMatchObject([{ field: 'blocks.1.url' }]);
    expect((await refused({ name: ' ' })).errors).toMatchObject([{ field: 'blocks.1.name' }]);
    for (const originalOn of ['', '2026-02-30', '昨天']) expect((await refused({ originalOn })).errors).toMatchObject([{ field: 'blocks.1.originalOn' }]);
    expect(await submit((await create({ ...FROM, originalOn: '2026-11-24' })).body)).toMatchObject({ status: 400, body: { errors: [{ field: 'blocks.1.originalOn' }] } });
    expect(await submit((await create(FROM, FROM)).body)).toMatchObject({ status: 400, body: { errors: [{ field: 'blocks.2' }] } });
  });

  it('covers name, address and day with the digest that every desk names', async () => {
    const digest = async (block: Partial<ReprintBlock>) => (await create({ ...FROM, ...block })).body.revision.digest;
    const all = [await digest({}), await digest({ name: '南岭省发展和改革委员会' }), await digest({ url: 'https://www.nanling.gov.cn/2.html' }), await digest({ originalOn: '2026-11-19' }), (await create()).body.revision.digest];
    expect(new Set(all).size).toBe(5);
  });

  it('shows residents and channels whose text it is; after its source has ended no new one goes out, and what is public stays', async () => {
    const source = (await house.as('chen-supervisor').call(endpoints.addRepostSource, { body: { name: '云溪日报', host: 'daily.example.cn', kind: 'source_unit', basis: '稿源单位名单', effectiveFrom: '2026-01-01' } })).body;
    const from = { ...FROM, name: '云溪日报', url: 'https://daily.example.cn/1.html' };
    const first = (await publish(await approveContent(house, request(from)))).body;
    const shown = (await house.resident.call(endpoints.publicGetPublication, { params: { id: first.publicationId! } })).body;
    expect(shown.blocks).toContainEqual(from);
    const feed = JSON.stringify((await house.resident.call(endpoints.publicFeedJson)).body);
    expect(feed).toContain('来源：云溪日报');
    const preview = (await house.as('zhou-operator').call(endpoints.previewContent, { body: { content: request(from) } })).body;
    expect(preview.wechatHtml).toContain('来源：云溪日报　原文发布于2026年11月20日　查看原文（https://daily.example.cn/1.html）');

    const second = await approveDraft(house, (await create(from)).body);
    await house.as('chen-supervisor').call(endpoints.endRepostSource, { params: { id: source.id }, body: { effectiveTo: '2026-11-23' } });
    expect(await publish(second)).toMatchObject({ status: 422, body: { code: 'contents.reprint_not_listed' } });
    expect(await house.resident.call(endpoints.publicGetPublication, { params: { id: first.publicationId! } })).toMatchObject({ status: 200, body: { status: 'published' } });
  });
});

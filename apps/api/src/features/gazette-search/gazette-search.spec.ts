import { endpoints, type GazetteHitView, type GazetteIssueView } from '@govmedia-hub/contracts';
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { releaseDocument } from '../../../test/release-and-publish.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { GazetteReader } from '../gazette/gazette.reader.js';
import { IndexSnapshots, LibraryIndexService } from '../library-index/library-index.service.js';
import { GazetteIndex } from './gazette-index.js';

const notice = (number: number, title: string, ...body: string[]): string => `云政发〔2026〕${number}号

${title}

各镇人民政府：
${body.join('\n')}
本办法自2026年10月1日起施行。

云溪市人民政府
2026年9月8日
（此件公开发布）
`;

describe.each(databases)('searching the gazette on %s', (kind) => {
  let house: TestHouse;
  let parking: string;
  let issue: GazetteIssueView;
  beforeAll(async () => {
    house = await openTestHouse(kind);
    const dogs = await releaseDocument(house, notice(21, '云溪市养犬管理办法', '第一条　养犬登记费每只每年100元。', '第二条　养犬人应当为犬只注射疫苗。'));
    parking = await releaseDocument(house, notice(22, '云溪市停车管理办法', '第一条　道路停车首小时免费，超过一小时的按每小时3元收费。'));
    const editor = house.as('tao-operator');
    issue = (await editor.call(endpoints.createGazetteIssue, { body: { seenVersion: 0, year: 2026, issueNo: 3, totalNo: 15, publishedOn: '2026-11-20', sections: [{ name: '市政府文件', documentIds: [dogs, parking] }] } })).body;
  });
  afterAll(() => house.close());

  const hits = async (query: Record<string, string | number>): Promise<GazetteHitView[]> => (await house.resident.call(endpoints.publicSearchGazette, { query })).body.items;
  const found = async (query: Record<string, string | number>): Promise<string[]> => (await hits(query)).map(({ title }) => title);

  it('finds nothing of an issue that is not signed, and all of it once it is', async () => {
    await house.settle();
    expect(await found({ q: '养犬' })).toEqual([]);
    await house.as('chen-supervisor').call(endpoints.signGazetteIssue, { params: { id: issue.id }, body: { seenVersion: issue.version } });
    await house.settle();
    expect(await found({ q: '养犬' })).toEqual(['云溪市养犬管理办法']);
    expect(await found({})).toEqual(['云溪市养犬管理办法', '云溪市停车管理办法']);
  });

  it.each([['云政发[2026]21号', '养犬'], ['停车怎么收费', '停车'], ['首小时 停车', '停车'], ['犬只打疫苗', '养犬']])('%s is found by its number in any writing or by its words, the best first', async (q, of) => {
    const [first] = await found({ q });
    expect(first).toBe(`云溪市${of}管理办法`);
  });

  it('shows the passage that says it, with the words marked', async () => {
    const [hit] = await hits({ q: '道路停车 收费' });
    const { excerpt, highlights } = hit!;
    expect(excerpt).toContain('首小时免费');
    expect(highlights.map(({ start, end }) => excerpt.slice(start, end))).toEqual(expect.arrayContaining([expect.stringContaining('停车'), expect.stringContaining('收费')]));
    expect((await hits({ q: '云政发〔2026〕22号' }))[0]).toMatchObject({ excerpt: '', highlights: [], issue: { issueNo: 3 } });
  });

  it('narrows by issuer, day and validity, pages, and finds nothing that was not printed', async () => {
    expect(await found({ issuer: '云溪市人民政府' })).toHaveLength(2);
    for (const issuer of ['云溪市财政局', '人民政府', '%']) expect(await found({ issuer })).toEqual([]);
    expect((await house.resident.call(endpoints.publicListGazetteIssuers, {})).body).toEqual([{ name: '云溪市人民政府', items: 2 }]);
    expect(await found({ fromOn: '2026-09-01', toOn: '2026-09-30' })).toHaveLength(2);
    expect(await found({ q: '停车', fromOn: '2026-10-01' })).toEqual([]);
    expect(await found({ q: '停车', validity: 'in_force' })).toHaveLength(1);
    expect(await found({ validity: 'repealed' })).toEqual([]);
    for (const q of ['住房公积金', '%', '股票', '？？？']) expect(await found({ q })).toEqual([]);
    const first = (await house.resident.call(endpoints.publicSearchGazette, { query: { q: '云溪市 管理办法', limit: 1 } })).body;
    expect(first).toMatchObject({ total: 2, items: [expect.anything()] });
    const next = await hits({ q: '云溪市 管理办法', limit: 1, cursor: first.nextCursor! });
    expect([...first.items, ...next].map(({ title }) => title).sort()).toEqual(['云溪市停车管理办法', '云溪市养犬管理办法']);
    expect((await house.resident.call(endpoints.publicSearchGazette, { query: { fromOn: '2026-13-01' } })).status).toBe(400);
  });

  it('starts from its file with what has happened since, and goes on when that is cut while it is open', async () => {
    const { app, database, clock, settings } = house;
    const read = jest.spyOn(app.get(GazetteReader), 'printedItems');
    const start = async (): Promise<GazetteIndex> => {
      const index = new GazetteIndex(database, clock, app.get(EventLogService), app.get(GazetteReader), app.get(LibraryIndexService), app.get(IndexSnapshots));
      await index.onApplicationBootstrap();
      return index;
    };
    const first = await start();
    const wanted = await first.find('道路停车 收费');
    await first.onModuleDestroy();
    read.mockClear();
    const second = await start();
    truncateSync(join(settings.dataDir, 'knowledge', 'gazette.snapshot'), 500);
    expect(read).not.toHaveBeenCalled();
    expect(await second.find('道路停车 收费')).toEqual(wanted);
    expect(read).toHaveBeenCalled();
    await second.onModuleDestroy();
    read.mockRestore();
  });

  it('never shows what has been withdrawn, whether or not the index has followed', async () => {
    const { version } = (await house.as('chen-supervisor').call(endpoints.getDocument, { params: { id: parking } })).body;
    expect((await house.as('chen-supervisor').call(endpoints.withdrawDocument, { params: { id: parking }, body: { seenVersion: version, reason: '含有个人信息。' } })).status).toBe(200);
    expect(await found({ q: '首小时免费' })).toEqual([]);
    expect(await found({ q: '云政发〔2026〕22号' })).toEqual([]);
  });
});

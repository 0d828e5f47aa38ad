import { endpoints } from '@govmedia-hub/contracts';
import { REPEAL, SUBSIDY } from '../../../../test/subsidy-library.js';
import { databases, openTestHouse, type TestHouse } from '../../../../test/open-test-house.js';
import { wordsOfPdf } from '../../../../test/pdf-words.js';
import { releaseDocument } from '../../../../test/release-and-publish.js';
import { chineseFont } from '../../../foundation/paper/chinese-font.js';

const POLICY = `云溪市人民政府文件

云政发〔2024〕12号

云溪市养犬管理办法

各镇人民政府：
第一条　为规范养犬，制定本办法。
第二条　养犬登记费每只每年100元。
第三条　本办法自2024年5月1日起施行。

云溪市人民政府
2024年4月2日
（此件公开发布）
`;

describe.each(databases)('taking a policy along on %s', (kind) => {
  let house: TestHouse;
  beforeAll(async () => { house = await openTestHouse(kind); });
  afterAll(() => house.close());

  it('the PDF has the text that residents read, where it comes from, how it stands today, and its digest', async () => {
    if (!chineseFont(null)) return;
    const id = await releaseDocument(house, POLICY);
    const { digest } = (await house.resident.call(endpoints.publicGetDocument, { params: { id } })).body;
    const answer = await house.resident.call(endpoints.publicDocumentPdf, { params: { id } });
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/pdf' } });
    const words = await wordsOfPdf(answer.body);
    for (const said of ['云溪市养犬管理办法', '云政发〔2024〕12号', '养犬登记费每只每年100元', '来源：', `/policy?id=${id}`, '当日效力：有效', digest]) expect(words).toContain(said);
    expect(Buffer.from((await house.resident.call(endpoints.publicDocumentPdf, { params: { id } })).body).equals(Buffer.from(answer.body))).toBe(true);
  });

  it('says above the text that a policy has ended, since when and by what', async () => {
    if (!chineseFont(null)) return;
    const old = await releaseDocument(house, SUBSIDY);
    await releaseDocument(house, REPEAL);
    house.clock.moveTo(new Date('2026-11-25T02:00:00Z'));
    const words = await wordsOfPdf((await house.resident.call(endpoints.publicDocumentPdf, { params: { id: old } })).body);
    expect(words).toMatch(/【已废止】依据《.+》（云人社〔2026〕3号），本文件自2026年11月25日起已废止，不再作为办事依据。以上为2026年11月25日的效力。/);
    expect(words).toContain('当日效力：已废止');
  });

  it('is not made of what nobody may read', async () => {
    expect((await house.resident.call(endpoints.publicDocumentPdf, { params: { id: '00000000-0000-7000-8000-000000000000' } })).status).toBe(404);
  });
});

import { endpoints } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../../test/open-test-house.js';
import { publishContent, releaseDocument } from '../../../../test/release-and-publish.js';

/** The server database and a shared machine are slow; nothing here is measured. */
jest.setTimeout(120_000);

const measures = (fee: string, more = ''): string => `云溪市养犬管理办法

云政发〔2024〕12号

各镇人民政府：
第一条　为规范养犬，制定本办法。
第二条　养犬登记费每只每年${fee}，由养犬人在登记时缴纳。
第三条　养犬人应当在30日内登记。
第四条　本办法自2024年5月1日起施行。${more}

云溪市人民政府
2024年4月2日
（此件公开发布）
`;
const AMENDMENT = `云溪市人民政府关于修改《云溪市养犬管理办法》的决定

云政发〔2026〕3号

各镇人民政府：
市政府决定对《云溪市养犬管理办法》（云政发〔2024〕12号）作如下修改：
一、将第二条修改为：“第二条　养犬登记费每只每年80元，由养犬人在登记时缴纳。”
本决定自2026年11月1日起施行。

云溪市人民政府
2026年10月12日
（此件公开发布）
`;

describe.each(databases)('versions of a document on %s', (kind) => {
  let house: TestHouse;
  let id: string;
  beforeEach(async () => {
    house = await openTestHouse(kind);
    house.clock.moveTo(new Date('2026-06-01T02:00:00Z'));
    id = await releaseDocument(house, measures('100元'));
  });
  afterEach(() => house.close());

  const later = (instant: string): void => {
    house.clock.moveTo(new Date(instant));
    house.forgetSessions();
  };
  const view = async () => (await house.as('zhou-operator').call(endpoints.getDocument, { params: { id } })).body;
  const record = async (content: string, byDocumentId: string, { who = 'zhou-operator', seenVersion }: { who?: string; seenVersion?: number } = {}) =>
    house.as(who).upload(endpoints.recordVersion, [{ name: '修改后.txt', content }], { params: { id }, query: { seenVersion: seenVersion ?? (await view()).version, byDocumentId } });

  it('the amended text takes the place of the former one, which stays with the days on which it held', async () => {
    later('2026-11-05T02:00:00Z');
    const by = await releaseDocument(house, AMENDMENT);
    expect((await view()).versions).toEqual([]);
    const answer = await record(measures('80元'), by);
    expect(answer.body).toMatchObject({
      validity: 'amended',
      versions: [{ number: 1, fromOn: '2024-05-01', toOn: '2026-10-31', by: null }, { number: 2, fromOn: '2026-11-01', toOn: null, by: { id: by, docNumber: '云政发〔2026〕3号' } }],
    });
    const shown = (await house.resident.call(endpoints.publicGetDocument, { params: { id } })).body;
    expect(shown.sections.map((section) => section.anchor)).toEqual(['art-1', 'art-2', 'art-3', 'art-4']);
    expect(shown.sections[1]!.text).toContain('80元');
    expect(shown.versions).toHaveLength(2);
    expect(await house.trail(id)).toContain('documents.version_recorded');
  });

  it('residents lay two versions side by side, article by article', async () => {
    later('2026-11-05T02:00:00Z');
    const by = await releaseDocument(house, AMENDMENT);
    await record(measures('80元', '第五条　市公安局负责解释。'.replace('第五条', '\n第五条')), by);
    const { body } = await house.resident.call(endpoints.publicCompareVersions, { params: { id } });
    expect(body).toMatchObject({ document: { id, title: '云溪市养犬管理办法' }, before: { number: 1 }, after: { number: 2 } });
    expect(body.rows.map((row) => [row.kind, row.after?.label])).toEqual([['same', '第一条'], ['changed', '第二条'], ['same', '第三条'], ['same', '第四条'], ['added', '第五条']]);
    expect(body.rows[1]!.pieces.filter((piece) => piece.kind !== 'same')).toEqual([{ kind: 'removed', text: '10' }, { kind: 'added', text: '8' }]);
    expect((await house.as('zhou-operator').call(endpoints.compareVersions, { params: { id }, query: { from: 2, to: 1 } })).body.rows.at(-1)).toMatchObject({ kind: 'removed' });
    expect((await house.resident.call(endpoints.publicCompareVersions, { params: { id }, query: { from: 1, to: 9 } })).body).toMatchObject({ code: 'documents.version_not_found' });
  });

  it('the search answers with the amended words, and an answer to the former ones waits', async () => {
    const content = await publishContent(house, { kind: 'qa', title: '养犬登记费多少钱', topic: null, blocks: [{ type: 'qa', question: '养犬登记费多少钱', alternatives: [], answer: '养犬登记费每只每年100元。', documentId: id, anchor: 'art-2' }], sources: [{ documentId: id, anchor: 'art-2' }] });
    later('2026-11-05T02:00:00Z');
    await record(measures('80元'), await releaseDocument(house, AMENDMENT));
    await house.settle();
    const found = (await house.resident.call(endpoints.publicSearch, { query: { q: '养犬登记费', kind: 'article' } })).body.items.filter((item) => item.documentId === id && item.anchor === 'art-2');
    expect(found.map((item) => item.text)).toEqual([expect.stringContaining('80元')]);
    expect((await house.resident.call(endpoints.publicGetQuestion, { params: { id: `${content.publicationId}-0` } })).body.underReview).toBe(true);
  });

  it.each<[string, string, RegExp]>([
    ['the same text again', measures('100元'), /完全相同/],
    ['a text of another title', measures('80元').replace('云溪市养犬管理办法', '云溪市养猫管理办法'), /标题不同|与本文件的标题不同/],
    ['an empty file', '', /空/],
  ])('refuses %s and keeps everything as it was', async (_what, content, reason) => {
    later('2026-11-05T02:00:00Z');
    const answer = await record(content, await releaseDocument(house, AMENDMENT));
    expect(answer.body).toMatchObject({ code: 'documents.version_refused' });
    expect((answer.body as unknown as { detail: string }).detail).toMatch(reason);
    expect((await view()).versions).toEqual([]);
    expect((await view()).sections[1]!.text).toContain('100元');
  });

  it('refuses a text before its amendment takes effect, without one, of another unit, or over a version seen too early', async () => {
    later('2026-10-20T02:00:00Z');
    const by = await releaseDocument(house, AMENDMENT);
    expect((await record(measures('80元'), by)).body).toMatchObject({ code: 'documents.version_refused', detail: expect.stringContaining('还没有生效') });
    later('2026-11-05T02:00:00Z');
    expect((await record(measures('80元'), id)).body).toMatchObject({ code: 'documents.version_refused', detail: expect.stringContaining('没有修改本文件') });
    expect((await record(measures('80元'), by, { who: 'sun-operator' })).body).toMatchObject({ code: 'access.other_organisation' });
    expect((await record(measures('80元'), by, { seenVersion: 77 })).body).toMatchObject({ code: 'documents.changed_meanwhile' });
    expect((await house.resident.call(endpoints.publicCompareVersions, { params: { id } })).body).toMatchObject({ code: 'documents.version_not_found' });
  });
});

import { endpoints } from '@govmedia-hub/contracts';
import ExcelJS from 'exceljs';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { releaseDocument } from '../../../test/release-and-publish.js';

/** The server database and a shared machine are slow; nothing here is measured. */
jest.setTimeout(120_000);

const notice = (number: string, title: string, body: string, signed = '2026年10月8日', mark = '此件公开发布'): string => `${number}

${title}

各镇人民政府：
${body}

云溪市人力资源和社会保障局
${signed}
（${mark}）
`;
const FORMER = notice('云人社规〔2020〕5号', '关于见习补贴的通知', '每人每月300元。本通知自2020年6月1日起施行。', '2020年5月6日');
const SHORT = notice('云人社〔2024〕3号', '关于稳岗返还的通知', '按规定返还。本通知自2024年2月1日起施行，有效期至2025年1月31日。', '2024年1月20日');
const REPEAL = notice('云人社规〔2026〕8号', '关于调整见习补贴的通知', '每人每月500元。本通知自2026年11月1日起施行。《关于见习补贴的通知》（云人社规〔2020〕5号）和《关于见习基地的通知》（云人社〔2018〕9号）同时废止。');
const INTERNAL = notice('云人社规〔2026〕9号', '关于内部核查的通知', '各科室执行。本通知自2026年11月1日起施行。', '2026年10月9日', '依申请公开');

describe.each(databases)('the lists of the library on %s', (kind) => {
  let house: TestHouse;
  beforeEach(async () => { house = await openTestHouse(kind); });
  afterEach(() => house.close());

  const ended = async (query: object = {}) => (await house.resident.call(endpoints.publicListEnded, { query: { ...query } })).body;
  const sheetOf = async (bytes: unknown, at = 0): Promise<string[][]> => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as ArrayBuffer);
    const rows: string[][] = [];
    book.worksheets[at]!.eachRow((row) => { rows.push((row.values as unknown[]).slice(1).map(String)); });
    return rows;
  };

  it('residents see what no longer holds: by which document, since when, newest first', async () => {
    const former = await releaseDocument(house, FORMER);
    const short = await releaseDocument(house, SHORT);
    expect((await ended()).items.map((row) => row.id)).toEqual([short]);
    const repeal = await releaseDocument(house, REPEAL);
    const { items, total } = await ended();
    expect(total).toBe(3);
    expect(items.slice(0, 2).map((row) => row.docNumber).sort()).toEqual(['云人社〔2018〕9号', '云人社规〔2020〕5号']);
    expect(items.find((row) => row.id === former)).toMatchObject({ validity: 'repealed', endedOn: '2026-11-01', hasText: true, by: { id: repeal, docNumber: '云人社规〔2026〕8号' } });
    expect(items.find((row) => row.docNumber === '云人社〔2018〕9号')).toMatchObject({ hasText: false, validity: 'repealed' });
    expect(items[2]).toMatchObject({ id: short, validity: 'expired', endedOn: '2025-02-01', by: null });
  });

  it('searches and pages the list, and gives it as a workbook with the same rows', async () => {
    await releaseDocument(house, FORMER);
    await releaseDocument(house, SHORT);
    await releaseDocument(house, REPEAL);
    expect((await ended({ q: '稳岗' })).items).toHaveLength(1);
    expect((await ended({ q: '2026〕8号' })).items).toHaveLength(2);
    expect((await ended({ validity: 'expired' })).items).toHaveLength(1);
    expect((await ended({ q: '没有这样的文件' })).items).toEqual([]);
    const first = await ended({ limit: 2 });
    const second = await ended({ limit: 2, cursor: first.nextCursor! });
    expect([...first.items, ...second.items].map((row) => row.id)).toEqual((await ended()).items.map((row) => row.id));
    const file = await house.resident.call(endpoints.publicExportEnded, { query: { validity: 'repealed' } });
    expect(file.headers['content-disposition']).toContain(encodeURIComponent('失效文件清单.xlsx'));
    const rows = await sheetOf(file.body);
    expect(rows[0]).toEqual(['序号', '文件名称', '文号', '制发机关', '效力', '失效日期', '依据', '依据文号']);
    expect(rows.slice(1).map((row) => [row[2], row[4], row[5], row[7]]).sort()).toEqual([['云人社〔2018〕9号', '已废止', '2026年11月1日', '云人社规〔2026〕8号'], ['云人社规〔2020〕5号', '已废止', '2026年11月1日', '云人社规〔2026〕8号']]);
  });

  it('does not show what residents may not read', async () => {
    await releaseDocument(house, INTERNAL);
    await releaseDocument(house, notice('云人社〔2026〕10号', '关于停止内部核查的通知', '《关于内部核查的通知》（云人社规〔2026〕9号）自2026年11月10日起废止。', '2026年11月2日'));
    expect((await ended()).items).toEqual([]);
  });

  it('the ledger names what was issued but is not public, and what is public but was not reviewed', async () => {
    const internal = await releaseDocument(house, INTERNAL);
    const open = await releaseDocument(house, REPEAL);
    const other = await releaseDocument(house, SHORT);
    const rows = async (query: object = {}, who = 'zhou-operator') => (await house.as(who).call(endpoints.listLedger, { query: { ...query } })).body.items;
    const told = async () => Object.fromEntries((await rows()).map((row) => [row.document.id, [row.normative, row.looksNormative, row.exceptions]]));
    expect(await told()).toEqual({ [internal]: ['undecided', true, ['issued_not_public']], [open]: ['undecided', true, ['public_not_reviewed']], [other]: ['undecided', false, []] });
    const decide = (id: string, body: object, who = 'zhou-operator') => house.as(who).call(endpoints.decideLedgerEntry, { params: { id }, body: { seenVersion: 0, normative: 'yes', legalityReviewNo: null, legalityReviewedOn: null, ...body } });
    expect((await decide(open, {}, 'sun-operator')).body).toMatchObject({ code: 'access.other_organisation' });
    expect((await decide(open, {}, 'wu-reviewer')).status).toBe(403);
    expect((await decide(open, { legalityReviewedOn: '2026-9-1' })).status).toBe(400);
    expect((await decide(open, { legalityReviewNo: '云法审〔2026〕17号', legalityReviewedOn: '2026-09-30' })).body).toMatchObject({ normative: 'yes', legalityReviewNo: '云法审〔2026〕17号', exceptions: [], decidedByName: '周采编', version: 1 });
    expect((await decide(open, {})).body).toMatchObject({ code: 'ledger.changed_meanwhile' });
    expect((await decide(internal, { normative: 'no' })).body).toMatchObject({ exceptions: [] });
    expect((await decide(other, {})).body).toMatchObject({ exceptions: ['public_not_reviewed'] });
    expect((await rows({ exception: 'public_not_reviewed' })).map((row) => row.document.id)).toEqual([other]);
    expect((await rows({ q: '法审' })).map((row) => row.document.id)).toEqual([open]);
    expect(await rows({}, 'sun-operator')).toEqual([]);
    expect(await house.trail(open)).toContain('ledger.entry_decided');
    const file = await house.as('zhou-operator').call(endpoints.exportLedger, {});
    expect((await sheetOf(file.body)).length).toBe(4);
    expect((await sheetOf(file.body, 2)).slice(1).map((row) => row[2])).toEqual(['云人社〔2024〕3号']);
  });

  it('the catalogue tells by unit what came in time, what came late, and who fell silent', async () => {
    house.clock.moveTo(new Date('2026-11-23T02:00:00Z'));
    const open = async (text: string, publishedOn: string | null): Promise<string> => {
      const operator = house.as('zhou-operator');
      const [row] = (await operator.upload(endpoints.importDocuments, [{ name: '文件.txt', content: text }])).body;
      const { id, title, docNumber, issuer, signedOn, effectiveOn, expiresOn, openness, version } = (await operator.call(endpoints.getDocument, { params: { id: row!.documentId! } })).body;
      expect((await operator.call(endpoints.confirmDocument, { params: { id }, body: { seenVersion: version, title, docNumber, issuer, signedOn, publishedOn, effectiveOn, expiresOn, openness, interpretation: { plan: { forms: ['qa'] } } } })).status).toBe(200);
      return id;
    };
    await open(REPEAL, '2026-10-20');
    const late = await open(notice('云人社〔2026〕11号', '关于技能评价的通知', '请执行。本通知自2026年6月1日起施行。', '2026年5月8日'), '2026-07-01');
    await open(notice('云人社〔2026〕12号', '关于技能竞赛的通知', '请执行。本通知自2026年7月1日起施行。', '2026年6月8日'), null);
    const { body } = await house.as('chen-supervisor').call(endpoints.getDisclosureCatalogue, {});
    expect(body.year).toBe('2026');
    expect(body.rules[0]).toContain('主动公开：20个工作日（《中华人民共和国政府信息公开条例》第二十六条');
    expect(body.units.map((unit) => unit.orgName).sort()).toEqual(['云溪市人力资源和社会保障局', '云溪市人民政府办公室', '云溪市民政局'].sort());
    const labour = body.units.find((unit) => unit.orgId === house.units.labour)!;
    expect(labour).toMatchObject({ released: 3, inTime: 1, undated: 1, latestOn: '2026-10-20', silent: false, late: [{ id: late, signedOn: '2026-05-08', dueOn: '2026-06-04', publishedOn: '2026-07-01' }] });
    expect(body.units.find((unit) => unit.orgId === house.units.civil)).toMatchObject({ released: 0, silent: true, latestOn: null });
    expect((await house.as('sun-operator').call(endpoints.getDisclosureCatalogue, {})).body.units).toHaveLength(1);
    expect((await house.as('sun-operator').call(endpoints.getDisclosureCatalogue, { query: { year: '26' } })).status).toBe(400);
  });
});

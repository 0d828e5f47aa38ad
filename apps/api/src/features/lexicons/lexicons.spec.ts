import { endpoints, type LexiconDetailView, type LexiconEntry, type LexiconImportView, type LexiconKind } from '@govmedia-hub/contracts';
import ExcelJS from 'exceljs';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { columnsOf } from './lexicon-columns.js';
import { LexiconsService } from './lexicons.service.js';

const HEAD = columnsOf('terms').map(({ header, required }) => (required ? `${header}*` : header));

/** A workbook with the sheet 词条; cells as a person would type them. */
async function workbook(rows: unknown[][], head: string[] = HEAD): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('词条');
  sheet.addRow(head);
  for (const row of rows) sheet.addRow(row);
  return Buffer.from((await book.xlsx.writeBuffer()) as ArrayBuffer);
}

async function cells(bytes: Buffer, name = '词条'): Promise<string[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer as ArrayBuffer);
  const rows: string[][] = [];
  book.getWorksheet(name)!.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map((value) => String(value ?? ''))));
  return rows;
}

const row = (term: string, more: Partial<Record<string, string>> = {}): string[] => HEAD.map((header) => ({ '词语*': term, '关口*': '文字关', '分量*': '请核对', 建议用语: '云溪市', '理由*': '已撤县设市', '来源*': '民函〔2020〕1号', ...more })[header] ?? '');

describe.each(databases)("the city's lexicons on %s", (kind) => {
  let house: TestHouse;
  beforeAll(async () => { house = await openTestHouse(kind); });
  afterAll(() => house.close());
  const chen = () => house.as('chen-supervisor');
  const create = async (name: string, ofKind: LexiconKind = 'terms'): Promise<LexiconDetailView> => (await chen().call(endpoints.createLexicon, { body: { kind: ofKind, name } })).body;
  const upload = (id: string, content: Buffer, query: Record<string, string | number> = {}, who = 'chen-supervisor', name = '词库.xlsx') => house.as(who).upload<LexiconImportView>(endpoints.importLexicon, [{ name, content }], { params: { id }, query: { mode: 'replace', source: '云政办发〔2026〕8号', ...query } });
  const get = async (id: string): Promise<LexiconDetailView> => (await chen().call(endpoints.getLexicon, { params: { id } })).body;
  const entries = async (versionId: string, q?: string): Promise<LexiconEntry[]> => (await house.as('zhou-operator').call(endpoints.listLexiconEntries, { params: { id: versionId }, query: { q } })).body.items;
  /** Stands in for the preview, which has a spec of its own. */
  const tried = async (id: string): Promise<LexiconDetailView> => {
    const { draft } = await get(id);
    await house.database.transaction((db) => house.app.get(LexiconsService).previewed(db, house.actor('chen-supervisor'), draft!.id, draft!.id, draft!.digest));
    return get(id);
  };
  const effect = async (id: string, effectiveFrom: string, more: object = {}) => {
    const { draft } = await tried(id);
    return chen().call(endpoints.makeLexiconEffective, { params: { id: draft!.id }, body: { seenVersion: draft!.version, effectiveFrom, ...more } });
  };
  const screen = async (text: string): Promise<{ lexiconVersion: string; found: string[] }> => {
    const { body } = await house.as('zhou-operator').call(endpoints.screenText, { body: { text } });
    return { lexiconVersion: body.lexiconVersion, found: body.findings.map((each) => each.text) };
  };

  it('hands out a template with headings and an instruction sheet for every kind, which can be filled in as it is', async () => {
    for (const each of ['terms', 'institutions', 'set_phrases', 'titles', 'officials'] as const) {
      const answer = await house.as('zhou-operator').call(endpoints.getLexiconTemplate, { query: { kind: each } });
      expect(answer).toMatchObject({ status: 200, headers: { 'content-disposition': expect.stringContaining('filename') } });
      expect((await cells(answer.body as unknown as Buffer))[0]).toEqual(columnsOf(each).map(({ header, required }) => (required ? `${header}*` : header)));
      expect((await cells(answer.body as unknown as Buffer, '填写说明')).length).toBeGreaterThan(8);
    }
  });

  it('lets supervisors alone change a lexicon, and everybody on the staff read it', async () => {
    const { id } = await create('权限试验');
    const file = await workbook([row('云溪县')]);
    for (const who of ['zhou-operator', 'wu-reviewer', 'feng-publisher', 'chu-inspector', 'wei-administrator', 'jiang-auditor']) {
      expect(await house.as(who).call(endpoints.createLexicon, { body: { kind: 'terms', name: '另一个' } })).toMatchObject({ status: 403, body: { code: 'access.denied' } });
      expect(await upload(id, file, {}, who)).toMatchObject({ status: 403, body: { code: 'access.denied' } });
      expect((await house.as(who).call(endpoints.getLexicon, { params: { id } })).status).toBe(200);
    }
    expect((await house.resident.call(endpoints.getLexicon, { params: { id } })).status).toBe(401);
    expect(await chen().call(endpoints.createLexicon, { body: { kind: 'terms', name: '权限试验' } })).toMatchObject({ status: 409, body: { code: 'lexicons.name_taken' } });
  });

  it('names every faulty line with its column and what to do, and keeps nothing of the file', async () => {
    const { id } = await create('问题试验');
    const answer = await upload(id, await workbook([row('云溪县'), row('县'), row('雲溪縣'), row('旧称', { '关口*': '文书关' }), row('老名字', { '分量*': '必须处理' }), row('云溪老县', { '来源*': '', 建议用语: '原云溪老县' }), []]));
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ rows: 6, draft: null });
    expect(answer.body.problems.map(({ line, column }) => [line, column])).toEqual([[3, '词语'], [4, '词语'], [5, '关口'], [6, '分量'], [7, '来源'], [7, '建议用语']]);
    expect(answer.body.problems.map(({ message }) => message)).toEqual([expect.stringContaining('至少要有两个字'), '“雲溪縣”与第2行重复，请删去其中一行', expect.stringContaining('“文书关”不是关口'), expect.stringContaining('只有机构名称名录'), expect.stringContaining('没有填写来源'), expect.stringContaining('改完还会被标出')]);
    expect((await get(id)).versions).toEqual([]);
  });

  it('refuses what is no workbook, a wrong heading and an empty sheet in plain words', async () => {
    const { id } = await create('格式试验');
    expect(await upload(id, Buffer.from('词语,关口'), {}, 'chen-supervisor', '词库.csv')).toMatchObject({ status: 415, body: { code: 'request.unsupported_media', detail: expect.stringContaining('.xlsx') } });
    expect((await upload(id, Buffer.from('PK\u0003\u0004 broken'))).body.problems).toEqual([{ line: 0, column: null, message: expect.stringContaining('另存为 .xlsx') }]);
    expect((await upload(id, await workbook([['云溪县']], ['词']))).body.problems).toEqual([{ line: 0, column: null, message: expect.stringContaining('缺少栏目：词语、关口、分量、理由、来源') }]);
    expect((await upload(id, await workbook([]))).body.problems).toEqual([{ line: 0, column: null, message: expect.stringContaining('没有词条') }]);
    expect((await upload(id, await workbook([row('云溪县')]), { mode: 'other' })).status).toBe(400);
  });

  it('reads dates, numbers, rich text and choices as people type them', async () => {
    const { id } = await create('现任', 'officials');
    const head = columnsOf('officials').map(({ header }) => header);
    const answer = await upload(id, await workbook([['林若溪', { richText: [{ text: '市' }, { text: '长' }] }, 1, new Date('2025-01-10'), '', 'https://example.invalid/a'], ['方知远', '副市长', '2', '2023年5月1日', '2027/5/1', '云府任〔2023〕1号']], head));
    expect(answer.body).toMatchObject({ problems: [], added: 2, draft: { number: 1, entries: 2, status: 'draft', source: '云政办发〔2026〕8号', createdByName: '陈主管' } });
    expect(await entries(answer.body.draft!.id)).toEqual([
      { key: expect.any(String), term: '林若溪', title: '市长', rank: 1, effectiveFrom: '2025-01-10', source: 'https://example.invalid/a' },
      { key: expect.any(String), term: '方知远', title: '副市长', rank: 2, effectiveFrom: '2023-05-01', effectiveTo: '2027-05-01', source: '云府任〔2023〕1号' },
    ]);
  });

  it('is used from the midnight of its first day on, changes what verdicts name, and ends with its last day', async () => {
    const { id } = await create('云溪用语');
    await upload(id, await workbook([row('云溪老县')]));
    const { draft } = await get(id);
    const make = (body: object) => chen().call(endpoints.makeLexiconEffective, { params: { id: draft!.id }, body: { seenVersion: draft!.version, ...body } });
    expect(await make({ effectiveFrom: '2026-11-24' })).toMatchObject({ status: 422, body: { code: 'lexicons.preview_required' } });
    await tried(id);
    expect(await make({ effectiveFrom: '2026-11-22' })).toMatchObject({ status: 422, body: { code: 'lexicons.date_in_past' } });
    expect(await make({ effectiveFrom: '2026-11-24', effectiveTo: '2026-11-23' })).toMatchObject({ status: 422, body: { code: 'lexicons.date_in_past' } });
    expect(await make({ effectiveFrom: '2026-02-30' })).toMatchObject({ status: 400 });
    const answer = await make({ effectiveFrom: '2026-11-24', effectiveTo: '2026-11-25', note: '试行两天' });
    expect(answer.body).toMatchObject({ inForce: null, draft: null, scheduled: [{ number: 1, status: 'scheduled', decidedByName: '陈主管', note: '试行两天' }] });
    const now = new Date(house.clock.now());
    const before = await screen('云溪老县发布通知。');
    expect(before.found).toEqual([]);
    house.clock.moveTo(new Date('2026-11-23T15:59:59.000Z'));
    house.forgetSessions();
    expect(await screen('云溪老县发布通知。')).toEqual(before);
    house.clock.moveTo(new Date('2026-11-23T16:00:00.000Z'));
    const during = await screen('云溪老县发布通知。');
    expect(during).toEqual({ found: ['云溪老县'], lexiconVersion: expect.stringMatching(/\+own@[0-9a-f]{12}/) });
    expect((await get(id)).inForce).toMatchObject({ number: 1, status: 'in_force' });
    house.clock.moveTo(new Date('2026-11-25T16:00:00.000Z'));
    house.forgetSessions();
    expect(await screen('云溪老县发布通知。')).toEqual(before);
    expect((await get(id)).versions[0]).toMatchObject({ status: 'ended' });
    house.clock.moveTo(now);
    house.forgetSessions();
    expect(await house.trail(id)).toEqual(['lexicons.created', 'lexicons.imported', 'lexicons.previewed', 'lexicons.made_effective']);
  });

  it('compares versions, keeps the earlier ones readable, and rolls back to one as a new version', async () => {
    const { id } = await create('回退试验');
    await upload(id, await workbook([row('甲旧称'), row('乙旧称'), row('丙旧称')]));
    const first = (await effect(id, '2026-11-23')).body;
    const again = await upload(id, await workbook([row('甲旧称'), row('乙旧称', { '理由*': '另一个理由' }), row('丁旧称')]), { mode: 'merge' });
    expect(again.body).toMatchObject({ added: 1, changed: 1, same: 1, removed: 0, notices: [{ line: 2, message: expect.stringContaining('没有变化') }, { line: 3, message: expect.stringContaining('按本行修改') }], draft: { number: 2, entries: 4 } });
    expect((await upload(id, await workbook([row('甲旧称')]))).body).toMatchObject({ code: 'lexicons.changed_meanwhile' });
    const replaced = await upload(id, await workbook([row('甲旧称'), row('乙旧称', { '理由*': '另一个理由' }), row('丁旧称')]), { seenVersion: again.body.draft!.version });
    expect(replaced.body).toMatchObject({ removed: 1, draft: { id: again.body.draft!.id, entries: 3 } });
    const comparison = await house.as('zhou-operator').call(endpoints.compareLexiconVersions, { params: { id: replaced.body.draft!.id } });
    expect(comparison.body).toMatchObject({ withNumber: 1, added: 1, removed: 1, changed: 1, same: 1 });
    expect(comparison.body.items.map(({ change, before, after }) => [change, before?.reason ?? null, after?.term ?? null]).sort()).toEqual([['added', null, '丁旧称'], ['changed', '已撤县设市', '乙旧称'], ['removed', '已撤县设市', null]]);
    await effect(id, '2026-11-23');
    expect((await screen('甲旧称、丙旧称、丁旧称。')).found).toEqual(['甲旧称', '丁旧称']);
    expect((await entries(first.inForce!.id)).map(({ term }) => term)).toEqual(['丙旧称', '乙旧称', '甲旧称']);
    expect((await entries(first.inForce!.id, '乙')).map(({ term }) => term)).toEqual(['乙旧称']);
    const back = await chen().call(endpoints.rollBackLexicon, { params: { id: first.inForce!.id }, body: { reason: '误报太多', effectiveFrom: '2026-11-23' } });
    expect(back).toMatchObject({ status: 201, body: { inForce: { number: 3, restoredFrom: 1, digest: first.inForce!.digest, note: '误报太多' } } });
    expect((await screen('甲旧称、丙旧称、丁旧称。')).found).toEqual(['甲旧称', '丙旧称']);
    expect((await get(id)).versions.map(({ number, status }) => [number, status])).toEqual([[3, 'in_force'], [2, 'superseded'], [1, 'superseded']]);
    expect((await house.trail(id)).slice(-1)).toEqual(['lexicons.rolled_back']);
  });

  it('gives any version out as a workbook that comes in again unchanged', async () => {
    const { id } = await create('导出试验');
    await upload(id, await workbook([row('甲旧称', { 安全短语: '甲旧称博物馆、甲旧称路', 识别繁体: '否', '分量*': '提示' }), row('=1+1旧称')]));
    const { draft } = await get(id);
    const out = await house.as('zhou-operator').call(endpoints.exportLexiconVersion, { params: { id: draft!.id } });
    expect(await cells(out.body as unknown as Buffer, '版本说明')).toEqual(expect.arrayContaining([['名称', '导出试验'], ['来源', '云政办发〔2026〕8号'], ['内容摘要（SHA-256）', draft!.digest]]));
    const back = await upload(id, out.body as unknown as Buffer, { seenVersion: draft!.version });
    expect(back.body).toMatchObject({ problems: [], draft: { digest: draft!.digest } });
  });

  it('is edited by hand too: one entry is added, changed and removed under the eyes of its supervisor', async () => {
    const { id } = await create('手工试验', 'institutions');
    const started = await chen().call(endpoints.startLexiconDraft, { params: { id }, body: { source: '云编发〔2026〕3号' } });
    expect(started).toMatchObject({ status: 201, body: { draft: { number: 1, entries: 0 } } });
    expect(await chen().call(endpoints.startLexiconDraft, { params: { id }, body: { source: 'x' } })).toMatchObject({ status: 409, body: { code: 'lexicons.draft_exists' } });
    const draftId = started.body.draft!.id;
    const save = (seenVersion: number, entry: Partial<LexiconEntry>, key?: string) => chen().call(endpoints.saveLexiconEntry, { params: { id: draftId }, body: { seenVersion, key, entry: { term: '云溪市数据局', source: '云编发〔2026〕3号', ...entry } } });
    expect(await save(0, { wrongForms: ['云溪市数据局'] })).toMatchObject({ status: 400, body: { errors: [{ field: 'entry.wrongForms', message: expect.stringContaining('相同') }] } });
    expect((await save(0, { wrongForms: ['云溪市大数据局'] })).body.draft).toMatchObject({ entries: 1, version: 1 });
    expect(await save(0, { term: '云溪市民政局' })).toMatchObject({ status: 409, body: { code: 'lexicons.changed_meanwhile' } });
    expect(await save(1, { term: '雲溪市數據局' })).toMatchObject({ status: 409, body: { code: 'lexicons.entry_taken' } });
    const { key } = (await chen().call(endpoints.listLexiconEntries, { params: { id: draftId } })).body.items[0]!;
    expect((await save(1, { wrongForms: ['云溪市大数据局', '云溪市数据管理局'] }, key)).body.draft).toMatchObject({ entries: 1, version: 2 });
    await effect(id, '2026-11-23');
    expect((await house.as('zhou-operator').call(endpoints.screenText, { body: { text: '云溪市大数据局发布通知。' } })).body.findings).toEqual([expect.objectContaining({ severity: 'block', rule: 'politics.institution', suggestion: '云溪市数据局', source: '云编发〔2026〕3号（第1版）' })]);
    expect(await save(3, {})).toMatchObject({ status: 409, body: { code: 'lexicons.not_a_draft' } });
    const next = (await chen().call(endpoints.startLexiconDraft, { params: { id }, body: { source: 'x' } })).body.draft!;
    const remove = (keyToGo: string, seenVersion: number) => chen().call(endpoints.removeLexiconEntry, { params: { id: next.id }, body: { seenVersion, key: keyToGo } });
    expect(await remove('没有', 0)).toMatchObject({ status: 404, body: { code: 'lexicons.entry_not_found' } });
    expect((await remove(key, 0)).body.draft).toMatchObject({ entries: 0 });
    expect((await chen().call(endpoints.discardLexiconDraft, { params: { id: next.id }, body: { seenVersion: 1 } })).body).toMatchObject({ draft: null, inForce: { number: 1 } });
  });

  it('takes a version back before its first day, not afterwards', async () => {
    const { id } = await create('取消试验');
    await upload(id, await workbook([row('戊旧称')]));
    const scheduled = (await effect(id, '2026-12-01')).body.scheduled[0]!;
    const cancel = (version: number) => chen().call(endpoints.cancelLexiconVersion, { params: { id: scheduled.id }, body: { seenVersion: version, reason: '日期未定' } });
    expect((await cancel(scheduled.version)).body).toMatchObject({ scheduled: [], draft: { id: scheduled.id, number: 1 } });
    const now = (await effect(id, '2026-11-23')).body.inForce!;
    expect(await cancel(now.version)).toMatchObject({ status: 409, body: { code: 'lexicons.not_scheduled' } });
  });
});

import { endpoints, type DisclosureDutyView, type ListDisclosureItemsQuery, type RecordDisclosureRequest, type StaffDisclosureItemsView } from '@govmedia-hub/contracts';
import ExcelJS from 'exceljs';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { releaseDocument } from '../../../test/release-and-publish.js';

const NOTICE = `云人社〔2026〕30号

云溪市见习补贴办法

各镇人民政府：
第一条　见习补贴每人每月500元。

云溪市人力资源和社会保障局
2026年10月8日
（此件公开发布）
`;

describe.each(databases)('the catalogue of proactive disclosure on %s', (kind) => {
  let house: TestHouse;
  let units: Record<string, string>;
  beforeEach(async () => {
    house = await openTestHouse(kind);
    units = Object.fromEntries((await house.as('chen-supervisor').call(endpoints.listOrganisations)).body.map(({ shortName, id }) => [shortName, id]));
  });
  afterEach(() => house.close());

  const residents = async (query: ListDisclosureItemsQuery = {}) => (await house.resident.call(endpoints.publicListDisclosureItems, { query: { ...query } })).body;
  const staff = async (who = 'zhou-operator', query: ListDisclosureItemsQuery = {}): Promise<StaffDisclosureItemsView> => (await house.as(who).call(endpoints.listDisclosureItems, { query: { ...query } })).body;
  const dutyOf = (view: { duties: DisclosureDutyView[] }, itemCode: string, unit = '市人社局') => view.duties.find((duty) => duty.itemCode === itemCode && duty.orgId === units[unit]);
  const assign = (who: string, more: object = {}) => house.as(who).call(endpoints.assignDisclosureDuty, { body: { seenVersion: 0, itemCode: 'fees', orgId: units['市人社局'], months: null, ...more } });
  const record = (who: string, more: Partial<RecordDisclosureRequest> = {}) => house.as(who).call(endpoints.recordDisclosure, { body: { itemCode: 'duties', orgId: units['市人社局']!, title: '机构职能和联系方式', documentId: null, address: 'https://www.yunxi.example/renshe/zhineng', publishedOn: '2026-01-05', ...more } });

  it('says of every unit what the law wants public, and that it is missing while nothing is', async () => {
    const view = await residents();
    expect(view.units.map(({ name }) => name)).toEqual(['云溪市人民政府办公室', '云溪市人力资源和社会保障局', '云溪市民政局']);
    expect(dutyOf(view, 'duties')).toMatchObject({ itemName: expect.stringContaining('机关职能'), basis: '《中华人民共和国政府信息公开条例》第二十条第（二）项', state: 'missing', lastOn: null, entries: [], disclosed: 0 });
    expect(view.rules[0]).toContain('2026.1版');
    expect(view.counts).toMatchObject({ missing: 6, overdue: 0, current: 0 });
  });

  it('knows of a policy from the moment it is public, and that the unit has fallen behind half a year later', async () => {
    const id = await releaseDocument(house, NOTICE);
    const shown = dutyOf(await residents(), 'documents')!;
    expect(shown).toMatchObject({ state: 'current', disclosed: 1, entries: [{ title: '云溪市见习补贴办法', link: `/policy?id=${id}` }], lastOn: '2026-10-08', dueOn: '2027-04-08' });
    house.clock.moveTo(new Date('2027-03-20T02:00:00Z'));
    expect(dutyOf(await residents(), 'documents')).toMatchObject({ state: 'due_soon' });
    house.clock.moveTo(new Date('2027-04-09T02:00:00Z'));
    expect(dutyOf(await residents({ state: 'overdue' }), 'documents')).toMatchObject({ state: 'overdue', dueOn: '2027-04-08' });
  });

  it('takes what a unit made public elsewhere, and takes it off again', async () => {
    const view = (await record('zhou-operator')).body;
    expect(dutyOf(view, 'duties')).toMatchObject({ state: 'current', lastOn: '2026-01-05', dueOn: '2027-01-05' });
    const [entry] = dutyOf(await residents(), 'duties')!.entries;
    expect(entry).toEqual({ id: null, title: '机构职能和联系方式', link: 'https://www.yunxi.example/renshe/zhineng', publishedOn: '2026-01-05' });
    const { id } = dutyOf(view, 'duties')!.entries[0]!;
    expect((await house.as('sun-operator').call(endpoints.removeDisclosure, { params: { id: id! } })).body).toMatchObject({ code: 'access.other_organisation' });
    expect((await house.as('zhou-operator').call(endpoints.removeDisclosure, { params: { id: id! } })).status).toBe(200);
    expect((await house.as('zhou-operator').call(endpoints.removeDisclosure, { params: { id: id! } })).body).toMatchObject({ code: 'disclosure.entry_not_found' });
    expect(dutyOf(await residents(), 'duties')).toMatchObject({ state: 'missing' });
    expect(await house.trail(id!)).toEqual(['disclosure.recorded', 'disclosure.removed']);
  });

  it('refuses another unit, a day to come, neither page nor document, a page that is none and a document that is not public', async () => {
    expect((await record('sun-operator')).body).toMatchObject({ code: 'access.other_organisation' });
    expect((await record('zhou-operator', { publishedOn: '2026-11-24' })).body).toMatchObject({ errors: [{ field: 'publishedOn', message: '公开日期不能晚于今天。' }] });
    expect((await record('zhou-operator', { address: null })).body).toMatchObject({ errors: [{ field: 'address' }] });
    expect((await record('zhou-operator', { address: 'javascript:alert(1)' })).status).toBe(400);
    expect((await record('zhou-operator', { address: null, documentId: '00000000-0000-7000-8000-000000000000' })).body).toMatchObject({ code: 'documents.not_released' });
    expect((await record('zhou-operator', { itemCode: 'fees' })).body).toMatchObject({ code: 'disclosure.not_assigned' });
    expect((await record('zhou-operator', { itemCode: 'none' })).body).toMatchObject({ code: 'disclosure.item_not_found' });
    expect((await record('chen-supervisor')).status).toBe(200);
  });

  it('lets the supervising unit give a duty to a unit, set how often, and take it back, two hands not over each other', async () => {
    expect((await assign('zhou-operator')).status).toBe(403);
    expect(dutyOf((await assign('chen-supervisor')).body, 'fees')).toMatchObject({ months: 12, state: 'missing', dueOn: '2026-12-21', mine: true, version: 1 });
    expect((await assign('chen-supervisor', { months: 3 })).body).toMatchObject({ code: 'disclosure.changed_meanwhile' });
    expect(dutyOf((await assign('chen-supervisor', { seenVersion: 1, months: 3 })).body, 'fees')).toMatchObject({ months: 3 });
    expect(dutyOf(await staff('sun-operator'), 'fees')).toMatchObject({ mine: false });
    expect((await record('zhou-operator', { itemCode: 'fees' })).status).toBe(200);
    expect(dutyOf(await residents(), 'fees')).toMatchObject({ state: 'overdue', dueOn: '2026-04-05' });
    const end = (body: object) => house.as('chen-supervisor').call(endpoints.endDisclosureDuty, { body: { seenVersion: 2, itemCode: 'fees', orgId: units['市人社局'], ...body } });
    expect((await end({ itemCode: 'duties' })).body).toMatchObject({ code: 'disclosure.of_every_unit' });
    expect((await end({})).status).toBe(200);
    expect(dutyOf(await residents(), 'fees')).toBeUndefined();
  });

  it('counts the gaps by unit, the most first, narrows by topic and unit, and gives all of it as a workbook', async () => {
    await record('zhou-operator');
    const view = await staff('chen-supervisor');
    expect(view.gaps.at(-1)).toMatchObject({ orgName: '云溪市人力资源和社会保障局', missing: 1, current: 1 });
    expect((await residents({ topic: '机构信息' })).duties).toHaveLength(3);
    expect((await residents({ orgId: units['市民政局']!, state: 'missing' })).duties).toHaveLength(2);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await house.as('zhou-operator').call(endpoints.exportDisclosureItems, { query: {} })).body);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['目录', '各单位缺口', '说明']);
    expect(book.worksheets[0]!.rowCount).toBe(view.duties.length + 1);
    expect((await house.resident.call(endpoints.listDisclosureItems, { query: {} })).status).toBe(401);
  });
});

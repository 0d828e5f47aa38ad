import { endpoints, type AreaQuery, type DocumentDraftView } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { releaseDocument } from '../../../test/release-and-publish.js';
import { Areas1764001300002 } from '../../migrations/1764001300002-areas.js';
import { DocumentEntity } from './document.entity.js';

jest.setTimeout(60_000);

const CITY = `云政发〔2026〕7号

云溪市养犬管理办法

各镇人民政府：
第一条　养犬应当登记，登记费每年一百元。
第二条　本办法自2026年3月1日起施行。

云溪市人民政府
2026年2月2日
（此件公开发布）
`;
const TOWN = CITY.replace('云政发〔2026〕7号', '柳政发〔2026〕1号').replace('云溪市养犬', '柳河镇养犬').replace('\n云溪市人民政府\n', '\n云溪市柳河镇人民政府\n').replace('一百元', '二十元');
const UNKNOWN = CITY.replace('云政发〔2026〕7号', '市办发〔2026〕2号').replace('云溪市养犬管理', '犬类收容').replace('\n云溪市人民政府\n', '\n市人民政府办公室\n').replace('一百元', '五十元');
const law = (record: object): string => JSON.stringify({ publish: '2020-01-01', valid_from: '2020-03-01', status: 'current', history: [], ...record });
const LAWS = [
  law({ title: '养犬管理法', organ: '全国人民代表大会常务委员会', region: '国家', level: '法律', text: '第一条 养犬应当登记，登记办法由省、市规定。' }),
  law({ title: '南岭省养犬条例', organ: '南岭省人民代表大会常务委员会', region: '南岭', level: '地方性法规', text: '第一条 养犬应当登记，登记费由市、县规定。' }),
  law({ title: '青岛市养犬管理条例', organ: '山东省人民代表大会常务委员会', region: '山东', level: '地方性法规', text: '第一条 养犬应当登记，登记费由市人民政府规定。' }),
].join('\n');

describe.each(databases)('the area that documents hold for, on %s', (kind) => {
  let house: TestHouse;
  beforeEach(async () => { house = await openTestHouse(kind); });
  afterEach(() => house.close());

  const read = async (id: string): Promise<DocumentDraftView> => (await house.as('zhou-operator').call(endpoints.getDocument, { params: { id } })).body;
  const releaseLaws = async (): Promise<void> => {
    const rows = (await house.as('chen-supervisor').upload(endpoints.importDocuments, [{ name: '法规.jsonl', content: LAWS }])).body;
    await house.as('chen-supervisor').call(endpoints.releaseDocuments, { body: { documentIds: rows.map(({ documentId }) => documentId!), note: '公开法律法规' } });
    await house.settle();
  };
  const listed = async (query: AreaQuery): Promise<string[]> => (await house.resident.call(endpoints.publicListDocuments, { query: { ...query } })).body.items.map(({ title }) => title).sort();
  const found = async (query: AreaQuery): Promise<string[]> => [...new Set((await house.resident.call(endpoints.publicSearch, { query: { q: '养犬登记', ...query } })).body.items.map(({ title }) => title))].sort();

  it('is read at import, shown, and narrows lists and searches to what one area made or to what holds in it', async () => {
    await releaseLaws();
    const city = await releaseDocument(house, CITY);
    await releaseDocument(house, TOWN);
    await house.settle();
    expect((await read(city)).area).toEqual({ code: '990181', name: '云溪市', level: 'county', path: '南岭省白湖市云溪市' });
    for (const ask of [listed, found]) {
      expect(await ask({})).toHaveLength(5);
      expect(await ask({ area: '000000' })).toEqual(['养犬管理法']);
      expect(await ask({ area: '990181' })).toEqual(['云溪市养犬管理办法']);
      expect(await ask({ area: '370200' })).toEqual(['青岛市养犬管理条例']);
      expect(await ask({ heldIn: '990181' })).toEqual(['云溪市养犬管理办法', '养犬管理法', '南岭省养犬条例'].sort());
      expect(await ask({ heldIn: '990181101' })).toEqual(['云溪市养犬管理办法', '养犬管理法', '南岭省养犬条例', '柳河镇养犬管理办法'].sort());
      expect(await ask({ area: '990000', heldIn: '990181' })).toEqual(['南岭省养犬条例']);
      expect(await ask({ area: '123456' })).toEqual([]);
    }
    const all = (await house.resident.call(endpoints.publicSearch, { query: { q: '养犬登记' } })).body;
    expect(all.areas.map(({ name }) => name).sort()).toEqual(['全国', '南岭省', '云溪市', '柳河镇', '青岛市'].sort());
    expect(all.items.find(({ documentId }) => documentId === city)!.area?.path).toBe('南岭省白湖市云溪市');
    expect((await house.as('zhou-operator').call(endpoints.listDocuments, { query: { area: '370200' } })).body.items.map(({ title }) => title)).toEqual(['青岛市养犬管理条例']);
    const { home, areas } = (await house.resident.call(endpoints.publicListAreas, {})).body;
    expect(home?.name).toBe('云溪市');
    expect(areas.map(({ name }) => name)).toEqual(['全国', '南岭省', '青岛市', '白湖市', '云溪市', '柳河镇']);
    expect((await house.resident.call(endpoints.publicListDocuments, { query: { area: '云溪市' } })).status).toBe(400);
  });

  it('keeps an answer to what holds where the asker lives, and a logged answer is replayed with the same area', async () => {
    await releaseLaws();
    const city = await releaseDocument(house, CITY);
    await house.settle();
    const ask = async (where: AreaQuery) => (await house.resident.call(endpoints.publicAsk, { body: { question: '云溪市养犬登记费每年多少', ...where } })).body;
    const here = await ask({ heldIn: '990181' });
    expect(here.answer?.passage).toMatchObject({ documentId: city, area: { name: '云溪市' } });
    const elsewhere = await ask({ heldIn: '370200' });
    const names = [elsewhere.answer?.passage, ...elsewhere.passages].flatMap((passage) => passage?.title ?? []);
    expect(names).not.toContain('云溪市养犬管理办法');
    expect((await house.as('jiang-auditor').call(endpoints.replayAnswer, { params: { id: elsewhere.answerId } })).body).toMatchObject({ equal: true });
  });

  it('is confirmed by a person, who names it where nothing told and puts it right later, once for one version', async () => {
    const id = await releaseDocument(house, UNKNOWN, { areaCode: '990181' });
    await house.settle();
    expect((await read(id)).area?.name).toBe('云溪市');
    const version = (await read(id)).version;
    const set = (who: string, body: { seenVersion: number; areaCode: string | null }) => house.as(who).call(endpoints.setDocumentArea, { params: { id }, body });
    expect((await set('zhou-operator', { seenVersion: version, areaCode: '555555' })).status).toBe(400);
    expect((await set('zhou-operator', { seenVersion: version, areaCode: '990181100' })).body.area?.name).toBe('城关镇');
    expect(await set('zhou-operator', { seenVersion: version, areaCode: null })).toMatchObject({ status: 409, body: { code: 'documents.changed_meanwhile' } });
    expect(await house.trail(id)).toContain('documents.area_set');
    expect(await found({ area: '990181100' })).toEqual(['犬类收容办法']);
    const draft = (await house.as('zhou-operator').upload(endpoints.importDocuments, [{ name: '通知.txt', content: TOWN }])).body[0]!.documentId!;
    expect(await house.as('zhou-operator').call(endpoints.setDocumentArea, { params: { id: draft }, body: { seenVersion: 1, areaCode: null } })).toMatchObject({ status: 409, body: { code: 'documents.not_confirmed' } });
  });

  it('comes to what was in the library before by its issuer and title', async () => {
    const city = await releaseDocument(house, CITY);
    const unknown = await releaseDocument(house, UNKNOWN);
    await house.database.transaction(async (db) => {
      const runner = db.queryRunner!;
      const migration = new Areas1764001300002();
      await migration.down(runner);
      await migration.up(runner);
    });
    const areas = await house.database.read((db) => db.find(DocumentEntity, { select: { id: true, areaCode: true } }));
    expect(new Map(areas.map((row) => [row.id, row.areaCode]))).toEqual(new Map([[city, '990181'], [unknown, null]]));
  });
});

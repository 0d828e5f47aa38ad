import { endpoints, type ConfirmDocumentRequest, type DocumentDraftView, type ImportRowView } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { policies } from '../../demo-city/policies.js';
import { renderAll } from '../../demo-city/dates.js';
import { DocumentEntity } from './document.entity.js';
import { DocumentsReader } from './documents.reader.js';
import { DocumentsService } from './documents.service.js';

/** The server database and a shared machine are slow; nothing here is measured. */
jest.setTimeout(60_000);

const NOTICE = `云人社〔2025〕8号

关于调整灵活就业补贴标准的通知

各镇人民政府，市各有关单位：
根据《云溪市就业促进办法》（云政发〔2024〕12号）第三条、第九条和云政办〔2025〕31号要求，现通知如下。
一、补贴标准
每人每月400元。
二、其他事项
本通知自2025年3月1日起施行。《关于灵活就业补贴的通知》（云人社〔2020〕5号）同时废止。

云溪市人力资源和社会保障局
2025年2月10日
（此件公开发布）
`;
const MEASURES = `云政发〔2024〕12号

云溪市就业促进办法

各镇人民政府：
第一条　为促进就业，制定本办法。
第二条　本办法适用于本市。
第三条　给予补贴。
第四条　本办法自2024年5月1日起施行。

云溪市人民政府
2024年4月2日
（此件公开发布）
`;
const FORMER = `云人社〔2020〕5号

关于灵活就业补贴的通知

各镇人民政府：
每人每月300元。本通知自2020年6月1日起施行。

云溪市人力资源和社会保障局
2020年5月6日
（此件公开发布）
`;
const law = (title: string, text: string, more: object = {}): string => JSON.stringify({ title, organ: '南岭省人民代表大会常务委员会', publish: '2020-01-01', valid_from: '2020-03-01', status: 'current', history: [], text, ...more });

/** What a person confirms when the draft is right. */
const asRead = (draft: DocumentDraftView, changes: object = {}) => ({
  seenVersion: draft.version, title: draft.title, docNumber: draft.docNumber, issuer: draft.issuer ?? '云溪市人民政府', signedOn: draft.signedOn, publishedOn: draft.publishedOn,
  effectiveOn: draft.effectiveOn, expiresOn: draft.expiresOn, openness: draft.openness, interpretation: { exemption: { kind: 'self_explaining', reason: '内容简短明白。' } }, ...changes,
});

describe.each(databases)('the library of documents on %s', (kind) => {
  let house: TestHouse;
  beforeEach(async () => { house = await openTestHouse(kind); });
  afterEach(() => house.close());

  const upload = async (content: string | Buffer, name = '通知.txt', who = 'zhou-operator'): Promise<ImportRowView> => {
    const answer = await house.as(who).upload(endpoints.importDocuments, [{ name, content }]);
    expect(answer.status).toBe(200);
    expect(answer.body).toHaveLength(1);
    return answer.body[0]!;
  };
  const draftOf = async (id: string): Promise<DocumentDraftView> => (await house.as('zhou-operator').call(endpoints.getDocument, { params: { id } })).body;
  const release = async (content: string, changes: object = {}): Promise<string> => {
    const { documentId: id } = await upload(content);
    const answer = await house.as('zhou-operator').call(endpoints.confirmDocument, { params: { id: id! }, body: asRead(await draftOf(id!), changes) });
    expect(answer.status).toBe(200);
    return id!;
  };

  it('imports a file as a draft that residents do not see', async () => {
    const row = await upload(NOTICE);
    expect(row).toMatchObject({ file: '通知.txt', status: 'imported', problems: [], document: { docNumber: '云人社〔2025〕8号', title: '关于调整灵活就业补贴标准的通知', issuer: '云溪市人力资源和社会保障局', signedOn: '2025-02-10', openness: 'proactive', articles: 0 } });
    const draft = await draftOf(row.documentId!);
    expect(draft).toMatchObject({ status: 'draft', importedByName: '周采编', fileName: '通知.txt', originalText: expect.stringContaining('每人每月400元'), effectiveOn: '2025-03-01', orgId: house.units.labour });
    expect(draft.sections.map((s) => s.anchor)).toEqual(['preamble', 'sec-1', 'sec-2']);
    expect((await house.resident.call(endpoints.publicListDocuments)).body.items).toEqual([]);
    expect(await house.trail(row.documentId!)).toEqual(['documents.imported']);
  });

  it('changes nothing when the same file comes twice', async () => {
    const first = await upload(NOTICE);
    const again = await upload(NOTICE, '另一个名字.txt', 'sun-operator');
    expect(again).toMatchObject({ status: 'unchanged', documentId: first.documentId, document: { docNumber: '云人社〔2025〕8号' } });
    expect(await house.trail(first.documentId!)).toEqual(['documents.imported']);
  });

  it('refuses another text under a number that is taken', async () => {
    const first = await upload(NOTICE);
    const other = await upload(NOTICE.replace('400元', '500元'));
    expect(other).toMatchObject({ status: 'refused', documentId: first.documentId, document: null });
    expect(other.problems[0]!.message).toContain('库中已有文号为云人社〔2025〕8号的文件');
  });

  it('releases an open document once a person has confirmed it, and says who', async () => {
    const id = await release(NOTICE);
    expect(await draftOf(id)).toMatchObject({ status: 'released', confirmedByName: '周采编', validity: 'in_force', version: 2 });
    const { body } = await house.resident.call(endpoints.publicListDocuments);
    expect(body.items).toMatchObject([{ id, title: '关于调整灵活就业补贴标准的通知', validity: 'in_force' }]);
    expect(await house.trail(id)).toEqual(['documents.imported', 'documents.confirmed', 'documents.interpretation_exempted', 'documents.released']);
  });

  it('records the ground of the attribute, who decided, and the plan with its last day: three working days after', async () => {
    const id = await release(NOTICE, { interpretation: { plan: { forms: ['picture', 'qa'] } } });
    expect(await draftOf(id)).toMatchObject({
      opennessDecision: { openness: 'proactive', ground: 'marked_proactive', decidedByName: '周采编', decidedAt: '2026-11-23T02:00:00.000Z' },
      interpretation: { ownerOrgName: '云溪市人力资源和社会保障局', forms: ['qa', 'picture'], dueOn: '2026-11-26', exemption: null, decidedByName: '周采编' },
    });
    expect(await house.trail(id)).toContain('documents.interpretation_planned');
    const withheld = await release(NOTICE.replace('8号', '9号').replace('400元', '401元'), { docNumber: '云人社〔2025〕9号', openness: 'withheld', opennessGround: 'art16_process', opennessReason: '尚在研究', interpretation: undefined });
    expect(await draftOf(withheld)).toMatchObject({ status: 'confirmed', opennessDecision: { ground: 'art16_process', groundSource: expect.stringContaining('第十六条'), reason: '尚在研究' }, interpretation: null });
  });

  it('keeps a document that is open only on request away from residents', async () => {
    const id = await release(NOTICE, { openness: 'on_request', opennessGround: 'art27' });
    expect(await draftOf(id)).toMatchObject({ status: 'confirmed', openness: 'on_request' });
    expect((await house.resident.call(endpoints.publicListDocuments)).body.items).toEqual([]);
    expect(await house.app.get(DocumentsReader).findReleased(house.database.dataSource.manager, id)).toBeNull();
  });

  it('keeps drafts and what is not public inside the unit that keeps them, and open to those who watch the city', async () => {
    const { documentId } = await upload(NOTICE);
    const open = (who: string) => house.as(who).call(endpoints.getDocument, { params: { id: documentId! } });
    const listed = async (who: string) => (await house.as(who).call(endpoints.listDocuments)).body.items.filter((item) => item.status !== 'named').map((item) => item.id);
    expect(await open('sun-operator')).toMatchObject({ status: 403, body: { code: 'access.other_organisation' } });
    expect((await open('chen-supervisor')).status).toBe(200);
    expect([await listed('zhou-operator'), await listed('sun-operator'), await listed('chen-supervisor')]).toEqual([[documentId], [], [documentId]]);
    await house.as('zhou-operator').call(endpoints.confirmDocument, { params: { id: documentId! }, body: asRead(await draftOf(documentId!), {}) });
    expect(await listed('sun-operator')).toEqual([documentId]);
  });

  it.each<[string, object, number, string]>([
    ['without an openness', { openness: null }, 422, 'documents.openness_missing'],
    ['on a ground that says otherwise', { openness: 'proactive', opennessGround: 'art16_internal' }, 422, 'documents.openness_ground_missing'],
    ['against the mark in the original and without a ground', { openness: 'withheld' }, 422, 'documents.openness_ground_missing'],
    ['on a ground that only the server gives', { opennessGround: 'before_records' }, 422, 'documents.openness_ground_missing'],
    ['without a plan for its interpretation', { interpretation: undefined }, 422, 'documents.interpretation_plan_missing'],
    ['with a plan that names no form', { interpretation: { plan: { forms: [] } } }, 422, 'documents.interpretation_plan_invalid'],
    ['with a plan that is due too late', { interpretation: { plan: { forms: ['qa'], dueOn: '2026-11-27' } } }, 422, 'documents.interpretation_plan_invalid'],
    ['with an exemption of no known kind', { interpretation: { exemption: { kind: 'because', reason: '不想写' } } }, 422, 'documents.interpretation_plan_invalid'],
    ['with dates that contradict each other', { effectiveOn: '2024-01-01' }, 422, 'documents.dates_disagree'],
    ['over a version seen too early', { seenVersion: 9 }, 409, 'documents.changed_meanwhile'],
    ['with a date no calendar has', { signedOn: '2025-13-01' }, 400, 'request.invalid'],
    ['with an unknown field', { colour: 'red' }, 400, 'request.invalid'],
  ])('refuses a confirmation %s', async (_how, changes, status, code) => {
    const { documentId } = await upload(NOTICE);
    const answer = await house.as('zhou-operator').call(endpoints.confirmDocument, { params: { id: documentId! }, body: asRead(await draftOf(documentId!), changes) });
    expect({ status: answer.status, code: (answer.body as unknown as { code: string }).code }).toEqual({ status, code });
    expect(await draftOf(documentId!)).toMatchObject({ status: 'draft', version: 1 });
  });

  it('refuses a second confirmation, and that of another unit', async () => {
    const { documentId: id } = await upload(NOTICE);
    const body = asRead(await draftOf(id!));
    expect((await house.as('sun-operator').call(endpoints.confirmDocument, { params: { id: id! }, body })).body).toMatchObject({ code: 'access.other_organisation' });
    expect((await house.as('chen-supervisor').call(endpoints.confirmDocument, { params: { id: id! }, body })).status).toBe(200);
    expect((await house.as('zhou-operator').call(endpoints.confirmDocument, { params: { id: id! }, body })).body).toMatchObject({ code: 'documents.not_a_draft' });
  });

  it('lets one of two people who confirm at once through', async () => {
    const { documentId: id } = await upload(NOTICE);
    const body = asRead(await draftOf(id!));
    const answers = await Promise.all(['zhou-operator', 'qian-operator'].map((who) => house.as(who).call(endpoints.confirmDocument, { params: { id: id! }, body })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });

  it('resolves citations as the library grows: unknown, by title, to the article, and a missing article', async () => {
    const id = await release(NOTICE);
    const states = async () => (await draftOf(id)).citations.map((c) => [c.docNumber ?? c.title, c.article, c.resolution, c.validity]);
    expect(await states()).toEqual([
      ['云政发〔2024〕12号', '第三条', 'not_in_library', 'unknown'], ['云政发〔2024〕12号', '第九条', 'not_in_library', 'unknown'], ['云政办〔2025〕31号', null, 'not_in_library', 'unknown'], ['云人社〔2020〕5号', null, 'named', 'repealed'],
    ]);
    const cited = await release(MEASURES);
    expect((await states()).slice(0, 2)).toEqual([['云政发〔2024〕12号', '第三条', 'resolved', 'in_force'], ['云政发〔2024〕12号', '第九条', 'article_missing', 'in_force']]);
    expect((await draftOf(cited)).citedBy).toMatchObject([{ documentId: id, anchor: 'preamble', targetAnchor: 'art-3' }, { documentId: id, targetAnchor: 'art-9' }]);
  });

  it('makes what is repealed known by its title, and gives it its text when that comes', async () => {
    await release(NOTICE);
    const named = (await house.as('zhou-operator').call(endpoints.listDocuments, { query: { status: 'named' } })).body.items;
    expect(named).toMatchObject([{ title: '关于灵活就业补贴的通知', docNumber: '云人社〔2020〕5号', validity: 'repealed' }]);
    const row = await upload(FORMER);
    expect(row).toMatchObject({ status: 'imported', documentId: named[0]!.id });
    expect(await draftOf(row.documentId!)).toMatchObject({ status: 'draft', validity: 'repealed', validityChanges: [{ validity: 'repealed', fromOn: '2025-03-01', byDocNumber: '云人社〔2025〕8号' }] });
  });

  it('lets a repeal count only from its confirmation, and from the midnight of its day', async () => {
    house.clock.moveTo(new Date('2025-02-20T02:00:00Z'));
    const former = await release(FORMER);
    const { documentId: id } = await upload(NOTICE);
    house.clock.moveTo(new Date('2025-02-28T15:59:59Z'));
    const validity = async () => (await house.resident.call(endpoints.publicListDocuments, { query: { q: '云人社〔2020〕5号' } })).body.items[0]!.validity;
    expect(await validity()).toBe('in_force');
    house.clock.moveTo(new Date('2025-02-28T16:00:00Z'));
    expect(await validity()).toBe('in_force');
    const service = house.app.get(DocumentsService);
    const draft = await house.database.read((db) => house.app.get(DocumentsReader).draftView(db, id!, house.clock.today()));
    await service.confirm(house.actor('qian-operator'), id!, asRead(draft) as ConfirmDocumentRequest);
    expect(await validity()).toBe('repealed');
    expect(await house.trail(former)).toContain('documents.validity_changed');
    house.clock.moveTo(new Date('2025-02-28T15:59:59Z'));
    expect(await validity()).toBe('in_force');
  });

  it('moves the day of a repeal with the day the person confirms for the instrument', async () => {
    const former = await release(FORMER);
    await release(NOTICE, { effectiveOn: '2027-01-01' });
    expect(await draftOf(former)).toMatchObject({ validity: 'in_force', validityChanges: [{ fromOn: '2027-01-01' }] });
  });

  it('reports a bad line of a collection of laws by its number and takes the others', async () => {
    const content = [
      law('南岭省湖泊保护条例', '## 第一章 总则\n第一条 保护湖泊，制定本条例。\n第二条 依照《南岭省水条例》第一条执行。'), '{"title":', law('', '第一条 无题。'), '',
      law('南岭省水条例', '第一条 管水。\n第二条 本条例自2020年3月1日起施行。《南岭省水管理办法》同时废止。'), law('南岭省旧水条例', '第一条 旧。', { status: 'superseded' }),
    ].join('\n');
    const { body } = await house.as('chen-supervisor').upload(endpoints.importDocuments, [{ name: 'laws.jsonl', content }]);
    expect(body.map((row) => [row.file, row.status, row.problems[0]?.message ?? null])).toEqual([
      ['laws.jsonl:1', 'imported', null], ['laws.jsonl:2', 'refused', '本行不是合法的 JSON'], ['laws.jsonl:3', 'refused', '缺少标题（title）'], ['laws.jsonl:5', 'imported', null], ['laws.jsonl:6', 'imported', '来源注明此文本已被后来的文本取代，效力按“未核实”处理，请核对'],
    ]);
    expect(body[1]!.problems[0]!.line).toBe(2);
    expect(body[0]!.document!.citations).toMatchObject([{ title: '南岭省水条例', article: '第一条', resolved: true }]);
  });

  it('releases laws in a batch by a supervisor, nothing else', async () => {
    const { body: rows } = await house.as('chen-supervisor').upload(endpoints.importDocuments, [{ name: 'laws.jsonl', content: [law('南岭省水条例', '第一条 管水。《南岭省水管理办法》同时废止。'), law('南岭省旧水条例', '第一条 旧。', { status: 'superseded' })].join('\n') }]);
    const ids = rows.map((row) => row.documentId!);
    const notice = await upload(NOTICE);
    const refused = await house.as('chen-supervisor').call(endpoints.releaseDocuments, { body: { documentIds: [...ids, notice.documentId!], note: '国家法律批量公开' } });
    expect(refused.body).toMatchObject({ code: 'documents.not_a_draft' });
    expect((await house.as('zhou-operator').call(endpoints.releaseDocuments, { body: { documentIds: ids, note: '公开' } })).body).toMatchObject({ code: 'access.denied' });
    expect((await house.as('chen-supervisor').call(endpoints.releaseDocuments, { body: { documentIds: ids, note: '国家法律批量公开' } })).body).toEqual({ released: 2 });
    expect(await draftOf(ids[0]!)).toMatchObject({ opennessDecision: { ground: 'law_published', decidedByName: '陈主管' }, interpretation: { exemption: { kind: 'national_law', kindWords: '国家法律法规，不属本机关解读', reason: '国家法律批量公开' }, decidedByName: '陈主管' } });
    const { items } = (await house.resident.call(endpoints.publicListDocuments, { query: { kind: 'law' } })).body;
    expect(items.map((item) => [item.title, item.validity]).sort()).toEqual([['南岭省旧水条例', 'unknown'], ['南岭省水条例', 'in_force']]);
    expect((await house.resident.call(endpoints.publicListDocuments, { query: { validity: 'unknown' } })).body.items.map((item) => item.title)).toEqual(['南岭省旧水条例']);
  });

  it('never takes a law for the older one of the same title that it repeals', async () => {
    const { body } = await house.as('chen-supervisor').upload(endpoints.importDocuments, [{ name: 'laws.jsonl', content: law('南岭省水条例', '第一条 管水。\n第二条 本条例自2020年3月1日起施行。1995年1月1日公布的《南岭省水条例》同时废止。') }]);
    const { items } = (await house.as('chen-supervisor').call(endpoints.listDocuments, { query: { q: '南岭省水条例' } })).body;
    expect(items.map((item) => item.status).sort()).toEqual(['draft', 'named']);
    await house.as('chen-supervisor').call(endpoints.releaseDocuments, { body: { documentIds: [body[0]!.documentId!], note: '公开' } });
    expect((await draftOf(body[0]!.documentId!)).validity).toBe('in_force');
    expect((await draftOf(items.find((item) => item.status === 'named')!.id)).validity).toBe('repealed');
  });

  it.each<[string, string | Buffer, RegExp]>([
    ['空.txt', '', /空/],
    ['图.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 3]), /二进制/],
    ['乱码.txt', Buffer.from(Buffer.from(NOTICE.repeat(3), 'utf8').toString('latin1'), 'utf8'), /乱码/],
    ['假.pdf', NOTICE, /不是 PDF/],
    ['旧.doc', NOTICE, /不支持 \.doc/],
    ['坏.docx', 'not a zip', /Word/],
    ['坏.jsonl.gz', 'not gzip', /损坏/],
  ])('refuses %s with the reason and keeps nothing of it', async (name, content, message) => {
    const row = await upload(content, name);
    expect(row).toMatchObject({ status: 'refused', documentId: null, document: null });
    expect(row.problems[0]!.message).toMatch(message);
    expect(await house.database.read((db) => db.count(DocumentEntity))).toBe(0);
  });

  it('answers 413 for a file beyond the limit and 415 for a body that is no upload', async () => {
    const huge = await house.as('zhou-operator').upload(endpoints.importDocuments, [{ name: '大.txt', content: Buffer.alloc(50 * 1024 * 1024 + 1, 0x61) }]);
    expect({ status: huge.status, code: (huge.body as unknown as { code: string }).code }).toEqual({ status: 413, code: 'request.too_large' });
    expect((await house.as('zhou-operator').call(endpoints.importDocuments, { body: { files: [] } })).body).toMatchObject({ code: 'request.unsupported_media' });
  });

  it('imports, confirms and shows the policies of the demonstration city as its plan says', async () => {
    const today = house.clock.today();
    const service = house.app.get(DocumentsService);
    const actor = house.actor('chen-supervisor');
    const ids = new Map<string, string>();
    const planned = policies.map((policy) => renderAll(policy, today));
    const rows = await service.importFiles(actor, planned.map((policy) => ({ name: `${policy.key}.txt`, bytes: Buffer.from(policy.text) })));
    for (const [i, policy] of planned.entries()) {
      const { title, docNumber, signedOn, publishedOn, effectiveOn, expiresOn, openness, topic } = policy;
      expect(rows[i]).toMatchObject({ status: 'imported', document: { title, docNumber, signedOn, openness, issuer: policy.issuer.split('　')[0] } });
      const id = rows[i]!.documentId!;
      ids.set(policy.key, id);
      const draft = await house.database.read((db) => house.app.get(DocumentsReader).draftView(db, id, today));
      await service.confirm(actor, id, { ...asRead(draft), publishedOn, effectiveOn, expiresOn: expiresOn ?? draft.expiresOn, topic, openness } as ConfirmDocumentRequest);
    }
    const validities = await house.app.get(DocumentsReader).validityOf(house.database.dataSource.manager, [...ids.values()], today);
    expect(policies.map((policy) => [policy.key, validities.get(ids.get(policy.key)!)])).toEqual(policies.map((policy) => [policy.key, policy.validity]));
  });
});

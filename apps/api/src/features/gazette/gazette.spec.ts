import { createHash } from 'node:crypto';
import { endpoints, type GazetteIssueView, type GazetteItemView, type SaveGazetteIssueRequest } from '@govmedia-hub/contracts';
import { wordsOfPdf as wordsOf } from '../../../test/pdf-words.js';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { releaseDocument } from '../../../test/release-and-publish.js';
import { chineseFont } from '../../foundation/paper/chinese-font.js';

const notice = (number: number, title: string, body: string): string => `云政发〔2026〕${number}号

${title}

各镇人民政府：
第一条　${body}
第二条　本办法自2026年10月1日起施行。

云溪市人民政府
2026年9月8日
（此件公开发布）
`;

const printed = (changes: object = {}): string => JSON.stringify({ year: 2018, issueNo: 1, totalNo: 1, publishedOn: '2018-03-20', section: '市政府文件', title: '云溪市沿街摊点管理办法', docNumber: '云政发[2018]3号', issuer: '云溪市人民政府', signedOn: '2018-03-01', source: 'ocr', text: '第一条　摊点应当在划定的区城内经营。', ...changes });

const digestOf = (bytes: unknown): string => createHash('sha256').update(bytes as Buffer).digest('hex');

describe.each(databases)('the gazette on %s', (kind) => {
  let house: TestHouse;
  let dogs: string;
  let parking: string;
  beforeEach(async () => {
    house = await openTestHouse(kind);
    dogs = await releaseDocument(house, notice(21, '云溪市养犬管理办法', '养犬登记费每只每年100元。'));
    parking = await releaseDocument(house, notice(22, '云溪市停车管理办法', '首小时免费。'));
  });
  afterEach(() => house.close());

  const editor = () => house.as('tao-operator');
  const chief = () => house.as('chen-supervisor');
  const issueOf = (changes: Partial<SaveGazetteIssueRequest> = {}): SaveGazetteIssueRequest => ({ seenVersion: 0, year: 2026, issueNo: 3, totalNo: 15, publishedOn: '2026-11-20', sections: [{ name: '市政府文件', documentIds: [dogs, parking] }], ...changes });
  const create = async (changes: Partial<SaveGazetteIssueRequest> = {}): Promise<GazetteIssueView> => {
    const answer = await editor().call(endpoints.createGazetteIssue, { body: issueOf(changes) });
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const sign = (issue: { id: string; version: number }) => chief().call(endpoints.signGazetteIssue, { params: { id: issue.id }, body: { seenVersion: issue.version } });
  const signed = async (changes: Partial<SaveGazetteIssueRequest> = {}): Promise<GazetteIssueView> => (await sign(await create(changes))).body;
  const itemsOf = (issue: GazetteIssueView): GazetteItemView[] => issue.sections.flatMap((section) => section.items);
  const withdraw = async (id: string): Promise<void> => {
    const { version } = (await chief().call(endpoints.getDocument, { params: { id } })).body;
    expect((await chief().call(endpoints.withdrawDocument, { params: { id }, body: { seenVersion: version, reason: '含有个人信息。' } })).status).toBe(200);
  };
  const importLines = async (...lines: string[]) => (await editor().upload(endpoints.importBackCatalogue, [{ name: '公报.jsonl', content: lines.join('\n') }])).body;

  it('an issue is edited out of sight, and residents read it once a supervisor has signed it', async () => {
    const issue = await create();
    expect(issue).toMatchObject({ status: 'draft', masthead: '云溪市人民政府公报', items: 2, savedByName: '陶编辑', sections: [{ name: '市政府文件', items: [{ documentId: dogs, title: '云溪市养犬管理办法', docNumber: '云政发〔2026〕21号', validity: 'in_force' }, { documentId: parking }] }] });
    expect((await house.resident.call(endpoints.publicGetGazetteIssue, { params: { id: issue.id } })).body).toMatchObject({ code: 'gazette.not_found' });
    expect((await house.resident.call(endpoints.publicGetGazetteItem, { params: { id: itemsOf(issue)[0]!.id } })).body).toMatchObject({ code: 'gazette.not_found' });
    expect((await sign(issue)).body).toMatchObject({ status: 'signed', signedByName: '陈主管', digest: issue.digest });
    expect((await house.resident.call(endpoints.publicListGazetteIssues)).body.items).toMatchObject([{ id: issue.id, year: 2026, issueNo: 3, totalNo: 15, items: 2 }]);
    const shown = (await house.resident.call(endpoints.publicGetGazetteIssue, { params: { id: issue.id } })).body;
    expect(shown).toMatchObject({ digest: issue.digest, savedByName: null, signedByName: null });
    const text = (await house.resident.call(endpoints.publicGetGazetteItem, { params: { id: itemsOf(shown)[0]!.id } })).body;
    expect(text).toMatchObject({ title: '云溪市养犬管理办法', issue: { issueNo: 3 }, text: expect.stringContaining('每只每年100元') });
    expect(text.text).not.toContain('云溪市养犬管理办法');
    expect(await house.trail(issue.id)).toEqual(['gazette.saved', 'gazette.signed']);
  });

  it('an issue signed ahead of its day comes out on that day', async () => {
    const issue = await signed({ publishedOn: '2026-11-24' });
    expect((await house.resident.call(endpoints.publicGetGazetteIssue, { params: { id: issue.id } })).status).toBe(404);
    expect((await house.resident.call(endpoints.publicSearchGazette, { query: { q: '养犬' } })).body.items).toEqual([]);
    house.clock.moveTo(new Date('2026-11-23T16:00:00.000Z'));
    expect((await house.resident.call(endpoints.publicGetGazetteIssue, { params: { id: issue.id } })).status).toBe(200);
  });

  it('bureaus neither edit the gazette nor see what is in work', async () => {
    const issue = await create();
    const bureau = house.as('zhou-operator');
    expect((await bureau.call(endpoints.createGazetteIssue, { body: issueOf({ issueNo: 4, totalNo: 16 }) })).body).toMatchObject({ code: 'access.other_organisation' });
    expect((await bureau.upload(endpoints.importBackCatalogue, [{ name: '公报.jsonl', content: printed() }])).body).toMatchObject({ code: 'access.other_organisation' });
    expect((await bureau.call(endpoints.getGazetteIssue, { params: { id: issue.id } })).body).toMatchObject({ code: 'gazette.not_found' });
    expect((await bureau.call(endpoints.listGazetteIssues)).body.items).toEqual([]);
    await sign(issue);
    expect((await bureau.call(endpoints.listGazetteIssues)).body.items).toHaveLength(1);
  });

  it('nobody signs what they had a hand in, and a signed issue stays as it is', async () => {
    const own = (await chief().call(endpoints.createGazetteIssue, { body: issueOf() })).body;
    const other = (await editor().call(endpoints.saveGazetteIssue, { params: { id: own.id }, body: issueOf({ seenVersion: own.version }) })).body;
    expect((await sign(other)).body).toMatchObject({ code: 'gazette.own_issue' });
    expect((await editor().call(endpoints.discardGazetteIssue, { params: { id: own.id }, body: { seenVersion: other.version } })).status).toBe(200);
    const issue = await signed();
    expect((await editor().call(endpoints.saveGazetteIssue, { params: { id: issue.id }, body: issueOf({ seenVersion: issue.version }) })).body).toMatchObject({ code: 'gazette.already_signed' });
    expect((await editor().call(endpoints.discardGazetteIssue, { params: { id: issue.id }, body: { seenVersion: issue.version } })).body).toMatchObject({ code: 'gazette.already_signed' });
  });

  it('refuses a number that is taken, a document that is not public or comes twice, an empty issue, a day that is none and a version seen too early', async () => {
    const issue = await create();
    expect((await editor().call(endpoints.createGazetteIssue, { body: issueOf({ totalNo: 99 }) })).body).toMatchObject({ code: 'gazette.number_taken' });
    expect((await editor().call(endpoints.createGazetteIssue, { body: issueOf({ issueNo: 4 }) })).body).toMatchObject({ code: 'gazette.number_taken' });
    const [row] = (await house.as('zhou-operator').upload(endpoints.importDocuments, [{ name: '草稿.txt', content: notice(30, '云溪市夜市管理办法', '摊位另定。') }])).body;
    const refused = { issueNo: 4, totalNo: 16 };
    expect((await editor().call(endpoints.createGazetteIssue, { body: issueOf({ ...refused, sections: [{ name: '市政府文件', documentIds: [row!.documentId!] }] }) })).body).toMatchObject({ code: 'gazette.document_not_public' });
    expect((await editor().call(endpoints.createGazetteIssue, { body: issueOf({ ...refused, sections: [{ name: '甲', documentIds: [dogs] }, { name: '乙', documentIds: [dogs] }] }) })).body).toMatchObject({ code: 'gazette.document_twice' });
    expect((await editor().call(endpoints.createGazetteIssue, { body: { ...issueOf(refused), publishedOn: '2026-13-01' } })).status).toBe(400);
    expect((await sign(await create({ ...refused, sections: [] }))).body).toMatchObject({ code: 'gazette.empty' });
    expect((await sign({ ...issue, version: 9 })).body).toMatchObject({ code: 'gazette.changed_meanwhile' });
    expect((await editor().call(endpoints.listGazetteIssues)).body.items).toHaveLength(2);
  });

  it('is not signed when the library has withdrawn a document since it was edited', async () => {
    const issue = await create();
    await withdraw(parking);
    expect((await sign(issue)).body).toMatchObject({ code: 'gazette.document_not_public' });
  });

  it('a document withdrawn later keeps its title in the issue and loses its text everywhere', async () => {
    const issue = await signed();
    const [, item] = itemsOf(issue);
    await withdraw(parking);
    const shown = (await house.resident.call(endpoints.publicGetGazetteIssue, { params: { id: issue.id } })).body;
    expect(itemsOf(shown)[1]).toMatchObject({ title: '云溪市停车管理办法', withdrawn: true, documentId: null });
    expect((await house.resident.call(endpoints.publicGetGazetteItem, { params: { id: item!.id } })).body).toMatchObject({ withdrawn: true, text: '' });
    for (const endpoint of [endpoints.publicGazetteItemPdf, endpoints.publicGazetteItemText]) expect((await house.resident.call(endpoint, { params: { id: item!.id } })).body).toMatchObject({ code: 'gazette.withdrawn' });
    expect((await house.resident.call(endpoints.publicGazetteIssueText, { params: { id: issue.id } })).body).toMatchObject({ code: 'gazette.withdrawn' });
    if (chineseFont(null)) expect(await wordsOf((await house.resident.call(endpoints.publicGazetteIssuePdf, { params: { id: issue.id } })).body)).not.toContain('首小时免费');
  });

  it('a correction stands beside the text once a second person has confirmed it; the text does not change', async () => {
    const issue = await signed();
    const [item] = itemsOf(issue);
    const erratum = { itemId: item!.id, text: '第一条“100元”应为“80元”。' };
    expect((await house.as('zhou-operator').call(endpoints.recordErratum, { params: { id: issue.id }, body: erratum })).status).toBe(403);
    const recorded = (await editor().call(endpoints.recordErratum, { params: { id: issue.id }, body: erratum })).body;
    expect(recorded).toMatchObject({ digest: issue.digest, errata: [{ ...erratum, recordedByName: '陶编辑', confirmedAt: null, own: true }] });
    expect((await house.resident.call(endpoints.publicGetGazetteItem, { params: { id: item!.id } })).body.errata).toEqual([]);
    const { id } = recorded.errata[0]!;
    expect((await chief().call(endpoints.getGazetteIssue, { params: { id: issue.id } })).body.errata[0]).toMatchObject({ own: false });
    expect((await chief().call(endpoints.confirmErratum, { params: { id } })).status).toBe(200);
    expect((await chief().call(endpoints.confirmErratum, { params: { id } })).body).toMatchObject({ code: 'gazette.erratum_confirmed' });
    expect((await house.resident.call(endpoints.publicGetGazetteItem, { params: { id: item!.id } })).body).toMatchObject({ text: expect.stringContaining('100元'), digest: item!.digest, errata: [{ text: erratum.text }] });
    const own = (await chief().call(endpoints.recordErratum, { params: { id: issue.id }, body: { itemId: null, text: '封面期号应为第3期。' } })).body.errata[1]!;
    expect((await chief().call(endpoints.confirmErratum, { params: { id: own.id } })).body).toMatchObject({ code: 'gazette.own_erratum' });
    const draft = await create({ issueNo: 9, totalNo: null });
    expect((await editor().call(endpoints.recordErratum, { params: { id: draft.id }, body: { itemId: null, text: '改' } })).body).toMatchObject({ code: 'gazette.not_signed' });
    expect(await house.trail(issue.id)).toEqual(['gazette.saved', 'gazette.signed', 'gazette.erratum_recorded', 'gazette.erratum_confirmed', 'gazette.erratum_recorded']);
  });

  it('takes in what was printed before, each issue whole and once, and tells of every line', async () => {
    const rows = await importLines(printed(), printed({ title: '云溪市养犬管理办法', docNumber: '云政发〔2026〕21号', source: 'typed' }), printed({ issueNo: 2, totalNo: 2 }), printed({ issueNo: 2, totalNo: 2, publishedOn: '2018-07-20' }), printed({ issueNo: 3, totalNo: 3, publishedOn: '2018-02-30' }), printed({ issueNo: 4, totalNo: 1 }), printed({ issueNo: 5, totalNo: 5, source: undefined }));
    expect(rows.map((row) => [row.line, row.status])).toEqual([[1, 'imported'], [2, 'imported'], [3, 'refused'], [4, 'refused'], [5, 'refused'], [6, 'refused'], [7, 'refused']]);
    expect(rows.map((row) => row.message)).toEqual([null, null, expect.stringContaining('见第4行'), expect.stringContaining('见第4行'), expect.stringContaining('publishedOn'), expect.stringContaining('总第1期已经有了'), expect.stringContaining('source')]);
    const { items } = (await editor().call(endpoints.listGazetteIssues, { query: { year: 2018 } })).body;
    expect(items).toMatchObject([{ issueNo: 1, status: 'draft', origin: 'back_catalogue', items: 2 }]);
    expect(itemsOf((await editor().call(endpoints.getGazetteIssue, { params: { id: items[0]!.id } })).body)).toMatchObject([{ docNumber: '云政发〔2018〕3号', documentId: null, validity: 'unknown', textState: 'ocr_unchecked' }, { documentId: dogs, validity: 'in_force', textState: 'typed' }]);
    expect(await importLines(printed())).toMatchObject([{ status: 'unchanged' }]);
    expect((await importLines(printed({ issueNo: 6, totalNo: 6 }), 'oops')).map((row) => row.status)).toEqual(['refused', 'refused']);
    expect((await editor().call(endpoints.listGazetteIssues, { query: { year: 2018 } })).body.items).toHaveLength(1);
  });

  it('a scanned text says so until somebody has compared it, and is put right before the signature', async () => {
    await importLines(printed());
    const [{ id } = { id: '' }] = (await editor().call(endpoints.listGazetteIssues)).body.items;
    const issue = (await editor().call(endpoints.getGazetteIssue, { params: { id } })).body;
    const [item] = itemsOf(issue);
    expect((await editor().call(endpoints.saveGazetteIssue, { params: { id }, body: issueOf({ seenVersion: issue.version }) })).body).toMatchObject({ code: 'gazette.as_printed' });
    const right = '第一条　摊点应当在划定的区域内经营。';
    const checked = (await editor().call(endpoints.checkGazetteItem, { params: { id: item!.id }, body: { seenVersion: issue.version, text: right } })).body;
    expect(itemsOf(checked)[0]).toMatchObject({ textState: 'ocr_checked' });
    expect(checked.digest).not.toBe(issue.digest);
    expect((await sign(checked)).body).toMatchObject({ status: 'signed', digest: checked.digest });
    expect((await house.resident.call(endpoints.publicGetGazetteItem, { params: { id: item!.id } })).body).toMatchObject({ text: right, textState: 'ocr_checked' });
    expect((await editor().call(endpoints.checkGazetteItem, { params: { id: item!.id }, body: { seenVersion: checked.version + 1, text: '另一段。' } })).body).toMatchObject({ code: 'gazette.already_signed' });
    expect((await editor().call(endpoints.checkGazetteItem, { params: { id: itemsOf(await create())[0]!.id }, body: { seenVersion: 1, text: '另一段。' } })).body).toMatchObject({ code: 'gazette.not_scanned' });
  });

  it('is offered as a text file whose SHA-256 is the digest that is shown, whole and by document', async () => {
    const issue = await signed();
    const whole = await house.resident.call(endpoints.publicGazetteIssueText, { params: { id: issue.id } });
    expect(digestOf(whole.body)).toBe(issue.digest);
    for (const item of itemsOf(issue)) expect(digestOf((await house.resident.call(endpoints.publicGazetteItemText, { params: { id: item.id } })).body)).toBe(item.digest);
  });

  (chineseFont(null) ? it : it.skip)('is a PDF of the same text with its digest printed on it, whole and by document; an unsigned one says that it is a proof', async () => {
    const draft = await create();
    expect(await wordsOf((await chief().call(endpoints.getGazetteProof, { params: { id: draft.id } })).body)).toContain('校样');
    const issue = (await sign(draft)).body;
    const file = await house.resident.call(endpoints.publicGazetteIssuePdf, { params: { id: issue.id } });
    expect(file.headers['content-disposition']).toContain(encodeURIComponent('云溪市人民政府公报　2026年第3期'));
    const whole = await wordsOf(file.body);
    const text = String(await house.resident.call(endpoints.publicGazetteIssueText, { params: { id: issue.id } }).then((answer) => answer.body));
    for (const line of text.split('\n').filter((each) => /条|人民政府：/.test(each))) expect(whole).toContain(line.replace(/\s/g, ''));
    expect(whole).toContain(issue.digest);
    expect(whole).not.toContain('校样');
    const [, parkingItem] = itemsOf(issue);
    const single = await wordsOf((await house.resident.call(endpoints.publicGazetteItemPdf, { params: { id: parkingItem!.id } })).body);
    expect(single).toContain('首小时免费');
    expect(single).toContain(parkingItem!.digest);
    expect(single).not.toContain('养犬');
  });
});

describe('a server without a Chinese font', () => {
  it('says in Chinese what is missing, and the text is there all the same', async () => {
    const house = await openTestHouse('sqlite', { pdfFont: '/nowhere/song.otf' });
    try {
      const id = await releaseDocument(house, notice(21, '云溪市养犬管理办法', '养犬登记费每只每年100元。'));
      const issue = (await house.as('tao-operator').call(endpoints.createGazetteIssue, { body: { seenVersion: 0, year: 2026, issueNo: 3, totalNo: null, publishedOn: '2026-11-20', sections: [{ name: '市政府文件', documentIds: [id] }] } })).body;
      await house.as('chen-supervisor').call(endpoints.signGazetteIssue, { params: { id: issue.id }, body: { seenVersion: issue.version } });
      const answer = await house.resident.call(endpoints.publicGazetteIssuePdf, { params: { id: issue.id } });
      expect([answer.status, answer.body]).toMatchObject([503, { code: 'paper.no_font', title: expect.stringContaining('中文字体') }]);
      expect((await house.resident.call(endpoints.publicGazetteIssueText, { params: { id: issue.id } })).status).toBe(200);
    } finally {
      await house.close();
    }
  });
});

import { endpoints, GATES, type ContentView } from '@govmedia-hub/contracts';
import ExcelJS from 'exceljs';
import { docx, paragraph } from '../../../test/office-files.js';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { closeDesks, releaseDocument } from '../../../test/release-and-publish.js';

const POLICY = `云溪市人力资源和社会保障局关于印发《云溪市灵活就业社会保险补贴办法》的通知

云人社〔2025〕8号

各镇人民政府、街道办事处：
现将《云溪市灵活就业社会保险补贴办法》印发给你们，请认真贯彻执行。
云溪市人力资源和社会保障局
2025年3月12日
（此件公开发布）

云溪市灵活就业社会保险补贴办法

第一条 为支持灵活就业，制定本办法。
第二条 补贴标准为每人每月400元。
第三条 本办法自2025年4月1日起施行。
`;
const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(20)]);

describe.each(databases)('attachments on %s', (kind) => {
  let house: TestHouse;
  let documentId: string;
  let item: ContentView;
  beforeAll(async () => {
    house = await openTestHouse(kind);
    documentId = await releaseDocument(house, POLICY);
    item = (await operator().call(endpoints.createContent, { body: { kind: 'qa', title: '补贴问答', blocks: [{ type: 'qa', question: '补贴多少？', alternatives: [], answer: '补贴标准为每人每月400元。', documentId, anchor: null }], sources: [{ documentId, anchor: null }] } })).body;
  });
  afterAll(() => house.close());
  const operator = () => house.as('zhou-operator');
  const attach = (files: { name: string; content: Buffer | string }[], seenVersion = item.version, who = 'zhou-operator') => house.as(who).upload(endpoints.attachFiles, files, { params: { id: item.id }, query: { seenVersion } });

  it('are part of the text: a new revision with another digest, its words screened', async () => {
    const before = item.revision.digest;
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('名单').addRow(['李某某', '13800138000']);
    const answer = await attach([{ name: '申请表.txt', content: '灵活就业社会保险补贴申请表' }, { name: '名单.xlsx', content: Buffer.from(await workbook.xlsx.writeBuffer()) }, { name: '流程图.png', content: PNG }]);
    expect(answer).toMatchObject({ status: 201, body: { revision: { number: 2, attachments: [{ name: '申请表.txt' }, { name: '名单.xlsx' }, { name: '流程图.png', bytes: 28 }] } } });
    item = answer.body;
    expect(item.revision.digest).not.toBe(before);
    expect(item.findings.filter((finding) => finding.attachment !== null)).toEqual([expect.objectContaining({ gate: 'secrecy', attachment: '名单.xlsx', place: '工作表“名单” B1', text: '13800138000' })]);
    expect(Object.keys(item.revision.attachments[0]!).sort()).toEqual(['bytes', 'id', 'name', 'sha256']);
  });

  it('can be taken away again, and stay with the text when it is saved', async () => {
    const list = item.revision.attachments.find((file) => file.name === '名单.xlsx')!;
    const answer = await operator().call(endpoints.detachFile, { params: { id: item.id, attachmentId: list.id }, query: { seenVersion: item.version } });
    expect(answer.status).toBe(200);
    item = answer.body;
    expect(item.revision.attachments.map((file) => file.name)).toEqual(['申请表.txt', '流程图.png']);
    expect(item.findings.find((finding) => finding.attachment === '名单.xlsx')?.state).toBe('fixed');
    const { kind: sameKind, revision } = item;
    item = (await operator().call(endpoints.saveContent, { params: { id: item.id }, body: { kind: sameKind, title: '灵活就业补贴问答', blocks: revision.blocks, sources: [{ documentId, anchor: null }], seenVersion: item.version } })).body;
    expect(item.revision.attachments.map((file) => file.name)).toEqual(['申请表.txt', '流程图.png']);
    expect((await operator().call(endpoints.detachFile, { params: { id: item.id, attachmentId: list.id }, query: { seenVersion: item.version } })).body).toMatchObject({ code: 'contents.attachment_not_found' });
  });

  it.each<[string, string, Buffer | string, string]>([
    ['a script', '工具.exe', 'MZ', '不支持 .exe 文件'],
    ['a file under a false name', '通知.pdf', '不是 PDF', '扩展名是 .pdf，内容却不是PDF'],
    ['a broken Word file', '通知.docx', Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), '内容却不是Word 文件'],
    ['an empty file', '空.txt', '', '文件是空的'],
    ['a name that is there', '申请表.txt', '又一份', '已有同名附件'],
    ['mojibake', '乱码.txt', '锟斤拷锟斤拷锟斤拷锟斤拷', '乱码'],
  ])('refuse %s and say why', async (_what, name, content, why) => {
    const answer = await attach([{ name, content }]);
    expect(answer).toMatchObject({ status: 422, body: { code: 'contents.attachment_refused', detail: expect.stringContaining(why) } });
  });

  it('show on the review desk what they hide: tracked changes, a hidden sheet, who wrote them, slips in their words', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('公示表').addRow(['甲某', '云溪市人民政俯']);
    workbook.addWorksheet('底稿', { state: 'hidden' }).addRow(['联系人', '13800138001']);
    const changed = docx(`<w:p><w:r><w:t>补贴</w:t></w:r><w:ins w:id="1" w:author="经办甲"><w:r><w:t>400元</w:t></w:r></w:ins></w:p>${paragraph('认真布署，抓好落实。')}`);
    const answer = await attach([{ name: '公示.xlsx', content: Buffer.from(await workbook.xlsx.writeBuffer()) }, { name: '说明.docx', content: changed }]);
    expect(answer.status).toBe(201);
    const shown = answer.body.findings.filter(({ attachment, state }) => state === 'open' && (attachment === '公示.xlsx' || attachment === '说明.docx')).map(({ gate, rule, severity, attachment, place, text }) => [gate, rule, severity, attachment, place, text]);
    expect(shown).toEqual(expect.arrayContaining([
      ['politics', 'politics.institution', 'block', '公示.xlsx', '工作表“公示表” B1', '人民政俯'],
      ['secrecy', 'secrecy.hidden', 'warn', '公示.xlsx', '工作表“底稿”', '联系人 13800138001'],
      ['secrecy', 'secrecy.mobile', 'warn', '公示.xlsx', '工作表“底稿” B1', '13800138001'],
      ['secrecy', 'secrecy.tracked-changes', 'warn', '说明.docx', '第1段', '400元'],
      ['text', 'text.confusable', 'warn', '说明.docx', '第2段', '布署'],
    ]));
    item = answer.body;
    for (const name of ['公示.xlsx', '说明.docx']) item = (await operator().call(endpoints.detachFile, { params: { id: item.id, attachmentId: item.revision.attachments.find((file) => file.name === name)!.id }, query: { seenVersion: item.version } })).body;
  });

  it('keep nothing of a file with a secrecy marking', async () => {
    expect(await attach([{ name: '部署.txt', content: '机密★10年\n某项部署' }])).toMatchObject({ status: 422, body: { code: 'contents.secrecy_marking', details: { attachment: '部署.txt' } } });
    expect((await operator().call(endpoints.getContent, { params: { id: item.id } })).body.version).toBe(item.version);
  });

  it('refuse a stale version, another unit, and a name that climbs out of its folder', async () => {
    expect(await attach([{ name: '二.txt', content: '二' }], item.version - 1)).toMatchObject({ status: 409, body: { code: 'contents.changed_meanwhile', details: { version: item.version } } });
    expect(await attach([{ name: '二.txt', content: '二' }], item.version, 'sun-operator')).toMatchObject({ status: 403 });
    const answer = await attach([{ name: '../../etc/说明.txt', content: '说明文字' }]);
    expect(answer.body.revision.attachments.at(-1)).toMatchObject({ name: '说明.txt' });
    item = answer.body;
  });

  it('re-open the gates, are published with the text, and are downloaded by anybody until it is withdrawn', async () => {
    const params = { id: item.id };
    item = (await operator().call(endpoints.submitContent, { params, body: { seenVersion: item.version } })).body;
    for (const finding of item.findings.filter(({ state }) => state === 'open')) await house.as('wu-reviewer').call(endpoints.decideFinding, { params: { ...params, findingId: finding.id }, body: { decision: 'dismissed', reason: '无误' } });
    await house.as('wu-reviewer').call(endpoints.closeGate, { params: { ...params, gate: 'text' }, body: { digest: item.revision.digest, verdict: 'passed', opinion: '同意' } });
    item = (await operator().call(endpoints.getContent, { params })).body;
    item = (await attach([{ name: '补充.txt', content: '补充说明' }])).body;
    expect(item).toMatchObject({ status: 'draft' });
    expect(item.gates.map((gate) => gate.verdict)).toEqual(GATES.map(() => 'open'));
    item = (await operator().call(endpoints.submitContent, { params, body: { seenVersion: item.version } })).body;
    const { digest } = item.revision;
    item = await closeDesks(house, item);
    item = (await house.as('feng-publisher').call(endpoints.publishContent, { params, body: { digest, seenVersion: item.version } })).body;
    const publication = (await house.resident.call(endpoints.publicGetPublication, { params: { id: item.publicationId! } })).body;
    expect(publication.attachments.map((file) => file.name)).toEqual(['申请表.txt', '流程图.png', '说明.txt', '补充.txt']);
    const at = { params: { id: publication.id, attachmentId: publication.attachments[0]!.id } };
    for (let time = 0; time < 2; time += 1) {
      const file = await house.resident.call(endpoints.publicGetAttachment, at);
      expect(String(file.body)).toBe('灵活就业社会保险补贴申请表');
      expect(file).toMatchObject({ status: 200, headers: { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('申请表.txt')}`, 'x-content-type-options': 'nosniff', 'content-type': 'text/plain; charset=utf-8' } });
    }
    await house.as('feng-publisher').call(endpoints.withdrawContent, { params, body: { reason: '标准即将调整', seenVersion: item.version } });
    expect((await house.resident.call(endpoints.publicGetAttachment, at)).status).toBe(404);
    expect((await house.resident.call(endpoints.publicGetPublication, { params: { id: publication.id } })).body.attachments).toEqual([]);
  });
});

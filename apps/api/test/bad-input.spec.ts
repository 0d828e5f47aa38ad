import { endpoints, LIMITS, type ImportRowView } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from './open-test-house.js';

const upload = (house: TestHouse, name: string, content: Buffer | string) => house.as('zhou-operator').upload<ImportRowView[]>(endpoints.importDocuments, [{ name, content }]);

describe.each(databases)('bad input over HTTP on %s', (kind) => {
  let house: TestHouse;
  beforeAll(async () => { house = await openTestHouse(kind); });
  afterAll(() => house.close());

  it.each<[string, string, () => Buffer | string, RegExp]>([
    ['an empty file', '空.txt', () => '', /空/],
    ['a binary file', '二进制.txt', () => Buffer.from([...Array(64)].map((_, i) => i % 7)), /二进制/],
    ['mojibake', '乱码.txt', () => '锟斤拷锟斤拷关于印发锟斤拷的通知', /乱码/],
    ['a renamed picture', '通知.pdf', () => Buffer.from([0x89, 0x50, 0x4e, 0x47]), /不是 PDF/],
    ['a broken Word file', '通知.docx', () => Buffer.from('PK\u0003\u0004 broken'), /./],
    ['a broken PDF', '通知2.pdf', () => '%PDF-1.7 broken', /./],
    ['an unknown kind', '通知.exe', () => 'MZ', /不支持/],
    ['too many lines', '长.txt', () => '一\n'.repeat(200_001), /行数过多/],
  ])('refuses %s with a reason and keeps nothing of it', async (_what, name, content, why) => {
    const answer = await upload(house, name, content());
    expect(answer).toMatchObject({ status: 200, body: [{ file: name, status: 'refused', documentId: null }] });
    expect(answer.body[0]!.problems[0]!.message).toMatch(why);
    expect((await house.as('zhou-operator').call(endpoints.listDocuments)).body.total).toBe(0);
  });

  it('answers 413 to a file above 50 MB and 400 to a form without a file', async () => {
    expect(await upload(house, '巨大.txt', Buffer.alloc(LIMITS.uploadBytes + 1, 97))).toMatchObject({ status: 413, body: { code: 'request.too_large' } });
    expect(await house.as('zhou-operator').upload(endpoints.importDocuments, [])).toMatchObject({ status: 400 });
    expect(await house.as('zhou-operator').call(endpoints.importDocuments, { body: { files: [] } })).toMatchObject({ status: 415, body: { code: 'request.unsupported_media' } });
  }, 60_000);

  it('refuses over-long text, unknown fields, wrong types and broken JSON, each in Chinese', async () => {
    const open = (body: unknown) => house.resident.call(endpoints.publicOpenTicket, { body });
    expect(await open({ kind: 'question', question: '长'.repeat(LIMITS.ticketChars + 1) })).toMatchObject({ status: 400, body: { code: 'request.invalid', errors: [{ field: 'question', message: `超过长度上限（最多 ${LIMITS.ticketChars} 个字符）。` }] } });
    expect(await open({ kind: 'question', question: '问', admin: true })).toMatchObject({ status: 400, body: { errors: [{ field: 'admin', message: '没有这个字段，请删去。' }] } });
    expect(await open({ kind: 'question', question: { $ne: '' } })).toMatchObject({ status: 400 });
    expect(await open({ kind: 'question', question: '   ' })).toMatchObject({ status: 400 });
    expect((await house.resident.call(endpoints.publicOpenTicket, { body: '{"kind":', headers: { 'content-type': 'application/json' } })).status).toBe(400);
    expect((await house.resident.call(endpoints.publicGetDocument, { params: { id: "1' or '1'='1" } })).status).toBe(400);
  });

  it('tells an expired session from none, and keeps the draft that was saved before', async () => {
    const operator = house.as('zhou-operator');
    const body = { kind: 'post', title: '便民提示', blocks: [{ type: 'paragraph', text: '周末照常办理。' }], sources: [] };
    const draft = (await operator.call(endpoints.createContent, { body })).body;
    house.clock.advance(3 * 3_600_000);
    expect(await operator.call(endpoints.saveContent, { params: { id: draft.id }, body: { ...body, title: '改', seenVersion: draft.version } })).toMatchObject({ status: 401, body: { code: 'session.expired' } });
    house.forgetSessions();
    const kept = (await operator.call(endpoints.getContent, { params: { id: draft.id } })).body;
    expect(kept).toMatchObject({ title: '便民提示', version: draft.version });
    expect((await operator.call(endpoints.saveContent, { params: { id: draft.id }, body: { ...body, title: '改', seenVersion: draft.version } })).status).toBe(200);
    expect((await house.resident.call(endpoints.getContent, { params: { id: draft.id } })).body).toMatchObject({ code: 'session.required' });
  });
});

import { endpoints, GATES, type ContentView, type SaveContentRequest } from '@govmedia-hub/contracts';
import { inflateRawSync } from 'node:zlib';
import { openContent, proofreadContent, releaseDocument, SECRECY } from '../../../test/release-and-publish.js';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';

const POLICY = `云人社〔2025〕8号

云溪市防汛期间用工安排办法

各镇人民政府：
第一条　防汛期间停工的，用人单位应当支付工资。
第二条　本办法自2025年3月1日起施行。

云溪市人力资源和社会保障局
2025年2月10日
（此件公开发布）
`;

describe.each(databases)('an emergency release on %s', (kind) => {
  let house: TestHouse;
  let documentId: string;
  beforeAll(async () => {
    house = await openTestHouse(kind);
    documentId = await releaseDocument(house, POLICY);
  });
  afterAll(() => house.close());

  const text = (words = '防汛期间停工的，用人单位应当支付工资。'): SaveContentRequest => ({ kind: 'notice', title: '防汛期间用工提示', topic: null, sources: [{ documentId, anchor: null }], blocks: [{ type: 'paragraph', text: words }] });
  const at = (item: { id: string }) => ({ params: { id: item.id } });
  const get = async (item: { id: string }, who = 'feng-publisher'): Promise<ContentView> => (await house.as(who).call(endpoints.getContent, at(item))).body;
  const submitted = async (words?: string): Promise<ContentView> => {
    const item = (await house.as('zhou-operator').call(endpoints.createContent, { body: text(words) })).body;
    return (await house.as('zhou-operator').call(endpoints.submitContent, { ...at(item), body: { seenVersion: item.version } })).body;
  };
  const gate = (item: ContentView, name: (typeof GATES)[number]) => house.as('wu-reviewer').call(endpoints.closeGate, { params: { id: item.id, gate: name }, body: { digest: item.revision.digest, verdict: 'passed', opinion: '通过', ...(name === 'secrecy' ? { secrecy: SECRECY } : {}) } });
  const examined = async (words?: string): Promise<ContentView> => {
    const item = await submitted(words);
    expect((await gate(item, 'secrecy')).status).toBe(200);
    return openContent(house, await get(item));
  };
  const ask = (item: ContentView, who = 'feng-publisher') => house.as(who).call(endpoints.requestEmergency, { ...at(item), body: { digest: item.revision.digest, seenVersion: item.version, reason: '汛情紧急，须立即告知。' } });
  const decide = (item: ContentView, decision: 'release' | 'refuse' = 'release') => house.as('chen-supervisor').call(endpoints.decideEmergency, { ...at(item), body: { digest: item.revision.digest, decision, opinion: '情况属实。' } });
  const open = (item: ContentView) => house.resident.call(endpoints.publicGetPublication, { params: { id: item.publicationId! } });

  it('needs a publisher, a supervisor and a reason, is public at once, and is settled when the approval has followed', async () => {
    let item = await examined();
    expect((await decide(item)).body).toMatchObject({ code: 'emergencies.move_not_allowed' });
    item = (await ask(item)).body;
    expect(item).toMatchObject({ publicationId: null, status: 'in_gates', emergency: { status: 'requested', requestedByName: '冯发布', dueOn: null }, abilities: { requestEmergency: false } });
    expect(await ask(item)).toMatchObject({ status: 409, body: { code: 'emergencies.move_not_allowed' } });
    expect((await house.as('feng-publisher').call(endpoints.decideEmergency, { ...at(item), body: { digest: item.revision.digest, decision: 'release', opinion: '同意' } })).status).toBe(403);
    item = (await decide(item)).body;
    expect(item).toMatchObject({ status: 'in_gates', emergency: { status: 'released', decidedByName: '陈主管', dueOn: '2026-11-25', overdue: false } });
    expect((await open(item)).body).toMatchObject({ title: '防汛期间用工提示', status: 'published', digest: item.revision.digest });
    for (const name of GATES.filter((entry) => entry !== 'secrecy')) await gate(item, name);
    for (const [index, who] of ['wu-reviewer', 'zheng-reviewer', 'wang-reviewer'].entries()) await house.as(who).call(endpoints.reviewContent, { ...at(item), body: { digest: item.revision.digest, step: (index + 1) as 1 | 2 | 3, decision: 'approved', opinion: '同意' } });
    item = await proofreadContent(house, await get(item));
    expect(item).toMatchObject({ status: 'published', emergency: { status: 'settled', endedBy: 'approved' } });
    expect(await house.trail(item.id)).toEqual(expect.arrayContaining(['contents.emergency_requested', 'contents.emergency_released', 'contents.published', 'contents.emergency_settled']));
  });

  it('is listed as overdue once its last day is over, for its unit and for the supervisor', async () => {
    const item = (await ask(await examined())).body;
    await decide(item);
    const start = house.clock.now();
    const overdue = async (who: string) => (await house.as(who).call(endpoints.listEmergencies, { query: { overdue: 'yes' } })).body.items.map((entry) => entry.contentId);
    expect(await overdue('chen-supervisor')).toEqual([]);
    house.clock.moveTo(new Date('2026-11-25T16:00:00.000Z'));
    house.forgetSessions();
    expect(await overdue('chen-supervisor')).toEqual([item.id]);
    expect(await overdue('feng-publisher')).toEqual([item.id]);
    expect(await overdue('li-reviewer')).toEqual([]);
    expect((await get(item, 'chen-supervisor')).emergency).toMatchObject({ overdue: true });
    house.clock.moveTo(start);
    house.forgetSessions();
    const live = await get(item);
    await house.as('feng-publisher').call(endpoints.withdrawContent, { ...at(item), body: { reason: '汛情解除', seenVersion: live.version } });
    expect((await get(item)).emergency).toMatchObject({ status: 'settled', endedBy: 'withdrawn' });
    expect((await open(await get(item))).body.status).toBe('withdrawn');
  });

  it('never passes over a block finding of secrecy, a missing secrecy review, a missing openness, or a stale text', async () => {
    const unexamined = await openContent(house, await submitted());
    expect(await ask(unexamined)).toMatchObject({ status: 422, body: { code: 'emergencies.secrecy_record_missing' } });
    const undecided = await submitted();
    await gate(undecided, 'secrecy');
    expect(await ask(await get(undecided))).toMatchObject({ status: 422, body: { code: 'contents.openness_missing' } });
    // The finding comes after the gate was passed: what was put on record before does not help.
    const item = await examined('经办人联系方式见附件。');
    const requested = (await ask(item)).body;
    await house.database.dataSource.query(`insert into content_findings (id, contentId, findingKey, gate, rule, severity, startsAt, endsAt, text, message, source, state) values ('f-${item.id.slice(0, 30)}', '${item.id}', 'k', 'secrecy', 'secrecy.id-number', 'block', 0, 1, 'x', 'x', 'x', 'open')`);
    expect(await decide(requested)).toMatchObject({ status: 422, body: { code: 'emergencies.secrecy_finding' } });
    expect((await get(item)).publicationId).toBeNull();
    await house.database.dataSource.query(`update content_findings set state = 'confirmed' where contentId = '${item.id}' and findingKey = 'k'`);
    expect(await decide(requested)).toMatchObject({ status: 422, body: { code: 'emergencies.secrecy_finding' } });
    expect(await house.as('chen-supervisor').call(endpoints.decideEmergency, { ...at(item), body: { digest: '0'.repeat(64), decision: 'release', opinion: '同意' } })).toMatchObject({ status: 409, body: { code: 'reviews.digest_changed' } });
    expect((await decide(requested, 'refuse')).body).toMatchObject({ emergency: { status: 'refused' }, publicationId: null });
  });

  it('stays open while its text is public, whatever is edited meanwhile, until an approved text takes its place', async () => {
    let item = (await ask(await examined())).body;
    item = (await decide(item)).body;
    const saved = (await house.as('zhou-operator').call(endpoints.saveContent, { ...at(item), body: { ...text('防汛期间停工的，用人单位应当依法支付工资。'), seenVersion: item.version } })).body;
    expect(saved).toMatchObject({ status: 'draft', emergency: { status: 'released' } });
    expect((await open(saved)).body.digest).toBe(item.revision.digest);
    let next = (await house.as('zhou-operator').call(endpoints.submitContent, { ...at(item), body: { seenVersion: saved.version } })).body;
    for (const name of GATES) await gate(next, name);
    for (const [index, who] of ['wu-reviewer', 'zheng-reviewer', 'wang-reviewer'].entries()) await house.as(who).call(endpoints.reviewContent, { ...at(item), body: { digest: next.revision.digest, step: (index + 1) as 1 | 2 | 3, decision: 'approved', opinion: '同意' } });
    next = await proofreadContent(house, await get(item));
    expect(next).toMatchObject({ status: 'approved', emergency: { status: 'released' } });
    const out = (await house.as('feng-publisher').call(endpoints.publishContent, { ...at(item), body: { digest: next.revision.digest, seenVersion: next.version } })).body;
    expect(out).toMatchObject({ status: 'published', emergency: { status: 'settled', endedBy: 'replaced' } });
  });

  it('prints the approval sheet with the secrecy record as a Word file, within the unit', async () => {
    const item = (await ask(await examined())).body;
    const answer = await house.as('feng-publisher').call(endpoints.exportApprovalSheet, at(item));
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } });
    const xml = partOf(Buffer.from(answer.body as unknown as Uint8Array), 'word/document.xml').replace(/<[^>]+>/g, '');
    for (const words of ['发布审批单', '防汛期间用工提示', item.revision.digest, '保密审查记录', SECRECY.conclusion, '吴初审', '第十九条', '冯发布', '应急发布', '汛情紧急，须立即告知。', '一校', '终审']) expect(xml).toContain(words);
    expect((await house.as('sun-operator').call(endpoints.exportApprovalSheet, at(item))).status).toBe(403);
  });
});

/** The text of one part of a zip file, found through its central directory. */
function partOf(zip: Buffer, name: string): string {
  for (let at = zip.readUInt32LE(zip.length - 6); zip.readUInt32LE(at) === 0x02014b50; at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)) {
    if (zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28)) !== name) continue;
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    return (zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8');
  }
  throw new Error(`no ${name} in the file`);
}

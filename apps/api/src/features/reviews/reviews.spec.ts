import { endpoints, GATES, type ContentView, type SaveContentRequest } from '@govmedia-hub/contracts';
import { closeDesks, openContent, proofreadContent, releaseDocument, SECRECY } from '../../../test/release-and-publish.js';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { PersonEntity } from '../organisations/organisation.entity.js';
import { newId } from '../../foundation/database/ids.js';

const POLICY = `云人社〔2025〕8号

云溪市灵活就业人员补贴办法

各镇人民政府：
第一条　为支持灵活就业，制定本办法。
第二条　灵活就业人员补贴标准为每人每月400元。
第三条　本办法自2025年3月1日起施行。

云溪市人力资源和社会保障局
2025年2月10日
（此件公开发布）
`;
const DAY = 86_400_000;

describe.each(databases)('the desks of a text on %s', (kind) => {
  let house: TestHouse;
  let documentId: string;
  beforeAll(async () => {
    house = await openTestHouse(kind);
    documentId = await releaseDocument(house, POLICY);
  });
  afterAll(() => house.close());

  const request = (answer = '补贴标准为每人每月400元。', more: Partial<SaveContentRequest> = {}): SaveContentRequest => ({
    kind: 'qa', title: '灵活就业补贴问答', topic: '就业创业', sources: [{ documentId, anchor: 'art-2' }], blocks: [{ type: 'qa', question: '灵活就业补贴每月多少钱？', alternatives: [], answer, documentId: null, anchor: null }], ...more,
  });
  const at = (item: { id: string }) => ({ id: item.id });
  const get = async (item: { id: string }, who = 'zhou-operator'): Promise<ContentView> => (await house.as(who).call(endpoints.getContent, { params: at(item) })).body;
  const submitted = async (answer?: string, priority?: 'urgent'): Promise<ContentView> => {
    const item = (await house.as('zhou-operator').call(endpoints.createContent, { body: request(answer) })).body;
    return (await house.as('zhou-operator').call(endpoints.submitContent, { params: at(item), body: { seenVersion: item.version, ...(priority ? { priority } : {}) } })).body;
  };
  const gate = (item: ContentView, name: (typeof GATES)[number], who = 'wu-reviewer', more: object = {}) =>
    house.as(who).call(endpoints.closeGate, { params: { ...at(item), gate: name }, body: { digest: item.revision.digest, verdict: 'passed', opinion: '通过', ...(name === 'secrecy' ? { secrecy: SECRECY } : {}), ...more } });
  const passGates = async (item: ContentView, who = 'wu-reviewer'): Promise<ContentView> => {
    for (const name of GATES) expect((await gate(item, name, who)).status).toBe(200);
    return get(item);
  };
  const review = (item: ContentView, step: 1 | 2 | 3, who: string, more: object = {}) => house.as(who).call(endpoints.reviewContent, { params: at(item), body: { digest: item.revision.digest, step, decision: 'approved', opinion: '同意', ...more } });
  const proof = (item: ContentView, step: 1 | 2 | 3, who: string, more: object = {}) => house.as(who).call(endpoints.proofreadContent, { params: at(item), body: { digest: item.revision.digest, step, decision: 'approved', opinion: '无误', ...more } });
  const edited = async (item: ContentView, answer: string, who = 'zhou-operator'): Promise<ContentView> => {
    const saved = (await house.as(who).call(endpoints.saveContent, { params: at(item), body: { ...request(answer), seenVersion: (await get(item)).version } })).body;
    return (await house.as('zhou-operator').call(endpoints.submitContent, { params: at(item), body: { seenVersion: saved.version } })).body;
  };
  const affirm = (item: ContentView, who: string) => house.as(who).call(endpoints.reaffirmContent, { params: at(item), body: { digest: item.revision.digest } });
  const delegate = (who: string, to: string, fromOn = '2026-11-23', toOn = '2026-11-30') => house.as(who).call(endpoints.createDelegation, { body: { toId: house.people[to]!, fromOn, toOn, reason: '外出开会' } });

  it('is not approved before three persons have proofread it, each naming digest and lexicon version', async () => {
    const item = await passGates(await submitted());
    expect(item).toMatchObject({ process: { version: '2' }, turn: '等待初审、一校' });
    for (const [index, who] of ['wu-reviewer', 'zheng-reviewer', 'wang-reviewer'].entries()) await review(item, (index + 1) as 1 | 2 | 3, who);
    expect(await get(item)).toMatchObject({ status: 'in_review', turn: '等待一校' });
    expect(await proof(item, 2, 'wu-reviewer')).toMatchObject({ status: 409, body: { code: 'reviews.step_out_of_order' } });
    expect(await proof(item, 1, 'qian-operator')).toMatchObject({ status: 200 });
    expect(await proof(item, 2, 'qian-operator')).toMatchObject({ status: 403, body: { code: 'reviews.same_person_twice' } });
    await proof(item, 2, 'wu-reviewer');
    const done = (await proof(item, 3, 'zheng-reviewer')).body;
    expect(done).toMatchObject({ status: 'approved', proofs: [{ byName: '钱采编' }, { byName: '吴初审' }, { byName: '郑复审' }] });
    expect(done.proofs.every((entry) => entry.digest === item.revision.digest && entry.lexiconVersion === item.revision.lexiconVersion)).toBe(true);
  });

  it('passes the secrecy gate only with its record: ground, conclusion, who and when', async () => {
    const item = await submitted();
    expect(await gate(item, 'secrecy', 'wu-reviewer', { secrecy: undefined })).toMatchObject({ status: 422, body: { code: 'reviews.secrecy_record_missing' } });
    expect(await gate(item, 'secrecy', 'wu-reviewer', { secrecy: { ground: 'because', conclusion: '可以' } })).toMatchObject({ status: 422, body: { code: 'reviews.secrecy_record_missing' } });
    expect((await get(item)).gates.every((state) => state.verdict === 'open')).toBe(true);
    expect((await gate(item, 'secrecy')).body.secrecyRecord).toMatchObject({ ...SECRECY, groundWords: expect.stringContaining('已主动公开的文件'), byName: '吴初审', at: '2026-11-23T02:00:00.000Z', digest: item.revision.digest });
  });

  it('sends a text back with canned reasons or own words, never without any', async () => {
    const item = await submitted();
    const back = (more: object) => gate(item, 'policy', 'wu-reviewer', { verdict: 'returned', opinion: ' ', ...more });
    expect(await back({})).toMatchObject({ status: 422, body: { code: 'reviews.reason_required' } });
    expect(await back({ reasons: ['layout'] })).toMatchObject({ status: 422, body: { code: 'reviews.reason_required' } });
    expect(await back({ reasons: ['number_differs'] })).toMatchObject({ status: 200, body: { status: 'returned' } });
    expect((await get(item)).gates.find((state) => state.gate === 'policy')).toMatchObject({ verdict: 'returned', reasons: ['数字、金额、比例与依据不一致'] });
  });

  it('lets each person affirm in one act what they approved, beside the text that they approved', async () => {
    const first = await passGates(await submitted());
    await review(first, 1, 'wu-reviewer');
    await proof(first, 1, 'zheng-reviewer');
    const second = await edited(first, '补贴标准为每人每月400元，可以网上申请。');
    expect(second.gates.every((state) => state.verdict === 'open')).toBe(true);
    expect(await affirm(second, 'wang-reviewer')).toMatchObject({ status: 409, body: { code: 'reviews.nothing_to_reaffirm' } });
    expect(await affirm(first, 'wu-reviewer')).toMatchObject({ status: 409, body: { code: 'reviews.digest_changed' } });
    const seen = (await get(second, 'wu-reviewer')).reaffirm!;
    expect(seen).toMatchObject({ revisionNumber: 1, held: [], desks: [...GATES.map((name) => ({ desk: `gate:${name}` })), { desk: 'review:1', name: '初审' }] });
    expect(seen.revisionId).toBe(first.revision.id);
    const after = (await affirm(second, 'wu-reviewer')).body;
    expect(after).toMatchObject({ status: 'in_review', reaffirm: null, secrecyRecord: { conclusion: SECRECY.conclusion, digest: second.revision.digest } });
    expect(after.gates.every((state) => state.verdict === 'passed' && state.digest === second.revision.digest)).toBe(true);
    expect(after.reviews[0]).toMatchObject({ decision: 'approved', byName: '吴初审', digest: second.revision.digest });
    expect(after.proofs[0]).toMatchObject({ decision: 'open' });
    expect((await get(second, 'zheng-reviewer')).reaffirm).toMatchObject({ desks: [{ desk: 'proof:1' }] });
    expect((await affirm(second, 'zheng-reviewer')).body.proofs[0]).toMatchObject({ decision: 'approved', byName: '郑复审' });
  });

  it('brings a text to approval when the last of all affirms before the gates', async () => {
    const item = (await house.as('zhou-operator').call(endpoints.createContent, { body: request() })).body;
    const first = await closeDesks(house, (await house.as('zhou-operator').call(endpoints.submitContent, { params: at(item), body: { seenVersion: item.version } })).body);
    const second = await edited(first, '补贴标准为每人每月400元。请按时申请。');
    expect((await affirm(second, 'wang-reviewer')).body).toMatchObject({ status: 'in_gates', reviews: [{ decision: 'open' }, { decision: 'open' }, { decision: 'approved' }] });
    await affirm(second, 'zheng-reviewer');
    expect((await affirm(second, 'wu-reviewer')).body.status).toBe('approved');
    expect((await house.trail(item.id)).filter((verb) => verb === 'contents.gate_closed')).toHaveLength(10);
  });

  it('does not let a reviewer who touched the text affirm, nor passes over new findings', async () => {
    const first = await passGates(await submitted(), 'qian-operator');
    const own = await edited(first, '补贴标准为每人每月400元，凭身份证申请。', 'qian-operator');
    expect((await get(own, 'qian-operator')).reaffirm).toBeNull();
    expect(await affirm(own, 'qian-operator')).toMatchObject({ status: 409, body: { code: 'reviews.nothing_to_reaffirm' } });
    const other = await passGates(await submitted());
    const wrong = await edited(other, '补贴标准为每人每月500元。');
    expect((await get(wrong, 'wu-reviewer')).reaffirm!.held).toEqual([{ desk: 'gate:policy', name: '政策关', why: expect.stringContaining('检查结果') }]);
    const after = (await affirm(wrong, 'wu-reviewer')).body;
    expect(after.gates.map((state) => [state.gate, state.verdict])).toEqual(GATES.map((name) => [name, name === 'policy' ? 'open' : 'passed']));
  });

  it('keeps a desk for the person who claimed it, until it is given back or four hours are over', async () => {
    const start = house.clock.now();
    const item = await passGates(await submitted());
    const claim = (who: string, desks?: ('review:1' | 'proof:1' | 'review:2')[]) => house.as(who).call(endpoints.claimDesks, { params: at(item), body: desks ? { desks } : {} });
    expect((await claim('zheng-reviewer')).body.claims).toMatchObject([{ desk: 'review:1', byName: '郑复审', until: '2026-11-23T06:00:00.000Z' }, { desk: 'proof:1', byName: '郑复审' }]);
    expect(await claim('wu-reviewer')).toMatchObject({ status: 409, body: { code: 'reviews.claimed_by_other' } });
    expect(await claim('wu-reviewer', ['review:2'])).toMatchObject({ status: 409, body: { code: 'reviews.step_out_of_order' } });
    expect(await review(item, 1, 'wu-reviewer')).toMatchObject({ status: 409, body: { code: 'reviews.claimed_by_other' } });
    expect((await get(item, 'wu-reviewer')).abilities).toMatchObject({ review: null, desks: [], claim: false });
    house.clock.advance(4 * 3_600_000);
    house.forgetSessions();
    expect((await review(item, 1, 'wu-reviewer')).status).toBe(200);
    expect((await claim('zheng-reviewer', ['proof:1'])).body.claims).toMatchObject([{ desk: 'proof:1' }]);
    expect((await house.as('zheng-reviewer').call(endpoints.releaseDesks, { params: at(item) })).body).toMatchObject({ claims: [], abilities: { claim: true } });
    expect((await proof(item, 1, 'wang-reviewer')).status).toBe(200);
    expect(await house.trail(item.id)).toEqual(expect.arrayContaining(['contents.desk_claimed', 'contents.desk_released']));
    house.clock.moveTo(start);
    house.forgetSessions();
  });

  it('puts pressing texts first with their last day, and keeps verdicts when a text becomes pressing', async () => {
    const calm = await submitted('补贴标准为每人每月400元，一般件。');
    const urgent = await submitted('补贴标准为每人每月400元，急件。', 'urgent');
    expect([calm.dueOn, urgent.dueOn]).toEqual(['2026-11-26', '2026-11-24']);
    const order = async () => (await house.as('wang-reviewer').call(endpoints.listContents, { query: { mine: 'desk', limit: 100 } })).body.items.map((entry) => entry.id);
    expect((await order())[0]).toBe(urgent.id);
    const again = await edited(urgent, '补贴标准为每人每月400元，急件，改过。');
    expect(again).toMatchObject({ priority: 'urgent', dueOn: '2026-11-24' });
    await gate(calm, 'law');
    const now = await get(calm, 'wu-reviewer');
    const raised = (await house.as('wu-reviewer').call(endpoints.setPriority, { params: at(calm), body: { priority: 'urgent', seenVersion: now.version } })).body;
    expect(raised).toMatchObject({ priority: 'urgent', dueOn: '2026-11-24', overdue: false });
    expect(raised.gates.find((state) => state.gate === 'law')).toMatchObject({ verdict: 'passed' });
    expect(await house.as('wu-reviewer').call(endpoints.setPriority, { params: at(calm), body: { priority: 'normal', seenVersion: now.version } })).toMatchObject({ status: 409, body: { code: 'contents.changed_meanwhile' } });
    const start = house.clock.now();
    house.clock.advance(2 * DAY);
    house.forgetSessions();
    expect((await get(urgent)).overdue).toBe(true);
    const late = (await house.as('chen-supervisor').call(endpoints.listContents, { query: { overdue: 'yes', limit: 100 } })).body.items.find((entry) => entry.id === urgent.id)!;
    expect(late.steps).toContainEqual({ desk: 'gate:law', name: '法律关', dueOn: '2026-11-24', overdue: true });
    const fresh = await submitted('补贴标准为每人每月400元，急。', 'urgent');
    expect(fresh.steps).toContainEqual({ desk: 'gate:law', name: '法律关', dueOn: '2026-11-26', overdue: false });
    expect((await order()).indexOf(urgent.id)).toBeLessThan((await order()).indexOf(fresh.id));
    expect((await house.as('chen-supervisor').call(endpoints.listContents, { query: { overdue: 'yes', limit: 100 } })).body.items.map((entry) => entry.id)).not.toContain(fresh.id);
    await passGates(fresh);
    house.clock.advance(2 * DAY);
    house.forgetSessions();
    expect((await get(fresh)).steps).toEqual([{ desk: 'review:1', name: '初审', dueOn: '2026-11-26', overdue: true }, { desk: 'proof:1', name: '一校', dueOn: '2026-11-26', overdue: true }]);
    house.clock.moveTo(start);
    house.forgetSessions();
  });

  it('shows a deputy beside the person for whom they act, and lets neither of the two act again', async () => {
    expect((await delegate('zheng-reviewer', 'wang-reviewer')).body[0]).toMatchObject({ fromName: '郑复审', toName: '王终审', status: 'live', mayRevoke: true });
    const item = await passGates(await submitted());
    expect((await get(item, 'wang-reviewer')).actingFor).toEqual([{ id: house.people['zheng-reviewer'], name: '郑复审' }]);
    expect(await review(item, 1, 'wu-reviewer', { onBehalfOfId: house.people['zheng-reviewer'] })).toMatchObject({ status: 403, body: { code: 'reviews.no_delegation' } });
    expect((await review(item, 1, 'wang-reviewer', { onBehalfOfId: house.people['zheng-reviewer'] })).body.reviews[0]).toMatchObject({ byName: '王终审', forName: '郑复审' });
    expect(await review(item, 2, 'zheng-reviewer')).toMatchObject({ status: 403, body: { code: 'reviews.same_person_twice' } });
    expect(await review(item, 2, 'wang-reviewer')).toMatchObject({ status: 403, body: { code: 'reviews.same_person_twice' } });
    expect((await review(item, 2, 'wu-reviewer')).status).toBe(200);
    const [event] = await house.database.dataSource.query(`select facts from events where subjectId = '${item.id}' and verb = 'contents.reviewed' order by id limit 1`);
    expect(JSON.parse(event.facts)).toMatchObject({ forId: house.people['zheng-reviewer'], step: 1 });
    const [live] = (await house.as('zheng-reviewer').call(endpoints.listDelegations)).body;
    expect((await house.as('wu-reviewer').call(endpoints.revokeDelegation, { params: at(live!) })).status).toBe(403);
    expect((await house.as('zheng-reviewer').call(endpoints.revokeDelegation, { params: at(live!) })).body[0]).toMatchObject({ status: 'revoked', revokedByName: '郑复审' });
    expect(await proof(item, 1, 'wang-reviewer', { onBehalfOfId: house.people['zheng-reviewer'] })).toMatchObject({ status: 403, body: { code: 'reviews.no_delegation' } });
    expect(await house.trail(live!.id)).toEqual(['delegations.given', 'delegations.revoked']);
  });

  it.each<[string, () => Promise<{ status: number; body: unknown }>]>([
    ['to somebody of another unit', () => delegate('wu-reviewer', 'li-reviewer')],
    ['to who is no reviewer', () => delegate('wu-reviewer', 'feng-publisher')],
    ['to oneself', () => delegate('wu-reviewer', 'wu-reviewer')],
    ['for days that are over', () => delegate('wu-reviewer', 'wang-reviewer', '2026-11-01', '2026-11-22')],
    ['for days in the wrong order', () => delegate('wu-reviewer', 'wang-reviewer', '2026-11-30', '2026-11-24')],
    ['for half a year', () => delegate('wu-reviewer', 'wang-reviewer', '2026-11-24', '2027-05-24')],
  ])('refuses a deputy %s', async (_what, ask) => {
    expect(await ask()).toMatchObject({ status: 422, body: { code: 'delegations.not_possible' } });
  });

  it('refuses a chain of deputies, and shows delegations to the unit and to who watches the city only', async () => {
    const [given] = (await delegate('wu-reviewer', 'qian-operator', '2026-12-01', '2026-12-05')).body;
    expect(await delegate('qian-operator', 'wang-reviewer', '2026-12-05', '2026-12-06')).toMatchObject({ status: 422 });
    expect(await delegate('zheng-reviewer', 'wu-reviewer', '2026-12-03', '2026-12-04')).toMatchObject({ status: 422 });
    const ids = async (who: string) => (await house.as(who).call(endpoints.listDelegations)).body.map((entry) => entry.id);
    expect(await ids('zheng-reviewer')).toContain(given!.id);
    expect(await ids('chen-supervisor')).toContain(given!.id);
    expect(await ids('li-reviewer')).not.toContain(given!.id);
    expect((await house.as('chen-supervisor').call(endpoints.revokeDelegation, { params: at(given!) })).status).toBe(200);
  });

  it('knows a person by who they are: not by the role, the name or the account they have now', async () => {
    const item = await passGates(await submitted());
    await review(item, 1, 'wu-reviewer');
    const id = house.people['wu-reviewer']!;
    const row = await house.database.read((db) => db.findOneByOrFail(PersonEntity, { id }));
    // The account is closed, and the same person gets another one under another username.
    const again = { ...row, id: newId(), username: 'wu-again' };
    await house.database.transaction(async (db) => { await db.insert(PersonEntity, again); await db.update(PersonEntity, { id }, { active: false }); });
    expect(await review(item, 2, 'wu-again')).toMatchObject({ status: 403, body: { code: 'reviews.same_person_twice' } });
    await house.database.transaction((db) => db.update(PersonEntity, { id }, { active: true, name: '吴改名', roles: ['reviewer', 'publisher'] }));
    house.forgetSessions();
    expect(await review(item, 2, 'wu-reviewer')).toMatchObject({ status: 403, body: { code: 'reviews.same_person_twice' } });
    await house.database.transaction(async (db) => { await db.update(PersonEntity, { id }, { name: row.name, roles: row.roles }); await db.delete(PersonEntity, { id: again.id }); });
    house.forgetSessions();
  });

  it('goes by the process that was in force when it was handed in', async () => {
    const start = house.clock.now();
    house.clock.moveTo(new Date('2025-12-30T02:00:00.000Z'));
    house.forgetSessions();
    const item = await submitted();
    house.clock.moveTo(start);
    house.forgetSessions();
    const passed = await passGates(item);
    expect(passed).toMatchObject({ process: { version: '1', name: '五关三审' }, proofs: [] });
    await review(passed, 1, 'wu-reviewer');
    await review(passed, 2, 'zheng-reviewer');
    expect((await review(passed, 3, 'wang-reviewer')).body.status).toBe('approved');
    expect(await proof(passed, 1, 'wu-reviewer')).toMatchObject({ status: 409 });
  });

  it('shows the canned reasons and the hours of a claim, each with source and first day', async () => {
    const rules = (await house.as('chen-supervisor').call(endpoints.getReviewRules)).body;
    for (const part of [rules.returnReasons, rules.secrecyGrounds, rules.claims]) expect(part).toMatchObject({ source: expect.stringMatching(/./), effectiveFrom: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) });
  });

  it('publishes nothing without a decided openness, and nothing that is not public', async () => {
    const decide = (item: ContentView, who: string, openness: string, ground: string) => house.as(who).call(endpoints.decideOpenness, { params: at(item), body: { openness, ground, seenVersion: item.version } as never });
    const publish = (item: ContentView) => house.as('feng-publisher').call(endpoints.publishContent, { params: at(item), body: { digest: item.revision.digest, seenVersion: item.version } });
    const passed = await passGates(await submitted());
    for (const [index, who] of ['wu-reviewer', 'zheng-reviewer', 'wang-reviewer'].entries()) await review(passed, (index + 1) as 1 | 2 | 3, who);
    let item = await proofreadContent(house, await get(passed));
    expect(item).toMatchObject({ status: 'approved', openness: null });
    expect(await publish(item)).toMatchObject({ status: 422, body: { code: 'contents.openness_missing' } });
    expect((await decide(item, 'zhou-operator', 'proactive', 'art19')).status).toBe(403);
    expect(await decide(item, 'feng-publisher', 'proactive', 'art16_internal')).toMatchObject({ status: 422, body: { code: 'contents.openness_ground_unknown' } });
    expect(await decide(item, 'feng-publisher', 'proactive', 'before_records')).toMatchObject({ status: 422 });
    for (const [openness, ground] of [['withheld', 'art14'], ['on_request', 'art27']] as const) {
      item = (await decide(item, 'wang-reviewer', openness, ground)).body;
      expect(item.openness).toMatchObject({ openness, ground, decidedByName: '王终审' });
      expect(await publish(item)).toMatchObject({ status: 422, body: { code: 'contents.not_public' } });
    }
    expect((await house.resident.call(endpoints.publicListPublications, { query: { limit: 100 } })).body.items.map((entry) => entry.title)).not.toContain(item.title);
    expect(JSON.stringify((await house.resident.call(endpoints.publicFeedJson)).body)).not.toContain('灵活就业补贴问答');
    expect((await house.resident.call(endpoints.publicSearch, { query: { q: '灵活就业补贴每月多少钱' } })).body.items.filter((entry) => JSON.stringify(entry).includes(item.id))).toEqual([]);
    item = await openContent(house, item);
    const live = (await publish(item)).body;
    expect(live.status).toBe('published');
    expect(await decide(live, 'feng-publisher', 'withheld', 'art14')).toMatchObject({ status: 409, body: { code: 'contents.still_public' } });
  });
});

import { endpoints, GATES, type ContentView, type DocumentDraftView, type SaveContentRequest } from '@govmedia-hub/contracts';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { openContent, proofreadContent, SECRECY } from '../../../test/release-and-publish.js';

const POLICY = `云人社〔2025〕8号

云溪市灵活就业人员补贴办法

各镇人民政府：
第一条　为支持灵活就业，制定本办法。
第二条　灵活就业人员补贴标准为每人每月400元。
第三条　申请人应当自登记之日起30日内提出申请，经办机构在10个工作日内作出决定。
第四条　本办法自2025年3月1日起施行，有效期至2027年2月28日。

云溪市人力资源和社会保障局
2025年2月10日
（此件公开发布）
`;
const GOOD_ANSWER = '补贴标准为每人每月400元，登记之日起30日内申请，10个工作日内作出决定。';
const REVIEWERS = ['wu-reviewer', 'zheng-reviewer', 'wang-reviewer'] as const;

describe.each(databases)('from a draft to the public on %s', (kind) => {
  let house: TestHouse;
  let documentId: string;
  beforeAll(async () => {
    house = await openTestHouse(kind);
    documentId = await release(POLICY);
  });
  afterAll(() => house.close());

  const release = async (content: string, openness = 'proactive'): Promise<string> => {
    const [row] = (await house.as('zhou-operator').upload(endpoints.importDocuments, [{ name: '办法.txt', content }])).body;
    const draft: DocumentDraftView = (await house.as('zhou-operator').call(endpoints.getDocument, { params: { id: row!.documentId! } })).body;
    const { version, title, docNumber, issuer, signedOn, publishedOn, effectiveOn, expiresOn } = draft;
    expect((await house.as('zhou-operator').call(endpoints.confirmDocument, { params: { id: draft.id }, body: { seenVersion: version, title, docNumber, issuer: issuer ?? '云溪市人力资源和社会保障局', signedOn, publishedOn, effectiveOn, expiresOn, openness, interpretation: { plan: { forms: ['qa'] } } } })).status).toBe(200);
    return draft.id;
  };
  const request = (answer = GOOD_ANSWER, more: Partial<SaveContentRequest> = {}): SaveContentRequest => ({
    kind: 'qa', title: '灵活就业补贴问答', topic: '就业创业', sources: [{ documentId, anchor: 'art-2' }],
    blocks: [{ type: 'qa', question: '灵活就业补贴每月多少钱？', alternatives: ['灵活就业能领多少'], answer, documentId: null, anchor: null }], ...more,
  });
  const create = async (answer?: string, more?: Partial<SaveContentRequest>): Promise<ContentView> => {
    const answered = await house.as('zhou-operator').call(endpoints.createContent, { body: request(answer, more) });
    expect(answered.status).toBe(201);
    return answered.body;
  };
  const get = async (id: string, who = 'zhou-operator'): Promise<ContentView> => (await house.as(who).call(endpoints.getContent, { params: { id } })).body;
  const submit = async (item: ContentView): Promise<ContentView> => (await house.as('zhou-operator').call(endpoints.submitContent, { params: { id: item.id }, body: { seenVersion: item.version } })).body;
  const passGates = async (item: ContentView): Promise<ContentView> => {
    for (const gate of GATES) {
      const answer = await house.as('wu-reviewer').call(endpoints.closeGate, { params: { id: item.id, gate }, body: { digest: item.revision.digest, verdict: 'passed', opinion: '核对无误', ...(gate === 'secrecy' ? { secrecy: SECRECY } : {}) } });
      expect({ gate, status: answer.status, body: answer.status === 200 ? null : answer.body }).toEqual({ gate, status: 200, body: null });
    }
    return get(item.id);
  };
  const review = (item: ContentView, step: 1 | 2 | 3, who: string, decision = 'approved') => house.as(who).call(endpoints.reviewContent, { params: { id: item.id }, body: { digest: item.revision.digest, step, decision, opinion: '同意' } });
  const approve = async (item: ContentView): Promise<ContentView> => {
    const passed = await passGates(await submit(item));
    for (const [index, who] of REVIEWERS.entries()) expect((await review(passed, (index + 1) as 1 | 2 | 3, who)).status).toBe(200);
    return openContent(house, await proofreadContent(house, await get(item.id)));
  };
  const publish = (item: ContentView, who = 'feng-publisher') => house.as(who).call(endpoints.publishContent, { params: { id: item.id }, body: { digest: item.revision.digest, seenVersion: item.version } });
  const save = (item: ContentView, answer: string, who = 'zhou-operator', more: Partial<SaveContentRequest> = {}) => house.as(who).call(endpoints.saveContent, { params: { id: item.id }, body: { ...request(answer, more), seenVersion: item.version } });

  it('publishes exactly the text that five gates, three reviewers and three proofreaders named, and shows it at once', async () => {
    const item = await approve(await create());
    expect(item).toMatchObject({ status: 'approved', turn: '等待发布', blocking: 0, openFindings: 0 });
    expect(item.gates.every((gate) => gate.verdict === 'passed' && gate.digest === item.revision.digest && gate.lexiconVersion === item.revision.lexiconVersion)).toBe(true);
    expect(item.reviews.map((entry) => [entry.decision, entry.byName])).toEqual([['approved', '吴初审'], ['approved', '郑复审'], ['approved', '王终审']]);
    expect(item.proofs.map((entry) => [entry.decision, entry.byName, entry.digest])).toEqual([['approved', '郑复审', item.revision.digest], ['approved', '王终审', item.revision.digest], ['approved', '吴初审', item.revision.digest]]);

    const published = await publish(item);
    expect(published).toMatchObject({ status: 200, body: { status: 'published', abilities: { publish: false, withdraw: true } } });
    const id = published.body.publicationId!;
    const open = await house.resident.call(endpoints.publicGetPublication, { params: { id } });
    expect(open.body).toMatchObject({ title: '灵活就业补贴问答', orgName: '云溪市人力资源和社会保障局', digest: item.revision.digest, reviewedOn: '2026-11-23', underReview: false, sources: [{ documentId, anchor: 'art-2', validity: 'in_force' }] });
    const questions = await house.resident.call(endpoints.publicListQuestions, { query: { documentId } });
    expect(questions.body.items[0]).toMatchObject({ publicationId: id, answer: GOOD_ANSWER, sources: [{ docNumber: '云人社〔2025〕8号', anchor: 'art-2' }] });
    expect((await house.resident.call(endpoints.publicGetQuestion, { params: { id: questions.body.items[0]!.id } })).body).toEqual(questions.body.items[0]);
    expect((await house.resident.call(endpoints.publicListPublications, { query: { documentId, kind: 'qa', q: '灵活' } })).body.items.map((entry) => entry.id)).toContain(id);
    expect(await house.trail(item.id)).toEqual(['contents.saved', 'contents.submitted', ...GATES.map(() => 'contents.gate_closed'), 'contents.reviewed', 'contents.reviewed', 'contents.reviewed', 'contents.proofread', 'contents.proofread', 'contents.proofread', 'contents.openness_decided', 'contents.published']);
  });

  it('shows an answer as under review from the midnight on which its basis ends', async () => {
    const item = await approve(await create('补贴标准为每人每月400元。'));
    const id = (await publish(item)).body.publicationId!;
    const before = new Date(house.clock.now());
    house.clock.moveTo(new Date('2027-02-28T15:59:00.000Z'));
    expect((await house.resident.call(endpoints.publicGetPublication, { params: { id } })).body.underReview).toBe(false);
    house.clock.moveTo(new Date('2027-02-28T16:00:00.000Z'));
    expect((await house.resident.call(endpoints.publicGetPublication, { params: { id } })).body).toMatchObject({ underReview: true, sources: [{ validity: 'expired' }] });
    house.clock.moveTo(before);
  });

  it('finds a number that the policy does not hold, and keeps the gate shut until it is dismissed or fixed', async () => {
    const item = await submit(await create('补贴标准为每人每月500元。'));
    const finding = item.findings.find((entry) => entry.gate === 'policy')!;
    expect(finding).toMatchObject({ severity: 'block', rule: 'policy.contradicts', text: '500元', suggestion: '400元', state: 'open' });
    expect(item.revision.text.slice(finding.start, finding.end)).toBe('500元');
    const close = (verdict: 'passed' | 'returned', digest = item.revision.digest) => house.as('wu-reviewer').call(endpoints.closeGate, { params: { id: item.id, gate: 'policy' }, body: { digest, verdict, opinion: '' } });
    expect(await close('passed')).toMatchObject({ status: 422, body: { code: 'reviews.open_findings' } });
    const decide = (who: string, decision: 'confirmed' | 'dismissed') => house.as(who).call(endpoints.decideFinding, { params: { id: item.id, findingId: finding.id }, body: { decision, reason: '与原文核对' } });
    expect(await decide('zhou-operator', 'dismissed')).toMatchObject({ status: 403, body: { code: 'reviews.own_text' } });
    expect((await decide('wu-reviewer', 'confirmed')).body).toMatchObject({ openFindings: 0, blocking: 1 });
    expect(await decide('zhou-operator', 'confirmed')).toMatchObject({ status: 409, body: { code: 'contents.finding_already_decided' } });
    expect(await close('passed')).toMatchObject({ status: 422, body: { code: 'reviews.open_findings' } });
    const fixed = await save(await get(item.id), GOOD_ANSWER);
    expect(fixed.body).toMatchObject({ status: 'draft', blocking: 0 });
    expect(fixed.body.findings.find((entry) => entry.id === finding.id)).toMatchObject({ state: 'fixed' });
    expect(await close('passed')).toMatchObject({ status: 409 });
  });

  it('carries a dismissal over when the same finding moves, with its reason', async () => {
    const item = await create(`${GOOD_ANSWER}全市已有460人受益。`);
    const finding = item.findings.find((entry) => entry.text === '460人')!;
    await house.as('wu-reviewer').call(endpoints.decideFinding, { params: { id: item.id, findingId: finding.id }, body: { decision: 'dismissed', reason: '统计月报数据' } });
    const moved = await save(await get(item.id), `请看：${GOOD_ANSWER}全市已有460人受益。`);
    expect(moved.body.findings.find((entry) => entry.id === finding.id)).toMatchObject({ state: 'dismissed', reason: '统计月报数据', decidedByName: '吴初审', start: finding.start + 3 });
  });

  it('keeps persons apart: no author at a gate, no author and nobody twice in the reviews, no step before its turn', async () => {
    const draft = await create();
    // qian-operator is a reviewer too, and writes one sentence.
    const joint = (await save(draft, `${GOOD_ANSWER}请准备身份证。`, 'qian-operator')).body;
    const item = await submit(joint);
    expect(item.authorIds).toEqual([house.people['zhou-operator'], house.people['qian-operator']]);
    const gate = (who: string) => house.as(who).call(endpoints.closeGate, { params: { id: item.id, gate: 'law' }, body: { digest: item.revision.digest, verdict: 'passed', opinion: '' } });
    expect(await gate('qian-operator')).toMatchObject({ status: 403, body: { code: 'reviews.own_text' } });
    expect(await gate('li-reviewer')).toMatchObject({ status: 403, body: { code: 'access.other_organisation' } });
    expect(await review(item, 1, 'wu-reviewer')).toMatchObject({ status: 409, body: { code: 'reviews.gates_open' } });
    const passed = await passGates(item);
    expect(await gate('zheng-reviewer')).toMatchObject({ status: 409 });
    expect(await review(passed, 1, 'qian-operator')).toMatchObject({ status: 403, body: { code: 'reviews.own_text' } });
    expect(await review(passed, 2, 'wu-reviewer')).toMatchObject({ status: 409, body: { code: 'reviews.step_out_of_order' } });
    expect((await review(passed, 1, 'wu-reviewer')).status).toBe(200);
    expect(await review(passed, 2, 'wu-reviewer')).toMatchObject({ status: 403, body: { code: 'reviews.same_person_twice', title: expect.stringContaining('三个不同的人') } });
    expect(await publish(await get(item.id))).toMatchObject({ status: 409, body: { code: 'publishing.not_approved' } });
    expect((await get(item.id, 'zheng-reviewer')).abilities).toMatchObject({ review: 2, closeGates: false });
    expect((await house.as('zheng-reviewer').call(endpoints.listContents, { query: { mine: 'desk' } })).body.items.map((entry) => entry.id)).toContain(item.id);
    await house.as('wu-reviewer').call(endpoints.proofreadContent, { params: { id: item.id }, body: { digest: item.revision.digest, step: 1, decision: 'approved', opinion: '无误' } });
    expect((await house.as('wu-reviewer').call(endpoints.listContents, { query: { mine: 'desk' } })).body.items.map((entry) => entry.id)).not.toContain(item.id);
  });

  it('re-opens all five gates and voids every review when one character changes, also back again', async () => {
    const approved = await approve(await create());
    const edited = (await save(approved, `${GOOD_ANSWER}。`.replace('。。', '！'))).body;
    expect(edited).toMatchObject({ status: 'draft', gates: GATES.map(() => ({ verdict: 'open' })), reviews: [{ decision: 'open' }, { decision: 'open' }, { decision: 'open' }], proofs: [{ decision: 'open' }, { decision: 'open' }, { decision: 'open' }] });
    expect(await publish(edited)).toMatchObject({ status: 409, body: { code: 'publishing.not_approved' } });
    const back = (await save(edited, GOOD_ANSWER)).body;
    expect(back.revision.digest).toBe(approved.revision.digest);
    expect(back.gates.every((gate) => gate.verdict === 'open')).toBe(true);
    expect(await publish(back)).toMatchObject({ status: 409, body: { code: 'publishing.not_approved' } });
    expect(await review(approved, 1, 'wu-reviewer')).toMatchObject({ status: 409 });
  });

  it('keeps verdicts when nothing readable changed', async () => {
    const approved = await approve(await create());
    const filed = await save(approved, GOOD_ANSWER, 'zhou-operator', { topic: '社会保险' });
    expect(filed.body).toMatchObject({ status: 'approved', topic: '社会保险', revision: { digest: approved.revision.digest } });
    expect((await publish(filed.body)).status).toBe(200);
  });

  it('sends a text back with an opinion, and asks everybody again when it returns', async () => {
    const item = await passGates(await submit(await create()));
    expect((await review(item, 1, 'wu-reviewer', 'returned')).body).toMatchObject({ status: 'returned', turn: '已退回，等待作者修改', reviews: [{ decision: 'returned', opinion: '同意' }, {}, {}] });
    const again = await submit(await get(item.id));
    expect(again).toMatchObject({ status: 'in_gates', gates: GATES.map(() => ({ verdict: 'open' })) });
  });

  it('publishes once when two publishers press at the same time, and never a text other than the one they saw', async () => {
    const item = await approve(await create());
    const answers = await Promise.all([publish(item), publish(item)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect((await house.trail(item.id)).filter((verb) => verb === 'contents.published')).toHaveLength(1);
    const other = await approve(await create());
    const refused = await house.as('feng-publisher').call(endpoints.publishContent, { params: { id: other.id }, body: { digest: item.revision.digest.replace(/^./, (c) => (c === '0' ? '1' : '0')), seenVersion: other.version } });
    expect(refused).toMatchObject({ status: 409, body: { code: 'publishing.digest_changed' } });
  });

  it('refuses to publish what was changed in the tables behind its back', async () => {
    const item = await approve(await create());
    await house.database.dataSource.query(`update content_revisions set title = 'x' where id = '${item.revision.id}'`);
    expect(await publish(item)).toMatchObject({ status: 409, body: { code: 'publishing.digest_changed' } });
  });

  it('withdraws at once with a reason: public page and both feeds show the notice, the question is gone', async () => {
    const item = await approve(await create('补贴标准为每人每月400元，请按时申请。'));
    const published = (await publish(item)).body;
    const params = { id: published.publicationId! };
    const question = (await house.resident.call(endpoints.publicListQuestions, { query: { documentId } })).body.items.find((entry) => entry.publicationId === params.id)!;
    const withdrawal = { params: { id: item.id }, body: { reason: '标准即将调整', seenVersion: published.version } };
    expect(await house.as('feng-publisher').call(endpoints.withdrawContent, { ...withdrawal, body: { ...withdrawal.body, seenVersion: 0 } })).toMatchObject({ status: 409, body: { code: 'contents.changed_meanwhile' } });
    expect((await house.as('chen-supervisor').call(endpoints.withdrawContent, withdrawal)).body).toMatchObject({ status: 'withdrawn', withdrawnReason: '标准即将调整' });
    expect((await house.resident.call(endpoints.publicGetPublication, { params })).body).toMatchObject({ status: 'withdrawn', withdrawnReason: '标准即将调整', blocks: [], sources: [] });
    expect((await house.resident.call(endpoints.publicGetQuestion, { params: { id: question.id } })).status).toBe(404);
    expect((await house.resident.call(endpoints.publicListPublications)).body.items.map((entry) => entry.id)).not.toContain(params.id);
    const json = (await house.resident.call(endpoints.publicFeedJson)).body as { version: string; items: { id: string; title: string; content_html: string }[] };
    expect(json.version).toMatch(/^https:\/\/jsonfeed\.org\/version\/1/);
    const entry = json.items.find((feedItem) => feedItem.id.endsWith(params.id))!;
    expect(entry.title).toBe('【已撤回】灵活就业补贴问答');
    expect(entry.content_html).toContain('标准即将调整');
    expect(entry.content_html).not.toContain('400元');
    const atom = await house.resident.call(endpoints.publicFeedAtom);
    expect(atom.headers['content-type']).toContain('application/atom+xml');
    expect(String(atom.body)).toContain('【已撤回】灵活就业补贴问答');
    expect(await house.as('feng-publisher').call(endpoints.withdrawContent, { params: { id: item.id }, body: { reason: '再撤', seenVersion: (await get(item.id)).version } })).toMatchObject({ status: 409, body: { code: 'publishing.move_not_allowed' } });
  });

  it('keeps both texts when two people edit at the same time', async () => {
    const draft = await create();
    const first = (await save(draft, `${GOOD_ANSWER}甲`)).body;
    const second = await save(draft, `${GOOD_ANSWER}乙`, 'qian-operator');
    expect(second).toMatchObject({ status: 409, body: { code: 'contents.changed_meanwhile', details: { version: first.version, current: { digest: first.revision.digest } } } });
    const revisions = (await house.as('zhou-operator').call(endpoints.listRevisions, { params: { id: draft.id } })).body;
    const copy = revisions.find((entry) => entry.id === (second.body as unknown as { details: { savedCopyRevisionId: string } }).details.savedCopyRevisionId)!;
    expect(copy).toMatchObject({ conflict: true, savedByName: '钱采编', text: expect.stringContaining('乙') });
    expect((await get(draft.id)).revision.text).toContain('甲');
    expect((await get(draft.id)).authorIds).toEqual([house.people['zhou-operator']]);
  });

  it('stores nothing of a text with a secrecy marking; the log holds the rule and no text', async () => {
    const refused = await house.as('zhou-operator').call(endpoints.createContent, { body: request('机密★10年 某项部署') });
    expect(refused).toMatchObject({ status: 422, body: { code: 'contents.secrecy_marking', details: { rule: 'secrecy.marking' } } });
    expect(JSON.stringify(refused.body)).not.toContain('某项部署');
    const stored = await house.database.dataSource.query(`select count(*) as n from content_revisions where text like '%某项部署%'`);
    expect(Number(stored[0].n)).toBe(0);
    const events = await house.database.dataSource.query(`select facts from events where verb = 'contents.secrecy_stopped'`);
    expect(events.map((row: { facts: string }) => row.facts).join()).toBe('{"rule":"secrecy.marking"}');
  });

  it('takes script and markup out of what is pasted', async () => {
    const item = await create(`<p onclick="x()">${GOOD_ANSWER}</p><script>alert(1)</script>`, { title: '<b>补贴</b>问答' });
    expect(item.revision).toMatchObject({ title: '补贴问答', blocks: [{ answer: GOOD_ANSWER }] });
    expect(JSON.stringify(item)).not.toMatch(/<\/?(?:script|p|b)\b|onclick/);
  });

  it('refuses blocks and fields that it does not know, sources that do not exist, and a Q&A without a source', async () => {
    const post = (body: unknown) => house.as('zhou-operator').call(endpoints.createContent, { body });
    expect(await post({ ...request(), blocks: [{ type: 'iframe', url: 'x' }] })).toMatchObject({ status: 400, body: { code: 'request.invalid', errors: [{ field: 'blocks.0.type', message: '不在可选范围内。' }] } });
    expect(await post({ ...request(), blocks: [{ type: 'paragraph', text: 'x', html: '<b>' }] })).toMatchObject({ status: 400, body: { errors: [{ field: 'blocks.0.html' }] } });
    expect(await post({ ...request(), approved: true })).toMatchObject({ status: 400, body: { errors: [{ field: 'approved' }] } });
    expect(await post({ ...request(), blocks: [{ type: 'paragraph', text: '长'.repeat(20_001) }] })).toMatchObject({ status: 400 });
    expect(await post({ ...request(), sources: [{ documentId: '00000000-0000-7000-8000-000000000000', anchor: null }] })).toMatchObject({ status: 422, body: { code: 'contents.source_not_found' } });
    expect(await post({ ...request(), sources: [{ documentId, anchor: 'art-99' }] })).toMatchObject({ status: 422, body: { code: 'contents.source_not_found' } });
    const unbound = await create('请带身份证。', { sources: [] });
    expect(await house.as('zhou-operator').call(endpoints.submitContent, { params: { id: unbound.id }, body: { seenVersion: unbound.version } })).toMatchObject({ status: 422, body: { code: 'contents.source_required' } });
  });

  it('warns of a text that rests on a document which is not public, and never publishes it', async () => {
    const closed = await release(POLICY.replace('8号', '9号').replace('（此件公开发布）', '（此件依申请公开）').replace('补贴办法', '内部管理办法'), 'on_request');
    const item = await create(GOOD_ANSWER, { sources: [{ documentId: closed, anchor: null }] });
    expect(item.findings.find((finding) => finding.rule === 'secrecy.source-not-public')).toMatchObject({ severity: 'warn', gate: 'secrecy' });
    const finding = item.findings.find((entry) => entry.rule === 'secrecy.source-not-public')!;
    await house.as('wu-reviewer').call(endpoints.decideFinding, { params: { id: item.id, findingId: finding.id }, body: { decision: 'dismissed', reason: '误判' } });
    const approved = await approve(await get(item.id));
    expect(await publish(approved)).toMatchObject({ status: 422, body: { code: 'contents.source_not_public' } });
  });

  it('keeps a published text public as it was while its next revision is in work', async () => {
    const item = await approve(await create());
    const published = (await publish(item)).body;
    const edited = (await save(published, '补贴标准为每人每月400元，可网上申请。')).body;
    expect(edited).toMatchObject({ status: 'draft', publicationId: published.publicationId, abilities: { withdraw: false } });
    expect((await house.resident.call(endpoints.publicGetPublication, { params: { id: published.publicationId! } })).body).toMatchObject({ digest: item.revision.digest });
    const next = (await publish(await approve(edited))).body;
    expect(next.publicationId).toBe(published.publicationId);
    expect((await house.resident.call(endpoints.publicGetPublication, { params: { id: published.publicationId! } })).body).toMatchObject({ digest: next.revision.digest });
  });

  it('is out of sight and out of reach for other units, and the supervisor sees it', async () => {
    const item = await create();
    expect((await house.as('sun-operator').call(endpoints.getContent, { params: { id: item.id } })).status).toBe(403);
    expect((await save(item, '改', 'sun-operator')).status).toBe(403);
    expect((await house.as('sun-operator').call(endpoints.listContents)).body.items.map((entry) => entry.id)).not.toContain(item.id);
    expect((await house.as('chen-supervisor').call(endpoints.listContents, { query: { q: '灵活就业', limit: 100 } })).body.items.map((entry) => entry.id)).toContain(item.id);
    expect((await get(item.id, 'chen-supervisor')).abilities).toEqual({ edit: false, submit: false, decideFindings: false, closeGates: false, review: null, proofread: null, desks: [], claim: false, release: false, setPriority: false, decideOpenness: false, classify: false, requestEmergency: false, decideEmergency: false, publish: false, withdraw: false });
  });

  it('screens a text that is not kept, against documents named by their numbers', async () => {
    const screen = (body: object) => house.as('zhou-operator').call(endpoints.screenText, { body });
    const answer = await screen({ text: '补贴标准为每人每月600元，请认真布署。', docNumbers: ['云人社[2025]8号'] });
    expect(answer.body.findings.map((finding) => [finding.rule, finding.severity, finding.text, finding.suggestion])).toEqual([['policy.contradicts', 'block', '600元', '400元'], ['text.confusable', 'warn', '布署', '部署']]);
    expect(await screen({ text: '文', docNumbers: ['云人社〔2099〕1号'] })).toMatchObject({ status: 422, body: { code: 'contents.source_not_found' } });
  });

  it('lists the rules it works with, each with version, source and dates', async () => {
    const sets = (await house.as('zhou-operator').call(endpoints.listRuleSets)).body;
    expect(new Set(sets.map((set) => set.id)).size).toBe(sets.length);
    expect(sets.map((set) => set.id)).toEqual(expect.arrayContaining(['screening.text.confusables', 'screening.politics.institutions', 'deadline.ticket.answer', 'knowledge.everyday-terms']));
    for (const set of sets) expect(set).toMatchObject({ version: expect.stringMatching(/./), source: expect.stringMatching(/./), effectiveFrom: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) });
  });
});

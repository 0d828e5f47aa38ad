import { endpoints, type FilingForm, type InspectionView } from '@govmedia-hub/contracts';
import ExcelJS from 'exceljs';
import { extractRawText } from 'mammoth';
import { databases, openTestHouse, type TestHouse } from '../../../test/open-test-house.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { FilingsService } from '../accounts/filings.service.js';
import { InspectionsService } from './inspections.service.js';

const POINT = '2026-11-23T01:00:00.000Z';
const daysBefore = (days: number): string => new Date(Date.parse(POINT) - days * 86_400_000).toISOString();

/** Files an account long ago and lets it publish and be tried. */
async function open(house: TestHouse, operator: 'zhou-operator' | 'sun-operator', changes: Partial<FilingForm>, posts: { title: string; text?: string; daysAgo: number }[]): Promise<string> {
  const filings = house.app.get(FilingsService);
  const accounts = house.app.get(AccountsService);
  const actor = house.actor(operator);
  const sponsor = operator === 'zhou-operator' ? '云溪市人力资源和社会保障局' : '云溪市民政局';
  const form: FilingForm = {
    accountName: '云溪人社', platform: 'wechat_official', accountType: '订阅号', platformAccountId: '', accountKind: 'publishing', homepageUrl: null, intro: '', openedOn: '2024-03-01', certSubject: sponsor, undertakingDept: '办公室', operationMode: 'self', operatorOrg: null,
    leaderInCharge: '分管领导', responsiblePerson: '办公室主任', responsiblePhone: '0480-8222601', interactionChannels: ['后台留言'], updateFrequency: '每周', reason: '公开政策', ...changes,
  };
  const draft = await filings.create(actor, { kind: 'opening', form });
  const { version } = await filings.submit(actor, draft.id, draft.version);
  const { accountId } = await filings.decide(house.actor('chen-supervisor'), draft.id, { seenVersion: version, decision: 'approve', opinion: '同意' });
  await house.database.transaction(async (db) => {
    await accounts.recordPosts(db, actor, accountId!, posts.map((post) => ({ title: post.title, text: post.text ?? '详见正文。', url: `https://mp.example.invalid/${accountId}/${post.daysAgo}`, publishedAt: daysBefore(post.daysAgo) })));
  });
  return accountId!;
}

describe.each(databases)('a round of inspection on %s', (kind) => {
  let house: TestHouse;
  let round: InspectionView;
  const ids: Record<'fresh' | 'silent' | 'edge' | 'wrong' | 'untried', string> = { fresh: '', silent: '', edge: '', wrong: '', untried: '' };
  beforeAll(async () => {
    house = await openTestHouse(kind);
    house.clock.moveTo(new Date('2026-06-01T02:00:00Z'));
    ids.fresh = await open(house, 'zhou-operator', {}, [{ title: '技能培训报名开始', daysAgo: 3 }]);
    ids.silent = await open(house, 'zhou-operator', { platform: 'weibo' }, [{ title: '招聘会预告', daysAgo: 16 }]);
    ids.edge = await open(house, 'sun-operator', { accountName: '云溪民政' }, [{ title: '高龄津贴发放', daysAgo: 14 }]);
    ids.wrong = await open(house, 'sun-operator', { accountName: '云溪民政', platform: 'douyin' }, [{ title: '推进会召开', text: '近日，柳河镇人民攻府召开推进会。', daysAgo: 2 }, { title: '旧闻', text: '青石镇人民攻府发布通知。', daysAgo: 200 }]);
    ids.untried = await open(house, 'sun-operator', { accountName: '云溪民政', platform: 'kuaishou' }, [{ title: '社区活动', daysAgo: 1 }]);
    house.clock.moveTo(new Date('2026-11-23T02:00:00.000Z'));
    house.forgetSessions();
    await house.database.transaction(async (db) => {
      for (const id of [ids.fresh, ids.silent, ids.edge, ids.wrong]) await house.app.get(AccountsService).recordObservation(db, house.actor('chu-inspector'), id, { kind: 'probe', subject: 'interaction', label: '后台留言', note: '留言当日得到答复', observedAt: daysBefore(5), ok: true });
    });
  });
  afterAll(() => house.close());
  const inspector = () => house.as('chu-inspector');
  const item = (id: string) => round.items.find((each) => each.accountId === id)!;
  const verdict = (id: string, code: string) => item(id).verdicts.find((each) => each.code === code)!;
  const decide = (verdictId: string, decision: 'confirmed' | 'dismissed', reason: string) => inspector().call(endpoints.decideVerdict, { params: { id: round.id, verdictId }, body: { decision, reason } });

  it('offers the national pack, labelled as the reconstruction it is', async () => {
    const [pack] = (await house.as('zhou-operator').call(endpoints.listIndicatorPacks)).body;
    expect(pack).toMatchObject({ id: 'gbmh-2019-19', source: '国办秘函〔2019〕19号', effectiveTo: null });
    expect(pack!.note).toContain('还原文本');
    expect(pack!.indicators).toHaveLength(10);
  });

  it('refuses a point in the future, a time that is none, and a pack that was not yet in effect', async () => {
    const start = (body: object) => inspector().call(endpoints.startInspection, { body: { packId: 'gbmh-2019-19', monitoringPointAt: POINT, ...body } });
    expect(await start({ monitoringPointAt: '2026-11-23T02:00:00.001Z' })).toMatchObject({ status: 422, body: { code: 'inspections.monitoring_point_in_future' } });
    expect((await start({ monitoringPointAt: 'tomorrow' })).status).toBe(400);
    expect(await start({ monitoringPointAt: '2019-03-01T00:00:00Z' })).toMatchObject({ status: 404, body: { code: 'inspections.pack_not_found' } });
  });

  it('judges every account at the monitoring point and fails none by machine', async () => {
    const answer = await inspector().call(endpoints.startInspection, { body: { packId: 'gbmh-2019-19', monitoringPointAt: POINT } });
    expect(answer).toMatchObject({ status: 201, body: { title: '2026年第四季度政务新媒体检查', accounts: 5, passed: 2, failed: 0, pending: 3, passRate: '100%', status: 'confirming' } });
    round = answer.body;
    expect(round.items.map((each) => each.verdicts.length)).toEqual([10, 10, 10, 10, 10]);
    expect(verdict(ids.silent, 'NM-V2.1')).toMatchObject({ outcome: 'suspected', reason: expect.stringContaining('距监测时间点16天，超过14天') });
    expect(verdict(ids.silent, 'NM-V2.1').evidence).toContainEqual(expect.objectContaining({ label: '最后更新', value: '招聘会预告', at: daysBefore(16) }));
    expect(verdict(ids.edge, 'NM-V2.1').outcome).toBe('clear');
    expect(verdict(ids.untried, 'NM-V3.1')).toMatchObject({ outcome: 'undecidable', reason: '备案了后台留言，近92天内没有实测记录，是否有效需人工体验' });
  });

  it('finds the serious wording of the period by screening, with the words and the post', () => {
    const found = verdict(ids.wrong, 'NM-V1.1');
    expect(found.outcome).toBe('suspected');
    expect(found.evidence[0]).toMatchObject({ value: '“人民攻府”（《推进会召开》）', at: daysBefore(2) });
    expect(found.evidence.some((each) => each.value.includes('旧闻'))).toBe(false);
    expect(verdict(ids.fresh, 'NM-V1.1').outcome).toBe('clear');
  });

  it('seals the facts and the verdicts into the event log and can be judged again by anybody', async () => {
    const [event] = (await house.as('jiang-auditor').call(endpoints.listEvents, { query: { subjectId: round.id } })).body.items;
    expect(event).toMatchObject({ verb: 'inspections.started', facts: { factsDigest: round.factsDigest, packVersion: '2019.1', accounts: 5 } });
    expect(await house.app.get(InspectionsService).replay(round.id)).toEqual({ sameFacts: true, sameVerdicts: true });
    const again = (await inspector().call(endpoints.startInspection, { body: { packId: 'gbmh-2019-19', monitoringPointAt: '2026-11-23T09:00:00+08:00', title: '复查' } })).body;
    expect(again.factsDigest).toBe(round.factsDigest);
    expect((await house.as('chen-supervisor').call(endpoints.listInspections)).body).toMatchObject({ total: 2, items: [{ title: '复查' }, { title: '2026年第四季度政务新媒体检查' }] });
  });

  it('cannot be settled while an account is pending', async () => {
    expect(await house.as('chen-supervisor').call(endpoints.closeInspection, { params: { id: round.id }, body: { seenVersion: round.version } })).toMatchObject({ status: 409, body: { code: 'inspections.move_not_allowed', detail: '还有3个账号待确认。' } });
  });

  it('fails an account only when an inspector confirms, and passes it when the hit is dismissed', async () => {
    const confirmed = await decide(verdict(ids.silent, 'NM-V2.1').id, 'confirmed', '经核实，账号自11月7日起未更新');
    expect(confirmed).toMatchObject({ status: 200, body: { failed: 1, pending: 2 } });
    round = confirmed.body;
    expect(item(ids.silent).result).toBe('fail');
    expect(verdict(ids.silent, 'NM-V2.1')).toMatchObject({ outcome: 'confirmed', decidedByName: '褚检查', decidedReason: '经核实，账号自11月7日起未更新' });
    round = (await decide(verdict(ids.wrong, 'NM-V1.1').id, 'dismissed', '引用的是群众来信原文')).body;
    expect(item(ids.wrong).result).toBe('pass');
    round = (await decide(verdict(ids.wrong, 'NM-V1.1').id, 'confirmed', '复核后属实：“人民攻府”')).body;
    expect(item(ids.wrong).result).toBe('fail');
    expect((await decide(verdict(ids.fresh, 'NM-V2.2').id, 'confirmed', '不适用的')).body).toMatchObject({ code: 'inspections.move_not_allowed', detail: '不适用的指标不需要确认。' });
    expect((await decide('00000000-0000-7000-8000-000000000000', 'confirmed', '没有这条')).body).toMatchObject({ code: 'inspections.item_not_found' });
    expect((await decide(verdict(ids.fresh, 'NM-V2.1').id, 'confirmed', '')).status).toBe(400);
    expect((await house.as('chen-supervisor').call(endpoints.decideVerdict, { params: { id: round.id, verdictId: verdict(ids.silent, 'NM-V2.1').id }, body: { decision: 'dismissed', reason: '说情' } })).status).toBe(403);
  });

  it('takes one decision on many verdicts, all of them or none', async () => {
    const decideMany = (verdictIds: string[]) => inspector().call(endpoints.decideVerdicts, { params: { id: round.id }, body: { verdictIds, decision: 'dismissed', reason: '逐一核实，未见问题' } });
    const [one, two] = [verdict(ids.fresh, 'NM-V1.1').id, verdict(ids.edge, 'NM-V1.1').id];
    const before = (await house.trail(round.id)).length;
    expect(await decideMany([one, verdict(ids.fresh, 'NM-V2.2').id])).toMatchObject({ status: 409, body: { code: 'inspections.move_not_allowed' } });
    expect(await decideMany([one, '00000000-0000-7000-8000-000000000000'])).toMatchObject({ status: 404 });
    expect((await decideMany([])).status).toBe(400);
    expect((await house.trail(round.id)).length).toBe(before);
    const decided = await decideMany([one, two, two]);
    expect(decided.status).toBe(200);
    expect(decided.body.items.flatMap((each) => each.verdicts).filter((each) => each.decidedReason === '逐一核实，未见问题').map((each) => each.id).sort()).toEqual([one, two].sort());
    expect((await house.trail(round.id)).slice(before)).toEqual(['inspections.verdict_decided', 'inspections.verdict_decided']);
  });

  it('says in a circular drawn too early that it is a draft', async () => {
    const answer = await inspector().call(endpoints.exportCircular, { params: { id: round.id } });
    const { value } = await extractRawText({ buffer: answer.body as unknown as Buffer });
    expect(value).toContain('（草稿：检查结果尚未审定，有1个账号待确认，不得印发）');
  });

  it('counts decisions made at the same moment', async () => {
    const open = ['NM-V1.1', 'NM-V1.4', 'NM-V3.1'].map((code) => verdict(ids.untried, code).id);
    const answers = await Promise.all(open.map((id) => decide(id, 'dismissed', '人工体验：私信半小时内回复')));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    round = (await inspector().call(endpoints.getInspection, { params: { id: round.id } })).body;
    expect(round).toMatchObject({ passed: 3, failed: 2, pending: 0, passRate: '60.00%', sentence: '本次检查2家单位的政务新媒体账号5个，合格3个，不合格2个，合格率60.00%。' });
  });

  it('is settled by the supervisor over the version that was seen, and then stands', async () => {
    const close = (seenVersion: number) => house.as('chen-supervisor').call(endpoints.closeInspection, { params: { id: round.id }, body: { seenVersion } });
    expect(await close(round.version - 1)).toMatchObject({ status: 409, body: { code: 'inspections.changed_meanwhile' } });
    expect(await close(round.version)).toMatchObject({ status: 200, body: { status: 'closed' } });
    expect((await decide(verdict(ids.silent, 'NM-V2.1').id, 'dismissed', '事后改判')).body).toMatchObject({ code: 'inspections.move_not_allowed' });
    expect(await house.trail(round.id)).toEqual(['inspections.started', ...Array<string>(8).fill('inspections.verdict_decided'), 'inspections.closed']);
    expect(await house.app.get(InspectionsService).replay(round.id)).toEqual({ sameFacts: true, sameVerdicts: true });
  });

  it('exports a workbook whose sheets read back as the round stands', async () => {
    const answer = await inspector().call(endpoints.exportInspection, { params: { id: round.id } });
    expect(answer.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('2026年第四季度政务新媒体检查结果.xlsx')}`);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(answer.body as unknown as ArrayBuffer);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['检查结果', '检查明细', '分平台统计', '说明']);
    const rows = (name: string): unknown[][] => { const all: unknown[][] = []; workbook.getWorksheet(name)!.eachRow((row) => all.push((row.values as unknown[]).slice(1))); return all; };
    expect(rows('检查结果')).toHaveLength(6);
    expect(rows('检查结果')[2]).toEqual([2, '云溪人社', '新浪微博', '云溪市人力资源和社会保障局', '不合格', '监测时间点前2周内无更新', '']);
    expect(rows('检查明细')).toHaveLength(51);
    expect(rows('分平台统计')[1]).toEqual(['微信公众号', 2, 2, 0, 0, '100%']);
    expect(rows('说明').map((row) => row[0])).toContain('事实摘要（SHA-256）');
  });

  it('writes the circular: the figures, the named problems, the day by which to report', async () => {
    const answer = await inspector().call(endpoints.exportCircular, { params: { id: round.id } });
    const { value } = await extractRawText({ buffer: answer.body as unknown as Buffer });
    const lines = value.split('\n').filter(Boolean);
    expect(lines[0]).toBe('关于2026年第四季度政务新媒体检查情况的通报');
    expect(lines).toContain('本次检查2家单位的政务新媒体账号5个，合格3个，不合格2个，合格率60.00%。');
    expect(lines).toContain('（一）出现严重表述错误');
    expect(lines).toContain('“云溪民政”（抖音，云溪市民政局）：复核后属实：“人民攻府”。');
    expect(lines).toContain('“云溪人社”（新浪微博，云溪市人力资源和社会保障局）：经核实，账号自11月7日起未更新。');
    expect(value).toContain('并于2026年12月3日前将整改情况书面报送云溪市人民政府办公室');
    expect(lines).toContain('2026年11月23日');
    expect(value).not.toContain('草稿');
  });
});

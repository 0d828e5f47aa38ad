import fc from 'fast-check';
import { accountResult, decidedOutcome } from './account-results.js';
import { canonicalFacts, type AccountFacts, type InspectedAccount, type PostFacts } from './facts.js';
import { CHECK_IDS, findPack, packProblems, type IndicatorPack } from './indicators.js';
import type { Verdict } from './judgements.js';
import { INDICATOR_PACKS, NATIONAL_PACK } from './packs/national-2019-19.js';
import { judgeAccount, judgeRound, statusOn } from './verdicts.js';

const POINT = '2026-03-31T01:00:00.000Z';
const before = (days: number, ms = 0): string => new Date(Date.parse(POINT) - days * 86_400_000 - ms).toISOString();

const account = (changes: Partial<InspectedAccount> = {}): InspectedAccount => ({
  id: 'a1', name: '云溪人社', platform: 'wechat_official', kind: 'publishing', status: 'active', sponsorName: '云溪市人力资源和社会保障局', level: '市级部门',
  openedOn: '2020-05-01', closingNoticeFrom: null, closedOn: null, cancelledOn: null, interactionChannels: ['后台留言'], ...changes,
});
const post = (publishedAt: string | null, changes: Partial<PostFacts> = {}): PostFacts => ({ id: 'p1', title: '技能培训报名开始', url: 'https://example.invalid/p1', publishedAt, text: '报名条件见正文。', ...changes });
const facts = (changes: Partial<AccountFacts> = {}): AccountFacts => ({
  account: account(), posts: [post(before(3))], collectedThrough: null, screening: { lexiconVersion: '2026.1', findings: [] }, incidents: [], complaints: [],
  probes: [{ target: 'interaction', label: '后台留言', url: null, at: before(5), ok: true, note: '当日回复' }], ...changes,
});
const judge = (given: AccountFacts, pack: IndicatorPack = NATIONAL_PACK, periodFrom: string | null = null): Map<string, Verdict> =>
  new Map(judgeAccount(given, pack, { monitoringPointAt: POINT, periodFrom }).map((verdict) => [verdict.code, verdict]));

describe('the national pack', () => {
  it('holds the ten veto indicators with source and how sure each is', () => {
    expect(NATIONAL_PACK.indicators.map((each) => each.code)).toEqual(['NM-V1.1', 'NM-V1.2', 'NM-V1.3', 'NM-V1.4', 'NM-V1.5', 'NM-V1.6', 'NM-V2.1', 'NM-V2.2', 'NM-V3.1', 'NM-V3.2']);
    expect(NATIONAL_PACK.indicators.filter((each) => each.confidence !== 'found').map((each) => each.code)).toEqual(['NM-V1.4', 'NM-V1.5', 'NM-V1.6', 'NM-V2.2']);
    expect(NATIONAL_PACK).toMatchObject({ source: '国办秘函〔2019〕19号', readOnly: true, effectiveFrom: '2019-04-01', effectiveTo: null });
    expect(NATIONAL_PACK.note).toContain('还原文本');
    expect(packProblems(NATIONAL_PACK)).toEqual([]);
  });

  it('is not yet in effect before it was issued', () => {
    expect(findPack(INDICATOR_PACKS, 'gbmh-2019-19', '2019-03-31')).toBeNull();
    expect(findPack(INDICATOR_PACKS, 'gbmh-2019-19', '2026-03-31')?.version).toBe('2019.1');
  });
});

describe('no update within two weeks', () => {
  it('exactly 14 times 24 hours still counts as updated, one millisecond more does not', () => {
    expect(judge(facts({ posts: [post(before(14))] })).get('NM-V2.1')!.outcome).toBe('clear');
    const late = judge(facts({ posts: [post(before(14, 1))] })).get('NM-V2.1')!;
    expect(late.outcome).toBe('suspected');
    expect(late.reason).toBe('最后更新于2026年3月17日8时59分，距监测时间点14天，超过14天');
    expect(late.evidence).toContainEqual({ label: '最后更新', value: '技能培训报名开始', url: 'https://example.invalid/p1', at: before(14, 1) });
  });

  it('agrees with plain arithmetic for any silence', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40 * 86_400_000 }), (silence) => {
      expect(judge(facts({ posts: [post(before(0, silence))] })).get('NM-V2.1')!.outcome).toBe(silence > 14 * 86_400_000 ? 'suspected' : 'clear');
    }));
  });

  it('a post without a date counts as not updated, and so does one after the monitoring point', () => {
    const undated = judge(facts({ posts: [post(null), post(before(20), { id: 'p2' })] })).get('NM-V2.1')!;
    expect(undated.outcome).toBe('suspected');
    expect(undated.evidence.map((each) => each.value)).toContain('1篇，按未更新计');
    expect(judge(facts({ posts: [post(null)] })).get('NM-V2.1')!.reason).toContain('没有一篇内容标明发布日期');
    expect(judge(facts({ posts: [post(before(-1)), post(before(15), { id: 'p2' })] })).get('NM-V2.1')!.outcome).toBe('suspected');
  });

  it('cannot be decided without post data, or with data that ends before the point', () => {
    expect(judge(facts({ posts: null })).get('NM-V2.1')).toMatchObject({ outcome: 'undecidable', reason: '没有该账号的发布数据，需人工打开账号核对最后更新时间' });
    expect(judge(facts({ posts: [post(before(15))], collectedThrough: before(2) })).get('NM-V2.1')!.outcome).toBe('undecidable');
    expect(judge(facts({ posts: [post(before(10))], collectedThrough: before(2) })).get('NM-V2.1')!.outcome).toBe('clear');
  });

  it('is not asked of a service account, nor of one younger than 14 days', () => {
    expect(judge(facts({ account: account({ kind: 'service' }), posts: [] })).get('NM-V2.1')).toMatchObject({ outcome: 'not_applicable', reason: '服务类账号不适用本项指标' });
    expect(judge(facts({ account: account({ openedOn: '2026-03-18' }), posts: [] })).get('NM-V2.1')).toMatchObject({ outcome: 'not_applicable', reason: '该账号2026年3月18日开设，至监测时间点不满14天' });
    expect(judge(facts({ account: account({ openedOn: '2026-03-17' }), posts: [] })).get('NM-V2.1')!.outcome).toBe('suspected');
  });
});

describe('a closing notice', () => {
  it('leaves only the serious problems to be checked', () => {
    const verdicts = judge(facts({ account: account({ status: 'closing_notice', closingNoticeFrom: '2026-03-20' }), posts: [] }));
    expect([...verdicts.values()].filter((each) => each.outcome === 'not_applicable').map((each) => each.code)).toEqual(['NM-V2.1', 'NM-V2.2', 'NM-V3.1', 'NM-V3.2']);
    expect(verdicts.get('NM-V1.1')!.outcome).toBe('clear');
    expect(verdicts.get('NM-V2.1')!.reason).toBe('该账号自2026年3月20日起处于关停公告期，只检查安全、泄密事故等严重问题');
  });

  it('that began after the monitoring point changes nothing', () => {
    expect(statusOn(account({ status: 'closing_notice', closingNoticeFrom: '2026-04-01' }), '2026-03-31')).toBe('active');
    expect(judge(facts({ account: account({ status: 'closed', closingNoticeFrom: '2026-04-01', closedOn: '2026-04-20' }), posts: [post(before(20))] })).get('NM-V2.1')!.outcome).toBe('suspected');
  });

  it('an account opened after the point or cancelled before it is not judged at all', () => {
    for (const changes of [{ openedOn: '2026-04-01' }, { status: 'cancelled' as const, cancelledOn: '2026-01-01' }]) {
      expect(new Set([...judge(facts({ account: account(changes) })).values()].map((each) => each.outcome))).toEqual(new Set(['not_applicable']));
    }
  });
});

describe('content', () => {
  const finding = { postId: 'p1', gate: 'politics', rule: 'institution-name', severity: 'block', text: '人民攻府', message: '机构名称有误' };
  it('a serious wording finding is a suspicion with the words, the post and its address', () => {
    const verdict = judge(facts({ screening: { lexiconVersion: '2026.1', findings: [finding, { ...finding, severity: 'note' }, { ...finding, gate: 'text' }] } })).get('NM-V1.1')!;
    expect(verdict).toMatchObject({ outcome: 'suspected', reason: '机器在1篇内容中发现1处疑似严重表述错误，是否属实由检查人员确认' });
    expect(verdict.evidence).toEqual([{ label: '机构名称有误', value: '“人民攻府”（《技能培训报名开始》）', url: 'https://example.invalid/p1', at: before(3) }]);
  });

  it('a secrecy marking counts towards leaking secrets, an unmasked number does not', () => {
    const marked = (rule: string) => judge(facts({ screening: { lexiconVersion: '2026.1', findings: [{ ...finding, gate: 'secrecy', rule, text: '机密★10年', message: '涉密标志' }] } })).get('NM-V1.2')!.outcome;
    expect([marked('secrecy.marking'), marked('secrecy.mobile')]).toEqual(['suspected', 'clear']);
  });

  it('outside the inspected period it does not count, without a date it does', () => {
    const screening = { lexiconVersion: '2026.1', findings: [finding] };
    expect(judge(facts({ screening, posts: [post(before(3)), post(before(100), { id: 'p1' })].slice(1) }), NATIONAL_PACK, '2026-01-01').get('NM-V1.1')!.outcome).toBe('clear');
    expect(judge(facts({ screening, posts: [post(null)] }), NATIONAL_PACK, '2026-01-01').get('NM-V1.1')!.outcome).toBe('suspected');
  });

  it('that nobody screened is undecidable', () => {
    expect(judge(facts({ screening: null })).get('NM-V1.1')).toMatchObject({ outcome: 'undecidable', reason: '该账号的内容尚未经机器筛查，需人工查看' });
    expect(judge(facts({ incidents: null })).get('NM-V1.6')!.outcome).toBe('undecidable');
    expect(judge(facts({ complaints: null })).get('NM-V3.2')!.outcome).toBe('undecidable');
  });

  it('an attack handled in time is no hit, one not handled is', () => {
    const attack = { id: 'i1', kind: 'attack', at: before(10), text: '菜单链接被篡改', handledInTime: true };
    expect(judge(facts({ incidents: [attack] })).get('NM-V1.4')).toMatchObject({ outcome: 'clear', reason: '检查期内登记安全攻击1件，均已及时处置' });
    expect(judge(facts({ incidents: [{ ...attack, handledInTime: false }] })).get('NM-V1.4')!.outcome).toBe('suspected');
  });

  it('a date set back behind a look that did not see the post is suspected', () => {
    const verdict = judge(facts({ posts: [post(before(10), { absentAt: before(2) })] })).get('NM-V1.5')!;
    expect(verdict.outcome).toBe('suspected');
    expect(verdict.evidence[0]!.label).toBe('标注日期早于实际出现时间');
    expect(judge(facts({ posts: [post(before(2), { absentAt: before(3) })] })).get('NM-V1.5')!.outcome).toBe('clear');
    expect(judge(facts({ account: account({ openedOn: '2026-03-01' }), posts: [post(before(60))] })).get('NM-V1.5')!.evidence[0]!.label).toBe('标注日期早于账号开设');
  });
});

describe('interaction and availability', () => {
  it('no filed channel is suspected, a filed but never tried one is undecidable, a tried one is clear', () => {
    expect(judge(facts({ account: account({ interactionChannels: [] }), probes: [] })).get('NM-V3.1')!.outcome).toBe('suspected');
    expect(judge(facts({ probes: [] })).get('NM-V3.1')).toMatchObject({ outcome: 'undecidable', reason: '备案了后台留言，近92天内没有实测记录，是否有效需人工体验' });
    expect(judge(facts()).get('NM-V3.1')!.outcome).toBe('clear');
    expect(judge(facts({ probes: [{ target: 'interaction', label: '后台留言', url: null, at: before(1), ok: false, note: '留言关闭' }] })).get('NM-V3.1')!.outcome).toBe('suspected');
  });

  it('an app is judged by its newest trial before the point', () => {
    const app = account({ platform: 'app', kind: 'service' });
    const probe = (days: number, ok: boolean) => ({ target: 'download', label: '应用商店下载', url: null, at: before(days), ok, note: ok ? '可下载' : '已下架' });
    expect(judge(facts({ account: app, probes: [] })).get('NM-V2.2')!.outcome).toBe('undecidable');
    expect(judge(facts({ account: app, probes: [probe(9, false), probe(2, true)] })).get('NM-V2.2')!.outcome).toBe('clear');
    expect(judge(facts({ account: app, probes: [probe(9, true), probe(2, false), probe(-1, true)] })).get('NM-V2.2')!.outcome).toBe('suspected');
    expect(judge(facts({ account: app, probes: [probe(30, true)] })).get('NM-V2.2')!.outcome).toBe('undecidable');
    expect(judge(facts()).get('NM-V2.2')!.outcome).toBe('not_applicable');
  });
});

it('a check that is not on the closed list is undecidable, whatever its parameters say', () => {
  const pack: IndicatorPack = { ...NATIONAL_PACK, id: 'x', readOnly: false, indicators: [{ ...NATIONAL_PACK.indicators[0]!, check: 'constructor', params: { expr: '1 > 0' } }] };
  expect(judge(facts(), pack).get('NM-V1.1')).toMatchObject({ outcome: 'undecidable', reason: '系统不认识检查方法“constructor”，需人工判定' });
  expect(packProblems(pack)[0]).toContain('系统不认识');
  expect(CHECK_IDS).not.toContain('constructor');
});

it('an indicator without its parameter is undecidable', () => {
  const pack: IndicatorPack = { ...NATIONAL_PACK, indicators: NATIONAL_PACK.indicators.map((each) => ({ ...each, params: {} })) };
  expect(judge(facts(), pack).get('NM-V2.1')).toMatchObject({ outcome: 'undecidable', reason: '指标缺少参数“maxSilentDays”，需人工判定' });
});

describe('the result of an account', () => {
  const verdict = (outcome: Verdict['outcome'], code = 'NM-V2.1', kind: Verdict['kind'] = 'veto') => ({ code, kind, outcome });
  it('fails only with a confirmed hit', () => {
    expect(accountResult([verdict('suspected')])).toBe('pending');
    expect(accountResult([verdict('suspected')], [{ code: 'NM-V2.1', decision: 'confirmed' }])).toBe('fail');
    expect(accountResult([verdict('suspected'), verdict('undecidable', 'NM-V3.1')], [{ code: 'NM-V2.1', decision: 'confirmed' }])).toBe('fail');
  });

  it('passes only when every hit is dismissed and nothing is left undecided', () => {
    expect(accountResult([verdict('clear'), verdict('not_applicable', 'NM-V2.2')])).toBe('pass');
    expect(accountResult([verdict('suspected')], [{ code: 'NM-V2.1', decision: 'dismissed' }])).toBe('pass');
    expect(accountResult([verdict('suspected'), verdict('undecidable', 'NM-V3.1')], [{ code: 'NM-V2.1', decision: 'dismissed' }])).toBe('pending');
    expect(accountResult([verdict('undecidable')], [{ code: 'NM-V2.1', decision: 'dismissed' }])).toBe('pass');
  });

  it('takes the last word of a person, also about what the machine did not see, and never about what does not apply', () => {
    expect(accountResult([verdict('suspected')], [{ code: 'NM-V2.1', decision: 'confirmed' }, { code: 'NM-V2.1', decision: 'dismissed' }])).toBe('pass');
    expect(accountResult([verdict('clear')], [{ code: 'NM-V2.1', decision: 'confirmed' }])).toBe('fail');
    expect(decidedOutcome(verdict('not_applicable'), [{ code: 'NM-V2.1', decision: 'confirmed' }])).toBe('not_applicable');
    expect(decidedOutcome({ ...verdict('suspected'), accountId: 'a1' }, [{ accountId: 'a2', code: 'NM-V2.1', decision: 'confirmed' }])).toBe('suspected');
  });

  it('is not failed by a deduction', () => {
    expect(accountResult([verdict('suspected', 'LOCAL-1', 'deduction')], [{ code: 'LOCAL-1', decision: 'confirmed' }])).toBe('pass');
  });

  it('never fails by machine alone', () => {
    const outcome = fc.constantFrom<Verdict['outcome']>('clear', 'suspected', 'undecidable', 'not_applicable');
    fc.assert(fc.property(fc.array(outcome, { maxLength: 10 }), (outcomes) => {
      expect(accountResult(outcomes.map((each, at) => verdict(each, `c${at}`)))).not.toBe('fail');
    }));
  });
});

describe('the canonical text of the facts', () => {
  const round = (accounts: AccountFacts[]) => ({ monitoringPointAt: POINT, periodFrom: null, accounts });
  it('is the same in whatever order and time zone the facts were read', () => {
    const a = facts({ posts: [post(before(3)), post('2026-03-20T08:00:00+08:00', { id: 'p2' })] });
    const b = facts({ account: account({ id: 'a2' }) });
    const turned: AccountFacts = { complaints: a.complaints, probes: a.probes, incidents: a.incidents, screening: a.screening, collectedThrough: null, posts: [post('2026-03-20T00:00:00Z', { id: 'p2', absentAt: undefined }), post(before(3))], account: a.account };
    expect(canonicalFacts(round([b, turned]))).toBe(canonicalFacts(round([a, b])));
  });

  it('changes with any fact', () => {
    expect(canonicalFacts(round([facts({ posts: [post(before(3), { title: '技能培训报名结束' })] })]))).not.toBe(canonicalFacts(round([facts()])));
    expect(canonicalFacts(round([facts({ posts: null })]))).not.toBe(canonicalFacts(round([facts({ posts: [] })])));
  });

  it('judged twice gives the same verdicts', () => {
    const given = round([facts(), facts({ account: account({ id: 'a2' }), posts: [] })]);
    expect(judgeRound(given, NATIONAL_PACK)).toEqual(judgeRound(JSON.parse(canonicalFacts(given)), NATIONAL_PACK));
    expect(judgeRound(given, NATIONAL_PACK)).toHaveLength(20);
  });
});

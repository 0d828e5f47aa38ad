import fc from 'fast-check';
import { creditCodeCheck, creditCodeProblem } from './credit-codes.js';
import { canSubmit, checkFiling, type FilingCheckId, type FilingContext, type FilingStatement } from './filing-checks.js';

const sponsor = { id: 'o1', name: '云溪市人力资源和社会保障局', creditCode: '11980481MY92061720', level: 'bureau' };
const statement = (changes: Partial<FilingStatement> = {}): FilingStatement => ({
  kind: 'opening', accountId: null, accountName: '云溪人社', platform: 'wechat_official', accountKind: 'mixed', openedOn: null, certSubject: '云溪市人力资源和社会保障局', operationMode: 'self', operatorOrg: null,
  leaderInCharge: '分管副局长', responsiblePerson: '办公室主任', responsiblePhone: '0480-8222601', interactionChannels: ['后台留言'], reason: '公开就业和社保政策', ...changes,
});
const context = (changes: Partial<FilingContext> = {}): FilingContext => ({ on: '2026-03-31', sponsor, liveAccounts: [], account: null, ...changes });
const live = (changes: object = {}) => ({ id: 'a9', name: '云溪人社通', platform: 'wechat_official', platformName: '微信公众号', sponsorOrgId: 'o1', sponsorName: '云溪市人力资源和社会保障局', ...changes });
const outcome = (check: FilingCheckId, given: FilingStatement, around: FilingContext = context()) => checkFiling(given, around).find((each) => each.check === check);

describe('an opening', () => {
  it('that is in order has nothing against it', () => {
    const checks = checkFiling(statement(), context());
    expect(checks.filter((each) => each.outcome !== 'ok')).toEqual([]);
    expect(canSubmit(checks)).toBe(true);
  });

  it('of a second live account on the same platform is blocked, unless a decision allows it', () => {
    expect(outcome('one_account_per_platform', statement(), context({ liveAccounts: [live()] }))).toEqual({ check: 'one_account_per_platform', outcome: 'block', message: '本单位在微信公众号已有在用账号“云溪人社通”，一个单位原则上在同一平台只开设一个账号' });
    expect(outcome('one_account_per_platform', statement(), context({ liveAccounts: [live()], exceptionBasis: '云政办〔2025〕31号' }))!.outcome).toBe('warn');
    expect(outcome('one_account_per_platform', statement({ platform: 'weibo' }), context({ liveAccounts: [live()] }))!.outcome).toBe('ok');
    expect(outcome('one_account_per_platform', statement(), context({ liveAccounts: [live({ sponsorOrgId: 'o2' })] }))!.outcome).toBe('ok');
  });

  it('certified for somebody else is blocked', () => {
    expect(outcome('cert_subject', statement({ certSubject: '云溪某某传媒有限公司' }))).toMatchObject({ outcome: 'block' });
    expect(outcome('cert_subject', statement({ certSubject: ' 云溪市人力资源和社会保障局' }))!.outcome).toBe('ok');
  });

  it('under the name of another account on the platform is blocked, under a similar one it warns', () => {
    const other = live({ sponsorOrgId: 'o2', sponsorName: '云溪市公安局', name: '云溪公安' });
    expect(outcome('name_unique', statement({ accountName: '雲溪公安' }), context({ liveAccounts: [other] }))).toMatchObject({ outcome: 'block', message: '微信公众号已有“云溪公安”（云溪市公安局）' });
    expect(outcome('name_look_alike', statement({ accountName: '云溪公按' }), context({ liveAccounts: [other] }))).toMatchObject({ outcome: 'warn', message: '与云溪市公安局的“云溪公安”（微信公众号）容易混淆：“按”与“安”读音相同' });
  });

  it.each([
    ['云', 'block'], ['云溪市人力资源和社会保障局就业创业社保服务一号窗口', 'block'], ['中国云溪', 'block'], ['云溪人社🎉', 'block'], ['云溪\u200b人社', 'block'],
    ['云溪官方人社', 'warn'], ['云溪招聘大赛', 'warn'], ['云溪人社就业科', 'warn'], ['云溪市政府办公室', 'ok'], ['城南街道办事处', 'ok'], ['云溪人社', 'ok'],
  ])('named %s is judged %s', (name, expected) => {
    expect(outcome('name_rule', statement({ accountName: name }))!.outcome).toBe(expected);
  });

  it('reported later than five working days after opening warns, in working days', () => {
    expect(outcome('filed_in_time', statement({ openedOn: '2026-03-24' }))!.outcome).toBe('ok');
    expect(outcome('filed_in_time', statement({ openedOn: '2026-03-20' }))).toMatchObject({ outcome: 'warn', message: '应于2026年3月27日前报备，已晚2个工作日' });
    expect(outcome('opened_on', statement({ openedOn: '2026-04-01' }))!.outcome).toBe('block');
    expect(outcome('opened_on', statement({ openedOn: '2026-02-30' }))!.outcome).toBe('block');
  });

  it('needs people, an operator when contracted, and a phone that can be one', () => {
    expect(outcome('responsible_person', statement({ responsiblePerson: ' ', leaderInCharge: '' }))).toMatchObject({ outcome: 'block', message: '缺少分管领导、责任人' });
    expect(outcome('responsible_person', statement({ responsiblePhone: '12345' }))!.outcome).toBe('block');
    expect(outcome('operator', statement({ operationMode: 'contracted' }))!.outcome).toBe('block');
    expect(outcome('reason', statement({ reason: '' }))!.outcome).toBe('block');
  });

  it('without interaction or with a town building its own mini-program warns', () => {
    expect(outcome('interaction', statement({ interactionChannels: [] }))!.outcome).toBe('warn');
    expect(outcome('app_level', statement({ platform: 'wechat_mini_program' }), context({ sponsor: { ...sponsor, level: 'township' } }))).toMatchObject({ outcome: 'warn', message: '县级以下单位原则上不得开发移动应用和小程序（国办函〔2026〕12号）' });
  });
});

describe('a change or a closing', () => {
  const own = { ...live({ id: 'a1', name: '云溪人社' }), statement: statement() };
  it('is about an account of the own unit', () => {
    expect(checkFiling(statement({ kind: 'change', accountId: 'a1' }), context())).toEqual([{ check: 'account_exists', outcome: 'block', message: '没有找到要变更或关停的账号' }]);
    expect(outcome('account_exists', statement({ kind: 'closing', accountId: 'a1' }), context({ account: { ...own, sponsorOrgId: 'o2', sponsorName: '云溪市公安局' } }))!.outcome).toBe('block');
  });

  it('of cancellation warns until the public notice has run its time', () => {
    const cancelling = statement({ kind: 'cancellation', accountId: 'a1' });
    const noticed = (noticeUntil: string | null) => outcome('notice_period', cancelling, context({ account: { ...own, noticeUntil } }));
    expect(noticed(null)!.outcome).toBe('warn');
    expect(noticed('2026-04-10')).toMatchObject({ outcome: 'warn', message: '关停公告期到2026年4月10日止，尚未届满' });
    expect(noticed('2026-03-30')!.outcome).toBe('ok');
  });

  it('does not stumble over the account itself', () => {
    const checks = checkFiling(statement({ kind: 'change', accountId: 'a1', responsiblePhone: '0480-8222602' }), context({ account: own, liveAccounts: [live({ id: 'a1', name: '云溪人社' })] }));
    expect(checks.filter((each) => each.outcome !== 'ok')).toEqual([]);
    expect(outcome('something_changes', statement({ kind: 'change', accountId: 'a1' }), context({ account: own }))!.outcome).toBe('warn');
  });
});

describe('a unified social credit code', () => {
  it('passes with its check character and says what is wrong without', () => {
    expect(creditCodeProblem('11980481MY92061720')).toBeNull();
    expect(creditCodeProblem('11980481MY92061721')).toBe('统一社会信用代码校验位不符，请核对是否抄错');
    expect(creditCodeProblem('11980481MY9206172')).toBe('统一社会信用代码应为18位，现为17位');
    expect(creditCodeProblem('11980481MI92061720')).toBe('统一社会信用代码中不会出现“I”');
  });

  it('catches every single wrong character and every swap of neighbours', () => {
    const chars = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    const body = fc.tuple(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 }), fc.array(fc.constantFrom(...chars), { minLength: 9, maxLength: 9 })).map(([head, tail]) => head.join('') + tail.join(''));
    fc.assert(fc.property(body, fc.nat(17), fc.constantFrom(...chars), (first17, at, other) => {
      const code = first17 + creditCodeCheck(first17);
      expect(creditCodeProblem(code)).toBeNull();
      if (code[at] !== other) expect(creditCodeProblem(code.slice(0, at) + other + code.slice(at + 1))).not.toBeNull();
      if (at < 17 && code[at] !== code[at + 1]) expect(creditCodeProblem(code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2))).not.toBeNull();
    }));
  });
});

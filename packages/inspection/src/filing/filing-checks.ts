import { addWorkingDays, chineseDate, isCivilDate, workingDaysBetween, type WorkCalendar } from '@govmedia-hub/working-days';
import { findLookAlikes } from '../names/look-alikes.js';
import { nameKey } from '../names/name-keys.js';
import { creditCodeProblem } from './credit-codes.js';
import { FILING_RULES, type FilingRules } from './filing-rules.js';

export const FILING_CHECKS = [
  'name_rule', 'name_unique', 'name_look_alike', 'one_account_per_platform', 'credit_code', 'cert_subject', 'responsible_person', 'operator', 'interaction', 'opened_on', 'filed_in_time', 'app_level', 'account_exists', 'something_changes', 'notice_period', 'reason',
] as const;
export type FilingCheckId = (typeof FILING_CHECKS)[number];

export interface FilingCheck {
  check: FilingCheckId;
  /** 'block' stops a submission, 'warn' is shown to the supervisor, 'ok' says what was looked at. */
  outcome: 'ok' | 'warn' | 'block';
  message: string;
}

/** The parts of a filing form that are checked. */
export interface FilingStatement {
  kind: 'opening' | 'change' | 'closing' | 'cancellation';
  accountId: string | null;
  accountName: string;
  platform: string;
  accountKind: string;
  openedOn: string | null;
  certSubject: string;
  operationMode: 'self' | 'contracted';
  operatorOrg: string | null;
  leaderInCharge: string;
  responsiblePerson: string;
  responsiblePhone: string;
  interactionChannels: readonly string[];
  reason: string;
}

export interface LiveAccount {
  id: string;
  name: string;
  platform: string;
  platformName: string;
  sponsorOrgId: string;
  sponsorName: string;
}

export interface FilingContext {
  /** Civil date of the check. */
  on: string;
  sponsor: { id: string; name: string; creditCode: string | null; level: string };
  /** Accounts that are live (active or in their closing notice), of every sponsor. */
  liveAccounts: readonly LiveAccount[];
  /** The account that a change, closing or cancellation is about, whatever its status. */
  account: (LiveAccount & { statement: FilingStatement | null; /** Last day of its public closing notice; null when none was given. */ noticeUntil?: string | null }) | null;
  /** 文号 or record of a decision that allows a second account on the platform. */
  exceptionBasis?: string | null;
  calendar?: WorkCalendar;
  rules?: FilingRules;
}

const ok = (check: FilingCheckId, message: string): FilingCheck => ({ check, outcome: 'ok', message });
const warn = (check: FilingCheckId, message: string): FilingCheck => ({ check, outcome: 'warn', message });
const block = (check: FilingCheckId, message: string): FilingCheck => ({ check, outcome: 'block', message });

/** Name rules of 国办发〔2018〕123号: short, standard, tied to the unit, no campaign. */
function nameRule(name: string, rules: FilingRules): FilingCheck {
  const { minChars, maxChars, reserved, claims, campaigns, internalBodies, properEndings } = rules.name;
  const key = nameKey(name);
  const length = [...key].length;
  if (length < minChars || length > maxChars) return block('name_rule', `账号名称应为${minChars}至${maxChars}个字，现为${length}个字`);
  if (/\p{Extended_Pictographic}|\p{C}/u.test(name)) return block('name_rule', '账号名称中有表情、不可见或异形字符');
  const taken = reserved.find((word) => key.startsWith(word));
  if (taken !== undefined) return block('name_rule', `名称不得以“${taken}”开头`);
  const claim = claims.find((word) => key.includes(word));
  if (claim !== undefined) return warn('name_rule', `名称含“${claim}”，一般应直接使用单位名称或职能名称`);
  const campaign = campaigns.find((word) => key.includes(word));
  if (campaign !== undefined) return warn('name_rule', `名称含“${campaign}”，不得为单项活动开设账号`);
  const inner = properEndings.some((word) => key.endsWith(word)) ? undefined : internalBodies.find((word) => key.endsWith(word));
  if (inner !== undefined) return warn('name_rule', `名称以“${inner}”结尾，请确认不是以内设机构名义开设`);
  return ok('name_rule', '名称长度和用词符合要求');
}

function names(statement: FilingStatement, context: FilingContext): FilingCheck[] {
  const others = context.liveAccounts.filter((account) => account.id !== statement.accountId);
  const same = others.find((account) => account.platform === statement.platform && nameKey(account.name) === nameKey(statement.accountName));
  const checks = [same ? block('name_unique', `${same.platformName}已有“${same.name}”（${same.sponsorName}）`) : ok('name_unique', '同一平台没有重名账号')];
  const foreign = others.filter((account) => account.sponsorOrgId !== context.sponsor.id && account !== same);
  const found = findLookAlikes(statement.accountName, foreign);
  const like = found.exact[0] ?? found.near[0];
  if (like) {
    const account = foreign.find((each) => each.id === like.id)!;
    checks.push(warn('name_look_alike', `与${account.sponsorName}的“${like.name}”（${account.platformName}）容易混淆：${like.reason}`));
  } else checks.push(ok('name_look_alike', '与其他单位的账号名称不易混淆'));
  return checks;
}

function onePerPlatform(statement: FilingStatement, context: FilingContext, rules: FilingRules): FilingCheck {
  const own = context.liveAccounts.filter((account) => account.sponsorOrgId === context.sponsor.id && account.platform === statement.platform && account.id !== statement.accountId);
  if (own.length < rules.accountsPerPlatform) return ok('one_account_per_platform', '本单位在该平台没有其他在用账号');
  const held = `本单位在${own[0]!.platformName}已有在用账号“${own[0]!.name}”`;
  if (context.exceptionBasis) return warn('one_account_per_platform', `${held}，依据${context.exceptionBasis}例外开设`);
  return block('one_account_per_platform', `${held}，一个单位原则上在同一平台只开设一个账号`);
}

function opened(statement: FilingStatement, context: FilingContext, rules: FilingRules): FilingCheck[] {
  const { openedOn } = statement;
  if (openedOn === null) return [ok('opened_on', '尚未开设，同意后再开设')];
  if (!isCivilDate(openedOn)) return [block('opened_on', '开设日期不是有效日期')];
  if (openedOn > context.on) return [block('opened_on', `开设日期${chineseDate(openedOn)}晚于今天`)];
  const checks = [ok('opened_on', `${chineseDate(openedOn)}开设`)];
  if (statement.kind !== 'opening') return checks;
  const due = addWorkingDays(openedOn, rules.fileWithinWorkingDays, context.calendar);
  if (context.on <= due) checks.push(ok('filed_in_time', `在开设后${rules.fileWithinWorkingDays}个工作日内报备`));
  else checks.push(warn('filed_in_time', `应于${chineseDate(due)}前报备，已晚${workingDaysBetween(due, context.on, context.calendar)}个工作日`));
  return checks;
}

function people(statement: FilingStatement): FilingCheck[] {
  const checks: FilingCheck[] = [];
  const absent = [statement.leaderInCharge.trim() === '' ? '分管领导' : '', statement.responsiblePerson.trim() === '' ? '责任人' : '', statement.responsiblePhone.trim() === '' ? '联系电话' : ''].filter(Boolean);
  if (absent.length > 0) checks.push(block('responsible_person', `缺少${absent.join('、')}`));
  else if (!/^(?:1\d{10}|0\d{2,3}-?\d{7,8}(?:-\d{1,6})?|\d{7,8})$/u.test(statement.responsiblePhone.trim())) checks.push(block('responsible_person', '联系电话不像手机或固定电话号码'));
  else checks.push(ok('responsible_person', '分管领导、责任人和联系电话齐全'));
  if (statement.operationMode === 'contracted' && (statement.operatorOrg ?? '').trim() === '') checks.push(block('operator', '委托运维应写明运维单位'));
  else checks.push(ok('operator', statement.operationMode === 'contracted' ? `委托${statement.operatorOrg}运维，内容责任仍在主办单位` : '自行运维'));
  return checks;
}

/** Everything a machine can check of a filing before a supervisor reads it. Only 'block' stops the submission. */
export function checkFiling(statement: FilingStatement, context: FilingContext): FilingCheck[] {
  const rules = context.rules ?? FILING_RULES;
  const { sponsor } = context;
  const checks: FilingCheck[] = [];
  if (statement.kind !== 'opening') {
    if (context.account === null) return [block('account_exists', '没有找到要变更或关停的账号')];
    if (context.account.sponsorOrgId !== sponsor.id) return [block('account_exists', `“${context.account.name}”由${context.account.sponsorName}主办，应由其报备`)];
    checks.push(ok('account_exists', `本单位账号“${context.account.name}”`));
  }
  if (statement.reason.trim() === '') checks.push(block('reason', '没有写明理由'));
  else checks.push(ok('reason', '已写明理由'));
  if (statement.kind === 'closing' || statement.kind === 'cancellation') {
    checks.push(...people(statement));
    if (statement.kind === 'cancellation') {
      const until = context.account?.noticeUntil ?? null;
      if (until === null) checks.push(warn('notice_period', '没有关停报备和公告记录，注销前应先向社会公告'));
      else checks.push(context.on <= until ? warn('notice_period', `关停公告期到${chineseDate(until)}止，尚未届满`) : ok('notice_period', '关停公告期已满'));
    }
    return checks;
  }

  checks.push(nameRule(statement.accountName, rules), ...names(statement, context), onePerPlatform(statement, context, rules));
  const code = sponsor.creditCode === null ? '没有登记主办单位的统一社会信用代码' : creditCodeProblem(sponsor.creditCode);
  checks.push(code === null ? ok('credit_code', '主办单位统一社会信用代码校验通过') : warn('credit_code', code));
  checks.push(
    nameKey(statement.certSubject) === nameKey(sponsor.name)
      ? ok('cert_subject', '认证主体与主办单位一致')
      : block('cert_subject', `认证主体“${statement.certSubject}”应与主办单位全称“${sponsor.name}”一致`),
  );
  checks.push(...people(statement));
  checks.push(statement.interactionChannels.some((channel) => channel.trim() !== '') ? ok('interaction', `互动方式：${statement.interactionChannels.join('、')}`) : warn('interaction', '没有互动方式，检查时将被列为“未提供有效互动功能”的疑点'));
  checks.push(...opened(statement, context, rules));
  if (rules.noAppsAt.platforms.includes(statement.platform) && rules.noAppsAt.levels.includes(sponsor.level)) {
    checks.push(warn('app_level', `县级以下单位原则上不得开发移动应用和小程序（${rules.noAppsAt.source}）`));
  }
  if (statement.kind === 'change' && context.account?.statement) {
    const before = context.account.statement;
    const watched = ['accountName', 'platform', 'accountKind', 'certSubject', 'operationMode', 'operatorOrg', 'leaderInCharge', 'responsiblePerson', 'responsiblePhone', 'openedOn'] as const;
    const changed = watched.some((field) => before[field] !== statement[field]) || before.interactionChannels.join('\n') !== statement.interactionChannels.join('\n');
    checks.push(changed ? ok('something_changes', '与现有备案信息有差异') : warn('something_changes', '主要信息与现有备案一致，请确认变更了什么'));
  }
  return checks;
}

/** True when nothing stops the submission. */
export function canSubmit(checks: readonly FilingCheck[]): boolean {
  return checks.every((check) => check.outcome !== 'block');
}

import { chineseDate, shanghaiDate } from '@govmedia-hub/working-days';
import { CHECKS } from './checks/index.js';
import { ACCOUNT_KIND_TEXT, type AccountFacts, type AccountStatus, type InspectedAccount, type InspectionFacts } from './facts.js';
import type { Indicator, IndicatorPack } from './indicators.js';
import { DAY_MS, openedAtMs, timeText } from './instants.js';
import type { Verdict } from './judgements.js';

/** The status the account had on a civil date: notices and closings that came later do not count yet. */
export function statusOn(account: Pick<InspectedAccount, 'status' | 'closingNoticeFrom' | 'closedOn' | 'cancelledOn'>, on: string): AccountStatus {
  const has = (date: string | null, status: AccountStatus): boolean => (date !== null ? date <= on : account.status === status);
  if (has(account.cancelledOn, 'cancelled')) return 'cancelled';
  if (has(account.closedOn, 'closed')) return 'closed';
  if (has(account.closingNoticeFrom, 'closing_notice')) return 'closing_notice';
  return 'active';
}

/** Why an indicator is not asked of an account, or null when it is. */
function exemption(indicator: Indicator, account: InspectedAccount, pointAt: string, pointMs: number): string | null {
  const pointOn = shanghaiDate(pointAt);
  const { anyOf, statuses, minAgeDays } = indicator.appliesTo;
  if (account.openedOn !== null && openedAtMs(account.openedOn) > pointMs) return `监测时间点（${timeText(pointAt)}）时该账号尚未开设`;
  const status = statusOn(account, pointOn);
  if (!statuses.includes(status)) {
    if (status === 'closing_notice') return `该账号自${chineseDate(account.closingNoticeFrom ?? pointOn)}起处于关停公告期，只检查安全、泄密事故等严重问题`;
    return status === 'cancelled' ? '监测时间点时该账号已注销' : '监测时间点时该账号已关停';
  }
  const matches = anyOf.some((each) => (each.kinds === undefined || each.kinds.includes(account.kind)) && (each.platforms === undefined || each.platforms.includes(account.platform)));
  if (anyOf.length > 0 && !matches) return `${ACCOUNT_KIND_TEXT[account.kind]}账号不适用本项指标`;
  if (minAgeDays > 0 && account.openedOn !== null && pointMs - openedAtMs(account.openedOn) < minAgeDays * DAY_MS) return `该账号${chineseDate(account.openedOn)}开设，至监测时间点不满${minAgeDays}天`;
  return null;
}

/** Judges one account against every indicator of a pack, in the order of the pack. */
export function judgeAccount(facts: AccountFacts, pack: IndicatorPack, point: { monitoringPointAt: string; periodFrom?: string | null }): Verdict[] {
  const pointMs = Date.parse(point.monitoringPointAt);
  if (!Number.isFinite(pointMs)) throw new RangeError(`not an instant: ${point.monitoringPointAt}`);
  const pointAt = new Date(pointMs).toISOString();
  const periodMs = point.periodFrom ? openedAtMs(point.periodFrom) : -Infinity;
  return pack.indicators.map((indicator) => {
    const base = { accountId: facts.account.id, code: indicator.code, name: indicator.name, kind: indicator.kind };
    const why = exemption(indicator, facts.account, pointAt, pointMs);
    if (why !== null) return { ...base, outcome: 'not_applicable', reason: why, evidence: [] };
    const check = CHECKS.get(indicator.check);
    if (!check) return { ...base, outcome: 'undecidable', reason: `系统不认识检查方法“${indicator.check}”，需人工判定`, evidence: [] };
    const judged = check({ facts, pointAt, pointMs, periodMs, indicator });
    return { ...base, outcome: judged.outcome, reason: judged.reason, evidence: judged.evidence ?? [] };
  });
}

/** Judges a whole round: every account x every indicator. */
export function judgeRound(facts: InspectionFacts, pack: IndicatorPack): Verdict[] {
  return facts.accounts.flatMap((account) => judgeAccount(account, pack, facts));
}

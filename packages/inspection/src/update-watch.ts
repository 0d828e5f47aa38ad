import type { AccountKind, AccountStatus } from './facts.js';
import { DAY_MS, openedAtMs, spanText, timeText } from './instants.js';

export type WarningLevel = 'none' | 'early' | 'urgent' | 'overdue';

/** Days of 24 hours without an update from which each warning holds. */
export interface WarningThresholds {
  id: string;
  version: string;
  source: string;
  effectiveFrom: string;
  effectiveTo: string | null;
  earlyDays: number;
  urgentDays: number;
  /** Silence longer than this is the veto of NM-V2.1; exactly this long is not. */
  limitDays: number;
}

export const UPDATE_WARNING_THRESHOLDS: WarningThresholds = {
  id: 'update-warning',
  version: '1',
  source: '每周更新要求和10天预警为地方做法；14天依据国办秘函〔2019〕19号',
  effectiveFrom: '2019-04-01',
  effectiveTo: null,
  earlyDays: 7,
  urgentDays: 10,
  limitDays: 14,
};

export interface UpdateWarning {
  level: WarningLevel;
  /** Whole days without an update; null when nothing is known or the account is not watched. */
  silentDays: number | null;
  /** The instant after which the account would fail; null when not watched. */
  limitAt: string | null;
  text: string;
}

/** How long an account has been silent at an instant, and how loudly to say so. Counted from the last post, else from opening. */
export function updateWarning(
  account: { kind: AccountKind; status: AccountStatus; openedOn: string | null; lastPostAt: string | null },
  at: string,
  thresholds: WarningThresholds = UPDATE_WARNING_THRESHOLDS,
): UpdateWarning {
  const unwatched = (text: string): UpdateWarning => ({ level: 'none', silentDays: null, limitAt: null, text });
  if (account.status !== 'active') return unwatched('已进入关停程序，不再预警更新');
  if (account.kind === 'service') return unwatched('服务类账号不检查内容更新');
  const since = account.lastPostAt !== null ? Date.parse(account.lastPostAt) : account.openedOn !== null ? openedAtMs(account.openedOn) : NaN;
  if (!Number.isFinite(since)) return unwatched('没有发布数据，无法计算更新间隔');
  const silent = Math.max(0, Date.parse(at) - since);
  const silentDays = Math.floor(silent / DAY_MS);
  const limitAt = new Date(since + thresholds.limitDays * DAY_MS).toISOString();
  const from = account.lastPostAt !== null ? '未更新' : '开设后未发布内容';
  if (silent > thresholds.limitDays * DAY_MS) return { level: 'overdue', silentDays, limitAt, text: `已${spanText(silent)}${from}，超过${thresholds.limitDays}天` };
  const level = silentDays >= thresholds.urgentDays ? 'urgent' : silentDays >= thresholds.earlyDays ? 'early' : 'none';
  if (level === 'none') return { level, silentDays, limitAt, text: silentDays > 0 ? `${silentDays}天${from}` : account.lastPostAt !== null ? '24小时内有更新' : '刚开设，尚未发布内容' };
  return { level, silentDays, limitAt, text: `已${silentDays}天${from}，请于${timeText(limitAt)}前更新` };
}

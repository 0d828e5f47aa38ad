import type { AccountResult } from './account-results.js';
import { percentage } from './percentages.js';

export interface CountedAccount {
  result: AccountResult;
  platform: string;
  level: string;
}

export interface Tally {
  accounts: number;
  passed: number;
  failed: number;
  pending: number;
  /** Of the decided accounts, '95.77%'; null while nothing is decided. */
  passRate: string | null;
}

export interface RoundSummary extends Tally {
  byPlatform: (Tally & { platform: string })[];
  byLevel: (Tally & { level: string })[];
  /** '16.4%' when the round is a sample of a larger register, else null. */
  samplingRatio: string | null;
  /** The result in one sentence, as a circular begins. */
  sentence: string;
}

/** Counts results; the rate is of the accounts already decided. */
export function tally(accounts: readonly Pick<CountedAccount, 'result'>[], decimals = 2): Tally {
  const count = (result: AccountResult): number => accounts.filter((account) => account.result === result).length;
  const [passed, failed, pending] = [count('pass'), count('fail'), count('pending')];
  return { accounts: accounts.length, passed, failed, pending, passRate: percentage(passed, passed + failed, decimals) };
}

function grouped<K extends 'platform' | 'level'>(accounts: readonly CountedAccount[], key: K, decimals: number): (Tally & Record<K, string>)[] {
  const groups = new Map<string, CountedAccount[]>();
  for (const account of accounts) groups.set(account[key], [...(groups.get(account[key]) ?? []), account]);
  return [...groups].sort(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1)).map(([name, members]) => ({ ...tally(members, decimals), [key]: name }) as Tally & Record<K, string>);
}

/** Sums up a round by platform and by level. `registered` is the number the sample was drawn from; `decimals` as the circular prints. */
export function roundSummary(accounts: readonly CountedAccount[], options: { registered?: number; sponsors?: number; decimals?: number; samplingDecimals?: number } = {}): RoundSummary {
  const { registered, sponsors, decimals = 2, samplingDecimals = 1 } = options;
  const whole = tally(accounts, decimals);
  const sampled = registered !== undefined && registered > accounts.length;
  const samplingRatio = registered === undefined ? null : percentage(accounts.length, registered, samplingDecimals);
  const of = sponsors === undefined ? '' : `${sponsors}家单位的`;
  const parts = [sampled ? `本次抽查${of}政务新媒体账号${whole.accounts}个，占应查${registered}个的${samplingRatio}` : `本次检查${of}政务新媒体账号${whole.accounts}个`];
  if (whole.passRate !== null) parts.push(`合格${whole.passed}个，不合格${whole.failed}个`);
  if (whole.pending > 0) parts.push(`待确认${whole.pending}个`);
  if (whole.passRate !== null) parts.push(whole.pending > 0 ? `已定结果的账号合格率${whole.passRate}` : `合格率${whole.passRate}`);
  return { ...whole, byPlatform: grouped(accounts, 'platform', decimals), byLevel: grouped(accounts, 'level', decimals), samplingRatio, sentence: `${parts.join('，')}。` };
}

import type { MachineOutcome, Verdict } from './judgements.js';

/** What an inspector says about one verdict; a reason is the caller's duty. */
export interface Decision {
  accountId?: string;
  code: string;
  decision: 'confirmed' | 'dismissed';
}

export type DecidedOutcome = MachineOutcome | 'confirmed' | 'dismissed';
export type AccountResult = 'pass' | 'fail' | 'pending';

/** A person may decide everything except what does not apply: also a hit that the machine did not see. */
export function canDecide(outcome: DecidedOutcome): boolean {
  return outcome !== 'not_applicable';
}

/** The verdict's outcome with the last word of a person, if there is one. */
export function decidedOutcome(verdict: Pick<Verdict, 'code' | 'outcome'> & { accountId?: string }, decisions: readonly Decision[]): DecidedOutcome {
  if (!canDecide(verdict.outcome)) return verdict.outcome;
  const own = decisions.filter((each) => each.code === verdict.code && (each.accountId === undefined || verdict.accountId === undefined || each.accountId === verdict.accountId));
  return own[own.length - 1]?.decision ?? verdict.outcome;
}

/**
 * 'fail' only with a confirmed veto hit; 'pass' only when every machine hit is dismissed and nothing is undecided;
 * else 'pending'. Deductions and bonuses never fail an account here.
 */
export function accountResult(verdicts: readonly (Pick<Verdict, 'code' | 'outcome' | 'kind'> & { accountId?: string })[], decisions: readonly Decision[] = []): AccountResult {
  const outcomes = verdicts.filter((verdict) => verdict.kind === 'veto').map((verdict) => decidedOutcome(verdict, decisions));
  if (outcomes.includes('confirmed')) return 'fail';
  return outcomes.includes('suspected') || outcomes.includes('undecidable') ? 'pending' : 'pass';
}

import type { AccountFacts } from './facts.js';
import type { Indicator } from './indicators.js';

/** What the machine says; a person adds 'confirmed' or 'dismissed' afterwards. */
export type MachineOutcome = 'clear' | 'suspected' | 'undecidable' | 'not_applicable';

export interface Evidence {
  label: string;
  value: string;
  url: string | null;
  at: string | null;
}

export interface Verdict {
  accountId: string;
  code: string;
  name: string;
  kind: Indicator['kind'];
  outcome: MachineOutcome;
  /** A sentence for people: what was looked at and why it came out so. */
  reason: string;
  evidence: Evidence[];
}

export type Judgement = Pick<Verdict, 'outcome' | 'reason'> & { evidence?: Evidence[] };

/** What a check is given: facts of one account, the fixed point, and the parameters of its indicator. */
export interface CheckContext {
  facts: AccountFacts;
  pointAt: string;
  pointMs: number;
  /** Instants before this are outside the inspected period; -Infinity when the round has no beginning. */
  periodMs: number;
  indicator: Indicator;
}

export type Check = (context: CheckContext) => Judgement;

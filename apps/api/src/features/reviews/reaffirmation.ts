import type { DeskId, ErrorCode, Gate } from '@govmedia-hub/contracts';
import { gateOf, openDesks, whyNot, type TextUnderReview, type Verdict } from './reviews.policy.js';

/** A verdict of an earlier round. */
export interface EarlierVerdict extends Verdict { round: number; at: Date; secrecyGround: string | null; secrecyConclusion: string | null }

export interface Affirmable {
  desks: { desk: DeskId; name: string; before: EarlierVerdict; onBehalfOfId: string | null }[];
  /** Desks the person approved before and cannot simply affirm, with the reason. */
  held: { desk: DeskId; name: string; before: EarlierVerdict; why: ErrorCode }[];
}

/**
 * The desks whose last verdict was this person's approval and that are open on the new text. What somebody returned, or what another
 * person approved since, is not theirs to affirm. The order of the process binds only those who look for the first time.
 * @param earlier verdicts of earlier rounds, newest first
 */
export function affirmable(text: TextUnderReview, earlier: readonly EarlierVerdict[], accounts: readonly string[], actingFor: readonly string[], holding: (gate: Gate) => number): Affirmable {
  const found: Affirmable = { desks: [], held: [] };
  let verdicts = [...text.verdicts];
  for (const { desk, name } of openDesks(text)) {
    const before = earlier.find((verdict) => verdict.desk === desk);
    if (!before || before.verdict === 'returned' || !accounts.includes(before.byId)) continue;
    const onBehalfOfId = before.forId;
    const gate = gateOf(desk);
    const why = onBehalfOfId !== null && !actingFor.includes(onBehalfOfId)
      ? 'reviews.no_delegation'
      : whyNot({ ...text, verdicts }, desk, { accounts, forId: onBehalfOfId }, { digest: text.digest, good: true, again: true }, gate === null ? 0 : holding(gate));
    if (why) found.held.push({ desk, name, before, why });
    else {
      found.desks.push({ desk, name, before, onBehalfOfId });
      verdicts = [...verdicts, { desk, verdict: 'approved', digest: text.digest, byId: accounts[0]!, forId: onBehalfOfId }];
    }
  }
  return found;
}

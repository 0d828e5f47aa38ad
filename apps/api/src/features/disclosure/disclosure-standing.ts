import type { DisclosureState } from '@govmedia-hub/contracts';
import { addDays, addMonths, deadline, findDeadlineRule } from '@govmedia-hub/working-days';

export interface Standing { dueOn: string | null; state: DisclosureState }

/**
 * How a duty stands: what was never made public is missing from the first day, due within the term of the rulebook from when the
 * unit has the duty; what was is due again after so many months.
 */
export function standingOf(duty: { fromOn: string; months: number | null; lastOn: string | null }, soonDays: number, today: string): Standing {
  const { fromOn, months, lastOn } = duty;
  if (lastOn === null) {
    const rule = findDeadlineRule('disclosure.proactive', fromOn);
    return { dueOn: rule ? deadline({ receivedOn: fromOn, rule }).dueOn : null, state: 'missing' };
  }
  if (months === null) return { dueOn: null, state: 'current' };
  const dueOn = addMonths(lastOn, months);
  return { dueOn, state: dueOn < today ? 'overdue' : addDays(today, soonDays) >= dueOn ? 'due_soon' : 'current' };
}

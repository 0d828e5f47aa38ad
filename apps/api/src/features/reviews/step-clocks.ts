import type { DueStepView } from '@govmedia-hub/contracts';
import { deadline } from '@govmedia-hub/working-days';
import { civilDate } from '../../foundation/clock/clock.js';
import { desksOf } from '../review-processes/review-processes.reader.js';
import { dueDesks, type TextUnderReview, type Verdict } from './reviews.policy.js';
import type { ReviewCaseEntity } from './verdict.entity.js';

export type TextOnTheClock = Omit<TextUnderReview, 'verdicts'> & { verdicts: readonly (Verdict & { at: Date })[] };

/** The steps whose turn it is. Each counts from the day its turn came, and none ends after the whole text. */
export function stepClocks(text: TextOnTheClock, entry: Pick<ReviewCaseEntity, 'submittedAt' | 'reopenedAt' | 'priority' | 'dueOn'> | null, today: string): DueStepView[] {
  if (entry === null || (text.status !== 'in_gates' && text.status !== 'in_review')) return [];
  const handedInOn = civilDate(entry.submittedAt);
  const days = new Map(desksOf(text.process, handedInOn).map((desk) => [desk.desk, desk.days]));
  return dueDesks(text).map(({ desk, name, after }) => {
    const began = Math.max((entry.reopenedAt ?? entry.submittedAt).getTime(), ...text.verdicts.filter((verdict) => after.includes(verdict.desk)).map(({ at }) => at.getTime()));
    const own = deadline({ receivedOn: civilDate(new Date(began)), rule: { amount: days.get(desk)![entry.priority], unit: 'working_day' } }).dueOn;
    const dueOn = own < entry.dueOn ? own : entry.dueOn;
    return { desk, name, dueOn, overdue: dueOn < today };
  });
}

import type { DueStepView } from '@govmedia-hub/contracts';
import { formatCivilDate } from './dates/civil-date.js';
import { DueClock } from './DueClock.js';

/** '五关', '初审、一校': steps that are due together. */
function namesOf(steps: readonly DueStepView[]): string {
  const gates = steps.filter(({ desk }) => desk.startsWith('gate:'));
  if (gates.length === steps.length && gates.length > 2) return gates.length === 5 ? '五关' : `${gates.length} 关`;
  return steps.map(({ name }) => name).join('、');
}

/** The steps whose turn it is by their last days, the earliest first; `short` leaves the date to the hover. */
export function StepDues({ steps, short = false }: { steps: readonly DueStepView[]; short?: boolean }) {
  const days = [...new Set(steps.map(({ dueOn }) => dueOn))].sort();
  return days.map((day) => {
    const due = steps.filter(({ dueOn }) => dueOn === day);
    return <span key={day} className="step-due" title={`${due.map(({ name }) => name).join('、')}最迟${formatCivilDate(day)}`}>{namesOf(due)} <DueClock dueOn={day} short={short} /></span>;
  });
}

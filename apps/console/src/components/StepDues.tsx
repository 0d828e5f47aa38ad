import type { DueStepView } from '@govmedia-hub/contracts';
import { DueClock } from './DueClock.js';

/** '五关 11月24日还剩1天': the steps whose turn it is by their last days, those over it first. */
export function StepDues({ steps }: { steps: readonly DueStepView[] }) {
  const days = [...new Set(steps.map(({ dueOn }) => dueOn))].sort();
  return days.map((day) => {
    const names = steps.filter(({ dueOn }) => dueOn === day).map(({ name }) => name);
    return <span key={day} className="step-due" title={names.join('、')}>{names.length > 2 ? `${names[0]}等 ${names.length} 步` : names.join('、')} <DueClock dueOn={day} /></span>;
  });
}

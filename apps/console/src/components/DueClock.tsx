import { civilDateAt, describeDue, formatCivilDate } from './dates/civil-date.js';

/** A deadline: the date, and how many days are left or over. */
export function DueClock({ dueOn, done = false, short = false }: { dueOn: string | null; done?: boolean; short?: boolean }) {
  if (!dueOn) return <span className="quiet">—</span>;
  if (done) return <span className="quiet">{formatCivilDate(dueOn)}</span>;
  const { text, pressure } = describeDue(dueOn, civilDateAt(Date.now()));
  return (
    <span className={`due due-${pressure}`}>
      {!short && <span className="nowrap">{formatCivilDate(dueOn)}</span>}
      <span className="nowrap due-left">{pressure === 'over' ? <span aria-hidden="true">▲ </span> : null}{text}</span>
    </span>
  );
}

import { NATIONAL_CALENDAR, workingDaysBetween } from './calendar.js';
import { addDays, chineseDate, dayNumber, daysBetween } from './civil-dates.js';
import { deadline, type Deadline, type DeadlineRequest, type Pause } from './deadlines.js';

/** A pause that may still be running. */
export interface OpenPause {
  from: string;
  to: string | null;
  reason: string;
}

export interface ClockReading {
  /** 'running', 'paused' (no due day can be named), 'overdue', or 'due_today'. */
  state: 'running' | 'paused' | 'due_today' | 'overdue';
  /** Null while paused. */
  dueOn: string | null;
  /** Whole days (working days for a rule in working days) still left; negative when overdue; null while paused. */
  left: number | null;
  text: string;
  deadline: Deadline;
}

/**
 * Where a clock stands on a day. A running pause is counted as paused through that day, so the deadline inside is the
 * earliest possible one; a pause that begins later has no effect yet.
 */
export function readClock(request: Omit<DeadlineRequest, 'pauses'> & { pauses?: readonly OpenPause[]; on: string }): ClockReading {
  const { on, ...rest } = request;
  dayNumber(on);
  const open = (request.pauses ?? []).find((pause) => pause.from <= on && (pause.to === null || pause.to >= on));
  const closed: Pause[] = (request.pauses ?? []).flatMap((pause) => {
    if (pause.to !== null) return [{ ...pause, to: pause.to }];
    return pause.from <= on ? [{ ...pause, to: on }] : [];
  });
  const due = deadline({ ...rest, pauses: closed });
  // A pause that starts after the due day cannot save a clock that has run out.
  const ranOut = open && dayNumber(deadline({ ...rest, pauses: closed.filter((pause) => pause.from !== open.from || pause.reason !== open.reason) }).dueOn) < dayNumber(open.from);
  if (open && !ranOut) {
    return { state: 'paused', dueOn: null, left: null, text: `自${chineseDate(open.from)}起暂停计时：${open.reason}`, deadline: due };
  }
  const calendar = request.calendar ?? NATIONAL_CALENDAR;
  const word = request.rule.unit === 'working_day' ? '个工作日' : '日';
  const left = request.rule.unit === 'working_day' ? workingDaysBetween(on, due.dueOn, calendar) : daysBetween(on, due.dueOn);
  if (on === due.dueOn) return { state: 'due_today', dueOn: due.dueOn, left: 0, text: '今日到期', deadline: due };
  if (dayNumber(on) > dayNumber(due.dueOn)) {
    const late = request.rule.unit === 'working_day' ? workingDaysBetween(due.dueOn, on, calendar) : daysBetween(due.dueOn, on);
    return { state: 'overdue', dueOn: due.dueOn, left: late === 0 ? 0 : -late, text: late === 0 ? `已于${chineseDate(due.dueOn)}到期` : `已超期${late}${word}`, deadline: due };
  }
  return { state: 'running', dueOn: due.dueOn, left, text: `还剩${left}${word}，${chineseDate(due.dueOn)}到期`, deadline: due };
}

/** The last day of a pause that ends with an event on `on`: the event's own day counts again, so the day before. */
export function pauseUntil(on: string): string {
  return addDays(on, -1);
}

import { addDays, chineseDay, dayNumber, weekdayOf } from './civil-dates.js';
import { HOLIDAY_YEARS, type HolidayYear } from './holiday-years.js';

/** A working-day calendar: years of arrangements, looked up by day. */
export interface WorkCalendar {
  id: string;
  version: string;
  years: readonly HolidayYear[];
  readonly offDays: ReadonlyMap<string, string>;
  readonly madeUpDays: ReadonlyMap<string, string>;
  readonly knownYears: ReadonlySet<number>;
}

/** Builds a calendar from the data of its years; throws RangeError when a year contradicts itself. */
export function buildCalendar(id: string, years: readonly HolidayYear[]): WorkCalendar {
  const offDays = new Map<string, string>();
  const madeUpDays = new Map<string, string>();
  for (const year of years) {
    for (const { name, from, to } of year.off) {
      if (dayNumber(to) < dayNumber(from)) throw new RangeError(`${name} ends before it begins: ${from}..${to}`);
      for (let on = from; dayNumber(on) <= dayNumber(to); on = addDays(on, 1)) offDays.set(on, name);
    }
    for (const { name, on: days } of year.madeUp) {
      for (const on of days) {
        if (weekdayOf(on) < 6) throw new RangeError(`${on} is worked anyway, it cannot be a make-up day`);
        madeUpDays.set(on, name);
      }
    }
  }
  for (const on of madeUpDays.keys()) if (offDays.has(on)) throw new RangeError(`${on} is both off and worked`);
  const version = years.map((year) => year.version).join('+');
  return { id, version, years, offDays, madeUpDays, knownYears: new Set(years.map((year) => year.year)) };
}

/** The national calendar from the notices known to this release. */
export const NATIONAL_CALENDAR: WorkCalendar = buildCalendar('cn-national', HOLIDAY_YEARS);

export type DayReason = 'weekday' | 'weekend' | 'holiday' | 'made_up' | 'weekday_unconfirmed' | 'weekend_unconfirmed';

/** What a day is, why, and the sentence that says so; `confirmed` is false when its year has no notice here. */
export interface DayKind {
  on: string;
  working: boolean;
  reason: DayReason;
  confirmed: boolean;
  text: string;
}

/** Classifies one civil date. A year without data is read as Monday to Friday and says so. */
export function dayKind(on: string, calendar: WorkCalendar = NATIONAL_CALENDAR): DayKind {
  const weekday = weekdayOf(on);
  const said = chineseDay(on);
  const holiday = calendar.offDays.get(on);
  if (holiday !== undefined) return { on, working: false, reason: 'holiday', confirmed: true, text: `${said}：${holiday}放假` };
  const madeUp = calendar.madeUpDays.get(on);
  if (madeUp !== undefined) return { on, working: true, reason: 'made_up', confirmed: true, text: `${said}：${madeUp}调休上班` };
  const confirmed = calendar.knownYears.has(Number(on.slice(0, 4)));
  const caveat = confirmed ? '' : '（当年放假安排尚未录入，按周一至周五推算）';
  if (weekday > 5) return { on, working: false, reason: confirmed ? 'weekend' : 'weekend_unconfirmed', confirmed, text: `${said}：周末${caveat}` };
  return { on, working: true, reason: confirmed ? 'weekday' : 'weekday_unconfirmed', confirmed, text: `${said}：工作日${caveat}` };
}

/** True when the day is worked. */
export function isWorkingDay(on: string, calendar: WorkCalendar = NATIONAL_CALENDAR): boolean {
  return dayKind(on, calendar).working;
}

/** `on` itself when worked, else the first worked day after it. */
export function workingDayOnOrAfter(on: string, calendar: WorkCalendar = NATIONAL_CALENDAR): string {
  let day = on;
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1);
  return day;
}

/**
 * The n-th working day after `from` (day 1 is the next working day); n negative counts backwards, 0 is `from` itself.
 * Throws RangeError when n is no integer.
 */
export function addWorkingDays(from: string, n: number, calendar: WorkCalendar = NATIONAL_CALENDAR): string {
  if (!Number.isInteger(n)) throw new RangeError(`not a whole number of working days: ${n}`);
  dayNumber(from);
  const step = n < 0 ? -1 : 1;
  let on = from;
  for (let left = Math.abs(n); left > 0; ) {
    on = addDays(on, step);
    if (isWorkingDay(on, calendar)) left -= 1;
  }
  return on;
}

/** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
export function workingDaysBetween(from: string, to: string, calendar: WorkCalendar = NATIONAL_CALENDAR): number {
  const [start, end, sign] = dayNumber(from) <= dayNumber(to) ? [from, to, 1] : [to, from, -1];
  // Backwards the days counted are those from `to` up to but not including `from`, so that adding and counting agree.
  const shift = sign === 1 ? 1 : 0;
  let count = 0;
  for (let day = dayNumber(start) + shift; day < dayNumber(end) + shift; day += 1) if (isWorkingDay(addDays(start, day - dayNumber(start)), calendar)) count += 1;
  return count === 0 ? 0 : sign * count;
}

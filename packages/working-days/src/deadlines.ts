import { dayKind, isWorkingDay, NATIONAL_CALENDAR, type WorkCalendar } from './calendar.js';
import { addDays, addMonths, chineseDate, chineseDay, dayNumber, daysBetween } from './civil-dates.js';

export type DeadlineUnit = 'working_day' | 'day' | 'month';
export const DEADLINE_UNIT_WORDS: Record<DeadlineUnit, string> = { working_day: '个工作日', day: '日', month: '个月' };

/** How long; amount 0 means the same day. */
export interface Term {
  amount: number;
  unit: DeadlineUnit;
}

/** Days that do not count, both ends included; the reason is shown to people. */
export interface Pause {
  from: string;
  to: string;
  reason: string;
}

export interface Extension {
  amount: number;
  reason: string;
}

export interface DeadlineRequest {
  /** The day the matter arrived; it is not counted. */
  receivedOn: string;
  rule: Term;
  pauses?: readonly Pause[];
  /** Added in the unit of the rule. */
  extensions?: readonly Extension[];
  calendar?: WorkCalendar;
}

export interface DeadlineStep {
  on: string;
  text: string;
}

export interface Deadline {
  /** The last day on which it is in time, 'YYYY-MM-DD'. */
  dueOn: string;
  /** False when a day on the way lies in a year whose arrangement is not known. */
  confirmed: boolean;
  steps: DeadlineStep[];
}

/** Joins overlapping and adjoining pauses and orders them. Throws RangeError when one ends before it begins. */
export function mergePauses(pauses: readonly Pause[]): Pause[] {
  const merged: Pause[] = [];
  for (const pause of [...pauses].sort((a, b) => dayNumber(a.from) - dayNumber(b.from) || dayNumber(a.to) - dayNumber(b.to))) {
    if (dayNumber(pause.to) < dayNumber(pause.from)) throw new RangeError(`pause ends before it begins: ${pause.from}..${pause.to}`);
    const last = merged[merged.length - 1];
    if (last && dayNumber(pause.from) <= dayNumber(last.to) + 1) {
      if (dayNumber(pause.to) > dayNumber(last.to)) last.to = pause.to;
      if (!last.reason.split('、').includes(pause.reason)) last.reason = `${last.reason}、${pause.reason}`;
    } else merged.push({ ...pause });
  }
  return merged;
}

const pausedOn = (on: string, pauses: readonly Pause[]): boolean => pauses.some((pause) => pause.from <= on && on <= pause.to);

/** '扣除…' and holiday sentences for the days passed over, one per run of days with the same cause. */
function skippedSteps(days: { on: string; cause: string }[]): DeadlineStep[] {
  const runs: { from: string; to: string; cause: string }[] = [];
  for (const day of days) {
    const last = runs[runs.length - 1];
    if (last && last.cause === day.cause && daysBetween(last.to, day.on) === 1) last.to = day.on;
    else runs.push({ from: day.on, to: day.on, cause: day.cause });
  }
  return runs.map((run) => ({
    on: run.from,
    text: run.from === run.to ? `${chineseDate(run.from)}${run.cause}，不计入` : `${chineseDate(run.from)}至${chineseDate(run.to)}${run.cause}，共${daysBetween(run.from, run.to) + 1}日，不计入`,
  }));
}

/**
 * When something is due, explained step by step. The day of receipt is not counted; working days are counted from the
 * next working day; paused days are left out; a term in days or months that ends on a day off moves to the next working
 * day (民法典第二百零一条至第二百零三条). Throws RangeError for bad dates or a negative or broken amount.
 */
export function deadline(request: DeadlineRequest): Deadline {
  const { receivedOn, rule } = request;
  const calendar = request.calendar ?? NATIONAL_CALENDAR;
  const extensions = request.extensions ?? [];
  for (const amount of [rule.amount, ...extensions.map((extension) => extension.amount)]) {
    if (!Number.isInteger(amount) || amount < 0) throw new RangeError(`not a term: ${amount}`);
  }
  dayNumber(receivedOn);
  const pauses = mergePauses(request.pauses ?? []);
  const amount = extensions.reduce((sum, extension) => sum + extension.amount, rule.amount);
  const unit = DEADLINE_UNIT_WORDS[rule.unit];
  const steps: DeadlineStep[] = [{ on: receivedOn, text: amount === 0 ? `${chineseDay(receivedOn)}收到，当日办理` : `${chineseDay(receivedOn)}收到，当日不计入` }];
  if (amount > 0) steps.push({ on: receivedOn, text: `期限为${rule.amount}${unit}` });
  for (const extension of extensions) steps.push({ on: receivedOn, text: `延长${extension.amount}${unit}：${extension.reason}` });
  if (amount === 0) {
    steps.push({ on: receivedOn, text: `截止日为${chineseDay(receivedOn)}` });
    return { dueOn: receivedOn, confirmed: true, steps };
  }

  const walked = rule.unit === 'working_day' ? walkWorkingDays(receivedOn, amount, pauses, calendar) : walkNaturalDays(receivedOn, { amount, unit: rule.unit }, pauses, calendar);
  steps.push(...walked.steps);
  const unknown = unknownYears(receivedOn, walked.dueOn, calendar);
  for (const year of unknown) steps.push({ on: walked.dueOn, text: `${year}年放假安排尚未录入，该年日期按周一至周五推算，安排公布后请重新核对` });
  steps.push({ on: walked.dueOn, text: `截止日为${chineseDay(walked.dueOn)}` });
  return { dueOn: walked.dueOn, confirmed: unknown.length === 0, steps };
}

function walkWorkingDays(receivedOn: string, amount: number, pauses: readonly Pause[], calendar: WorkCalendar): { dueOn: string; steps: DeadlineStep[] } {
  const skipped: { on: string; cause: string }[] = [];
  const madeUp: DeadlineStep[] = [];
  let first: string | null = null;
  let on = receivedOn;
  for (let left = amount; left > 0; ) {
    on = addDays(on, 1);
    const pause = pauses.find((each) => each.from <= on && on <= each.to);
    if (pause) {
      skipped.push({ on, cause: `暂停计时（${pause.reason}）` });
      continue;
    }
    const kind = dayKind(on, calendar);
    if (kind.working) {
      left -= 1;
      first ??= on;
      if (kind.reason === 'made_up') madeUp.push({ on, text: `${chineseDate(on)}${calendar.madeUpDays.get(on)}调休上班，计入` });
    } else skipped.push({ on, cause: kind.reason === 'holiday' ? `${calendar.offDays.get(on)}放假` : '周末' });
  }
  const steps = [{ on: first ?? on, text: `第1个工作日为${chineseDay(first ?? on)}` }, ...[...skippedSteps(skipped), ...madeUp].sort((a, b) => dayNumber(a.on) - dayNumber(b.on))];
  if (amount > 1) steps.push({ on, text: `第${amount}个工作日为${chineseDay(on)}` });
  return { dueOn: on, steps };
}

function walkNaturalDays(receivedOn: string, term: Term, pauses: readonly Pause[], calendar: WorkCalendar): { dueOn: string; steps: DeadlineStep[] } {
  const steps: DeadlineStep[] = [];
  const plainEnd = term.unit === 'month' ? addMonths(receivedOn, term.amount) : addDays(receivedOn, term.amount);
  steps.push({ on: plainEnd, text: `自次日起算${term.amount}${DEADLINE_UNIT_WORDS[term.unit]}，至${chineseDay(plainEnd)}` });
  let left = daysBetween(receivedOn, plainEnd);
  const skipped: { on: string; cause: string }[] = [];
  let on = receivedOn;
  while (left > 0) {
    on = addDays(on, 1);
    const pause = pauses.find((each) => each.from <= on && on <= each.to);
    if (pause) skipped.push({ on, cause: `暂停计时（${pause.reason}）` });
    else left -= 1;
  }
  steps.push(...skippedSteps(skipped));
  if (skipped.length > 0) steps.push({ on, text: `扣除${skipped.length}日后，至${chineseDay(on)}` });
  if (!isWorkingDay(on, calendar)) {
    const ended = on;
    while (!isWorkingDay(on, calendar) || pausedOn(on, pauses)) on = addDays(on, 1);
    steps.push({ on, text: `${dayKind(ended, calendar).text}，顺延至${chineseDay(on)}` });
  }
  return { dueOn: on, steps };
}

function unknownYears(from: string, to: string, calendar: WorkCalendar): number[] {
  const years: number[] = [];
  for (let year = Number(addDays(from, 1).slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) if (!calendar.knownYears.has(year)) years.push(year);
  return years;
}

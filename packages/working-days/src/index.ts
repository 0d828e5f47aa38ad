export { addWorkingDays, buildCalendar, dayKind, isWorkingDay, NATIONAL_CALENDAR, workingDayOnOrAfter, workingDaysBetween, type DayKind, type DayReason, type WorkCalendar } from './calendar.js';
export { addDays, addMonths, chineseDate, chineseDay, dayNumber, daysBetween, fromDayNumber, isCivilDate, shanghaiDate, weekdayOf } from './civil-dates.js';
export { pauseUntil, readClock, type ClockReading, type OpenPause } from './clocks.js';
export { DEADLINE_RULE_IDS, DEADLINE_RULES, findDeadlineRule, ruleText, type DeadlineRule, type DeadlineRuleId, type RuleStanding } from './deadline-rules.js';
export { deadline, DEADLINE_UNIT_WORDS, mergePauses, type Deadline, type DeadlineRequest, type DeadlineStep, type DeadlineUnit, type Extension, type Pause, type Term } from './deadlines.js';
export { HOLIDAY_YEARS, type HolidayYear } from './holiday-years.js';

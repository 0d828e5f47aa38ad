const DAY_MS = 86_400_000;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a real day written 'YYYY-MM-DD'. */
export function isCivilDate(on: string): boolean {
  const found = PATTERN.exec(on);
  if (!found) return false;
  return fromDayNumber(Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])) / DAY_MS) === on;
}

/** Days since 1970-01-01; throws RangeError for anything that is no real 'YYYY-MM-DD'. */
export function dayNumber(on: string): number {
  if (!isCivilDate(on)) throw new RangeError(`not a civil date: ${on}`);
  return Date.parse(`${on}T00:00:00Z`) / DAY_MS;
}

/** The civil date of a day number. */
export function fromDayNumber(days: number): string {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}

/** The civil date `days` natural days later (earlier when negative). */
export function addDays(on: string, days: number): string {
  return fromDayNumber(dayNumber(on) + days);
}

/** Natural days from one date to the other; 0 for the same day, negative backwards. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day of a later month, or that month's last day when it has none (民法典第二百零二条). */
export function addMonths(on: string, months: number): string {
  dayNumber(on);
  const [year, month, day] = on.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${String(first.getUTCFullYear()).padStart(4, '0')}-${String(first.getUTCMonth() + 1).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`;
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(on: string): number {
  return ((((dayNumber(on) + 3) % 7) + 7) % 7) + 1;
}

/** The civil date in Asia/Shanghai (no daylight saving since 1991) of an instant: ISO text or epoch ms. */
export function shanghaiDate(at: string | number): string {
  const ms = typeof at === 'number' ? at : Date.parse(at);
  if (!Number.isFinite(ms)) throw new RangeError(`not an instant: ${at}`);
  return new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** '2019年8月16日'. */
export function chineseDate(on: string): string {
  dayNumber(on);
  const [year, month, day] = on.split('-').map(Number) as [number, number, number];
  return `${year}年${month}月${day}日`;
}

const WEEKDAY_WORDS = ['', '一', '二', '三', '四', '五', '六', '日'];

/** '2019年8月16日（星期五）'. */
export function chineseDay(on: string): string {
  return `${chineseDate(on)}（星期${WEEKDAY_WORDS[weekdayOf(on)]}）`;
}

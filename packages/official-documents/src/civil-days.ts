import { civilDate } from '@govmedia-hub/chinese-text';

/** 'YYYY-MM-DD' moved by whole days (Gregorian, no clock and no time zone). */
export function addDays(iso: string, days: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** 'YYYY-MM-DD' moved by months; a day the month does not have becomes its last one. */
export function addMonths(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const total = year * 12 + month - 1 + months;
  for (let d = day; d > 27; d--) {
    const date = civilDate(Math.floor(total / 12), (total % 12) + 1, d);
    if (date) return date;
  }
  return civilDate(Math.floor(total / 12), (total % 12) + 1, Math.min(day, 27))!;
}

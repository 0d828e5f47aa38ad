import { normalise, sourceSpan } from './normalise.js';
import { parseNumeral } from './numerals.js';

export interface DateMention {
  start: number;
  end: number;
  text: string;
  year: number | null;
  month: number;
  day: number | null;
  /** 'YYYY-MM-DD' when complete and real. */
  iso: string | null;
  /** False for 2月30日 and 13月: a day no calendar has. */
  exists: boolean;
  /** 1..7 Monday..Sunday when the text carries （星期X） right after. */
  weekday: number | null;
  /** Where the weekday is written. */
  weekdaySpan: { start: number; end: number } | null;
}

const CN = '〇零○一二三四五六七八九';
const PATTERNS: readonly RegExp[] = [
  new RegExp(`(?<![\\d${CN}])((?:19|20)\\d{2}|[一二][${CN}]{3}) ?年 ?(\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]) ?月(?: ?(\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?) ?[日号])?`, 'g'),
  new RegExp(`(?<![\\d${CN}十])()(\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]) ?月 ?(\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?) ?[日号]`, 'g'),
  /(?<![\d.\-/])((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?![\d\-/]|\.\d)/g,
];
const WEEKDAY = /^[,，]? ?([(（]? ?(?:星期|礼拜|周)([一二三四五六日天]) ?[)）]?)/;
const WEEKDAYS = '一二三四五六日';

/** Days of a month; February has 29 when the year is not known. */
function daysIn(year: number | null, month: number): number {
  if (month === 2) return year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** 'YYYY-MM-DD', or null when no calendar has that day. */
export function civilDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** 1..7, Monday to Sunday, of a 'YYYY-MM-DD' date (proleptic Gregorian). */
export function weekdayOf(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1]!;
  const y = month < 3 ? year - 1 : year;
  const sunday0 = (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7;
  return sunday0 === 0 ? 7 : sunday0;
}

/** Every date written in the text, in order: 2024年3月5日, 二〇二四年三月五日, 2024-03-05, 3月5日, 2024年3月. */
export function findDates(text: string): DateMention[] {
  const n = normalise(text, { traditional: false });
  const found: DateMention[] = [];
  const taken: [number, number][] = [];
  for (const pattern of PATTERNS) {
    for (const match of n.text.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (taken.some(([a, b]) => from < b && to > a)) continue;
      const groups = match.length === 5 ? [match[1], match[3], match[4]] : [match[1], match[2], match[3]];
      const year = groups[0] ? parseNumeral(groups[0]) : null;
      const month = parseNumeral(groups[1]!) ?? 0;
      const day = groups[2] === undefined ? null : parseNumeral(groups[2]) ?? 0;
      const exists = month >= 1 && month <= 12 && (day === null || (day >= 1 && day <= daysIn(year, month)));
      const weekday = WEEKDAY.exec(n.text.slice(to, to + 12));
      const lead = weekday ? to + weekday[0].length - weekday[1]!.length : 0;
      const span = sourceSpan(n, from, to);
      taken.push([from, to]);
      found.push({
        ...span, text: text.slice(span.start, span.end), year, month, day,
        iso: exists && year !== null && day !== null ? civilDate(year, month, day) : null,
        exists,
        weekday: weekday ? WEEKDAYS.indexOf(weekday[2] === '天' ? '日' : weekday[2]!) + 1 : null,
        weekdaySpan: weekday ? sourceSpan(n, lead, lead + weekday[1]!.length) : null,
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

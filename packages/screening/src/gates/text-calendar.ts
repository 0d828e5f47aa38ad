import { weekdayOf, type DateMention } from '@govmedia-hub/chinese-text';
import type { Page } from '../page.js';

const weekdays = '一二三四五六日';

/** 11月27日（星期一）: the year is the one named before it, else this year or, at its turn, the next or the last. */
function checkYearless(page: Page, date: DateMention, dates: readonly DateMention[], thisYear: number): void {
  const named = dates.filter((other) => other.year !== null && other.start < date.start).at(-1)?.year ?? dates.find((other) => other.year !== null)?.year;
  const years = named ? [named, named + (date.month <= 2 ? 1 : 0)] : [thisYear, thisYear + 1, ...(date.month >= 11 ? [thisYear - 1] : [])];
  const iso = (year: number): string => `${year}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
  if (years.some((year) => weekdayOf(iso(year)) === date.weekday)) return;
  const span = date.weekdaySpan ?? date;
  page.report('text.date.weekday', span.start, span.end, `${years[0]!}年${date.text}是星期${weekdays[weekdayOf(iso(years[0]!)) - 1]!}`, null);
}

/** Dates that no calendar has, weekdays that contradict their date, spans that end before they begin. */
export function checkCalendar(page: Page, asOf: string): void {
  const { dates, text } = page;
  const thisYear = Number(asOf.slice(0, 4));
  for (const date of dates) {
    if (/[十〇一二三四五六七八九\d]/.test(text[date.start - 1] ?? '')) continue; // the tail of a longer numeral
    if (!date.exists) page.report('text.date.impossible', date.start, date.end, `“${date.text}”不存在`);
    else if (date.iso && date.weekday !== null && weekdayOf(date.iso) !== date.weekday) {
      const right = weekdays[weekdayOf(date.iso) - 1]!;
      const span = date.weekdaySpan ?? date;
      page.report('text.date.weekday', span.start, span.end, `${date.text}是星期${right}`, date.weekdaySpan ? text.slice(span.start, span.end).replace(/[一二三四五六日天](?=[)）\s]*$)/, right) : null);
    } else if (date.exists && date.year === null && date.day !== null && date.weekday !== null) checkYearless(page, date, dates, thisYear);
  }
  for (let i = 0; i + 1 < dates.length; i += 1) {
    const from = dates[i]!;
    const to = dates[i + 1]!;
    if (to.start - from.end > 3 || !/^(?:起?至|到|—+|－|-|~|～)$/.test(text.slice(from.end, to.start).trim())) continue;
    if (!from.iso) {
      // 12月25日至12月20日: within one month the end cannot lie before the beginning.
      if (from.year === null && to.year === null && from.month === to.month && from.day !== null && to.day !== null && to.day < from.day) page.report('text.date.order', from.start, to.end, '起止日期颠倒，截止日期早于起始日期');
      continue;
    }
    const year = to.year ?? from.year;
    const toIso = to.iso ?? (to.exists && to.day !== null && year !== null ? `${year}-${String(to.month).padStart(2, '0')}-${String(to.day).padStart(2, '0')}` : null);
    if (toIso && toIso < from.iso) page.report('text.date.order', from.start, to.end, '起止日期颠倒，截止日期早于起始日期');
  }
  for (const match of text.matchAll(/(?<![\d.:：])(?:2[5-9]|[3-9]\d)(?:时|：[0-5]\d|:[0-5]\d(?!\d))(?!段|代|刻|分|光|期|常|间|候|限|效)|(?<![\d.:：])(?:[01]?\d|2[0-4])[:：](?:[6-9]\d)(?![\d:：])|(?<![\d.:：])(?:[01]?\d|2[0-4])[时点][6-9]\d分(?!钟)|(?<![\d.:：])24[:：](?!00)[0-5]\d(?![\d:：])/g)) {
    if (/[:：]/.test(match[0]) && /(?:比|为|按|例|分)\s*$/.test(text.slice(Math.max(0, match.index - 4), match.index))) continue;
    if (!/[:：]/.test(match[0]) && !match[0].endsWith('分') && !/[日天午点晚早]\s*$/.test(text.slice(Math.max(0, match.index - 3), match.index))) continue;
    page.report('text.date.impossible', match.index, match.index + match[0].length, `时刻“${match[0]}”不存在`);
  }
}

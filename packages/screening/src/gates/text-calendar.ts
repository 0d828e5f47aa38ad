import { weekdayOf } from '@govmedia-hub/chinese-text';
import type { Page } from '../page.js';

const weekdays = '一二三四五六日';

/** Dates that no calendar has, weekdays that contradict their date, spans that end before they begin. */
export function checkCalendar(page: Page): void {
  const { dates, text } = page;
  for (const date of dates) {
    if (/[十〇一二三四五六七八九\d]/.test(text[date.start - 1] ?? '')) continue; // the tail of a longer numeral
    if (!date.exists) page.report('text.date.impossible', date.start, date.end, `“${date.text}”不存在`);
    else if (date.iso && date.weekday !== null && weekdayOf(date.iso) !== date.weekday) {
      const right = weekdays[weekdayOf(date.iso) - 1]!;
      const span = date.weekdaySpan ?? date;
      page.report('text.date.weekday', span.start, span.end, `${date.text}是星期${right}`, date.weekdaySpan ? text.slice(span.start, span.end).replace(/[一二三四五六日天](?=[)）\s]*$)/, right) : null);
    }
  }
  for (let i = 0; i + 1 < dates.length; i += 1) {
    const from = dates[i]!;
    const to = dates[i + 1]!;
    if (!from.iso || to.start - from.end > 3 || !/^(?:起?至|到|—+|－|-|~|～)$/.test(text.slice(from.end, to.start).trim())) continue;
    const year = to.year ?? from.year;
    const toIso = to.iso ?? (to.exists && to.day !== null && year !== null ? `${year}-${String(to.month).padStart(2, '0')}-${String(to.day).padStart(2, '0')}` : null);
    if (toIso && toIso < from.iso) page.report('text.date.order', from.start, to.end, '起止日期颠倒，截止日期早于起始日期');
  }
  for (const match of text.matchAll(/(?<![\d.:：])(?:2[5-9]|[3-9]\d)(?:时|：[0-5]\d|:[0-5]\d(?!\d))(?!段|代|刻|分|光|期|常|间|候|限|效)|(?<![\d.:：])(?:[01]?\d|2[0-4])[:：](?:[6-9]\d)(?![\d:：])/g)) {
    if (/[:：]/.test(match[0]) && /(?:比|为|按|例|分)\s*$/.test(text.slice(Math.max(0, match.index - 4), match.index))) continue;
    if (!/[:：]/.test(match[0]) && !/[日天午点晚早]\s*$/.test(text.slice(Math.max(0, match.index - 3), match.index))) continue;
    page.report('text.date.impossible', match.index, match.index + match[0].length, `时刻“${match[0]}”不存在`);
  }
}

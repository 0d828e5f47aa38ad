/** Where an extracted value stands in the original, so that the person can check it there. */
export interface Whereabouts { id: string; start: number; end: number }

const NUMERALS = '〇一二三四五六七八九';

/** The ways in which an official document writes a civil date. */
export function writtenDates(date: string): string[] {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!parts) return [];
  const [, year, month, day] = parts as unknown as [string, string, string, string];
  const chinese = (number: number): string => {
    const tens = Math.floor(number / 10);
    const ones = number % 10;
    return `${tens === 0 ? '' : tens === 1 ? '十' : `${NUMERALS[tens]}十`}${ones === 0 ? (tens === 0 ? '〇' : '') : NUMERALS[ones]}`;
  };
  const chineseYear = [...year].map((digit) => NUMERALS[Number(digit)]).join('');
  return [
    `${year}年${Number(month)}月${Number(day)}日`,
    `${year}年${month}月${day}日`,
    `${chineseYear}年${chinese(Number(month))}月${chinese(Number(day))}日`,
    date,
  ];
}

/** The writing of a value with spaces allowed between its characters, as spread titles have them. */
function spread(value: string): RegExp {
  return new RegExp([...value].map((character) => character.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s*'));
}

/**
 * Finds each extracted value in the original text; dates in any usual writing, the signing date from the end,
 * because 成文日期 stands at the foot.
 * @returns whereabouts in UTF-16 code units; values that are not found are left out
 */
export function findInOriginal(original: string, values: Record<string, string | null>): Whereabouts[] {
  const found: Whereabouts[] = [];
  for (const [id, value] of Object.entries(values)) {
    if (!value || value.trim().length < 2) continue;
    const dates = writtenDates(value);
    if (dates.length > 0) {
      const places = dates.map((written) => ({ written, at: id === 'signedOn' ? original.lastIndexOf(written) : original.indexOf(written) })).filter(({ at }) => at >= 0);
      const place = places[0];
      if (place) found.push({ id, start: place.at, end: place.at + place.written.length });
      continue;
    }
    const match = spread(value.trim()).exec(original);
    if (match) found.push({ id, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

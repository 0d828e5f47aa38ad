const DAY_MS = 86_400_000;
const MARK = /\{(d|md|y|iso):([+-]?\d+)(?:([+-]\d+))?\}/g;

/** The civil date `offset` days after `today` ('YYYY-MM-DD'). Throws RangeError when `today` is no real date. */
export function addDays(today: string, offset: number): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(today);
  const start = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : NaN;
  if (!match || new Date(start).toISOString().slice(0, 10) !== today) throw new RangeError(`not a civil date: ${today}`);
  return new Date(start + offset * DAY_MS).toISOString().slice(0, 10);
}

/**
 * Replaces the date marks of a demonstration text by dates relative to `today`:
 * `{d:-120}` 2026年7月26日 · `{md:-120}` 7月26日 · `{y:-120}` 2026 · `{y:-120+1}` 2027 · `{iso:-120}` 2026-07-26.
 * Text without marks comes back unchanged.
 */
export function render(text: string, today: string): string {
  return text.replace(MARK, (mark, form: string, offset: string, plus: string | undefined) => {
    if (plus !== undefined && form !== 'y') throw new RangeError(`only a year can be shifted: ${mark}`);
    const iso = addDays(today, Number(offset));
    const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
    if (form === 'iso') return iso;
    if (form === 'y') return String(year + Number(plus ?? 0));
    return form === 'md' ? `${month}月${day}日` : `${year}年${month}月${day}日`;
  });
}

/** Renders every string inside a piece of demonstration data; numbers, booleans and null stay. */
export function renderAll<T>(value: T, today: string): T {
  if (typeof value === 'string') return render(value, today) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => renderAll(item, today)) as T;
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renderAll(item as unknown, today)])) as T;
  }
  return value;
}

const SHANGHAI_OFFSET_MS = 8 * 3600 * 1000;

/** '2019-08-16' → '2019年8月16日'; what is no civil date is shown as it is. */
export function dateWords(on: string | null): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(on ?? '');
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : (on ?? '');
}

/** Instant (ISO, UTC) → civil date and clock in Asia/Shanghai: '2026年11月23日 14:30'. */
export function instantWords(at: string | null): string {
  const ms = Date.parse(at ?? '');
  if (Number.isNaN(ms)) return at ?? '';
  const iso = new Date(ms + SHANGHAI_OFFSET_MS).toISOString();
  return `${dateWords(iso.slice(0, 10))} ${iso.slice(11, 16)}`;
}

/** The civil date of an instant in Asia/Shanghai: '2026年11月23日'. Dates pass through. */
export function dayWords(at: string | null): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(at ?? '')) return dateWords(at);
  return instantWords(at).split(' ')[0] ?? '';
}

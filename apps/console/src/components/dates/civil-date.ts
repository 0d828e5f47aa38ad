const SHANGHAI = 'Asia/Shanghai';

/** '2019-08-16' → '2019年8月16日'; a dash where no date is known. */
export function formatCivilDate(date: string | null | undefined): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? '');
  return parts ? `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日` : '—';
}

const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: SHANGHAI, year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** An instant as people in Shanghai read it: '2026年11月23日 14:30'. */
export function formatInstant(at: string | number | null | undefined): string {
  if (at === null || at === undefined || at === '') return '—';
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return '—';
  const part = Object.fromEntries(clock.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${part['year']}年${part['month']}月${part['day']}日 ${part['hour']}:${part['minute']}`;
}

/** '2026-11-25' → '11月25日'; with the year when it is not that of today. */
export function formatCivilDateBriefly(date: string, today: string): string {
  const whole = formatCivilDate(date);
  return date.slice(0, 4) === today.slice(0, 4) ? whole.slice(5) : whole;
}

/** For lists: '11月23日 14:30' within the year of `today`, else with its year. */
export function formatInstantBriefly(at: string | number | null | undefined, today: string): string {
  const full = formatInstant(at);
  return full.startsWith(`${today.slice(0, 4)}年`) ? full.slice(5) : full;
}

/** '14:30' in Shanghai. */
export function formatClock(at: number): string {
  return formatInstant(at).slice(-5);
}

/** The civil date in Shanghai at an instant, YYYY-MM-DD. */
export function civilDateAt(at: number): string {
  const date = new Date(at + 8 * 3_600_000);
  return date.toISOString().slice(0, 10);
}

/** Whole days from one civil date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / 86_400_000);
}

/** How a deadline stands on a day, in words, and how pressing it is. */
export function describeDue(dueOn: string, today: string): { text: string; pressure: 'calm' | 'soon' | 'over' } {
  const days = daysBetween(today, dueOn);
  if (days < 0) return { text: `已逾期 ${-days} 天`, pressure: 'over' };
  if (days === 0) return { text: '今天到期', pressure: 'soon' };
  return { text: `还有 ${days} 天`, pressure: days <= 2 ? 'soon' : 'calm' };
}

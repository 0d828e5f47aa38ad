import { chineseDate, shanghaiDate } from '@govmedia-hub/working-days';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** The first instant of a civil date in Asia/Shanghai, epoch ms. */
export function openedAtMs(on: string): number {
  return Date.parse(`${on}T00:00:00+08:00`);
}

/** '2026年3月1日9时30分' in Asia/Shanghai. */
export function timeText(at: string | number): string {
  const ms = typeof at === 'number' ? at : Date.parse(at);
  const clock = new Date(ms + 8 * HOUR_MS).toISOString();
  return `${chineseDate(shanghaiDate(ms))}${Number(clock.slice(11, 13))}时${clock.slice(14, 16)}分`;
}

/** '15天3小时'; whole hours, rounded down, but never to nothing. */
export function spanText(ms: number): string {
  const days = Math.floor(ms / DAY_MS);
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS);
  if (days > 0) return hours > 0 ? `${days}天${hours}小时` : `${days}天`;
  if (hours > 0) return `${hours}小时`;
  return `${Math.max(1, Math.floor(ms / 60_000))}分钟`;
}

import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';

/** Without letters and digits that are taken for one another on paper or by telephone. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

const random = (alphabet: string, length: number): string => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]!).join('');

/** 2026-7K3M-9QXP: random, so that it tells neither how many there are nor what comes next. */
export const newTicketNo = (year: string): string => `${year}-${random(LETTERS, 4)}-${random(LETTERS, 4)}`;

/** Eight digits, easy to read aloud. Shown once. */
export const newCheckCode = (): string => random('0123456789', 8);

/** As people type it: any case, spaces or missing hyphens. */
export function tidyTicketNo(typed: string): string {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/g, '');
  return `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8, 20)}`;
}

export const tidyCheckCode = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '');

/** HMAC-SHA256, hex. */
export const keyedDigest = (secret: string, ...parts: string[]): string => createHmac('sha256', secret).update(parts.join('\n'), 'utf8').digest('hex');

export const sameDigest = (one: string, other: string): boolean => one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';

/** Without letters and digits that are taken for one another on paper or by telephone. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

const random = (alphabet: string, length: number): string => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]!).join('');

/** Letters drawn from a secret digest instead of chance: two bytes a letter, so that none is noticeably likelier. */
const drawn = (alphabet: string, length: number, digest: Buffer, from: number): string => Array.from({ length }, (_, index) => alphabet[digest.readUInt16BE(from + index * 2) % alphabet.length]!).join('');

/** Number and check code that belong to one submission of a form: the same key gives the same pair, and nothing of it is stored. */
export function codesOfSubmission(secret: string, year: string, submissionKey: string): { ticketNo: string; checkCode: string } {
  const digest = createHmac('sha512', secret).update(`ticket-submission\n${year}\n${submissionKey}`, 'utf8').digest();
  return { ticketNo: `${year}-${drawn(LETTERS, 4, digest, 0)}-${drawn(LETTERS, 4, digest, 8)}`, checkCode: drawn('0123456789', 8, digest, 16) };
}

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

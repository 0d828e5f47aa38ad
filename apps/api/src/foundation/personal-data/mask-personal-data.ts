import { normalise, sourceSpan } from '@govmedia-hub/chinese-text';

/** What is masked and what stands in its place. Wider than the secrecy gate on purpose: no checksum is asked, because what is stored here need not be exact. */
const PATTERNS: readonly { pattern: RegExp; mark: string }[] = [
  { pattern: /(?<![\da-z])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g, mark: '【邮箱】' },
  { pattern: /(?<!\d)\d{6}[ -]?(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dx]?(?![\da-z])/g, mark: '【证件号码】' },
  { pattern: /(?<!\d)\d(?:[ -]?\d){15,18}(?!\d)/g, mark: '【账号】' },
  { pattern: /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/g, mark: '【电话】' },
  { pattern: /(?<!\d)(?:\(?0\d{2,3}\)?[ -]?)\d{7,8}(?!\d)/g, mark: '【电话】' },
];

const MARKS = new RegExp([...new Set(PATTERNS.map(({ mark }) => mark))].join('|'), 'g');

/**
 * The text with identity numbers, bank cards, telephone numbers and e-mail addresses replaced, in any width and with
 * spaces or hyphens between the digits. Run before a resident's words are stored outside their ticket.
 */
export function maskPersonalData(text: string): string {
  let masked = text;
  for (const { pattern, mark } of PATTERNS) {
    const n = normalise(masked, { traditional: false });
    let out = '';
    let from = 0;
    for (const match of n.text.matchAll(pattern)) {
      const span = sourceSpan(n, match.index, match.index + match[0].length);
      out += masked.slice(from, span.start) + mark;
      from = span.end;
    }
    masked = out + masked.slice(from);
  }
  return masked;
}

/** The text without what would be masked: a number about oneself is no part of a question. */
export function withoutPersonalData(text: string): string {
  return maskPersonalData(text).replace(MARKS, ' ').trim();
}

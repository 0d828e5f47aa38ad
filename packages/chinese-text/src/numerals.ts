const DIGITS: Record<string, number> = {
  '〇': 0, '零': 0, '○': 0, '一': 1, '壹': 1, '二': 2, '贰': 2, '两': 2, '三': 3, '叁': 3, '四': 4, '肆': 4, '五': 5, '伍': 5,
  '六': 6, '陆': 6, '七': 7, '柒': 7, '八': 8, '捌': 8, '九': 9, '玖': 9,
};
const SMALL: Record<string, number> = { '十': 10, '拾': 10, '百': 100, '佰': 100, '千': 1000, '仟': 1000 };
const LARGE: Record<string, number> = { '万': 1e4, '亿': 1e8 };

/** Full-width digits, comma and point to plain ones. */
function narrow(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

/** Below 10,000: 三千二百, 一百零五, 二十, 十, 廿, and the spoken 一百五 (150). Null when not well formed. */
function parseSection(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let lastUnit = Infinity;
  let zero = false;
  for (const c of text) {
    if (c === '廿' || c === '卅') {
      if (digit !== null || lastUnit <= 10) return null;
      total += c === '廿' ? 20 : 30;
      lastUnit = 10;
      continue;
    }
    const unit = SMALL[c];
    if (unit !== undefined) {
      if (unit >= lastUnit) return null;
      if (digit === null) {
        if (unit !== 10 || (total !== 0 && !zero)) return null;
        digit = 1;
      }
      if (digit === 0) return null;
      total += digit * unit;
      lastUnit = unit;
      digit = null;
      zero = false;
      continue;
    }
    const value = DIGITS[c];
    if (value === undefined) return null;
    if (value === 0) {
      if (digit !== null || zero) return null;
      zero = true;
      continue;
    }
    if (digit !== null) return null;
    digit = value;
  }
  if (digit !== null) total += !zero && lastUnit >= 100 && lastUnit !== Infinity ? digit * (lastUnit / 10) : digit;
  else if (zero && total !== 0) return null;
  return total;
}

/** Digit by digit: 二〇二四 → 2024. */
function parseDigits(text: string): number | null {
  let value = 0;
  for (const c of text) {
    const digit = DIGITS[c];
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return text.length > 0 && text.length <= 15 ? value : null;
}

function parseChinese(text: string): number | null {
  if (text === '') return null;
  const point = text.indexOf('点');
  if (point > 0) {
    const whole = parseChinese(text.slice(0, point));
    const rest = /^([〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖]+)([十百千万亿拾佰仟]*)$/.exec(text.slice(point + 1));
    if (whole === null || !rest) return null;
    let decimals = '';
    for (const c of rest[1]!) decimals += DIGITS[c];
    const multiplier = multiplierOf(rest[2]!);
    return multiplier === null ? null : Number(`${whole}.${decimals}`) * multiplier;
  }
  if (![...text].some((c) => SMALL[c] !== undefined || LARGE[c] !== undefined || c === '廿' || c === '卅')) return parseDigits(text);
  for (const large of ['亿', '万'] as const) {
    const at = text.lastIndexOf(large);
    if (at < 0) continue;
    const multiplier = LARGE[large]!;
    const head = text.slice(0, at);
    const tail = text.slice(at + 1);
    const left = large === '亿' ? parseChinese(head) : parseSection(head);
    if (left === null || left === 0) return null;
    if (tail === '') return left * multiplier;
    if (tail.length === 1 && DIGITS[tail]) return left * multiplier + DIGITS[tail]! * (multiplier / 10); // 一万二
    const right = parseChinese(tail);
    return right === null || right >= multiplier || right === 0 ? null : left * multiplier + right;
  }
  return parseSection(text);
}

/** 万 → 10,000, 百万 → 1,000,000, '' → 1. Null when not a chain of units. */
export function multiplierOf(units: string): number | null {
  let value = 1;
  for (const c of units) {
    const unit = SMALL[c] ?? LARGE[c];
    if (unit === undefined) return null;
    value *= unit;
  }
  return value;
}

/**
 * The value of a number written in Chinese or Arabic digits, or in both: 三千二百, 两万, 〇, 二〇二四, １２, 1,200.5, 3.5万.
 * Null when the text is not a well-formed number.
 */
export function parseNumeral(text: string): number | null {
  const plain = narrow(text.trim());
  const arabic = /^([+-]?)(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(\.\d{1,10})?([十百千万亿]{0,3})$/.exec(plain);
  if (arabic) {
    const multiplier = multiplierOf(arabic[4]!)!;
    const value = tidy(Number(arabic[2]!.replaceAll(',', '') + (arabic[3] ?? '')) * multiplier);
    return arabic[1] === '-' && value !== 0 ? -value : value;
  }
  const negative = /^负(.+)$/.exec(plain);
  const value = parseChinese(negative ? negative[1]! : plain);
  if (value === null) return null;
  const tidied = tidy(value);
  return negative && tidied !== 0 ? -tidied : tidied;
}

/** 3.3 × 10,000 must be 33,000, not 32,999.999…. */
function tidy(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(14));
}

const NAMES = '零一二三四五六七八九';

function sectionName(value: number): string {
  let out = '';
  let gap = false;
  for (const [unit, name] of [[1000, '千'], [100, '百'], [10, '十'], [1, '']] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      gap = out !== '';
      continue;
    }
    out += (gap ? '零' : '') + NAMES[digit]! + name;
    gap = false;
  }
  return out;
}

/** A whole number from 0 up to 10^12 - 1 in Chinese: 12 → 十二, 1005 → 一千零五. Throws RangeError outside that range. */
export function formatNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1e12) throw new RangeError('formatNumeral takes whole numbers from 0 to 10^12 - 1');
  if (value === 0) return '零';
  let out = '';
  let gap = false;
  for (const [unit, name] of [[1e8, '亿'], [1e4, '万'], [1, '']] as const) {
    const section = Math.floor(value / unit) % 10000;
    if (section === 0) {
      gap = out !== '';
      continue;
    }
    if (out !== '' && (gap || section < 1000)) out += '零';
    out += sectionName(section) + name;
    gap = false;
  }
  return out.replace(/^一十/, '十');
}

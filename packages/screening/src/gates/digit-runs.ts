/** A run of digits with the separators people put into long numbers, and where each digit stands in the text. */
export interface DigitRun {
  digits: string;
  /** offsets[i] = UTF-16 offset of digit i. */
  offsets: number[];
}

const forms: Record<string, string> = {};
['〇零⓪Ｏ', '一壹①', '二贰②', '三叁③', '四肆④', '五伍⑤', '六陆⑥', '七柒⑦', '八捌⑧', '九玖⑨'].forEach((row, digit) => {
  for (const form of row) forms[form] = String(digit);
});
forms['０'] = '0';
for (let digit = 0; digit < 10; digit += 1) forms[String.fromCharCode(0xff10 + digit)] = String(digit);

const zeroWidth = /[\u200b-\u200f\u2060\ufeff\u00ad]/;
const separator = /[ \u00a0\u3000\-‐‑–—－·.,，、]/;
const han = /[〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖]/;

/** What a unit is to the reader of long numbers: a digit 0-9, X, a separator, without width, or the end of a run. */
const [SEPARATOR, INVISIBLE, LETTER_X, OTHER] = [11, 12, 13, 14];
const kinds = new Uint8Array(65536).fill(OTHER);
for (let unit = 0; unit < 65536; unit += 1) {
  const form = String.fromCharCode(unit);
  if (form >= '0' && form <= '9') kinds[unit] = unit - 48;
  else if (forms[form] !== undefined) kinds[unit] = Number(forms[form]);
  else if (form === 'X' || form === 'x' || form === 'Ｘ') kinds[unit] = LETTER_X;
  else if (zeroWidth.test(form)) kinds[unit] = INVISIBLE;
  else if (separator.test(form)) kinds[unit] = SEPARATOR;
}

interface Token {
  digits: string;
  offsets: number[];
  chinese: boolean;
  /** How the token is joined to the one before: spaces and hyphens join parts of one number. */
  joined: boolean;
}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  let current: Token | null = null;
  let gap = 0;
  for (let i = 0; i < text.length; i += 1) {
    const kind = kinds[text.charCodeAt(i)]!;
    if (kind === OTHER) {
      current = null;
      gap = 0;
      continue;
    }
    const isX = kind === LETTER_X && current !== null && gap <= 1;
    if (kind < 10 || isX) {
      if (current === null || gap > 0 || current.digits.endsWith('X')) {
        const joined: boolean = current !== null && gap === 1 && !current.digits.endsWith('X');
        current = { digits: '', offsets: [], chinese: true, joined };
        found.push(current);
      }
      current.digits += isX ? 'X' : String(kind);
      current.offsets.push(i);
      if (isX || !han.test(text[i]!)) current.chinese = false;
      gap = 0;
    } else if (kind === INVISIBLE) continue;
    else if (kind === SEPARATOR && current !== null && gap < 1) gap += 1;
    else {
      current = null;
      gap = 0;
    }
  }
  return found;
}

/** Every way to read so many digits as one number: one token, or neighbouring tokens joined by single separators. */
export function digitRuns(text: string, lengths: readonly number[]): DigitRun[] {
  const list = tokens(text);
  const runs: DigitRun[] = [];
  const longest = Math.max(...lengths);
  for (let i = 0; i < list.length; i += 1) {
    let digits = '';
    let offsets: number[] = [];
    for (let j = i; j < list.length && (j === i || list[j]!.joined); j += 1) {
      digits += list[j]!.digits;
      if (digits.length > longest) break;
      offsets = j === i ? list[i]!.offsets : [...offsets, ...list[j]!.offsets];
      if (lengths.includes(digits.length)) {
        const whole = j === i ? list[i]!.digits.length >= 11 || !list[i]!.chinese : true;
        if (whole) runs.push({ digits, offsets });
      }
    }
  }
  return runs;
}

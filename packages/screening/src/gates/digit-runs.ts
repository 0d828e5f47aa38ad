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
  let gap = '';
  for (let i = 0; i < text.length; i += 1) {
    const unit = text[i]!;
    const digit = unit >= '0' && unit <= '9' ? unit : forms[unit] ?? ((unit === 'X' || unit === 'x' || unit === 'Ｘ') && current !== null && current.digits.length > 0 && gap.length <= 1 ? 'X' : undefined);
    if (digit !== undefined) {
      if (current === null || gap !== '' || current.digits.endsWith('X')) {
        const joined: boolean = current !== null && gap.length === 1 && !current.digits.endsWith('X');
        current = { digits: '', offsets: [], chinese: true, joined };
        found.push(current);
      }
      current.digits += digit;
      current.offsets.push(i);
      if (!han.test(unit)) current.chinese = false;
      gap = '';
    } else if (zeroWidth.test(unit)) continue;
    else if (separator.test(unit) && current !== null && gap.length < 1) gap += unit;
    else {
      current = null;
      gap = '';
    }
  }
  return found;
}

/** Every way to read `lengths` digits as one number: one token, or neighbouring tokens joined by single separators. */
export function digitRuns(text: string, lengths: readonly number[]): DigitRun[] {
  const list = tokens(text);
  const runs: DigitRun[] = [];
  const longest = Math.max(...lengths);
  for (let i = 0; i < list.length; i += 1) {
    let digits = '';
    let offsets: number[] = [];
    for (let j = i; j < list.length && (j === i || list[j]!.joined); j += 1) {
      digits += list[j]!.digits;
      offsets = [...offsets, ...list[j]!.offsets];
      if (digits.length > longest) break;
      if (lengths.includes(digits.length)) {
        const whole = j === i ? list[i]!.digits.length >= 11 || !list[i]!.chinese : true;
        if (whole) runs.push({ digits, offsets });
      }
    }
  }
  return runs;
}

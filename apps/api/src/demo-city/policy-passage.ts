const NUMERALS = '一二三四五六七八九十百零';

/** 1..199 in Chinese numerals, as articles and sections count. */
function chineseNumber(value: number): string {
  const digits = '零一二三四五六七八九';
  if (value < 10) return digits[value]!;
  if (value < 20) return `十${value % 10 ? digits[value % 10]! : ''}`;
  if (value < 100) return `${digits[Math.floor(value / 10)]!}十${value % 10 ? digits[value % 10]! : ''}`;
  const rest = value % 100;
  if (rest === 0) return '一百';
  return rest < 10 ? `一百零${digits[rest]!}` : `一百${rest < 20 ? '一' : ''}${chineseNumber(rest)}`;
}

/**
 * The lines of a policy text that an anchor names: 'art-5' 第五条, 'sec-2' 二、, 'sec-2-1' 二、（一）.
 * Null when the text has no such passage. Line-based; it serves the city's own texts, not imports.
 */
export function passageOf(text: string, anchor: string): string | null {
  const lines = text.split('\n');
  const cut = (from: RegExp, until: RegExp, within: string[]): string[] | null => {
    const start = within.findIndex((line) => from.test(line));
    if (start < 0) return null;
    const length = within.slice(start + 1).findIndex((line) => until.test(line) || line.trim() === '');
    return within.slice(start, length < 0 ? undefined : start + 1 + length);
  };
  const [kind, first, second] = anchor.split('-');
  const ordinal = chineseNumber(Number(first));
  if (kind === 'art') return cut(new RegExp(`^第${ordinal}条`), new RegExp(`^第[${NUMERALS}]+[条章]`), lines)?.join('\n') ?? null;
  if (kind !== 'sec') return null;
  const section = cut(new RegExp(`^${ordinal}、`), new RegExp(`^[${NUMERALS}]+、`), lines);
  if (!section || second === undefined) return section?.join('\n') ?? null;
  return cut(new RegExp(`^（${chineseNumber(Number(second))}）`), new RegExp(`^（[${NUMERALS}]+）`), section)?.join('\n') ?? null;
}

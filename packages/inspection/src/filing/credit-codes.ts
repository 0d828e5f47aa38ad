/** Characters of a unified social credit code in order of value: no I, O, S, V, Z (GB 32100-2015). */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The 18th character for the first 17, or null when one of them is not allowed (GB 32100-2015, 4.4). */
export function creditCodeCheck(first17: string): string | null {
  if (first17.length !== 17) return null;
  let sum = 0;
  for (let at = 0; at < 17; at += 1) {
    const value = CHARACTERS.indexOf(first17[at]!);
    if (value < 0) return null;
    sum += value * WEIGHTS[at]!;
  }
  return CHARACTERS[(31 - (sum % 31)) % 31]!;
}

/** What is wrong with a unified social credit code, in Chinese, or null when it is well formed. */
export function creditCodeProblem(code: string): string | null {
  if (code.length !== 18) return `统一社会信用代码应为18位，现为${code.length}位`;
  const bad = [...code].filter((char) => !CHARACTERS.includes(char));
  if (bad.length > 0) return `统一社会信用代码中不会出现“${bad[0]}”`;
  if (!/^\d{6}$/u.test(code.slice(2, 8))) return '统一社会信用代码第3至8位应为行政区划代码';
  return creditCodeCheck(code.slice(0, 17)) === code[17] ? null : '统一社会信用代码校验位不符，请核对是否抄错';
}

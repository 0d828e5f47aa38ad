/**
 * part of whole as a percentage with a fixed number of decimals, rounded half up in whole numbers: '95.77%'.
 * Exactly all and exactly nothing print without decimals. Null when whole is 0. Throws RangeError for negative or broken numbers.
 */
export function percentage(part: number, whole: number, decimals = 2): string | null {
  if (![part, whole, decimals].every((each) => Number.isSafeInteger(each) && each >= 0)) throw new RangeError(`not a share: ${part}/${whole}`);
  if (whole === 0) return null;
  if (part === 0 || part === whole) return part === 0 ? '0%' : '100%';
  const scaled = (2n * BigInt(part) * 100n * 10n ** BigInt(decimals) + BigInt(whole)) / (2n * BigInt(whole));
  const digits = scaled.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? `${digits}%` : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}%`;
}

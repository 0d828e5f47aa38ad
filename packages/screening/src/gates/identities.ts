const provinces = new Set(['11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43', '44', '45', '46', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82', '83']);
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

function isDay(year: number, month: number, day: number): boolean {
  const days = [31, (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1]!;
}

/** 18 characters with a province, a birthday and, when `strict`, the check character of GB 11643—1999 (ISO 7064 MOD 11-2). */
export function isIdentityNumber(id: string, strict = true): boolean {
  if (!/^\d{17}[\dX]$/.test(id) || !provinces.has(id.slice(0, 2))) return false;
  const year = Number(id.slice(6, 10));
  if (year < 1900 || year > 2099 || !isDay(year, Number(id.slice(10, 12)), Number(id.slice(12, 14)))) return false;
  if (!strict) return true;
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += Number(id[i]) * weights[i]!;
  return checks[sum % 11] === id[17];
}

/** The old number of 15 digits: a province and a birthday of the 1900s, no check digit. */
export function isOldIdentityNumber(id: string): boolean {
  return /^\d{15}$/.test(id) && provinces.has(id.slice(0, 2)) && isDay(1900 + Number(id.slice(6, 8)), Number(id.slice(8, 10)), Number(id.slice(10, 12)));
}

/** Check digit of bank card numbers (ISO/IEC 7812-1, Luhn). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    let digit = Number(digits[digits.length - 1 - i]);
    if (i % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return digits.length > 0 && sum % 10 === 0;
}

/** Issuer numbers of cards in China: UnionPay 62 and 60, and the 16-digit cards of the international schemes. */
export function hasCardIssuer(digits: string): boolean {
  return /^(?:62|60|9[0-9]|68|69)/.test(digits) || (digits.length === 16 && /^(?:4|5[1-5]|35|2[2-7])/.test(digits));
}

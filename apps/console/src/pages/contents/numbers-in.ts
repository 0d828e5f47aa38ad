/** A number with its unit as it stands in a text; UTF-16 code units. */
export interface FoundNumber { start: number; end: number; text: string }

const DATE = '\\d{4}年\\d{1,2}月(?:\\d{1,2}日)?';
const AMOUNT = '\\d+(?:[,，]\\d{3})*(?:\\.\\d+)?\\s*(?:%|％|‰|亿元|万元|元|个工作日|个月|周岁|岁|平方米|公里|小时|分钟|万人|年|月|日|天|人|户|次|份|倍|级)?';
const DOCUMENT_NUMBER = '[〔\\[]\\d{4}[〕\\]]\\s*\\d+号';
const LONG_RUN = '\\d{7,}';
const PATTERN = new RegExp(`(${DOCUMENT_NUMBER}|${LONG_RUN})|(${DATE}|${AMOUNT})`, 'g');

/** The dates, amounts, shares and terms of a text, each of which should stand in its source; 文号 and long codes are not among them. */
export function numbersIn(text: string): FoundNumber[] {
  return [...text.matchAll(PATTERN)].filter((match) => match[2] !== undefined).map((match) => ({ start: match.index, end: match.index + match[0].trimEnd().length, text: match[0].trimEnd() }));
}

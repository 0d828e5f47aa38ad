import { normalise, sourceSpan } from './normalise.js';

/** A 文号: the shorthand of the agency, the year, the serial. */
export interface DocumentNumber {
  start: number;
  end: number;
  text: string;
  agency: string;
  year: number;
  serial: number;
  /** 太政办〔2019〕112号, whatever brackets and spaces the text used. */
  canonical: string;
}

const NUMBER = /[〔[({【〖「] *((?:19|20)\d{2}) *年? *[〕\])}】〗」] *(?:第 *)?(\d{1,5}) *号/g;
const LONGEST_RUN = 20;

/** Where the run of Han characters right before `at` begins; single spaces between them are allowed, and spaces at its end. */
function runBefore(text: string, at: number, floor: number): { from: number; to: number } {
  let to = at;
  while (to > floor && text[to - 1] === ' ') to--;
  let from = to;
  for (let i = to; i > floor && to - i < LONGEST_RUN; i--) {
    const unit = text.charCodeAt(i - 1);
    if (unit >= 0x4e00 && unit <= 0x9fa5) from = i - 1;
    else if (unit !== 0x20) break;
  }
  return { from, to };
}

/** Words that stand before a shorthand without being part of it; everything up to the last of them is cut off. */
const BEFORE = /根据|按照|依据|依照|遵照|贯彻|落实|执行|转发|印发|以及|详见|参见|废止|失效|文件|通知|意见|决定|办法|文号|人民政府|委员会|办公厅|办公室|我[院厅局委]以?|现将|同时|作为|适用|修改|即将|报送|(?<=[条款项件办])和|[的为与及或见号在从第至是]|^[和原以经由对据按依]/g;

/** The shorthand itself, without the running text it was glued to: 根据苏政办发 → 苏政办发. */
function agencyIn(run: string): { agency: string; from: number } {
  let from = 0;
  for (const match of run.matchAll(BEFORE)) {
    const end = match.index + match[0].length;
    if (end < run.length) from = end;
  }
  const rest = run.slice(from);
  const lead = /^[和原以经由对 ]+(?=[\u4e00-\u9fa5]{2})/.exec(rest);
  if (from > 0 && lead) from += lead[0].length;
  return { agency: run.slice(from).replaceAll(' ', ''), from: from + (/^ */.exec(run.slice(from))![0].length) };
}

/** Every 文号 in the text, in any bracket style (〔〕 [] （） 【】), in order. Offsets are UTF-16 units of the text. */
export function findDocumentNumbers(text: string): DocumentNumber[] {
  const n = normalise(text, { lowerCase: false, traditional: false });
  const found: DocumentNumber[] = [];
  let floor = 0;
  for (const match of n.text.matchAll(NUMBER)) {
    const run = runBefore(n.text, match.index, floor);
    floor = match.index + match[0].length;
    if (run.from === run.to) continue;
    const { agency, from } = agencyIn(n.text.slice(run.from, run.to));
    if (agency.length < 2) continue;
    const span = sourceSpan(n, run.from + from, match.index + match[0].length);
    const [year, serial] = [Number(match[1]), Number(match[2])];
    found.push({ ...span, text: text.slice(span.start, span.end), agency, year, serial, canonical: `${agency}〔${year}〕${serial}号` });
  }
  return found;
}

/** The canonical form of a text that is one 文号 and nothing else; null otherwise. */
export function canonicalDocumentNumber(text: string): string | null {
  const trimmed = text.trim();
  const found = findDocumentNumbers(trimmed);
  const only = found[0];
  return found.length === 1 && only && only.start === 0 && only.end === trimmed.length ? only.canonical : null;
}

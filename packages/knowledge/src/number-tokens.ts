import { findArticleReferences, findDocumentNumbers, normalise, parseNumeral } from '@govmedia-hub/chinese-text';

/** A number as it was asked for: the tokens that would prove a match, the most telling first. */
export interface NumberMention { start: number; end: number; tokens: string[] }

const LOOSE = /([\u4e00-\u9fa5]{0,12}?)[ 〔[({【]*((?:19|20)\d{2})?[ 〕\])}】年-]*(?:第 *)?(\d{1,5}|[〇零一二两三四五六七八九十百千]{1,7}) *号(?!楼|线|院|门|机|码|召|令)/g;

const full = (agency: string, year: number, serial: number): string => `#n:${agency}:${year}:${serial}`;
const yearless = (agency: string, serial: number): string => `#n:${agency}:${serial}`;
const agencyless = (year: number, serial: number): string => `#n:${year}:${serial}`;
const bare = (serial: number): string => `#n:${serial}`;

/** Tokens under which the 文号 in a text are filed: with and without agency and year, so that any writing finds them. */
export function documentNumberTokens(text: string): string[] {
  const tokens: string[] = [];
  if (!text.includes('号')) return tokens;
  for (const { agency, year, serial } of findDocumentNumbers(text)) {
    tokens.push(full(agency, year, serial), yearless(agency, serial), agencyless(year, serial), bare(serial));
  }
  return tokens;
}

/** Tokens of the articles named in a text: 第十二条 and 第12条 are both '#a:12'; 第十二条之一 is '#a:12-1'. */
export function articleTokens(text: string): string[] {
  if (!text.includes('条')) return [];
  return findArticleReferences(text).map(({ article, sub }) => (sub === null ? `#a:${article}` : `#a:${article}-${sub}`));
}

/**
 * The numbers in a question, in any writing: 太政办〔2019〕112号, 太政办2019年112号, 太政办112号, 112号文, 第12条.
 * Spans are of the given text. For a loose 文号 every possible shorthand before the number is offered, longest first.
 */
export function numbersInQuestion(text: string): NumberMention[] {
  const mentions: NumberMention[] = findArticleReferences(text).map(({ start, end, article, sub }) => ({
    start, end, tokens: [sub === null ? `#a:${article}` : `#a:${article}-${sub}`],
  }));
  const strict = findDocumentNumbers(text);
  for (const { start, end, agency, year, serial } of strict) {
    mentions.push({ start, end, tokens: [full(agency, year, serial), ...suffixes(agency).flatMap((tail) => [full(tail, year, serial)]), agencyless(year, serial)] });
  }
  const plain = normalise(text, { lowerCase: false, traditional: false, zeroWidth: false }).text;
  for (const match of plain.matchAll(LOOSE)) {
    const end = match.index + match[0].length;
    if (mentions.some((mention) => match.index < mention.end && mention.start < end)) continue;
    const serial = parseNumeral(match[3]!);
    if (serial === null || !Number.isInteger(serial) || serial < 1) continue;
    const year = match[2] === undefined ? null : Number(match[2]);
    const run = match[1]!;
    const named = [run, ...suffixes(run)].filter((agency) => agency.length >= 2);
    const tokens = year === null
      ? [...named.map((agency) => yearless(agency, serial)), bare(serial)]
      : [...named.map((agency) => full(agency, year, serial)), agencyless(year, serial)];
    mentions.push({ start: match.index + run.length, end, tokens });
  }
  return mentions.sort((a, b) => a.start - b.start);
}

function suffixes(run: string): string[] {
  const tails: string[] = [];
  for (let from = 1; from <= run.length - 2; from++) tails.push(run.slice(from));
  return tails;
}

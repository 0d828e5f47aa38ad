import { findQuantities, type DateMention, type Quantity } from '@govmedia-hub/chinese-text';
import { articlesIn, citationsIn, datesIn } from '../remembered.js';

/** A number or date of a text, with the words around it. */
export interface Fact {
  start: number;
  end: number;
  text: string;
  quantity: Quantity | null;
  date: DateMention | null;
  /** Han characters before and after, within the clause, nearest first in `before`. */
  before: string;
  after: string;
  /** The whole clause before the fact, to see whether it speaks of the past. */
  clause: string;
  /** What follows in the sentence, to see whether it denies. */
  rest: string;
  /** 月, 年, 人 …: how often or to whom an amount is paid; null when the words before do not say. */
  per: string | null;
  /** Pairs of characters of the words around, for kinship. */
  pairs: ReadonlySet<string>;
}

const filler = /(?:约|为|是|达到|达|共计|共|合计|最高|最低|最多|最少|至少|不超过|不低于|不少于|不得超过|不得低于|超过|低于|满|不满|按照?|给予|领取|能领|可领|可以领|领|发放|可获|享受|有|在|于|从|自|到|至|人民币|一次性|每人|的|，|、|（|\s)+$/;
const han = (text: string): string => text.replace(/[^\u4e00-\u9fffA-Za-z]/g, '');

const rate = /每(?:人每|户每|名[\u4e00-\u9fff]{0,4}每)?(月|年|季度|季|日|天|周|学期|次|亩|吨)[\u4e00-\u9fff]{0,6}?$/;

function pairsOf(before: string, after: string): Set<string> {
  const pairs = new Set<string>();
  for (const words of [...before.split(/[^\u4e00-\u9fffA-Za-z]+/), after]) for (let i = 0; i + 1 < words.length; i += 1) pairs.add(words.slice(i, i + 2));
  return pairs;
}

function wordsAround(text: string, start: number, end: number): Pick<Fact, 'before' | 'after' | 'clause' | 'rest' | 'per' | 'pairs'> {
  let from = start;
  while (from > 0 && start - from < 40 && !/[。；！？\n]/.test(text[from - 1]!)) from -= 1;
  let to = end;
  while (to < text.length && to - end < 12 && !/[。；！？，、\n]/.test(text[to]!)) to += 1;
  const clause = text.slice(from, start).replace(/^[\s　]*(?:第[〇一二三四五六七八九十百\d]{1,6}条(?:之[一二三四五六七八九十])?|[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．])[\s　]*/, '');
  const words = clause.replace(filler, '');
  const after = han(text.slice(end, to)).replace(/^(?:的|之|给予|予以|进行|收取|发放)+/, '').slice(0, 8);
  return { before: han(words).slice(-14), after, per: rate.exec(clause)?.[1] ?? null, pairs: pairsOf(words.replace(/\d[\d.,]*(?:万|亿)?(?:元|个月|个工作日|日|年|月|%|人|平方米)?/g, ' ').slice(-26), after), clause, rest: text.slice(end, Math.min(text.length, end + 24)).split(/[。；\n]/)[0]! };
}

const generic = /^[个项种类条次点大方份批]$/;

/** Spans whose numbers are names, not facts: 文号, titles, article references, telephone numbers, addresses on the web. */
function nameSpans(text: string): [number, number][] {
  const spans: [number, number][] = [];
  for (const citation of citationsIn(text)) spans.push([citation.start, citation.end]);
  for (const reference of articlesIn(text)) spans.push([reference.start, reference.end]);
  for (const match of text.matchAll(/《[^《》\n]{1,80}》|(?:https?:\/\/|www\.)\S+|(?<!\d)(?:0\d{2,3}[-—－]?)?\d{7,8}(?:[-—－]\d{1,4})?(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)(?:1[012]\d|123\d\d|9[56]\d{3}|400[-\d]{7,9})(?!\d|[元人户个%日天件家名项次岁周月年小分平亩吨公千克米]|万|亿)|第[〇一二三四五六七八九十百\d]+(?:章|节|款|项|批|届|次|季度|期|版|页|号|步|阶段|类)|附件\s*\d+|[（(][\d一二三四五六七八九十]{1,3}[)）]/g)) spans.push([match.index, match.index + match[0].length]);
  return spans;
}

/** Every number and date of a text that a reader could check against its source. */
export function findFacts(text: string): Fact[] {
  const names = nameSpans(text);
  const inName = (start: number, end: number): boolean => names.some(([from, to]) => start < to && end > from);
  const facts: Fact[] = [];
  for (const date of datesIn(text)) {
    if (!inName(date.start, date.end)) facts.push({ start: date.start, end: date.end, text: date.text, quantity: null, date, ...wordsAround(text, date.start, date.end) });
  }
  for (const quantity of [...findQuantities(text), ...findDiscounts(text), ...findRatios(text)]) {
    if (quantity.kind === 'plain' || inName(quantity.start, quantity.end)) continue;
    if (facts.some((fact) => fact.start < quantity.end && fact.end > quantity.start)) continue;
    const chinese = !/\d/.test(quantity.text.normalize('NFKC'));
    if (chinese && quantity.kind === 'count' && quantity.value <= 10 && generic.test(quantity.unit ?? '')) continue;
    if (chinese && /^(?:[一两]年(?!内)|[一两]天|一日|一人|一户|一家|一位|一名|一元|百分之百|一倍|三口|两地)$/.test(quantity.text) && quantity.direction === null && quantity.value <= 1) continue;
    facts.push({ start: quantity.start, end: quantity.end, text: quantity.text, quantity, date: null, ...wordsAround(text, quantity.start, quantity.end) });
  }
  return facts.sort((a, b) => a.start - b.start);
}

const tenths = '〇一二三四五六七八九';

/** 8折, 八五折: a share of the price, in per cent. */
function findDiscounts(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(/(?<![\d一二三四五六七八九])(\d(?:\.\d)?|\d{2}|[一二三四五六七八九]{1,2})折(?!合|算|旧|扣|叠|射|腾|返|抵|价)/g)) {
    const digits = match[1]!.replace(/[一二三四五六七八九]/g, (digit) => String(tenths.indexOf(digit)));
    const value = digits.length === 2 ? Number(digits) : Number(digits) * 10;
    found.push({ start: match.index, end: match.index + match[0].length, text: match[0], value, upTo: null, unit: '%', kind: 'percentage', direction: null });
  }
  return found;
}

/** 6:4的比例: the parts of a ratio, as the share of the first. */
function findRatios(text: string): Quantity[] {
  return [...text.matchAll(/(?<![\d:：∶])(\d{1,2}(?:\.\d)?)[:：∶](\d{1,2}(?:\.\d)?)(?=的?(?:比例|比率|分担|分摊|分成|承担|配套|配比))/g)].map((match) => ({
    start: match.index, end: match.index + match[0].length, text: match[0], value: Number(match[1]) / Number(match[2]), upTo: null, unit: '比', kind: 'count' as const, direction: null,
  }));
}

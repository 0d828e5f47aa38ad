import type { Quantity } from '@govmedia-hub/chinese-text';
import type { BoundSource, ScreeningInput } from '../input.js';
import type { Lexicons } from '../lexicons/registers.js';
import type { Page } from '../page.js';
import { findFacts, type Fact } from './facts.js';

const past = /原来|原(?:为|定|标准)|此前|以前|之前|去年|上年|往年|过去|旧(?:标准|政策|办法)|例如|比如|假设|假如|举例|如果按|以.{1,8}为例|同比|目前已|截至/;

/** 60周岁以下的不能领: the other side of the same bound. */
const denies = /不能|不得|不予|不可|不再|不享受|不符合|不属于|不需|无需|除外|不补|不发|不计/;

/** Comparable measure: months for years, days for weeks and hours; working days stand alone. */
function measure(quantity: Quantity): { value: number; upTo: number | null; unit: string } {
  const scale: Record<string, [string, number]> = { 年: ['月', 12], 季度: ['月', 3], 周: ['日', 7], 小时: ['分钟', 60], 平方公里: ['平方米', 1e6], 公顷: ['平方米', 1e4], 公里: ['米', 1000], 吨: ['公斤', 1000], '‰': ['%', 0.1] };
  const [unit, factor] = scale[quantity.unit ?? ''] ?? [quantity.unit ?? '', 1];
  return { value: quantity.value * factor, upTo: quantity.upTo === null ? null : quantity.upTo * factor, unit };
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * 1e-9;
const upper = (direction: Quantity['direction']): boolean | null => (direction === null ? null : direction === 'at_most' || direction === 'less_than');

function sameNumber(a: Quantity, b: Quantity): boolean {
  const [x, y] = [measure(a), measure(b)];
  if (x.unit !== y.unit) {
    const hours = (m: typeof x): number | null => (m.unit === '日' ? m.value * 1440 : m.unit === '分钟' ? m.value : null);
    const [p, q] = [hours(x), hours(y)];
    return p !== null && q !== null && a.upTo === null && b.upTo === null && near(p, q);
  }
  if (x.upTo !== null && y.upTo !== null) return near(x.value, y.value) && near(x.upTo, y.upTo);
  if (x.upTo === null && y.upTo === null) return near(x.value, y.value);
  const [single, range] = x.upTo === null ? [x, y] : [y, x];
  return x.upTo === null && (near(single.value, range.value) || near(single.value, range.upTo!));
}

type Agreement = 'same' | 'direction' | 'boundary' | 'working-day' | 'other';

function compareQuantities(a: Quantity, b: Quantity): Agreement {
  const units = [a.unit, b.unit];
  if (units.includes('工作日') && units.includes('日')) return near(a.value, b.value) && (a.upTo ?? 0) === (b.upTo ?? 0) ? 'working-day' : 'other';
  if (!sameNumber(a, b)) return 'other';
  const [x, y] = [upper(a.direction), upper(b.direction)];
  if (x === null || y === null) return 'same';
  if (x !== y) return 'direction';
  return a.direction === b.direction ? 'same' : 'boundary';
}

function sameDate(a: Fact, b: Fact): boolean {
  const [x, y] = [a.date!, b.date!];
  return x.month === y.month && (x.year === null || y.year === null || x.year === y.year) && (x.day === null || y.day === null || x.day === y.day);
}

/** Shared pairs of characters: how far two numbers stand among the same words, 0..1. */
function kinship(a: Fact, b: Fact): number {
  let tail = 0;
  while (tail < a.before.length && tail < b.before.length && a.before[a.before.length - 1 - tail] === b.before[b.before.length - 1 - tail]) tail += 1;
  let head = 0;
  while (head < a.after.length && head < b.after.length && a.after[head] === b.after[head]) head += 1;
  const pairs = (text: string): Set<string> => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
  const [x, y] = [pairs(a.before), pairs(b.before)];
  let shared = 0;
  for (const pair of x) if (y.has(pair)) shared += 1;
  const overlap = shared / Math.max(1, Math.min(x.size, y.size));
  const whole = tail >= 3 && tail === Math.min(a.before.length, b.before.length);
  if (tail >= 4 || whole || (tail >= 1 && head >= 3)) return Math.max(0.8, overlap);
  if (shared >= 4 && overlap >= 0.6) return overlap;
  if (a.date && head >= 3 && (tail >= 1 || shared >= 1 || a.before.length <= 2)) return 0.7;
  if (shared >= 3 && overlap >= 0.5 && head >= 2) return 0.6;
  return 0;
}

interface Judged {
  fact: Fact;
  agreement: Agreement;
  twin: Fact | null;
}

function judge(fact: Fact, sources: readonly Fact[]): Judged {
  const rank: Agreement[] = ['same', 'boundary', 'direction', 'working-day'];
  let found: Judged = { fact, agreement: 'other', twin: null };
  for (const other of sources) {
    let agreement: Agreement = 'other';
    if (fact.quantity && other.quantity) agreement = compareQuantities(fact.quantity, other.quantity);
    else if (fact.date && other.date && sameDate(fact, other)) agreement = 'same';
    if (agreement === 'same') return { fact, agreement, twin: other };
    if (agreement !== 'other' && (found.agreement === 'other' || rank.indexOf(agreement) < rank.indexOf(found.agreement) || (agreement === found.agreement && kinship(fact, other) > kinship(fact, found.twin!)))) found = { fact, agreement, twin: other };
  }
  return found;
}

/** The source's number that stands among the same words as this one, when the text does not give it elsewhere. */
function counterpart(fact: Fact, sources: readonly Fact[], confirmed: ReadonlySet<Fact>): Fact | null {
  let best: Fact | null = null;
  let score = 0.55;
  for (const other of sources) {
    const comparable = fact.date ? other.date !== null : other.quantity !== null && (measure(other.quantity).unit === measure(fact.quantity!).unit || (fact.quantity!.kind === 'duration' && other.quantity.kind === 'duration') || (fact.quantity!.kind === 'percentage' && other.quantity.kind === 'percentage'));
    if (!comparable) continue;
    const kin = kinship(fact, other);
    if (kin > score) {
      best = other;
      score = kin;
    }
  }
  return best && !confirmed.has(best) ? best : null;
}

/** Where the text of one source begins; texts of several sources are read as one list of facts. */
const factsOf = (sources: readonly BoundSource[]): Fact[] => sources.flatMap((source) => factsOfSource(source.text));

/** One source is asked for again with every change of the text that rests on it. */
const remembered: { text: string; facts: Fact[] }[] = [];
function factsOfSource(text: string): Fact[] {
  const known = remembered.find((entry) => entry.text === text);
  if (known) return known.facts;
  const facts = findFacts(text);
  if (remembered.length === 8) remembered.shift();
  if (text.length < 400_000) remembered.push({ text, facts });
  return facts;
}

/** 政策关: numbers, dates, amounts, percentages and time limits of the text against the bound sources. */
export function screenPolicy(page: Page, input: ScreeningInput, lexicons: Lexicons): void {
  if (input.kind === 'interpretation') checkElements(page, lexicons);
  const facts = findFacts(page.text);
  const sources = input.sources ?? [];
  if (sources.length === 0) {
    if (facts.length > 0 && input.kind !== 'document') page.report('policy.no-source', 0, 0, `没有绑定政策原文，文中${facts.length}处数字、日期未能核对`);
    return;
  }
  const known = factsOf(sources);
  const judged = facts.map((fact) => judge(fact, known));
  const confirmed = new Set(judged.filter((entry) => entry.agreement === 'same').map((entry) => entry.twin!));
  for (const { fact, agreement, twin } of judged) {
    if (agreement === 'same') continue;
    const softened = past.test(fact.clause) || (agreement === 'direction' && denies.test(fact.rest));
    if (agreement === 'working-day') {
      page.report('policy.contradicts', fact.start, fact.end, `原文是“${twin!.text}”，工作日与自然日不同`, twin!.text);
      continue;
    }
    if (agreement === 'direction') {
      const [start, end] = withBound(page.text, fact);
      page.report('policy.contradicts', start, end, `限定方向与原文相反，原文是“${phrase(twin!, sources)}”`, null, softened ? { severity: 'warn' } : {});
      continue;
    }
    if (agreement === 'boundary') {
      page.report('policy.not-found', fact.start, fact.end, `限定与原文不同（是否含本数），原文是“${phrase(twin!, sources)}”`, null);
      continue;
    }
    const other = counterpart(fact, known, confirmed);
    if (other && !softened) page.report('policy.contradicts', fact.start, fact.end, `与原文不一致，原文是“${other.text}”`, other.text);
    else if (!isLoose(fact)) page.report('policy.not-found', fact.start, fact.end, fact.date ? '原文中没有找到这个日期' : '原文中没有找到这个数据', null);
  }
}

/** 共15条, 一个月: the size of the document itself and spoken spans of time are no data of the source. */
function isLoose(fact: Fact): boolean {
  return fact.quantity !== null && (fact.quantity.unit === '条' || /^[一两半]个月$/.test(fact.text));
}

/** The source's words around a fact, bounds included. */
function phrase(fact: Fact, sources: readonly BoundSource[]): string {
  const source = sources.find((entry) => entry.text.slice(fact.start, fact.end) === fact.text);
  if (!source) return fact.text;
  const [start, end] = withBound(source.text, fact);
  return source.text.slice(start, end);
}

/** Widens a span over the words that bound its number: 不超过…, …以上. */
function withBound(text: string, fact: Fact): [number, number] {
  const before = /(?:不得|不能|不应)?(?:不?(?:超过|低于|少于|高于|多于|足|满)|至少|最多|最少|最高|最低|至多)(?:为|达到|达)?$/.exec(text.slice(Math.max(0, fact.start - 10), fact.start));
  const after = /^(?:\(含\)|（含）)?(?:及)?(?:以[上下内]|之内|内)/.exec(text.slice(fact.end, fact.end + 8));
  return [fact.start - (before?.[0].length ?? 0), fact.end + (after?.[0].length ?? 0)];
}

function checkElements(page: Page, lexicons: Lexicons): void {
  const missing = lexicons.interpretationElements.entries.filter((entry) => !entry.words.some((word) => page.text.includes(word))).map((entry) => entry.element);
  if (missing.length > 0) page.report('policy.interpretation-elements', 0, 0, `解读中没有看到：${missing.join('、')}`);
}

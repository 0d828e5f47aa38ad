import type { Quantity } from '@govmedia-hub/chinese-text';
import type { FindingDraft } from '../findings.js';
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

/** How rare a pair of characters is around the facts of the sources: 1 for a pair of one fact, towards 0 for one of all. */
type Rarity = (pair: string) => number;

function rarityIn(facts: readonly Fact[]): Rarity {
  const counts = new Map<string, number>();
  for (const fact of facts) for (const pair of fact.pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const whole = Math.log(1 + facts.length);
  return (pair) => { const count = counts.get(pair); return count === undefined ? 0 : Math.max(0.15, Math.log((1 + facts.length) / count) / whole); };
}

function common(a: string, b: string, at: (text: string, i: number) => string | undefined): number {
  let n = 0;
  while (n < a.length && n < b.length && at(a, n) === at(b, n)) n += 1;
  return n;
}

/** How far two numbers stand among the same words, 0..1; from 0.55 on they speak of the same thing. */
function kinship(a: Fact, b: Fact, rarity: Rarity): number {
  const tail = common(a.before, b.before, (text, i) => text[text.length - 1 - i]);
  const head = common(a.after, b.after, (text, i) => text[i]);
  let [shared, weight, best] = [0, 0, 0];
  for (const pair of a.pairs) {
    if (!b.pairs.has(pair)) continue;
    shared += 1;
    weight += rarity(pair);
    best = Math.max(best, rarity(pair));
  }
  const overlap = shared / Math.max(1, Math.min(a.pairs.size, b.pairs.size));
  const fine = Math.min(0.19, tail * 0.012 + head * 0.012 + weight * 0.01);
  const whole = tail >= 3 && tail === Math.min(a.before.length, b.before.length);
  if (tail >= 4 || whole || (tail >= 1 && head >= 3) || head >= 5) return 0.8 + fine;
  if (head >= 2 && head === a.after.length && head === b.after.length && (a.before === '' || shared >= head)) return 0.7 + fine;
  if (shared >= 4 && overlap >= 0.6) return 0.7 + fine;
  if (a.date && head >= 3 && (tail >= 1 || shared >= 1 || a.before.length <= 2)) return 0.7 + fine;
  if (shared >= 3 && overlap >= 0.5 && (head >= 2 || best >= 0.5)) return 0.6 + fine;
  if (shared >= 2 && overlap >= 0.4 && weight >= 0.9) return 0.56 + fine;
  return Math.min(0.5, shared * 0.1 + fine);
}

interface Judged {
  fact: Fact;
  agreement: Agreement;
  twin: Fact | null;
  kin: number;
}

const order: readonly Agreement[] = ['same', 'boundary', 'direction', 'working-day', 'other'];

/** The fact of the sources that says the same number, the one among the same words first. */
function judge(fact: Fact, sources: readonly Fact[], rarity: Rarity): Judged {
  let found: Judged = { fact, agreement: 'other', twin: null, kin: 0 };
  for (const other of sources) {
    let agreement: Agreement = 'other';
    if (fact.quantity && other.quantity) agreement = compareQuantities(fact.quantity, other.quantity);
    else if (fact.date && other.date && sameDate(fact, other)) agreement = 'same';
    if (agreement === 'other') continue;
    const kin = kinship(fact, other, rarity);
    const closer = kin >= 0.55 && kin > found.kin + 0.05;
    const milder = order.indexOf(agreement) < order.indexOf(found.agreement) && !(found.kin >= 0.55 && found.kin > kin + 0.05);
    if (closer || milder || (agreement === found.agreement && kin > found.kin)) found = { fact, agreement, twin: other, kin };
  }
  return found;
}

const comparable = (fact: Fact, other: Fact): boolean => (fact.date ? other.date !== null : other.quantity !== null && (measure(other.quantity).unit === measure(fact.quantity!).unit || (fact.quantity!.kind === 'duration' && other.quantity.kind === 'duration') || (fact.quantity!.kind === 'percentage' && other.quantity.kind === 'percentage')));

/** The source's number that stands among the same words as this one, when the text does not give it elsewhere. */
function counterpart(fact: Fact, sources: readonly Fact[], confirmed: ReadonlySet<Fact>, rarity: Rarity): { other: Fact; kin: number } | null {
  let best: Fact | null = null;
  let score = 0.55;
  const rivals = sources.filter((other) => comparable(fact, other));
  for (const other of rivals) {
    const kin = kinship(fact, other, rarity);
    if (kin > score) {
      best = other;
      score = kin;
    }
  }
  // A unit that the sources use once leaves no doubt which number is meant.
  const lone = rivals[0];
  if (!best && fact.quantity && rivals.length === 1 && lone && [...fact.pairs].some((pair) => lone.pairs.has(pair))) best = lone;
  return best && !confirmed.has(best) ? { other: best, kin: score } : null;
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
  const rarity = rarityIn(known);
  const judged = facts.map((fact) => judge(fact, known, rarity));
  const confirmed = new Set(judged.filter((entry) => entry.agreement === 'same').map((entry) => entry.twin!));
  for (const { fact, agreement, twin, kin } of judged) {
    const softened = past.test(fact.clause) || (agreement === 'direction' && denies.test(fact.rest));
    if (agreement === 'same') {
      if (fact.per && twin!.per && fact.per !== twin!.per && kin >= 0.55 && !softened) page.report('policy.contradicts', fact.start, fact.end, `原文是每${twin!.per}“${twin!.text}”，文中是每${fact.per}`, null);
      else if (kin < 0.15 && !softened && fact.quantity?.upTo === null) reportMisplaced(page, fact, twin!, known, confirmed, rarity);
      else if (!softened && fact.quantity) reportOfAnother(page, fact, twin!, known, confirmed);
      continue;
    }
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
    const found = counterpart(fact, known, confirmed, rarity);
    if (found && !softened && !isOtherSide(fact, found.other)) page.report('policy.contradicts', fact.start, fact.end, `与原文不一致，原文是“${found.other.text}”`, found.other.text);
    else if (!isLoose(fact) && !(found && isOtherSide(fact, found.other))) page.report('policy.not-found', fact.start, fact.end, fact.date ? '原文中没有找到这个日期' : '原文中没有找到这个数据', null, example.test(fact.clause) ? { severity: 'note' } : {});
  }
}

const example = /例如|比如|假设|假如|举例|如果按|以.{1,8}为例|小[王李张刘陈赵]|共|合计|累计|算下来|相当于/;

/**
 * 政策关 of an attachment: what contradicts the sources is told, and never blocks, because lists and forms hold numbers of
 * their own; what the sources do not have is not told.
 */
export function screenPolicyOfAttachment(page: Page, input: ScreeningInput, lexicons: Lexicons, drafts: FindingDraft[]): void {
  if ((input.sources ?? []).length === 0) return;
  const before = drafts.length;
  screenPolicy(page, { ...input, kind: 'document' }, lexicons);
  const told = drafts.splice(before).filter((draft) => draft.rule === 'policy.contradicts');
  drafts.push(...told.map((draft) => ({ ...draft, severity: 'warn' as const })));
}

/** The number stands in the source, but among other words; where these words stand, the source gives another number. */
function reportMisplaced(page: Page, fact: Fact, twin: Fact, known: readonly Fact[], confirmed: ReadonlySet<Fact>, rarity: Rarity): void {
  const found = counterpart(fact, known, new Set([...confirmed].filter((other) => other !== twin)), rarity);
  if (!found || found.kin < 0.7 || found.other === twin) return;
  if (fact.quantity && found.other.quantity && compareQuantities(fact.quantity, found.other.quantity) === 'same') return;
  page.report('policy.contradicts', fact.start, fact.end, `与原文不一致，此处原文是“${found.other.text}”`, found.other.text);
}

/** 就业困难人员按照实际缴费额的50%: the source gives this number to others, and another to whom the text names. */
function reportOfAnother(page: Page, fact: Fact, twin: Fact, known: readonly Fact[], confirmed: ReadonlySet<Fact>): void {
  const tailWith = (other: Fact): number => common(fact.before, other.before, (text, i) => text[text.length - 1 - i]);
  const own = tailWith(twin);
  if (fact.before.length < 8) return;
  for (const other of known) {
    if (other === twin || confirmed.has(other) || !comparable(fact, other) || !other.quantity || compareQuantities(fact.quantity!, other.quantity) === 'same') continue;
    const tail = tailWith(other);
    if (tail >= 8 && tail >= own + 4 && tail === Math.min(fact.before.length, other.before.length) && common(fact.after, other.after, (text, i) => text[i]) >= Math.min(2, other.after.length)) return page.report('policy.contradicts', fact.start, fact.end, `与原文不一致，此处原文是“${other.text}”`, other.text);
  }
}

/** 年满41周岁的不能申请 beside 不超过40周岁: the next number on the other side of the bound. */
function isOtherSide(fact: Fact, other: Fact): boolean {
  const [a, b] = [fact.quantity, other.quantity];
  return a !== null && b !== null && a.kind === 'count' && Math.abs(a.value - b.value) === 1 && denies.test(fact.rest);
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
  const before = new RegExp(`(?:不得|不能|不应)?(?:不?(?:超过|低于|少于|高于|多于|足|满)|至少|最多|最少|最高|最低|至多)(?:为|达到|达)?${fact.quantity?.kind === 'percentage' ? '[\\u4e00-\\u9fff]{0,8}' : ''}$`).exec(text.slice(Math.max(0, fact.start - 18), fact.start));
  const after = /^(?:\(含\)|（含）)?(?:及)?(?:以[上下内]|之内|内)/.exec(text.slice(fact.end, fact.end + 8));
  return [fact.start - (before?.[0].length ?? 0), fact.end + (after?.[0].length ?? 0)];
}

function checkElements(page: Page, lexicons: Lexicons): void {
  const missing = lexicons.interpretationElements.entries.filter((entry) => !entry.words.some((word) => page.text.includes(word))).map((entry) => entry.element);
  if (missing.length > 0) page.report('policy.interpretation-elements', 0, 0, `解读中没有看到：${missing.join('、')}`);
}

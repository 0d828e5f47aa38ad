import { checkOrders } from './naming-orders.js';
import { checkOfficials } from './officials.js';
import type { ElementList, Lexicons, NumberedPhrase } from '../lexicons/registers.js';
import type { Page } from '../page.js';
import { applyPatterns, type CompiledPattern } from './text-gate.js';

const numeral = '[一二两三四五六七八九十\\d]';

interface PhrasePatterns {
  /** Any number before what is counted. */
  stated: RegExp;
  /** The right number before what is one character away from what is counted; null for other phrases than 个 with two characters. */
  counted: RegExp | null;
}

const compiled = new WeakMap<NumberedPhrase, PhrasePatterns>();

function patternsOf(phrase: NumberedPhrase): PhrasePatterns {
  let patterns = compiled.get(phrase);
  if (!patterns) {
    const leads = phrase.quoted === false ? [] : ['[“"]'];
    const lead = `(?:${[...leads, ...phrase.verbs.flatMap((verb) => [verb, `${verb}“`])].join('|')})`;
    const [first, second] = phrase.head.slice(1);
    patterns = {
      stated: new RegExp(`(?<=${lead})(${numeral})(${phrase.head})`, 'g'),
      counted: phrase.head.length === 3 && phrase.head[0] === '个' ? new RegExp(`${phrase.numeral}个(${first}[\\u4e00-\\u9fff]|[\\u4e00-\\u9fff]${second})(?=[”、，。；\\n]|$)(?<=(?:${['“', ...phrase.verbs].join('|')})${phrase.numeral}个..)`, 'g') : null,
    };
    compiled.set(phrase, patterns);
  }
  return patterns;
}

/** “五个意识”, 增强三个意识: the number of a numbered phrase is fixed. */
function checkNumberedPhrases(page: Page, phrases: readonly NumberedPhrase[]): void {
  for (const phrase of phrases) {
    if (!page.text.includes(phrase.head)) continue;
    for (const match of page.text.matchAll(patternsOf(phrase).stated)) {
      const stated = match[1]!;
      if (stated === phrase.numeral || (phrase.count === 2 && stated === '二' && phrase.numeral === '两')) continue;
      page.report('politics.numbered-phrase', match.index, match.index + match[0].length, `应为“${phrase.numeral}${phrase.head}”`, `${phrase.numeral}${phrase.head}`);
    }
  }
}

/** Words that rightly follow the same number although they share a character with a phrase: 两个确保. */
const otherHeads = new Set(['确保', '维权', '意见', '自主', '自治', '全程', '全员']);

/** 做到“两个维持”, 增强四个意思: the number is right and one character of what is counted is not. */
function checkCounted(page: Page, phrases: readonly NumberedPhrase[]): void {
  for (const phrase of phrases) {
    const { counted } = patternsOf(phrase);
    if (!counted || !page.text.includes(`${phrase.numeral}个`)) continue;
    for (const match of page.text.matchAll(counted)) {
      const word = match[1]!;
      if (`个${word}` === phrase.head || otherHeads.has(word) || phrases.some((other) => other.head === `个${word}`)) continue;
      page.report('politics.set-phrase', match.index, match.index + match[0].length, `应为“${phrase.numeral}${phrase.head}”`, `${phrase.numeral}${phrase.head}`);
    }
  }
}

/** Runs of words of a fixed list: one missing, one strange, or in another order. */
function checkElements(page: Page, lists: readonly ElementList[]): void {
  for (const list of lists) {
    if (!list.elements.some((element) => page.text.includes(element))) continue;
    const words = [...list.elements].sort((a, b) => b.length - a.length).join('|');
    const run = new RegExp(`(?:${words})(?:、(?:[\\u4e00-\\u9fff]{${list.elements[0]!.length}}|${words})(?=[、，。；和及”）,.;:：)"\\s]|$|的)|(?:和|以及|及)(?:${words}))+`, 'g');
    for (const match of page.text.matchAll(run)) {
      const parts = match[0].split(new RegExp(`、|(?:和|以及|及)(?=(?:${words})(?:、|$))`)).filter(Boolean);
      const known = parts.filter((part) => list.elements.includes(part));
      if (known.length < list.from || parts.length > list.elements.length + 1) continue;
      const preceding = page.text[match.index - 1];
      if (preceding === '、') continue;
      if (parts.length === list.elements.length && parts.every((part, i) => part === list.elements[i])) continue;
      const missing = list.elements.filter((element) => !parts.includes(element));
      // 生态文明建设取得…: the last element runs on into the next word.
      if (missing.length === 1 && page.text.startsWith(`、${missing[0]!}`, match.index + match[0].length)) continue;
      const strange = parts.filter((part) => !list.elements.includes(part));
      // The twelve values run on from one level to the next; other lists must name every element.
      if (list.id === 'core-values' && missing.length === 0 && known.every((part, i) => part === list.elements[i])) continue;
      if (list.id === 'core-values' && missing.length > 0 && strange.length === 0) continue;
      const message = missing.length > 0 ? `${list.title}缺少“${missing.join('、')}”${strange.length > 0 ? `，“${strange.join('、')}”不在其中` : ''}` : strange.length > 0 ? `“${strange.join('、')}”不属于${list.title}` : `${list.title}的次序应为“${list.elements.join('、')}”`;
      page.report('politics.elements', match.index, match.index + match[0].length, message, strange.length === missing.length ? list.elements.join('、') : null, { severity: missing.length > 0 && strange.length === 0 ? 'note' : 'warn' });
    }
  }
}

const digits: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

function ordinal(text: string): number {
  const match = /^([二三]?)十([一二三四五六七八九]?)$/.exec(text);
  return match ? (match[1] ? digits[match[1]]! : 1) * 10 + (match[2] ? digits[match[2]]! : 0) : digits[text] ?? 0;
}

/** 党的二十一大, 十九届八中全会, 十五届全国人大: sessions later than those on the register. */
function checkCongresses(page: Page, lexicons: Lexicons): void {
  const [party, people] = lexicons.congresses.entries;
  if (!party || !people) return;
  for (const match of page.text.matchAll(/(?<=党的|中共)((?:二|三)?十[一二三四五六七八九]?)大(?!小|于|型|量|多|约|类|项|工程)/g)) {
    const session = ordinal(match[1]!);
    if (session > party.latest) page.report('politics.congress', match.index, match.index + match[0].length, `会议届次表（截至${party.asOf}）中没有党的${match[1]!}大`);
  }
  for (const match of page.text.matchAll(/(?<![第一二三四五六七八九十])((?:二)?十[一二三四五六七八九]?)届([一二三四五六七八九])中全会/g)) {
    const held = party.plenums[ordinal(match[1]!)];
    if ((held !== undefined && digits[match[2]!]! > held) || ordinal(match[1]!) > party.latest) {
      page.report('politics.congress', match.index, match.index + match[0].length, held === undefined ? `会议届次表中没有${match[1]!}届中央委员会` : `${match[1]!}届中央委员会共召开${held}次全会`);
    }
  }
  for (const match of page.text.matchAll(/(?<=第)((?:二)?十[一二三四五六七八九]?)届全国人(?:大|民代表大会)/g)) {
    if (ordinal(match[1]!) > people.latest) page.report('politics.congress', match.index, match.index + match[0].length, `会议届次表（截至${people.asOf}）中没有第${match[1]!}届全国人民代表大会`);
  }
}

/** 政治关 beyond the registers, which one pass handles for all gates. */
export function screenPolitics(page: Page, lexicons: Lexicons, patterns: readonly CompiledPattern[], catalogue: ReadonlyMap<string, unknown>, asOf: string): void {
  applyPatterns(page, patterns, catalogue);
  checkOrders(page, lexicons.orders.entries);
  checkOfficials(page, lexicons, asOf);
  checkNumberedPhrases(page, lexicons.numberedPhrases.entries);
  checkCounted(page, lexicons.numberedPhrases.entries);
  checkElements(page, lexicons.elementLists.entries);
  checkCongresses(page, lexicons);
}

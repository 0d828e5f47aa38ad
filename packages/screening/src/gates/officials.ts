import type { Lexicons, NamingOrder, Official } from '../lexicons/registers.js';
import type { Page } from '../page.js';

const join = '(?:[、，,]|和|以及|及|与)';
const levels = '(省|市|县|区|州|自治区)';

interface Reversal {
  title: string;
  items: readonly string[];
  first: string;
  second: string;
  leveled: boolean;
  pattern: RegExp;
}

const compiled = new WeakMap<readonly NamingOrder[], Reversal[]>();

/** Every pair of an order written the wrong way round, compiled once for a register. */
function reversalsOf(orders: readonly NamingOrder[]): Reversal[] {
  const known = compiled.get(orders);
  if (known) return known;
  const reversals: Reversal[] = [];
  for (const { title, items } of orders) {
    for (let later = 1; later < items.length; later += 1) {
      for (let earlier = 0; earlier < later; earlier += 1) {
        const [first, second] = [items[later]!, items[earlier]!];
        const leveled = first.includes('◇');
        // Posts may be followed by their holder's name.
        const name = title === '职务' ? '[\\u4e00-\\u9fff*×]{0,4}?' : '';
        reversals.push({ title, items, first, second, leveled, pattern: new RegExp(`(?<!副)${leveled ? first.replace('◇', levels) : first}${name}${join}${leveled ? second.replace('◇', '\\1') : second}(?![办宣组统政员书副常会\\u3400-\\u4dff])`, 'g') });
      }
    }
  }
  compiled.set(orders, reversals);
  return reversals;
}

/** 市政府、市委: bodies or posts of one list side by side in another order than theirs. */
export function checkOrders(page: Page, orders: readonly NamingOrder[]): void {
  const seen = new Set<number>();
  for (const { title, items, first, second, leveled, pattern } of reversalsOf(orders)) {
    for (const match of page.text.matchAll(pattern)) {
      if (seen.has(match.index)) continue;
      seen.add(match.index);
      const [one, other] = [first, second].map((item) => item.replace('◇', leveled ? match[1]! : '')) as [string, string];
      const order = items.map((item) => item.replace('◇', leveled ? match[1]! : '')).join('、');
      page.report('politics.order', match.index, match.index + match[0].length, `${title}排列次序通常为“${order}”`, title === '职务' ? null : `${other}${match[0].slice(one.length, match[0].length - other.length)}${one}`);
    }
  }
}

const holds = (official: Official, asOf: string): boolean => (!official.effectiveFrom || official.effectiveFrom <= asOf) && (!official.effectiveTo || asOf <= official.effectiveTo);

interface Mention {
  official: Official;
  start: number;
  end: number;
}

/** Persons of the register: a post they do not hold, a name one character off behind a post, and their order in a list. */
export function checkOfficials(page: Page, { officials }: Lexicons, asOf: string): void {
  if (officials.entries.length === 0) return;
  const posts = [...new Set(officials.entries.flatMap((entry) => entry.titles))].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const post = new RegExp(`(${posts.join('|')})(?=[\\u4e00-\\u9fff]{2,4})`, 'g');
  const named = new Map<string, Official[]>();
  for (const entry of officials.entries) named.set(entry.name, [...(named.get(entry.name) ?? []), entry]);
  const mentions: Mention[] = [];
  const source = `${officials.title}（${officials.version}）${officials.source}`;
  for (const [name, entries] of named) {
    for (let at = page.text.indexOf(name); at >= 0; at = page.text.indexOf(name, at + name.length)) {
      const current = entries.filter((entry) => holds(entry, asOf));
      const before = posts.find((title) => page.text.slice(0, at).endsWith(title) && !(page.text[at - title.length - 1] === '副' && !title.startsWith('副')));
      if (current.length > 0) mentions.push({ official: current[0]!, start: at, end: at + name.length });
      if (before === undefined) continue;
      const start = at - before.length;
      if (current.length === 0) page.report('politics.official', start, at + name.length, `名册中${name}现无职务（${entries[0]!.titles.join('、')}已免）`, null, { source });
      else if (!current.some((entry) => entry.titles.includes(before))) page.report('politics.official', start, at, `名册中${name}的职务是“${current.flatMap((entry) => entry.titles).join('、')}”`, current[0]!.titles[0] ?? null, { source });
    }
  }
  for (const match of page.text.matchAll(post)) {
    const at = match.index + match[0].length;
    for (const official of officials.entries) {
      if (!holds(official, asOf) || !official.titles.includes(match[1]!) || official.name.length < 3) continue;
      const written = page.text.slice(at, at + official.name.length);
      if (named.has(written) || written.length < official.name.length) continue;
      const wrong = [...official.name].filter((character, i) => character !== written[i]).length;
      if (wrong === 1) page.report('politics.official', at, at + written.length, `名册中${match[1]!}的姓名是“${official.name}”`, official.name, { source });
    }
  }
  checkListOrder(page, mentions, source);
}

/** Names in one list must stand in the order of the register. */
function checkListOrder(page: Page, mentions: Mention[], source: string): void {
  mentions.sort((a, b) => a.start - b.start);
  for (let i = 0; i + 1 < mentions.length; i += 1) {
    const [one, other] = [mentions[i]!, mentions[i + 1]!];
    if (one.official.rank <= other.official.rank || !/^[、，](?:[\u4e00-\u9fff、]{0,24})$/.test(page.text.slice(one.end, other.start))) continue;
    page.report('politics.order', one.start, other.end, `按名册，“${other.official.name}”排在“${one.official.name}”之前`, null, { source });
  }
}

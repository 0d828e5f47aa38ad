import type { NamingOrder } from '../lexicons/registers.js';
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

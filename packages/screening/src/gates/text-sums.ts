import { findQuantities, parseNumeral, type Quantity } from '@govmedia-hub/chinese-text';
import type { Page } from '../page.js';

const open = /(?<![一二三四五六七八九十\d])等(?!奖|级|次|额|于|候)|主要|左右|约|近|以上|以下|多[个名人户件]|余|不少于|至少|包括|涉及|含/;
const same = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * 1e-9;
const show = (value: number): string => String(Number(value.toPrecision(12)));

/** Sums that a sentence states plainly: 共…，其中…；A、B，合计…; 由…增加到…，增加…. */
export function checkSums(page: Page): void {
  let offset = 0;
  for (const sentence of page.text.split(/(?<=[。；\n])/)) {
    if (/男.{1,24}女|女.{1,24}男|占/.test(sentence)) {
      const quantities = findQuantities(sentence);
      checkSexes(page, sentence, offset, quantities);
      checkShare(page, sentence, offset, quantities);
    }
    if (/每.*[合共总]计/.test(sentence)) checkProduct(page, sentence, offset, findQuantities(sentence));
    if (/其中|分别|合计|共计|总计|增加|减少|增长|提高|下降|降低/.test(sentence)) {
      const quantities = findQuantities(sentence);
      checkParts(page, sentence, offset, quantities);
      checkTotal(page, sentence, offset, quantities);
      checkChange(page, sentence, offset, quantities);
      checkAgainstBefore(page, sentence, offset, quantities);
    }
    offset += sentence.length;
  }
  checkTables(page);
}

const countable = (q: Quantity, unit: string | null): boolean => q.unit === unit && q.kind !== 'plain' && q.kind !== 'percentage' && q.kind !== 'duration' && q.upTo === null;

function checkParts(page: Page, sentence: string, offset: number, quantities: Quantity[]): void {
  const cue = /其中|分别(?:为|是|有)/.exec(sentence);
  if (!cue) return;
  const before = quantities.filter((q) => q.end <= cue.index);
  const total = before.filter((q) => q.kind === 'count' || q.kind === 'amount').pop();
  if (!total || total.upTo !== null || cue.index - total.end > 24) return;
  const lead = sentence.slice(Math.max(0, total.start - 16), total.start);
  const tail = sentence.slice(cue.index);
  if (cue.index - total.end > 1 && !/共|总|合计|累计|全年|全市|计划|安排|完成|收到|受理|办理|发放|投入|新增|设/.test(lead)) return;
  const parts = quantities.filter((q) => q.start >= cue.index && countable(q, total.unit));
  if (parts.length < 2 || open.test(tail) || open.test(lead + sentence.slice(total.end, cue.index))) return;
  const sum = parts.reduce((value, part) => value + part.value, 0);
  if (same(sum, total.value)) return;
  // A part of a part (其中A 30人，女性10人) makes a bigger sum look wrong: only a list is a plain statement.
  const between = parts.slice(1).map((part, i) => sentence.slice(parts[i]!.end, part.start));
  const list = between.every((gap) => /^[、，,；和及与]/.test(gap) && !/其中|占|超|同比/.test(gap) && (!/女/.test(gap) || /男/.test(tail)));
  if (!list) return;
  // “其中” may name a few parts only; a sum that nearly fits is a slip.
  const severity = sum > total.value || cue[0].startsWith('分别') || sum >= total.value * 0.75 ? 'warn' : 'note';
  page.report('text.sum.parts', offset + total.start, offset + parts[parts.length - 1]!.end, `分项之和为${show(sum)}，与总数${show(total.value)}不一致`, null, { severity });
}

/** 党员48名，男性31名，女性17名: men and women are all. */
function checkSexes(page: Page, sentence: string, offset: number, quantities: Quantity[]): void {
  for (let i = 0; i + 2 < quantities.length; i += 1) {
    const [total, one, other] = [quantities[i]!, quantities[i + 1]!, quantities[i + 2]!];
    if (total.kind !== 'count' || !countable(one, total.unit) || !countable(other, total.unit) || total.upTo !== null) continue;
    const [first, second] = [sentence.slice(total.end, one.start), sentence.slice(one.end, other.start)];
    if (!/^[，,：:（(]?(?:其中)?[男女][\u4e00-\u9fff]{0,6}$/.test(first) || !/^[，,、；][男女][\u4e00-\u9fff]{0,6}$/.test(second) || first.includes('男') === second.includes('男') || /其中|分别/.test(sentence)) continue;
    const sum = one.value + other.value;
    if (!same(sum, total.value)) page.report('text.sum.parts', offset + total.start, offset + other.end, `男女之和为${show(sum)}，与总数${show(total.value)}不一致`);
  }
}

/** 每户补贴3000元，共120户，合计36万元. */
function checkProduct(page: Page, sentence: string, offset: number, quantities: readonly Quantity[]): void {
  for (let i = 0; i + 2 < quantities.length; i += 1) {
    const [each, number, total] = [quantities[i]!, quantities[i + 1]!, quantities[i + 2]!];
    if (each.kind !== 'amount' || number.kind !== 'count' || total.unit !== each.unit || [each, number, total].some(({ upTo }) => upTo !== null)) continue;
    if (!new RegExp(`每${number.unit}[^，。；每]{0,8}$`).test(sentence.slice(Math.max(0, each.start - 12), each.start))) continue;
    if (!/^[，,]共(?:有|计)?$/.test(sentence.slice(each.end, number.start)) || !/^[，,](?:合计|共计|总计)(?:发放|补贴|投入|支出)?$/.test(sentence.slice(number.end, total.start))) continue;
    const product = each.value * number.value;
    if (!same(product, total.value) && !/约|近|余|多/.test(sentence.slice(each.start, total.end + 1))) page.report('text.sum.parts', offset + each.start, offset + total.end, `相乘得${show(product)}，与合计${show(total.value)}不一致`);
  }
}

/** 完成12亿元，占计划24亿元的50%: the share follows from both numbers. */
function checkShare(page: Page, sentence: string, offset: number, quantities: Quantity[]): void {
  for (let i = 0; i + 2 < quantities.length; i += 1) {
    const [part, whole, share] = [quantities[i]!, quantities[i + 1]!, quantities[i + 2]!];
    if (share.unit !== '%' || share.upTo !== null || part.unit !== whole.unit || part.unit === '%' || part.kind === 'plain' || part.upTo !== null || whole.upTo !== null || whole.value <= 0) continue;
    if (!/^[，,（(]占[^，。；]{0,10}$/.test(sentence.slice(part.end, whole.start)) || !/^的$/.test(sentence.slice(whole.end, share.start))) continue;
    const rate = (part.value / whole.value) * 100;
    const decimals = /\.(\d+)/.exec(share.text)?.[1]?.length ?? 0;
    if (Math.abs(rate - share.value) <= Math.max(10 ** -decimals, 1) || /约|近|左右|多|余/.test(sentence.slice(Math.max(0, part.start - 2), share.end + 2))) continue;
    page.report('text.sum.share', offset + part.start, offset + share.end, `按前后两数计算占${show(Number(rate.toFixed(Math.max(decimals, 1))))}%，与文中“${share.text}”不一致`);
  }
}

function checkTotal(page: Page, sentence: string, offset: number, quantities: Quantity[]): void {
  const cue = /(?:合计|共计|总计|总共)(?:为|是|达|投入|发放|收到|受理)?/.exec(sentence);
  if (!cue || /其中/.test(sentence)) return;
  const total = quantities.find((q) => q.start >= cue.index && q.start - (cue.index + cue[0].length) <= 2);
  if (!total || total.upTo !== null || total.kind === 'plain') return;
  const parts = quantities.filter((q) => q.end <= cue.index && (countable(q, total.unit) || (q.unit === '%' && total.unit === '%' && q.upTo === null)));
  if (parts.length < 2 || open.test(sentence.slice(0, total.end))) return;
  const sum = parts.reduce((value, part) => value + part.value, 0);
  if (!same(sum, total.value)) page.report('text.sum.parts', offset + parts[0]!.start, offset + total.end, `分项之和为${show(sum)}，与合计${show(total.value)}不一致`);
}

function checkChange(page: Page, sentence: string, offset: number, quantities: Quantity[]): void {
  for (let i = 0; i + 2 < quantities.length; i += 1) {
    const [from, to, change] = [quantities[i]!, quantities[i + 1]!, quantities[i + 2]!];
    if (from.unit !== to.unit || from.upTo !== null || to.upTo !== null || change.upTo !== null || from.kind === 'plain') continue;
    if (!/[由从](?:(?:19|20)\d{2}年)?[^\d由从]{0,9}$/.test(sentence.slice(Math.max(0, from.start - 16), from.start))) continue;
    const verb = /(增加|增长|提高|上升|扩大|下降|降低|减少|缩短|压缩|调整|缩减|增至|降至|减至|升至|涨至|跌至)/.exec(sentence.slice(from.end, to.start));
    const next = /^[，、,（(]?(?:同比|净|共|实际)?(增加|增长|提高|上升|下降|降低|减少|缩短|压缩|压减|缩减|降幅|增幅|涨幅|跌幅|上涨|下跌)(?:了|为|达|达到)?$/.exec(sentence.slice(to.end, change.start));
    if (!verb || !next) continue;
    if (from.unit === '%' && change.unit === '%' && same(Math.abs(to.value - from.value), change.value)) {
      page.report('text.unit.percent-point', offset + change.start, offset + change.end, '两个百分数之差用“个百分点”表示', change.text.replace(/%|％/, '个百分点'));
      continue;
    }
    const up = /增|提高|上升|扩大|涨/.test(next[1]!);
    const delta = up ? to.value - from.value : from.value - to.value;
    const rate = (delta / from.value) * 100;
    const stated = change.unit === '%' && from.unit !== '%' ? rate : delta;
    if (change.unit !== '%' && change.unit !== from.unit && change.unit !== '百分点') continue;
    const decimals = /\.(\d+)/.exec(change.text)?.[1]?.length ?? 0;
    const tolerance = change.unit === '%' && from.unit !== '%' ? 0.5 * 10 ** -decimals + 1e-9 : Math.abs(change.value) * 1e-9;
    if (Math.abs(stated - change.value) > tolerance && !/约|近|左右|以上/.test(sentence.slice(to.end, change.end + 2))) {
      page.report('text.sum.change', offset + from.start, offset + change.end, `由前后两数计算应为${show(Number(stated.toFixed(Math.max(decimals, 2))))}${change.unit === '%' ? '%' : ''}，与文中“${change.text}”不一致`);
    }
  }
}

/** 接待120万人次，上年为90万人次，增加40万人次. */
function checkAgainstBefore(page: Page, sentence: string, offset: number, quantities: readonly Quantity[]): void {
  for (let i = 1; i + 1 < quantities.length; i += 1) {
    const [before, change] = [quantities[i]!, quantities[i + 1]!];
    if (before.unit !== change.unit || before.kind === 'plain' || before.upTo !== null || change.upTo !== null) continue;
    if (!/[，（(](?:上年|去年|上一年)(?:同期)?(?:仅|只)?[为是有]$/.test(sentence.slice(Math.max(0, before.start - 9), before.start))) continue;
    const verb = /^[，,](?:同比|净|实际)?(增加|增长|减少|下降)了?$/.exec(sentence.slice(before.end, change.start));
    const now = quantities.slice(0, i).filter((q) => q.unit === before.unit && q.kind !== 'plain').at(-1);
    if (!verb || !now || now.upTo !== null) continue;
    const delta = /增/.test(verb[1]!) ? now.value - before.value : before.value - now.value;
    if (same(delta, change.value) || /约|近|左右|以上|多/.test(sentence.slice(now.start, change.end + 2))) continue;
    page.report('text.sum.change', offset + before.start, offset + change.end, `由前后两数计算应为${show(delta)}，与文中“${change.text}”不一致`);
  }
}

interface Cell {
  text: string;
  start: number;
}

const numberIn = (text: string): number | null => {
  const match = /^[^\d\-]{0,4}(-?[\d,]+(?:\.\d+)?)\s*[\u4e00-\u9fff%]{0,4}$/.exec(text.trim());
  return match ? parseNumeral(match[1]!.replace(/,/g, '')) : null;
};

/** Rows of cells divided by tabs or |, with a row 合计: each column of numbers must add up. */
function checkTables(page: Page): void {
  let rows: Cell[][] = [];
  let offset = 0;
  for (const line of [...page.text.split('\n'), '']) {
    const cells: Cell[] = [];
    if (/\t|\|/.test(line)) {
      let at = offset;
      for (const piece of line.split(/[\t|]/)) {
        cells.push({ text: piece.trim(), start: at });
        at += piece.length + 1;
      }
      while (cells.length > 0 && cells[0]!.text === '') cells.shift();
    }
    if (cells.length >= 2) {
      if (!cells.every((cell) => /^[-:\s]*$/.test(cell.text))) rows.push(cells);
    } else {
      if (rows.length >= 3) checkTable(page, rows);
      rows = [];
    }
    offset += line.length + 1;
  }
}

const totalName = /^(?:合\s*计|总\s*计|共\s*计|总\s*数|全市合计|全年|小\s*计)$/;

function checkTable(page: Page, rows: Cell[][]): void {
  checkColumns(page, rows);
  checkRows(page, rows);
}

function tell(page: Page, cell: Cell, message: string): void {
  const lead = page.text.slice(cell.start).search(/\S/);
  page.report('text.sum.table', cell.start + lead, cell.start + lead + cell.text.length, message, null);
}

/** A row 合计 at the foot or right under the head: each column of numbers must add up. */
function checkColumns(page: Page, rows: Cell[][]): void {
  const at = rows.findIndex((row, index) => index > 0 && /^(?:合\s*计|总\s*计|共\s*计|全市合计)$/.test(row[0]!.text));
  if (at < 0) return;
  const parts = (at === 1 ? rows.slice(2) : rows.slice(0, at)).filter((row) => !/小计/.test(row[0]!.text));
  rows[at]!.forEach((cell, column) => {
    const total = column > 0 && !/%/.test(cell.text) ? numberIn(cell.text) : null;
    const values = parts.map((row) => (row[column] && !/%/.test(row[column]!.text) ? numberIn(row[column]!.text) : null)).filter((value) => value !== null);
    if (total === null || values.length < 2 || values.length < parts.length - 1 || /率|占比|比例|平均|单价|序号/.test(rows[0]![column]?.text ?? '')) return;
    const sum = values.reduce((a, b) => a + b, 0);
    if (!same(sum, total)) tell(page, cell, `本列各项之和为${show(sum)}，与合计${cell.text}不一致`);
  });
}

/** A column 合计 or 全年: when it adds up in most rows, it must add up in all. */
function checkRows(page: Page, rows: Cell[][]): void {
  const head = rows[0]!;
  const column = head.findIndex((cell, index) => index > 1 && totalName.test(cell.text));
  if (column < 0) return;
  const wrong: { cell: Cell; sum: number }[] = [];
  let right = 0;
  for (const row of rows.slice(1)) {
    const total = row[column] && !/%/.test(row[column]!.text) ? numberIn(row[column]!.text) : null;
    const parts = row.slice(1, column).filter((_, index) => !/序号|率|占比/.test(head[index + 1]?.text ?? '')).map((cell) => (/%/.test(cell.text) ? null : numberIn(cell.text)));
    if (total === null || parts.length < 2 || parts.some((part) => part === null)) continue;
    const sum = parts.reduce<number>((a, b) => a + b!, 0);
    if (same(sum, total)) right += 1;
    else wrong.push({ cell: row[column]!, sum });
  }
  if (right >= 1 && right >= wrong.length) for (const { cell, sum } of wrong) tell(page, cell, `本行各项之和为${show(sum)}，与合计${cell.text}不一致`);
}

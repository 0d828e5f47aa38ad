import { formatNumeral, parseNumeral } from '@govmedia-hub/chinese-text';
import { doubledCharacter } from '../lexicons/styles.js';
import type { PatternRule } from '../lexicons/registers.js';
import type { Page } from '../page.js';
import { checkCalendar } from './text-calendar.js';
import { checkNestedTitles, checkPairs } from './text-marks.js';
import { checkSums } from './text-sums.js';

export interface CompiledPattern {
  rule: PatternRule;
  pattern: RegExp;
  source: string;
}

/** Pattern rules are data; they are compiled once, with indices of groups. */
export function compilePatterns(entries: readonly PatternRule[], source: string): CompiledPattern[] {
  return entries.map((rule) => ({ rule, pattern: new RegExp(rule.pattern, 'gd'), source }));
}

/** A text that was converted with half-width marks has one fault, not hundreds. */
const CONVERTED = 5;

/** Reports every match of the pattern rules. */
export function applyPatterns(page: Page, patterns: readonly CompiledPattern[], catalogue: ReadonlyMap<string, unknown>): void {
  let halfWidth = 0;
  for (const { rule, pattern } of patterns) {
    if (!catalogue.has(rule.rule)) continue;
    const matches = [...page.text.matchAll(pattern)];
    const converted = rule.rule === 'text.punctuation.half-width' && rule.severity !== 'note' && (halfWidth += matches.length) > CONVERTED;
    for (const [index, match] of matches.entries()) {
      const span = match.indices?.[rule.group ?? 0];
      if (!span) continue;
      const suggestion = rule.replace === null ? fullWidth(rule, match[rule.group ?? 0]!) : rule.replace.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '');
      const severity = converted && index > 0 ? 'note' : rule.severity;
      page.report(rule.rule, span[0], span[1], converted && index === 0 ? `${rule.message}（全文共${halfWidth}处）` : rule.message, suggestion, { severity });
    }
  }
}

const wide: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };
const fullWidth = (rule: PatternRule, text: string): string | null => (rule.rule === 'text.punctuation.half-width' ? wide[text] ?? null : null);

const ordinals = '一二三四五六七八九十';
const steps: readonly RegExp[] = [
  /(?<=^|[。；：，、:;])([一二三四五六七八九十])(是|要)(?=[\u4e00-\u9fff“])/g,
  /(?<=^|[。；：，:;])第([一二三四五六七八九十])(，|、)(?=[\u4e00-\u9fff“])/g,
  /(?<=^|[。；：，:;])其([一二三四五六七八九十])(，|、|是)(?=[\u4e00-\u9fff“])/g,
];

/** 一是……二是……四是……: a step is missing, or stands twice. */
function checkEnumerations(page: Page): void {
  for (const paragraph of page.text.matchAll(/[^\n]+/g)) {
    for (const step of steps) {
      let expected = 0;
      for (const match of paragraph[0].matchAll(step)) {
        const index = ordinals.indexOf(match[1]!);
        if (index === 0) expected = 1;
        else if (expected > 0) {
          if (index !== expected) {
            const mark = match[0].replace(match[1]!, ordinals[expected]!).replace(/[，、]$/, '');
            const at = paragraph.index + match.index;
            const end = at + match[0].replace(/[，、]$/, '').length;
            page.report('text.enumeration', at, end, index > expected ? `列举缺少“${mark}”` : `列举序号重复或次序有误，此处应为“${mark}”`, index > expected ? null : mark);
          }
          expected = index + 1;
        }
      }
    }
  }
}

/** Labels inside a line, each with what the first two look like: without them there is no list. */
const inline: readonly { first: readonly string[]; second: readonly string[]; label: RegExp }[] = [
  { first: ['（一）'], second: ['（二）', '（三）'], label: /(?<=^|[。；：，、])（([一二三四五六七八九十])）(?=[\u4e00-\u9fff“《])/g },
  { first: ['（1）', '(1)'], second: ['（2）', '(2)', '（3）', '(3)'], label: /(?<=^|[。；：，、])[（(](\d{1,2})[）)](?=[\u4e00-\u9fff“《])/g },
  { first: ['1.', '1．', '1、'], second: ['2.', '2．', '2、', '3.', '3．', '3、'], label: /(?<=^|[。；：])(\d{1,2})[.．、](?=[\u4e00-\u9fff“《])/g },
  { first: ['①'], second: ['②', '③'], label: /([①②③④⑤⑥⑦⑧⑨⑩])(?=[\u4e00-\u9fff“《])/g },
];
const holds = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));
const circled = '①②③④⑤⑥⑦⑧⑨⑩';

/** （一）……；（二）……；（四）…… in one paragraph: a label is missing. */
function checkInline(page: Page): void {
  if (!inline.some(({ first, second }) => holds(page.text, first) && holds(page.text, second))) return;
  for (const paragraph of page.text.matchAll(/[^\n]+/g)) {
    for (const { first, second, label } of inline) {
      if (!holds(paragraph[0], first) || !holds(paragraph[0], second)) continue;
      let last = 0;
      for (const match of paragraph[0].matchAll(label)) {
        const number = circled.includes(match[1]!) ? circled.indexOf(match[1]!) + 1 : parseNumeral(match[1]!) ?? 0;
        if (last > 0 && number === last + 2) page.report('text.enumeration', paragraph.index + match.index, paragraph.index + match.index + match[0].length, `序号不连续，“${match[0]}”之前缺一项`);
        last = number === 1 || number === last + 1 || number === last + 2 ? number : 0;
      }
    }
  }
}

/** 见附件3 where the list of attachments ends with 2. */
function checkAttachmentNumbers(page: Page): void {
  const list = /(?:^|\n)[ \t　]*附件?[：:][ \t　]*([\s\S]{1,2000}?)(?=\n[ \t　]*\n|$)/.exec(page.text);
  if (!list) return;
  const numbers = [...list[1]!.matchAll(/(?:^|\n)[ \t　]*(\d{1,2})[.．、]/g)].map((match) => Number(match[1]));
  const most = numbers[0] === 1 ? Math.max(...numbers) : 1;
  for (const match of page.text.matchAll(/(?<![《〈])附件[ \t　]*(\d{1,2})(?![\d.．])/g)) {
    const inList = match.index >= list.index && match.index < list.index + list[0].length;
    if (!inList && !/^[ \t　]*(?:\n|$)/.test(page.text.slice(match.index + match[0].length)) && Number(match[1]) > most) page.report('text.enumeration', match.index, match.index + match[0].length, `附件清单中没有附件${match[1]!}`);
  }
}

const labels: readonly RegExp[] = [/^[ \t　]*([一二三四五六七八九十]{1,3})、/, /^[ \t　]*（([一二三四五六七八九十]{1,3})）/];

/** 一、 二、 四、 at the heads of lines: a heading is missing. Lists that begin anew begin with 一. */
function checkHeadings(page: Page): void {
  for (const label of labels) {
    let last = 0;
    let offset = 0;
    for (const line of page.text.split('\n')) {
      const match = label.exec(line);
      const number = match ? parseNumeral(match[1]!) : null;
      if (match && number !== null) {
        const at = offset + match[0].search(/\S/);
        if (last > 0 && (number === last + 2 || number === last)) page.report('text.enumeration', at, offset + match[0].length, number === last ? `序号“${match[1]!}”重复` : `序号不连续，缺少“${formatNumeral(last + 1)}”`, null, number === last ? { severity: 'note' } : {});
        last = number;
      }
      offset += line.length + 1;
    }
  }
}

/** 群众众, 资金金: a character that nobody doubles. */
function checkDoubled(page: Page): void {
  for (const match of page.text.matchAll(doubledCharacter)) page.report('text.repeated', match.index, match.index + 2, `“${match[0]}”疑为衍字`, match[1]!, { severity: 'note' });
}

/** Traditional and variant characters, one finding for a run of them. */
function checkTraditional(page: Page): void {
  for (let i = 0; i < page.traditional.length;) {
    let j = i + 1;
    while (j < page.traditional.length && page.traditional[j]! - page.traditional[j - 1]! <= 2) j += 1;
    const [start, end] = [page.traditional[i]!, page.traditional[j - 1]! + 1];
    page.report('text.traditional', start, end, '疑为繁体字或异体字，公文使用规范汉字', page.text.slice(start, end));
    i = j;
  }
}

/** 文字关: everything but the lexicons, which one pass handles for all gates. */
export function screenText(page: Page, patterns: readonly CompiledPattern[], catalogue: ReadonlyMap<string, unknown>, asOf: string): void {
  applyPatterns(page, patterns, catalogue);
  checkPairs(page);
  checkNestedTitles(page);
  checkCalendar(page, asOf);
  checkSums(page);
  checkEnumerations(page);
  checkHeadings(page);
  checkInline(page);
  checkAttachmentNumbers(page);
  checkDoubled(page);
  checkTraditional(page);
}

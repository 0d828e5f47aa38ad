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

/** Reports every match of the pattern rules. */
export function applyPatterns(page: Page, patterns: readonly CompiledPattern[], catalogue: ReadonlyMap<string, unknown>): void {
  for (const { rule, pattern } of patterns) {
    if (!catalogue.has(rule.rule)) continue;
    const matches = [...page.text.matchAll(pattern)];
    // A text that uses half-width marks throughout was converted that way: hints, not hundreds of warnings.
    const severity = rule.rule === 'text.punctuation.half-width' && matches.length > 20 ? 'note' : rule.severity;
    for (const match of matches) {
      const span = match.indices?.[rule.group ?? 0];
      if (!span) continue;
      const suggestion = rule.replace === null ? fullWidth(rule, match[rule.group ?? 0]!) : rule.replace.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '');
      page.report(rule.rule, span[0], span[1], rule.message, suggestion, { severity });
    }
  }
}

const wide: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };
const fullWidth = (rule: PatternRule, text: string): string | null => (rule.rule === 'text.punctuation.half-width' ? wide[text] ?? null : null);

const ordinals = '一二三四五六七八九十';

/** 一是……二是……四是……: a step is missing. */
function checkEnumerations(page: Page): void {
  for (const paragraph of page.text.matchAll(/[^\n]+/g)) {
    let expected = 0;
    for (const match of paragraph[0].matchAll(/(?<=^|[。；：，、:;])([一二三四五六七八九十])(是|要)(?=[\u4e00-\u9fff“])/g)) {
      const index = ordinals.indexOf(match[1]!);
      if (index === 0) expected = 1;
      else if (expected > 0) {
        if (index > expected) {
          const at = paragraph.index + match.index;
          page.report('text.enumeration', at, at + match[0].length, `列举缺少“${ordinals[expected]!}${match[2]!}”`);
        }
        expected = index + 1;
      }
    }
  }
}

/** 文字关: everything but the lexicons, which one pass handles for all gates. */
export function screenText(page: Page, patterns: readonly CompiledPattern[], catalogue: ReadonlyMap<string, unknown>): void {
  applyPatterns(page, patterns, catalogue);
  checkPairs(page);
  checkNestedTitles(page);
  checkCalendar(page);
  checkSums(page);
  checkEnumerations(page);
}

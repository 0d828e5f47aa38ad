import type { Indicator } from '../indicators.js';
import type { Judgement } from '../judgements.js';

/** A number of the indicator, or null when the pack gives none. */
export function numberOf(indicator: Indicator, name: string): number | null {
  const value = indicator.params[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A list of words of the indicator; empty when the pack gives none. */
export function wordsOf(indicator: Indicator, name: string): readonly string[] {
  const value = indicator.params[name];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** A word of the indicator, or its name when the pack gives none. */
export function wordOf(indicator: Indicator, name: string): string {
  const value = indicator.params[name];
  return typeof value === 'string' ? value : indicator.name;
}

export function missing(name: string): Judgement {
  return { outcome: 'undecidable', reason: `指标缺少参数“${name}”，需人工判定` };
}

import type { Unit } from './analysis.js';
import { articleTokens, documentNumberTokens } from './number-tokens.js';

/** A text made ready for the comparison: see Analysis.comparable. */
export interface Comparable { text: string; tokens: ReadonlySet<string> }

export function comparableOf(text: string, ...numbersFrom: string[]): Comparable {
  const source = [text, ...numbersFrom].join('\n');
  return { text, tokens: new Set([...documentNumberTokens(source), ...articleTokens(source)]) };
}

/** 0..1: how far a text says the unit. A longer word that stands there in part counts in part. */
export function unitCredit(unit: Unit, target: Comparable): number {
  let best = 0;
  for (const form of unit.forms) {
    if (form.startsWith('#')) {
      if (target.tokens.has(form)) return 1;
      continue;
    }
    if (target.text.includes(form)) return 1;
    if (form.length < 3) continue;
    let found = 0;
    for (let i = 0; i + 1 < form.length; i++) if (target.text.includes(form.slice(i, i + 2))) found++;
    best = Math.max(best, (0.8 * found) / (form.length - 1));
  }
  return best;
}

/** Share of the units' weight that the text covers, 0..1, how many units with weight of their own it covers, and whether the heaviest is among them. */
export function coverageOf(units: readonly Unit[], weights: readonly number[], target: Comparable): { share: number; strong: number; subject: boolean } {
  let sum = 0;
  let covered = 0;
  let strong = 0;
  let heaviest = 0;
  let subject = false;
  for (let i = 0; i < units.length; i++) {
    const credit = unitCredit(units[i]!, target);
    sum += weights[i]!;
    covered += weights[i]! * credit;
    if (units[i]!.weak) continue;
    if (credit >= 0.5) strong++;
    if (weights[i]! > heaviest) [heaviest, subject] = [weights[i]!, credit >= 0.5];
  }
  return { share: sum === 0 ? 0 : covered / sum, strong, subject };
}

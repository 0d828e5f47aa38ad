import type { Unit } from './analysis.js';
import { articleTokens, documentNumberTokens } from './number-tokens.js';

/** A text made ready for the comparison: see Analysis.comparable. */
export interface Comparable { text: string; tokens: ReadonlySet<string> }

export function comparableOf(text: string, ...numbersFrom: string[]): Comparable {
  const source = [text, ...numbersFrom].join('\n');
  return { text, tokens: new Set([...documentNumberTokens(source), ...articleTokens(source)]) };
}

/** What a word that stands there only in part may count at most: as typed, and in official terms that were added. */
export const TYPED_IN_PART = 0.8;
export const ADDED_IN_PART = 0.45;

/** 0..1: how far a text says the unit. A longer word that stands there in part counts in part. */
export function unitCredit(unit: Unit, target: Comparable): number {
  let best = 0;
  for (const [i, form] of unit.forms.entries()) {
    if (form.startsWith('#')) {
      if (target.tokens.has(form)) return 1;
      continue;
    }
    if (target.text.includes(form)) return 1;
    if (form.length < 3) continue;
    let found = 0;
    for (let at = 0; at + 1 < form.length; at++) if (target.text.includes(form.slice(at, at + 2))) found++;
    best = Math.max(best, ((i === 0 ? TYPED_IN_PART : ADDED_IN_PART) * found) / (form.length - 1));
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

/** 0..1: how many pairs of characters two normalised questions share, seen from both. */
export function likenessOfWording(one: string, other: string): number {
  const a = pairsOf(one);
  const b = pairsOf(other);
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared++;
  return (2 * shared) / (a.size + b.size);
}

function pairsOf(text: string): Set<string> {
  const plain = text.replace(/[^\u3400-\u9fffa-z0-9]/g, '');
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < plain.length; i++) pairs.add(plain.slice(i, i + 2));
  return pairs;
}

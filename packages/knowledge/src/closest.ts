import { closenessOf, sureness } from './closest-match.js';
import type { GramAnalysis } from './grams.js';
import type { NearCandidate, NearQuestion } from './near-candidates.js';
import { isNotForTheLibrary } from './not-for-the-library.js';
import type { AnswerLine } from './ranking-profile.js';

/** The candidate that comes closest, how sure it is (0..1), and the way of asking that it is known by. */
export interface Closest { at: number; value: number; question: string | null }

/**
 * What comes closest to a question that nothing surely answers: what was typed must be said there in everyday or official words,
 * the document must name the subject, and nothing else may say it as well. Nothing comes close to another place's rules or to what
 * stands in a person's own file. Null below the line.
 */
export function closestOf(typed: NearQuestion, candidates: readonly NearCandidate[], grams: GramAnalysis, line: AnswerLine): Closest | null {
  if (!typed.analysed.units.some(({ weak }) => !weak)) return null;
  const matches = closenessOf(typed, candidates, grams);
  let best: Closest | null = null;
  const close: string[] = [];
  matches.forEach((match, at) => {
    if (match === null) return;
    close.push(candidates[at]!.everything.text);
    const value = sureness(match);
    if (best === null || value > best.value) best = { at, value, question: match.closest };
  });
  const found = best as Closest | null;
  return found !== null && found.value >= line.closest && !isNotForTheLibrary(typed.analysed.text, close) ? found : null;
}

import type { AnalysedQuestion } from './analysis.js';
import type { Candidate, TypedQuestion } from './candidates.js';
import { coverageOf } from './coverage.js';
import { facetsOf, holdsEvidence } from './question-facets.js';
import { heaviestMissing, matchQuestion, sureness } from './question-match.js';
import type { AnswerLine } from './ranking-profile.js';

export interface Confidence {
  /** 0..1 */
  value: number;
  /** Share of the question's weight found in question, answer and titles. */
  coverage: number;
  /** 0..1: how much the two questions share, seen from both; for offering similar ones. */
  likeness: number;
  /** Above the line of its kind. */
  enough: boolean;
  /** The way of asking that came closest; null for a passage that was not written as an answer. */
  question: string | null;
}

const NO = { value: 0, coverage: 0, likeness: 0, enough: false, question: null } satisfies Confidence;

/**
 * How sure it is that Q&As answer, each seen beside the others. What was typed must be asked there, or said by the answer and
 * the passage on which it rests; what is asked there must have been typed, so that one shared subject is not yet the same
 * question; what both want (price, time, papers, place…) must agree. Two that are nearly as sure speak for neither.
 */
export function confidenceOfQuestions(typed: TypedQuestion, candidates: readonly Candidate[], weightsOf: (units: AnalysedQuestion['units']) => number[], line: AnswerLine): Confidence[] {
  if (typed.analysed.units.length === 0) return candidates.map(() => NO);
  const strong = typed.analysed.units.filter(({ weak }) => !weak).length;
  const matches = candidates.map((candidate) => matchQuestion(typed, candidate, weightsOf));
  const values = sureness(matches);
  return matches.map(({ closest, likeness, coverage, exact, features }, i) => {
    const value = values[i]!;
    const rival = Math.max(0, ...values.filter((_, j) => j !== i && candidates[j]!.passage.basisId !== (candidates[i]!.passage.basisId ?? '')));
    const enough = exact || (value >= line.qaConfidence && value - rival >= line.lead && features.missing <= line.qaMissing && features.back >= (strong < 2 ? line.qaAskedOfOneWord : line.qaAsked));
    return { value, coverage, likeness, enough, question: closest };
  });
}

/** How sure it is that a text answers that was not written as an answer: it must cover nearly everything, its title must name the subject, and what is wanted must stand in it. */
export function confidenceOfText(typed: TypedQuestion, { passage, comparable, subject, title }: Candidate, weightsOf: (units: AnalysedQuestion['units']) => number[], line: AnswerLine): Confidence {
  const { units, text } = typed.analysed;
  if (units.length === 0) return NO;
  const whole = coverageOf(units, typed.weights, comparable);
  const named = coverageOf(units, units.map(({ weak }, i) => (weak ? 0 : typed.weights[i]!)), subject);
  const missing = heaviestMissing(typed, comparable);
  const guide = passage.kind === 'guide';
  const wanted = facetsOf(text);
  const back = guide ? coverageOf(title, weightsOf(title), typed.comparable).share : 1;
  const enough = whole.share >= (guide ? line.guideCoverage : line.passageCoverage) && named.share >= (guide ? line.guideNamed : line.passageNamed) && back >= line.guideAsked
    && whole.strong >= (guide ? 1 : line.passageUnits) && whole.subject && missing <= line.passageMissing && holdsEvidence(wanted, passage.text) && !(guide && line.notOfGuides.some((facet) => wanted.has(facet)));
  return { value: whole.share, coverage: whole.share, likeness: whole.share, enough, question: null };
}

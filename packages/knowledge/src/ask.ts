import type { Analysis, AnalysedQuestion } from './analysis.js';
import { comparableOf, coverageOf, type Comparable } from './coverage.js';
import type { Passage } from './passages.js';
import { facetsDiffer, facetsOf } from './question-facets.js';
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

export type UnitWeights = (units: AnalysedQuestion['units']) => number[];

/** Everything a passage says, made ready for the comparison. */
export function comparablePassage(analysis: Analysis, p: Passage): Comparable {
  return comparableOf(analysis.comparable(p.title, p.heading, ...p.questions, p.text, p.topics.join(' ')), p.docNumber ?? '', p.heading, p.text);
}

/**
 * How sure it is that a passage answers the question. The share of the question that is covered is the main guard:
 * what is asked and nowhere said (天气, 股票) keeps it low. For a Q&A, or a guide by its title, it also counts how much
 * of the known question was asked, so that one shared word of a long question is not a match.
 */
export function confidenceOf(analysis: Analysis, question: AnalysedQuestion, weights: readonly number[], unitWeights: UnitWeights, passage: Passage, line: AnswerLine): Confidence {
  const whole = coverageOf(question.units, weights, comparablePassage(analysis, passage));
  const asked = passage.kind === 'qa' ? passage.questions : passage.kind === 'guide' ? [passage.title] : [];
  if (question.units.length === 0) return { value: 0, coverage: 0, likeness: 0, enough: false, question: null };
  if (asked.length > 0) {
    const typed = comparableOf(analysis.comparable(question.text));
    let best = 0;
    let likeness = 0;
    let closest = asked[0]!;
    const wanted = facetsOf(question.text);
    for (const known of asked) {
      const there = coverageOf(question.units, weights, comparableOf(analysis.comparable(known)));
      const knownQuestion = analysis.question(known);
      const back = coverageOf(knownQuestion.units, unitWeights(knownQuestion.units), typed);
      const otherwise = facetsDiffer(wanted, facetsOf(knownQuestion.text)) ? line.otherFacet : 1;
      const value = (0.65 * there.share + 0.35 * back.share) * otherwise;
      if (there.strong > 0) likeness = Math.max(likeness, (there.share + back.share) / 2);
      if (value > best) [best, closest] = [value, known];
    }
    const value = Math.min(whole.share, 0.8 * best + 0.2 * whole.share);
    return { value, coverage: whole.share, likeness, enough: whole.share >= line.qaCoverage && value >= line.qaConfidence && (whole.subject || whole.share >= line.withoutSubject), question: closest };
  }
  const enough = whole.share >= line.passageCoverage && whole.strong >= line.passageUnits && whole.subject;
  return { value: whole.share, coverage: whole.share, likeness: whole.share, enough: enough && whole.share >= line.passageConfidence, question: null };
}

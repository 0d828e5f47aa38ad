import type { AnalysedQuestion } from './analysis.js';
import { coverageOf, type Comparable } from './coverage.js';
import type { Passage } from './passages.js';
import type { KnownQuestion } from './prepared-passages.js';
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

/** A question as it was typed, ready to be held against many passages. */
export interface TypedQuestion { analysed: AnalysedQuestion; weights: readonly number[]; comparable: Comparable }

/** A passage ready to be held against a question. */
export interface Candidate { passage: Passage; comparable: Comparable; questions: readonly KnownQuestion[] }

/**
 * How sure it is that a passage answers the question. The share of the question that is covered is the main guard:
 * what is asked and nowhere said (天气, 股票) keeps it low. For a Q&A, or a guide by its title, it also counts how much
 * of the known question was asked, so that one shared word of a long question is not a match, and whether both want the
 * same side of their subject.
 */
export function confidenceOf(typed: TypedQuestion, candidate: Candidate, weightsOf: (units: AnalysedQuestion['units']) => number[], line: AnswerLine): Confidence {
  const { units, text } = typed.analysed;
  if (units.length === 0) return { value: 0, coverage: 0, likeness: 0, enough: false, question: null };
  const whole = coverageOf(units, typed.weights, candidate.comparable);
  if (candidate.questions.length === 0) {
    const enough = whole.share >= line.passageCoverage && whole.share >= line.passageConfidence && whole.strong >= line.passageUnits && whole.subject;
    return { value: whole.share, coverage: whole.share, likeness: whole.share, enough, question: null };
  }
  const wanted = facetsOf(text);
  let best = 0;
  let likeness = 0;
  let closest = candidate.questions[0]!.text;
  for (const known of candidate.questions) {
    const there = coverageOf(units, typed.weights, known.comparable);
    const back = coverageOf(known.analysed.units, weightsOf(known.analysed.units), typed.comparable);
    const otherwise = facetsDiffer(wanted, facetsOf(known.analysed.text)) ? line.otherFacet : 1;
    const value = (line.asked * there.share + (1 - line.asked) * back.share) * otherwise;
    if (there.strong > 0) likeness = Math.max(likeness, (there.share + back.share) / 2);
    if (value > best) [best, closest] = [value, known.text];
  }
  const value = Math.min(whole.share, line.questionShare * best + (1 - line.questionShare) * whole.share);
  const enough = whole.share >= line.qaCoverage && value >= line.qaConfidence && (whole.subject || whole.share >= line.withoutSubject);
  return { value, coverage: whole.share, likeness, enough, question: closest };
}

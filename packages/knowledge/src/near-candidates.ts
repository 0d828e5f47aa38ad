import type { AnalysedQuestion } from './analysis.js';
import type { Comparable } from './coverage.js';
import type { Grams, TypedGrams } from './grams.js';
import type { Passage } from './passages.js';
import type { KnownQuestion } from './prepared-passages.js';

/** A question as it was typed, ready to be held against many passages. */
export interface NearQuestion { analysed: AnalysedQuestion; weights: readonly number[]; grams: TypedGrams }

/** A passage ready to be held against a question; for a Q&A all of it with the passage on which it rests. */
export interface NearCandidate {
  passage: Passage;
  /** Document that it is of or rests on, and the place in it; two that stand for the same place are no rivals. */
  document: string;
  place: string;
  everything: Comparable;
  /** What its title and heading say. */
  subject: Comparable;
  grams: Grams;
  /** Of the title and the known questions. */
  naming: Grams;
  questions: readonly KnownQuestion[];
}

import type { AnalysedQuestion } from './analysis.js';
import type { Comparable } from './coverage.js';
import type { Passage } from './passages.js';
import type { KnownQuestion } from './prepared-passages.js';

/** A question as it was typed, ready to be held against many passages. */
export interface TypedQuestion { analysed: AnalysedQuestion; weights: readonly number[]; comparable: Comparable }

/** A passage ready to be held against a question; subject is what its title and heading say, title the words of a guide's title. */
export interface Candidate { passage: Passage; comparable: Comparable; subject: Comparable; title: AnalysedQuestion['units']; basis: Comparable | null; questions: readonly KnownQuestion[] }

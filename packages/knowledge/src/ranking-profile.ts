import { LEARNING_PROFILE, type LearningProfile } from './learning-profile.js';
import type { PassageKind, PassageValidity } from './passages.js';

export const FIELDS = ['title', 'heading', 'body', 'question', 'docNumber'] as const;
export type Field = (typeof FIELDS)[number];

/** Weights of the ranking and the line between an answer and an honest no. Data: a change needs a new version. */
export interface RankingProfile {
  version: string;
  source: string;
  /** Saturation of repeated terms (BM25 k1). */
  k1: number;
  fields: Record<Field, {
    weight: number;
    /** length normalisation, 0..1 (BM25 b) */
    b: number;
    /** the length in terms that is usual for the field; fixed, so that a passage weighs the same whatever stands beside it */
    usual: number;
  }>;
  kinds: Record<PassageKind, number>;
  validities: Record<PassageValidity, number>;
  /** How much of what a passage says of the question one that stands better must say to come before it. */
  yields: Record<PassageValidity, number>;
  /** 0..1: how much a passage loses that covers little of the question. */
  coverage: number;
  /** How many of the best are compared with the question word by word. */
  compared: number;
  answer: AnswerLine;
  learning: LearningProfile;
}

export interface AnswerLine {
  /** Version of the line for what comes closest, and the least it must be sure of, 0..1; the rest of the line has the profile's version. */
  closestVersion: string;
  closestSource: string;
  closest: number;
  /** Least confidence of a reviewed Q&A, and by how much it must be surer than the next one that rests on something else. */
  qaConfidence: number;
  lead: number;
  /** Share of the question's weight that the heaviest word may carry which a Q&A and its basis do not say. */
  qaMissing: number;
  /** Share of the known question that must have been asked. */
  qaAsked: number;
  /** The same when only one telling word was typed. */
  qaAskedOfOneWord: number;
  /** Least share of the question that a service guide must cover, and that its title must name. */
  guideCoverage: number;
  guideNamed: number;
  /** Share of a guide's title that must have been asked. */
  guideAsked: number;
  /** What a guide does not tell, though its text may hold the like. */
  notOfGuides: readonly string[];
  /** The same for a passage that was not written as an answer. */
  passageCoverage: number;
  passageNamed: number;
  /** Least number of different content words of the question that such a passage must hold. */
  passageUnits: number;
  /** As qaMissing, for guides and passages. */
  passageMissing: number;
  /** Share of what was typed that a listed text must say. */
  textShare: number;
  /** Likeness from which a question is offered as similar, and coverage from which a passage is worth showing. */
  similar: number;
  /** Confidence from which a question is offered as similar though its wording is another. */
  similarValue: number;
}

export const RANKING_PROFILE: RankingProfile = {
  version: '2026.11',
  source: '以自编问答和公开检索数据试算',
  k1: 1,
  fields: {
    title: { weight: 1.2, b: 0.5, usual: 25 },
    heading: { weight: 1.2, b: 0.3, usual: 10 },
    body: { weight: 1, b: 0.65, usual: 135 },
    question: { weight: 1.6, b: 0.5, usual: 30 },
    docNumber: { weight: 3, b: 0, usual: 4 },
  },
  kinds: { qa: 1.3, guide: 1.15, interpretation: 1.05, article: 1, document: 1 },
  validities: { in_force: 1, amended: 0.97, unknown: 0.75, not_yet_in_force: 0.7, expired: 0.3, declared_lapsed: 0.3, repealed: 0.3 },
  yields: { in_force: 1, amended: 1, unknown: 0.9, not_yet_in_force: 0.6, expired: 0.6, declared_lapsed: 0.6, repealed: 0.6 },
  coverage: 0.45,
  compared: 60,
  answer: {
    closestVersion: '2026.11', closestSource: '以自编群众问题的选线一半定：库外问题答了的不超过百分之三时，库内问题答得最多的线', closest: 0.3,
    qaConfidence: 0.5, lead: 0.2, qaMissing: 0.4, qaAsked: 0.12, qaAskedOfOneWord: 0.5, guideCoverage: 0.85, guideNamed: 0.5, guideAsked: 0.45, notOfGuides: ['amount', 'penalty', 'limit', 'size', 'age'], passageCoverage: 0.88, passageNamed: 0.5, passageUnits: 2, passageMissing: 0.2, textShare: 0.5, similar: 0.3, similarValue: 0.15,
  },
  learning: LEARNING_PROFILE,
};

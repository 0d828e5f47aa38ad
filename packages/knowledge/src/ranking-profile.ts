import type { PassageKind, PassageValidity } from './passages.js';

export const FIELDS = ['title', 'heading', 'body', 'question', 'docNumber'] as const;
export type Field = (typeof FIELDS)[number];

/** Weights of the ranking and the line between an answer and an honest no. Data: a change needs a new version. */
export interface RankingProfile {
  version: string;
  source: string;
  /** Saturation of repeated terms (BM25 k1). */
  k1: number;
  fields: Record<Field, { weight: number; /** length normalisation, 0..1 (BM25 b) */ b: number }>;
  kinds: Record<PassageKind, number>;
  validities: Record<PassageValidity, number>;
  /** 0..1: how much a passage loses that covers little of the question. */
  coverage: number;
  /** How many of the best are compared with the question word by word. */
  compared: number;
  answer: AnswerLine;
}

export interface AnswerLine {
  /** Least share of the question's weight that question and answer of a Q&A must cover. */
  qaCoverage: number;
  /** Least confidence of a reviewed Q&A. */
  qaConfidence: number;
  /** The same for a passage that was not written as an answer. */
  passageCoverage: number;
  passageConfidence: number;
  /** Least number of different content words of the question that such a passage must hold. */
  passageUnits: number;
  /** How much the typed question counts beside the known one when the two are compared, 0..1. */
  asked: number;
  /** How much the comparison of the questions counts beside what question and answer say together, 0..1. */
  questionShare: number;
  /** Share that a Q&A must cover when it does not say the most telling word of the question. */
  withoutSubject: number;
  /** What is left of the confidence when the known question wants something else (材料 for 多久). */
  otherFacet: number;
  /** By how much a passage must be surer than a Q&A to answer in its place. */
  passageLead: number;
  /** Share of what was typed that a listed text must say. */
  textShare: number;
  /** Likeness from which a question is offered as similar, and coverage from which a passage is worth showing. */
  similar: number;
}

export const RANKING_PROFILE: RankingProfile = {
  version: '2026.11',
  source: '以自编问答和公开检索数据试算',
  k1: 1,
  fields: {
    title: { weight: 1.2, b: 0.5 },
    heading: { weight: 1.2, b: 0.3 },
    body: { weight: 1, b: 0.65 },
    question: { weight: 1.6, b: 0.5 },
    docNumber: { weight: 3, b: 0 },
  },
  kinds: { qa: 1.3, guide: 1.15, interpretation: 1.05, article: 1, document: 1 },
  validities: { in_force: 1, amended: 0.97, unknown: 0.75, not_yet_in_force: 0.7, expired: 0.3, declared_lapsed: 0.3, repealed: 0.3 },
  coverage: 0.45,
  compared: 60,
  answer: { qaCoverage: 0.6, qaConfidence: 0.5, passageCoverage: 0.75, passageConfidence: 0.75, passageUnits: 2, asked: 0.65, questionShare: 0.8, withoutSubject: 0.7, otherFacet: 0.6, passageLead: 0.3, textShare: 0.5, similar: 0.3 },
};

import type { QuestionView } from './publishing.js';
import type { Validity } from './validity.js';

export interface PassageView {
  kind: 'article' | 'qa' | 'guide' | 'interpretation';
  documentId: string;
  docNumber: string | null;
  title: string;
  anchor: string;
  /** 第五条, 二、, or the question itself. */
  label: string;
  text: string;
  /** Exact spans in text. */
  highlights: { start: number; end: number }[];
  validity: Validity;
  score: number;
  /** Page to open on the resident's app, for example '/policy/ID#art-5'. */
  link: string;
}

export interface AskRequest { question: string; k?: number }

export interface AskView {
  answerId: string;
  question: string;
  answered: boolean;
  answer: { text: string; question: QuestionView | null; passage: PassageView | null } | null;
  passages: PassageView[];
  similarQuestions: { id: string; question: string }[];
  indexVersion: string;
}

export interface SearchQuery { q: string; kind?: PassageView['kind']; validity?: Validity; topic?: string; limit?: number }
export interface SearchView { q: string; total: number; items: PassageView[]; indexVersion: string }

export interface FeedbackRequest { helpful: boolean; why?: string }

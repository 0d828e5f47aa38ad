import type { AreaQuery, AreaView } from './areas.js';
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
  /** Of a document, the area for which it was made; of a text, that of the unit; null when it is not known. */
  area: AreaView | null;
  score: number;
  /** Page to open on the resident's app, for example '/policy/ID#art-5'. */
  link: string;
}

/** What goes on from what has been typed: a reviewed question to ask, or the title of a policy, guide or interpretation to open. */
export interface SuggestionView {
  text: string;
  kind: PassageView['kind'];
  /** Page to open on the resident's app. */
  link: string;
  /** Exact spans of the text that were typed. */
  highlights: { start: number; end: number }[];
}

/** conversation: the handle of the question before, when this one goes on from it. */
export interface AskRequest extends AreaQuery { question: string; k?: number; conversation?: string }

/** What a model made of the passages, sentence by sentence, each with where it stands; always labelled, never alone. */
export interface RephrasedView {
  /** 显式标识 of generated content, shown with the text and copied with it. */
  label: string;
  model: string;
  /** 算法备案号 of the model's service. */
  filingNo: string;
  sentences: { text: string; citations: { n: number; title: string; docNumber: string | null; label: string; link: string; validity: Validity }[] }[];
}

export interface AskView {
  answerId: string;
  question: string;
  /** Subject of the question before, when this one was understood as going on from it. */
  follows: string | null;
  /** For the next question to go on from; the handle is sealed, tells nobody anything, and ends after a while. */
  conversation: { handle: string; subject: string } | null;
  /** The question with what is probably written wrongly put right, when asking that finds more; null otherwise. */
  didYouMean: string | null;
  answered: boolean;
  /** Sure, or only what comes closest to the question, which must be said with it; null without an answer. */
  certainty: 'sure' | 'closest' | null;
  answer: { text: string; question: QuestionView | null; passage: PassageView | null } | null;
  passages: PassageView[];
  similarQuestions: { id: string; question: string }[];
  /** Null unless the city has a registered model connected and its words held against the passages. */
  rephrased: RephrasedView | null;
  indexVersion: string;
}

export interface SearchQuery extends AreaQuery { q: string; kind?: PassageView['kind']; validity?: Validity; topic?: string; issuer?: string; /** YYYY-MM-DD, both inclusive. */ from?: string; to?: string; limit?: number }
export interface SearchView { q: string; total: number; /** There are more than the total, which ends at 1,000. */ more: boolean; items: PassageView[]; /** What was probably meant; null when there is nothing to put right. */ didYouMean: string | null; /** Issuers, topics and areas among the best, for narrowing. */ issuers: string[]; topics: string[]; areas: AreaView[]; indexVersion: string }

export interface FeedbackRequest { helpful: boolean; why?: string }

/** A logged answer beside what the same question gets now. Equal: answered alike, from the same passage, with the same hits in the same order. */
export interface AnswerReplayView {
  answerId: string;
  askedAt: string;
  /** Personal data masked. */
  question: string;
  /** Version of the index that answered then, and that answers now. */
  indexVersion: string;
  indexVersionNow: string;
  equal: boolean;
  then: { answered: boolean; passageId: string | null; hits: string[] };
  now: { answered: boolean; passageId: string | null; hits: string[] };
}

/** How a passage of the index differs from the tables: not in the index, otherwise in it, or only in it. */
export type IndexDifference = 'missing' | 'changed' | 'surplus';

/** What differed when the index of the answering process was held against the tables; it has been put right since. */
export interface IndexCheckView { passages: number; indexVersion: string; differences: { passageId: string; difference: IndexDifference }[] }

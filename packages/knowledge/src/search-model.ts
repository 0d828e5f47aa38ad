import type { Excerpt, Span } from './excerpts.js';
import type { Passage, PassageKind, PassageValidity } from './passages.js';

export interface SearchFilters {
  kinds?: readonly PassageKind[];
  issuers?: readonly string[];
  topics?: readonly string[];
  validity?: readonly PassageValidity[];
  /** 'YYYY-MM-DD', both inclusive; a passage without a date is left out when either is given. */
  fromOn?: string;
  toOn?: string;
}

export interface SearchRequest {
  /** The civil day on which validity is judged. */
  on: string;
  k?: number;
  filters?: SearchFilters;
  /** What the caller knows to be true now; asked last, after the passage's own dates. Null: gone, never shown. */
  validityOf?: (passage: Passage) => PassageValidity | null;
}

export interface Hit {
  id: string;
  kind: PassageKind;
  passage: Passage;
  validity: PassageValidity;
  score: number;
  /** Share of the question's weight that the passage covers, 0..1. */
  coverage: number;
  /** Words of the question, as typed or in official terms, that were found. */
  matched: string[];
  /** Spans of the passage's text, and of its title. */
  highlights: Span[];
  titleHighlights: Span[];
  excerpt: Excerpt;
}

export interface SearchResult { hits: Hit[]; total: number; /** There are more than were counted. */ more: boolean; indexVersion: string }

export interface Answer {
  kind: PassageKind;
  passageId: string;
  /** Set when a reviewed Q&A answers. */
  qaId: string | null;
  /** The known question that came closest. */
  question: string | null;
  text: string;
  hit: Hit;
}

export interface AskResult {
  answered: boolean;
  /** Sure, or only what comes closest to the question and says so. Null without an answer. */
  certainty: 'sure' | 'closest' | null;
  confidence: number;
  answer: Answer | null;
  passages: Hit[];
  similarQuestions: { id: string; question: string; likeness: number }[];
  indexVersion: string;
}

/** How a passage stands on the day of a search; null when it is gone. */
export type Standing = (passage: Passage) => PassageValidity | null;

/** Which passages the filters of a search let through. */
export function accepted(filters: SearchFilters, standing: Standing): (passage: Passage) => boolean {
  const { kinds, issuers, topics, validity, fromOn, toOn } = filters;
  return (passage) => {
    const stands = standing(passage);
    if (stands === null || (validity && !validity.includes(stands))) return false;
    if (kinds && !kinds.includes(passage.kind)) return false;
    if (issuers && (passage.issuer === null || !issuers.includes(passage.issuer))) return false;
    if (topics && !passage.topics.some((topic) => topics.includes(topic))) return false;
    if (fromOn === undefined && toOn === undefined) return true;
    return passage.publishedOn !== null && passage.publishedOn >= (fromOn ?? '') && passage.publishedOn <= (toOn ?? '9999');
  };
}

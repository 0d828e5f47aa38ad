import type { PageQuery } from './paging.js';

/** Why a published Q&A comes up again: residents said that it does not help, or its last review is long ago. */
export const QUESTION_REVIEW_REASONS = ['low_rated', 'review_due'] as const;
export type QuestionReviewReason = (typeof QUESTION_REVIEW_REASONS)[number];
export const QUESTION_REVIEW_REASON_WORDS: Record<QuestionReviewReason, string> = { low_rated: '群众评价差', review_due: '到期复审' };

/** A published Q&A that its unit must look at again; it leaves the list when it is reviewed and published anew, or withdrawn. */
export interface QuestionReviewView {
  questionId: string;
  question: string;
  publicationId: string;
  contentId: string;
  orgId: string;
  orgName: string;
  reviewedOn: string;
  reasons: QuestionReviewReason[];
  /** Since the text was last published. */
  helpful: number;
  unhelpful: number;
  /** What residents wrote, personal data masked, the latest first. */
  said: string[];
  dueOn: string;
  dueExplained: string[];
  overdue: boolean;
}

export interface ListQuestionReviewsQuery extends PageQuery { reason?: QuestionReviewReason; overdue?: 'yes'; orgId?: string }

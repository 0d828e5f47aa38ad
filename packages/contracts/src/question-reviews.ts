import type { PageQuery } from './paging.js';

/** Why a published Q&A comes up again: a resident said why it does not help, many say so, or its review is due. */
export const QUESTION_REVIEW_REASONS = ['reported', 'low_rated', 'review_due'] as const;
export type QuestionReviewReason = (typeof QUESTION_REVIEW_REASONS)[number];
export const QUESTION_REVIEW_REASON_WORDS: Record<QuestionReviewReason, string> = { reported: '群众说没用', low_rated: '群众评价差', review_due: '到期复审' };

/** kept: still right, said by a reviewer; recovered: enough residents said since that it helps; the others are found by what was published or withdrawn. */
export const QUESTION_TASK_RESULTS = ['kept', 'revised', 'withdrawn', 'recovered'] as const;
export type QuestionTaskResult = (typeof QUESTION_TASK_RESULTS)[number];
export const QUESTION_TASK_RESULT_WORDS: Record<QuestionTaskResult, string> = { kept: '仍然正确', revised: '已修改并重新发布', withdrawn: '已撤回', recovered: '评价已好转' };

/** A published Q&A that its unit must look at again; it leaves the list when it is found still right, reviewed and published anew, or withdrawn. */
export interface QuestionReviewView {
  questionId: string;
  question: string;
  publicationId: string;
  contentId: string;
  orgId: string;
  orgName: string;
  reviewedOn: string;
  reasons: QuestionReviewReason[];
  /** Since the text was last published or found still right. */
  helpful: number;
  unhelpful: number;
  /** What residents wrote, personal data masked, the latest first. */
  said: string[];
  dueOn: string;
  dueExplained: string[];
  overdue: boolean;
  /** How often somebody found it still right. */
  version: number;
  lastConfirmation: { byName: string; on: string; reason: string; nextReviewOn: string } | null;
  /** May find it still right: a reviewer of its unit who wrote none of it. */
  mayConfirm: boolean;
  /** Its basis changed; that is settled by its own task first. */
  basisChanged: boolean;
}

export interface ListQuestionReviewsQuery extends PageQuery { reason?: QuestionReviewReason; overdue?: 'yes'; orgId?: string; /** Last days, YYYY-MM-DD, both inclusive. */ dueFrom?: string; dueTo?: string }

export interface ConfirmQuestionRequest {
  seenVersion: number;
  reason: string;
  /** YYYY-MM-DD, after today and within the term of the rules. */
  nextReviewOn: string;
}
export interface QuestionConfirmationView { questionId: string; version: number; reason: string; nextReviewOn: string; byName: string; on: string }

/** A dated task on a published Q&A that appeared by itself, and how it ended. */
export interface QuestionTaskView {
  id: string;
  cause: QuestionReviewReason;
  status: 'open' | 'closed';
  questionId: string;
  question: string;
  contentId: string;
  orgId: string;
  orgName: string;
  openedAt: string;
  dueOn: string;
  dueExplained: string[];
  overdue: boolean;
  result: QuestionTaskResult | null;
  closedAt: string | null;
  closedByName: string | null;
}
export interface ListQuestionTasksQuery extends PageQuery { status?: 'open' | 'closed'; cause?: QuestionReviewReason; orgId?: string }

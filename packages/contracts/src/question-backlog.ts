import type { PageQuery } from './paging.js';

/** 待写清单: open until somebody takes the question on or sets it aside. */
export const BACKLOG_STATUSES = ['open', 'writing', 'dismissed'] as const;
export type BacklogStatus = (typeof BACKLOG_STATUSES)[number];
export const BACKLOG_STATUS_WORDS: Record<BacklogStatus, string> = { open: '待认领', writing: '在写', dismissed: '不写' };

export const BACKLOG_DECISIONS = ['take', 'dismiss', 'reopen'] as const;
export type BacklogDecision = (typeof BACKLOG_DECISIONS)[number];

export interface ListBacklogQuery extends PageQuery { status?: BacklogStatus }

export interface BacklogQuestionView {
  id: string;
  /** As a resident typed it, personal data masked. */
  question: string;
  /** How often it was asked without an answer while the log keeps it. */
  asked: number;
  firstAskedAt: string;
  lastAskedAt: string;
  status: BacklogStatus;
  version: number;
  decision: { byName: string; orgName: string; at: string; reason: string | null; contentId: string | null } | null;
}

export interface DecideBacklogRequest { decision: BacklogDecision; reason?: string; seenVersion: number }

/** An answer of which residents said that it did not help. */
export interface LowRatedAnswerView {
  passageId: string;
  title: string;
  label: string;
  /** Page of the resident's app. */
  link: string;
  helpful: number;
  unhelpful: number;
  lastAt: string;
  reasons: string[];
}

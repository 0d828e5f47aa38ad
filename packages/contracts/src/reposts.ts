import type { Platform } from './accounts.js';
import type { PageQuery } from './paging.js';

/** 稿源: from where reprinting is allowed. */
export const REPOST_SOURCE_KINDS = ['government', 'party', 'source_unit'] as const;
export type RepostSourceKind = (typeof REPOST_SOURCE_KINDS)[number];
export const REPOST_SOURCE_KIND_WORDS: Record<RepostSourceKind, string> = { government: '政府网站', party: '党委网站', source_unit: '规定的稿源单位' };

export interface RepostSourceView {
  id: string;
  name: string;
  host: string;
  kind: RepostSourceKind;
  basis: string;
  effectiveFrom: string;
  effectiveTo: string | null;
  builtIn: boolean;
  inForce: boolean;
}
export interface AddRepostSourceRequest { name: string; host: string; kind: RepostSourceKind; basis: string; effectiveFrom: string }
export interface EndRepostSourceRequest { effectiveTo: string }
export interface SourceCheckView { listed: boolean; message: string; source: RepostSourceView | null }

export const REPOST_STATES = ['waiting', 'done', 'late', 'overdue'] as const;
export type RepostState = (typeof REPOST_STATES)[number];
export const REPOST_STATE_WORDS: Record<RepostState, string> = { waiting: '待转载', done: '已转载', late: '逾期后转载', overdue: '逾期未转载' };

export interface RepostAssignmentView {
  id: string;
  accountId: string;
  accountName: string;
  platform: Platform;
  orgName: string;
  state: RepostState;
  url: string | null;
  note: string | null;
  receiptByName: string | null;
  receiptAt: string | null;
  mayGive: boolean;
  version: number;
}

/** 必转任务; a unit sees its own accounts in it. */
export interface RepostTaskView {
  id: string;
  title: string;
  sourceUrl: string;
  sourceName: string;
  text: string;
  deadlineAt: string;
  createdByName: string;
  createdAt: string;
  closedAt: string | null;
  closedReason: string | null;
  total: number;
  done: number;
  overdue: number;
  assignments: RepostAssignmentView[];
  mayClose: boolean;
  version: number;
}

/** orgIds stand for all active accounts of the units. */
export interface CreateRepostTaskRequest { title: string; sourceUrl: string; text: string; deadlineAt: string; accountIds: string[]; orgIds: string[] }
export interface GiveReceiptRequest { url: string; note?: string | null; seenVersion: number }
export interface CloseRepostTaskRequest { reason: string; seenVersion: number }
export const REPOST_TASK_FILTERS = ['open', 'overdue', 'closed'] as const;
export type RepostTaskFilter = (typeof REPOST_TASK_FILTERS)[number];
export const REPOST_TASK_FILTER_WORDS: Record<RepostTaskFilter, string> = { open: '进行中', overdue: '有逾期', closed: '已结束' };
export interface ListRepostTasksQuery extends PageQuery { show?: RepostTaskFilter }

import type { ContentKind } from './content-kinds.js';
import type { Validity } from './validity.js';

export const TASK_STATUSES = ['open', 'closed'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];
export const TASK_STATUS_WORDS: Record<TaskStatus, string> = { open: '待复核', closed: '已办结' };

export const TASK_RESULTS = ['kept', 'revised', 'withdrawn', 'basis_restored'] as const;
/** kept: still right, said by a reviewer; the others are found by what was published or withdrawn. */
export type TaskResult = (typeof TASK_RESULTS)[number];
export const TASK_RESULT_WORDS: Record<TaskResult, string> = { kept: '复核后仍适用', revised: '已修改并重新发布', withdrawn: '已撤回', basis_restored: '依据已恢复有效' };

/** Why a text must be looked at again. */
export type BasisChange = Exclude<Validity, 'in_force'> | 'withdrawn';
export const BASIS_CHANGE_WORDS: Record<BasisChange, string> = {
  amended: '被修改', repealed: '被废止', declared_lapsed: '被宣布失效', expired: '有效期届满', not_yet_in_force: '尚未施行', unknown: '效力未核实', withdrawn: '被撤下',
};

/** A dated task: a published text rests on something that changed. */
export interface TaskView {
  id: string;
  status: TaskStatus;
  change: BasisChange;
  /** The day the change counts from. */
  fromOn: string | null;
  document: { id: string; title: string; docNumber: string | null };
  /** What did it; null when it ended by itself or was withdrawn. */
  instrument: { id: string; title: string; docNumber: string | null } | null;
  text: { publicationId: string; contentId: string; kind: ContentKind; title: string };
  /** Cited articles that the change touches (第五条); empty when it touches the whole. */
  articles: string[];
  /** Questions of the text that wait for the outcome. */
  questions: { id: string; question: string; underReview: boolean }[];
  orgId: string;
  orgName: string;
  openedAt: string;
  dueOn: string;
  dueExplained: string[];
  overdue: boolean;
  result: TaskResult | null;
  note: string | null;
  closedAt: string | null;
  closedByName: string | null;
  version: number;
}

export interface ListTasksQuery { status?: TaskStatus; overdue?: 'yes'; orgId?: string; documentId?: string; cursor?: string; limit?: number }
export interface CloseTaskRequest { seenVersion: number; note: string }

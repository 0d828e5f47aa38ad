export const IMPORT_JOB_STATUSES = ['running', 'done', 'failed'] as const;
export type ImportJobStatus = (typeof IMPORT_JOB_STATUSES)[number];
export const IMPORT_JOB_STATUS_WORDS: Record<ImportJobStatus, string> = { running: '正在导入', done: '已完成', failed: '没有完成' };

/** A collection of laws on its way into the library; it goes on by itself after a restart. */
export interface ImportJobView {
  id: string;
  fileName: string;
  bytes: number;
  status: ImportJobStatus;
  /** Share of the file that was read, 0 to 1. */
  share: number;
  lines: number;
  imported: number;
  unchanged: number;
  refused: number;
  orgName: string;
  startedByName: string;
  startedAt: string;
  finishedAt: string | null;
  /** Why it failed; null otherwise. */
  failure: string | null;
}

export interface ImportJobReportView extends ImportJobView {
  /** Lines that were not taken, the first ones first; cut at the limit. */
  problems: { line: number; message: string }[];
  problemsCut: boolean;
}

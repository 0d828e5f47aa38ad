import { LIMITS, TASK_STATUSES, type CloseTaskRequest, type ListTasksQuery, type TaskStatus, type TaskView } from '@govmedia-hub/contracts';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength, Min } from 'class-validator';
import { PageQueryDto } from '../../foundation/http/page-query.dto.js';
import type { TaskEntity } from './task.entity.js';

export class ListTasksDto extends PageQueryDto implements ListTasksQuery {
  @IsOptional() @IsIn(TASK_STATUSES) status?: TaskStatus;
  @IsOptional() @IsIn(['yes']) overdue?: 'yes';
  @IsOptional() @IsUUID() orgId?: string;
  @IsOptional() @IsUUID() documentId?: string;
}

export class CloseTaskDto implements CloseTaskRequest {
  @IsInt() @Min(0) seenVersion: number;
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.reasonChars) note: string;
}

/** What a task is shown with beside its own row. */
export interface TaskSurroundings {
  today: string;
  orgNames: ReadonlyMap<string, string>;
  personNames: ReadonlyMap<string, string>;
  documents: ReadonlyMap<string, { title: string; docNumber: string | null }>;
  /** Keyed by 'documentId anchor'. */
  labels: ReadonlyMap<string, string>;
  questions: ReadonlyMap<string, TaskView['questions']>;
}

export function toTaskView(row: TaskEntity, around: TaskSurroundings): TaskView {
  const named = (id: string): TaskView['document'] => ({ id, ...(around.documents.get(id) ?? { title: '', docNumber: null }) });
  return {
    id: row.id, status: row.status, change: row.basisChange, fromOn: row.fromOn, document: named(row.documentId), instrument: row.byDocumentId === null ? null : named(row.byDocumentId),
    text: { publicationId: row.publicationId, contentId: row.contentId, kind: row.contentKind, title: row.title },
    articles: row.anchors.map((anchor) => around.labels.get(`${row.documentId} ${anchor}`) ?? anchor), questions: around.questions.get(row.id) ?? [],
    orgId: row.orgId, orgName: around.orgNames.get(row.orgId) ?? '', openedAt: row.openedAt.toISOString(), dueOn: row.dueOn, dueExplained: row.dueExplained,
    overdue: row.status === 'open' && row.dueOn < around.today, result: row.result, note: row.note, closedAt: row.closedAt?.toISOString() ?? null,
    closedByName: row.closedById === null ? null : (around.personNames.get(row.closedById) ?? null), version: row.version,
  };
}

import type { BasisChange, ContentKind, TaskResult, TaskStatus } from '@govmedia-hub/contracts';
import { Entity, Index } from 'typeorm';
import { DateColumn, Id, IdColumn, Instant, LongJson, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** A dated task on a public text whose basis changed; one for each text and change. */
@Entity('tasks')
@Index('IDX_tasks_subject', ['publicationId', 'documentId', 'changeKey'], { unique: true })
@Index('IDX_tasks_unit', ['orgId', 'status', 'dueOn'])
@Index('IDX_tasks_document', ['documentId', 'status'])
export class TaskEntity {
  @Id() id: string;
  @Text(8) status: TaskStatus;
  @Text(20) basisChange: BasisChange;
  /** Key of the change of the document. */
  @Text(36) changeKey: string;
  @DateColumn({ nullable: true }) fromOn: string | null;
  @IdColumn() documentId: string;
  @IdColumn({ nullable: true }) byDocumentId: string | null;
  @IdColumn() publicationId: string;
  @IdColumn() contentId: string;
  @Text(16) contentKind: ContentKind;
  @Text(200) title: string;
  /** The unit that owns the text. */
  @IdColumn() orgId: string;
  /** Cited anchors that the change touches. */
  @LongJson() anchors: string[];
  @Instant() openedAt: Date;
  @DateColumn() openedOn: string;
  @DateColumn() dueOn: string;
  @LongJson() dueExplained: string[];
  @NullableText(16) result: TaskResult | null;
  @NullableText(500) note: string | null;
  @Instant({ nullable: true }) closedAt: Date | null;
  @NullableText(36) closedById: string | null;
  @Whole() version: number;
}

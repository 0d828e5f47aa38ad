import { Entity, Index } from 'typeorm';
import { Id, IdColumn, Instant, LongText, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** 必转任务. */
@Entity('repost_tasks')
@Index('IDX_repost_tasks_deadline', ['deadlineAt'])
export class RepostTaskEntity {
  @Id() id: string;
  @Text(200) title: string;
  @Text(500) sourceUrl: string;
  @Text(80) sourceName: string;
  @LongText() text: string;
  @Instant() deadlineAt: Date;
  @IdColumn() createdById: string;
  @Instant() createdAt: Date;
  @Instant({ nullable: true }) closedAt: Date | null;
  @NullableText(500) closedReason: string | null;
  @Whole() version: number;
}

/** One account that must repost, and its receipt. */
@Entity('repost_assignments')
@Index('IDX_repost_assignments_account', ['taskId', 'accountId'], { unique: true })
@Index('IDX_repost_assignments_org', ['orgId'])
export class RepostAssignmentEntity {
  @Id() id: string;
  @IdColumn() taskId: string;
  @IdColumn() accountId: string;
  @IdColumn() orgId: string;
  @NullableText(500) url: string | null;
  @NullableText(500) note: string | null;
  @IdColumn({ nullable: true }) receiptById: string | null;
  @Instant({ nullable: true }) receiptAt: Date | null;
  @Whole() version: number;
}

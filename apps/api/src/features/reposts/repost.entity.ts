import type { RepostSourceKind } from '@govmedia-hub/contracts';
import { Entity, Index } from 'typeorm';
import { DateColumn, Id, IdColumn, Instant, LongText, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** 稿源: a site from which reprinting is allowed, effective-dated with its basis. */
@Entity('repost_sources')
@Index('IDX_repost_sources_host', ['host'])
export class RepostSourceEntity {
  @Id() id: string;
  @Text(80) name: string;
  /** Host name; its sub-domains count too. */
  @Text(120) host: string;
  @Text(20) kind: RepostSourceKind;
  @Text(300) basis: string;
  @DateColumn() effectiveFrom: string;
  /** First day on which it no longer counts. */
  @DateColumn({ nullable: true }) effectiveTo: string | null;
  @IdColumn() enteredById: string;
  @Instant() enteredAt: Date;
}

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

import { Entity, Index } from 'typeorm';
import { Id, IdColumn, Instant, NullableText, Text, Whole } from '../database/columns.js';

/** One thing to do outside, written in the transaction of the change that asks for it. */
@Entity('outbox')
@Index('IDX_outbox_due', ['state', 'dueAt'])
@Index('IDX_outbox_subject', ['subjectId', 'topic'])
export class OutboxEntity {
  @Id() id: string;
  @Text(40) topic: string;
  @IdColumn() subjectId: string;
  @Text(12) state: 'waiting' | 'done' | 'poisoned' | 'cancelled';
  @Instant() dueAt: Date;
  /** Claims since the last progress; a claim that never came back counts too. */
  @Whole() attempts: number;
  @NullableText(36) holder: string | null;
  @Instant({ nullable: true }) leaseUntil: Date | null;
  /** Grows with every claim; what a late holder writes no longer fits. */
  @Whole() fence: number;
  /** Code or short reason of the last failure. */
  @NullableText(300) problem: string | null;
  @Instant() createdAt: Date;
  @Instant({ nullable: true }) endedAt: Date | null;
}

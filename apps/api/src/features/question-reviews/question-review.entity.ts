import type { QuestionReviewReason, QuestionTaskResult } from '@govmedia-hub/contracts';
import { Entity, Index } from 'typeorm';
import { DateColumn, Id, IdColumn, Instant, LongJson, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** A dated task on a published Q&A: a resident said why it does not help, many say so, or its review is due; of each cause at most one is open. */
@Entity('question_tasks')
@Index('IDX_question_tasks_turn', ['questionId', 'turn'], { unique: true })
@Index('IDX_question_tasks_unit', ['orgId', 'status', 'dueOn'])
@Index('IDX_question_tasks_publication', ['publicationId', 'status'])
export class QuestionTaskEntity {
  @Id() id: string;
  @Text(48) questionId: string;
  /** Counted from 1 for each Q&A. */
  @Whole() turn: number;
  /** Null: of the time when there was only 'reported'. */
  @NullableText(12) cause: QuestionReviewReason | null;
  @Text(8) status: 'open' | 'closed';
  @Text(500) question: string;
  @IdColumn() publicationId: string;
  @IdColumn() contentId: string;
  @IdColumn() orgId: string;
  @Instant() openedAt: Date;
  @DateColumn() dueOn: string;
  @LongJson() dueExplained: string[];
  @NullableText(16) result: QuestionTaskResult | null;
  @Instant({ nullable: true }) closedAt: Date | null;
  @NullableText(36) closedById: string | null;
  @Whole() version: number;
}

/** A reviewer found a published Q&A still right, until a day. */
@Entity('question_confirmations')
@Index('IDX_question_confirmations_turn', ['questionId', 'turn'], { unique: true })
export class QuestionConfirmationEntity {
  @Id() id: string;
  @Text(48) questionId: string;
  /** Counted from 1 for each Q&A. */
  @Whole() turn: number;
  @IdColumn() publicationId: string;
  @Text(500) reason: string;
  @DateColumn() nextReviewOn: string;
  @IdColumn() confirmedById: string;
  @Instant() confirmedAt: Date;
}

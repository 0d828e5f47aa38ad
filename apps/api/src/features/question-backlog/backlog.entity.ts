import type { BacklogStatus } from '@govmedia-hub/contracts';
import { Entity } from 'typeorm';
import { Id, IdColumn, Instant, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** What was decided about a question that the library did not answer; without a row it is open. */
@Entity('backlog_decisions')
export class BacklogDecisionEntity {
  /** Made from the words of the question, so that the same question, however often asked, is decided once. */
  @Id() id: string;
  @Text(16) status: BacklogStatus;
  @NullableText(500) reason: string | null;
  @IdColumn({ nullable: true }) contentId: string | null;
  @IdColumn() orgId: string;
  @IdColumn() decidedById: string;
  @Instant() decidedAt: Date;
  @Whole() version: number;
}

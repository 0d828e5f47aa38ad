import type { Gate } from '@govmedia-hub/contracts';
import { Entity, Index } from 'typeorm';
import { Id, IdColumn, Instant, LongText, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** One person's verdict on one gate or review step, on the text with that digest. Rows of earlier rounds are history. */
@Entity('content_verdicts')
@Index('IDX_content_verdicts_desk', ['contentId', 'round', 'desk'], { unique: true })
export class ContentVerdictEntity {
  @Id() id: string;
  @IdColumn() contentId: string;
  @Whole() round: number;
  /** 'gate:law', 'review:2': one verdict each per round, held by the database. */
  @Text(20) desk: string;
  @NullableText(10) gate: Gate | null;
  @Whole({ nullable: true }) step: 1 | 2 | 3 | null;
  @Text(10) verdict: 'passed' | 'approved' | 'returned';
  @LongText() opinion: string;
  @Text(64) digest: string;
  @Text(120) lexiconVersion: string;
  @IdColumn() byId: string;
  @Instant() at: Date;
}

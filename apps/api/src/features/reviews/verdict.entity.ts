import type { DeskId, DeskStep, Gate, Priority } from '@govmedia-hub/contracts';
import { Entity, Index } from 'typeorm';
import { DateColumn, Id, IdColumn, Instant, LongJson, LongText, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** One person's verdict on one desk, on the text with that digest. Rows of earlier rounds are history. */
@Entity('content_verdicts')
@Index('IDX_content_verdicts_desk', ['contentId', 'round', 'desk'], { unique: true })
export class ContentVerdictEntity {
  @Id() id: string;
  @IdColumn() contentId: string;
  @Whole() round: number;
  /** 'gate:law', 'review:2', 'proof:1': one verdict each per round, held by the database. */
  @Text(20) desk: DeskId;
  @NullableText(10) gate: Gate | null;
  @Whole({ nullable: true }) step: DeskStep | null;
  @Text(10) verdict: 'passed' | 'approved' | 'returned';
  @LongText() opinion: string;
  /** Codes of canned reasons; null on verdicts from before there were any. */
  @LongJson({ nullable: true }) reasons: string[] | null;
  @NullableText(24) secrecyGround: string | null;
  @NullableText(500) secrecyConclusion: string | null;
  @Text(64) digest: string;
  @Text(120) lexiconVersion: string;
  @IdColumn() byId: string;
  /** For whom a deputy gave it. */
  @NullableText(36) forId: string | null;
  @Instant() at: Date;
}

/** What is fixed when a round is handed in: the process it goes by, its priority and its last day. */
@Entity('review_cases')
@Index('IDX_review_cases_round', ['contentId', 'round'], { unique: true })
export class ReviewCaseEntity {
  @Id() id: string;
  @IdColumn() contentId: string;
  @Whole() round: number;
  @Text(24) processId: string;
  @Text(12) processVersion: string;
  @Text(8) priority: Priority;
  @Instant() submittedAt: Date;
  /** When the round opened again without being handed in; null otherwise. */
  @Instant({ nullable: true }) reopenedAt: Date | null;
  @DateColumn() dueOn: string;
}

/** A person has taken a desk in hand; others wait until it is given back or its time is over. */
@Entity('review_claims')
@Index('IDX_review_claims_desk', ['contentId', 'round', 'desk'], { unique: true })
export class ReviewClaimEntity {
  @Id() id: string;
  @IdColumn() contentId: string;
  @Whole() round: number;
  @Text(20) desk: DeskId;
  @IdColumn() byId: string;
  @Instant() at: Date;
  @Instant() until: Date;
}

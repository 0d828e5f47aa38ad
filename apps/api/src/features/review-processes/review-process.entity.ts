import type { ContentKind, Priority, ReviewProcessDesk } from '@govmedia-hub/contracts';
import { Entity, Index } from 'typeorm';
import { DateColumn, Id, IdColumn, Instant, LongJson, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** One state of the process of a kind of content. A draft changes; once it has its first day it never does. */
@Entity('review_process_versions')
@Index('IDX_review_process_versions_number', ['kind', 'number'], { unique: true })
@Index('IDX_review_process_versions_draft', ['draftOf'], { unique: true })
export class ReviewProcessVersionEntity {
  @Id() id: string;
  @Text(16) kind: ContentKind;
  @Whole() number: number;
  /** The kind while this is its draft, so that there is one draft at most; null afterwards. */
  @NullableText(16) draftOf: ContentKind | null;
  @Text(60) name: string;
  @Text(500) source: string;
  @Text(500) note: string;
  @LongJson() desks: ReviewProcessDesk[];
  /** Working days for all desks together. */
  @LongJson() days: Record<Priority, number>;
  @DateColumn({ nullable: true }) effectiveFrom: string | null;
  @IdColumn() createdById: string;
  @Instant() createdAt: Date;
  @IdColumn({ nullable: true }) decidedById: string | null;
  @Instant({ nullable: true }) decidedAt: Date | null;
  @Whole() version: number;
}

import type { GazetteOrigin, GazetteStatus, GazetteTextState } from '@govmedia-hub/contracts';
import { Entity, Index } from 'typeorm';
import { DateColumn, Id, IdColumn, Instant, LongJson, LongText, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** An issue of the gazette; signed, its text never changes. */
@Entity('gazette_issues')
@Index('IDX_gazette_issues_number', ['year', 'issueNo'], { unique: true })
@Index('IDX_gazette_issues_total', ['totalNo'], { unique: true })
@Index('IDX_gazette_issues_list', ['status', 'publishedOn'])
export class GazetteIssueEntity {
  @Id() id: string;
  @Text(100) masthead: string;
  @Whole() year: number;
  @Whole() issueNo: number;
  @Whole({ nullable: true }) totalNo: number | null;
  @DateColumn() publishedOn: string;
  @Text(8) status: GazetteStatus;
  @Text(16) origin: GazetteOrigin;
  /** SHA-256 over the text of the issue. */
  @Text(64) digest: string;
  /** Everybody who had a hand in it; none of them signs it. */
  @LongJson() editorIds: string[];
  @IdColumn() savedById: string;
  @IdColumn({ nullable: true }) signedById: string | null;
  @Instant({ nullable: true }) signedAt: Date | null;
  @Whole() version: number;
}

/** A document as an issue prints it. */
@Entity('gazette_items')
@Index('IDX_gazette_items_issue', ['issueId', 'position'], { unique: true })
@Index('IDX_gazette_items_number', ['docNumber'])
export class GazetteItemEntity {
  @Id() id: string;
  @IdColumn() issueId: string;
  @Whole() position: number;
  @Text(60) section: string;
  @IdColumn({ nullable: true }) documentId: string | null;
  @Text(500) title: string;
  @NullableText(80) docNumber: string | null;
  @NullableText(200) issuer: string | null;
  @DateColumn({ nullable: true }) signedOn: string | null;
  @Text(16) textState: GazetteTextState;
  /** SHA-256 over the text of the item. */
  @Text(64) digest: string;
  @LongText() text: string;
}

/** A correction of a signed issue; the issue stays as it is. */
@Entity('gazette_errata')
@Index('IDX_gazette_errata_issue', ['issueId'])
export class GazetteErratumEntity {
  @Id() id: string;
  @IdColumn() issueId: string;
  @IdColumn({ nullable: true }) itemId: string | null;
  @Text(1000) text: string;
  @IdColumn() recordedById: string;
  @Instant() at: Date;
  @IdColumn({ nullable: true }) confirmedById: string | null;
  @Instant({ nullable: true }) confirmedAt: Date | null;
}

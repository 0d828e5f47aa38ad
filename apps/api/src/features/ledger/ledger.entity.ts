import { Entity } from 'typeorm';
import { DateColumn, IdColumn, Instant, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** What a person decided about a document for the ledger of normative documents; one for each document. */
@Entity('ledger_entries')
export class LedgerEntryEntity {
  @Text(36, { primary: true }) documentId: string;
  @Text(4) normative: 'yes' | 'no';
  @NullableText(80) legalityReviewNo: string | null;
  @DateColumn({ nullable: true }) legalityReviewedOn: string | null;
  @IdColumn() decidedById: string;
  @Instant() decidedAt: Date;
  @Whole() version: number;
}

import type { LexiconKind } from '@govmedia-hub/contracts';
import { Entity, Index } from 'typeorm';
import { DateColumn, Id, IdColumn, Instant, LongJson, LongText, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** A lexicon or register that the city keeps; its entries lie in versions. */
@Entity('lexicons')
@Index('IDX_lexicons_name', ['name'], { unique: true })
export class LexiconEntity {
  @Id() id: string;
  @Text(16) kind: LexiconKind;
  @Text(60) name: string;
  @Text(500) note: string;
  @IdColumn() createdById: string;
  @Instant() createdAt: Date;
}

/** One state of a lexicon. A draft changes; once it was made effective its entries never do. */
@Entity('lexicon_versions')
@Index('IDX_lexicon_versions_number', ['lexiconId', 'number'], { unique: true })
@Index('IDX_lexicon_versions_draft', ['draftOf'], { unique: true })
@Index('IDX_lexicon_versions_effect', ['effectiveFrom'])
export class LexiconVersionEntity {
  @Id() id: string;
  @IdColumn() lexiconId: string;
  @Whole() number: number;
  /** The lexicon while this is its draft, so that there is one draft at most; null afterwards. */
  @IdColumn({ nullable: true }) draftOf: string | null;
  /** Ids of the chunks that hold the entries, in order. */
  @LongJson() chunks: string[];
  @Whole() entries: number;
  /** SHA-256 over the chunks, hex. */
  @Text(64) digest: string;
  @Text(200) source: string;
  @Text(500) note: string;
  @DateColumn({ nullable: true }) effectiveFrom: string | null;
  /** Last day; null is open-ended. */
  @DateColumn({ nullable: true }) effectiveTo: string | null;
  @Whole({ nullable: true }) restoredFrom: number | null;
  @IdColumn() createdById: string;
  @Instant() createdAt: Date;
  @IdColumn({ nullable: true }) decidedById: string | null;
  @Instant({ nullable: true }) decidedAt: Date | null;
  @IdColumn({ nullable: true }) previewId: string | null;
  /** Digest of the entries that the preview tried. */
  @NullableText(64) previewDigest: string | null;
  @Whole() version: number;
}

/** A run of entries, known by the digest of its text: versions share the runs they have in common. */
@Entity('lexicon_chunks')
export class LexiconChunkEntity {
  /** SHA-256, hex. */
  @Text(64, { primary: true }) id: string;
  /** JSON of LexiconEntry[], written and read as it is. */
  @LongText() entries: string;
}

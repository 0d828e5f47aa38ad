import type { LexiconPreviewView, PreviewPeriod } from '@govmedia-hub/contracts';
import { Entity, Index } from 'typeorm';
import { DateColumn, Id, IdColumn, Instant, LongJson, NullableText, Text, Whole } from '../../foundation/database/columns.js';

export type PreviewResult = Pick<LexiconPreviewView, 'posts' | 'publications' | 'documents' | 'added' | 'addedTexts' | 'removed' | 'addedTerms' | 'moreAddedTerms' | 'removedTerms' | 'moreRemovedTerms' | 'hints' | 'moreHints'>;

/** 试查: what a draft would find in texts that are public already, beside the version in use. */
@Entity('lexicon_previews')
@Index('IDX_lexicon_previews_version', ['versionId', 'startedAt'])
export class LexiconPreviewEntity {
  @Id() id: string;
  @IdColumn() lexiconId: string;
  @IdColumn() versionId: string;
  /** Digest of the entries that are tried. */
  @Text(64) digest: string;
  @Whole({ nullable: true }) againstNumber: number | null;
  @Text(10) status: 'running' | 'done' | 'failed';
  @Text(10) period: PreviewPeriod;
  @DateColumn() fromOn: string;
  @DateColumn() toOn: string;
  @Whole() processed: number;
  @Whole() total: number;
  @IdColumn() startedById: string;
  @Instant() startedAt: Date;
  /** Moves while the work goes on; a preview that stands still was cut off. */
  @Instant() aliveAt: Date;
  @Instant({ nullable: true }) finishedAt: Date | null;
  @NullableText(500) problem: string | null;
  @LongJson({ nullable: true }) result: PreviewResult | null;
}

import type { ImportJobStatus } from '@govmedia-hub/contracts';
import { Entity, Index } from 'typeorm';
import { Flag, Id, IdColumn, Instant, LongJson, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** A collection of laws that is being taken in; how far it came is written with every chunk, so that a restart goes on from there. */
@Entity('import_jobs')
@Index('IDX_import_jobs_status', ['status', 'startedAt'])
export class ImportJobEntity {
  @Id() id: string;
  @Text(12) status: ImportJobStatus;
  @Text(255) fileName: string;
  /** Where the file is kept. */
  @Text(64) sha256: string;
  @Whole() bytes: number;
  /** Bytes of the unpacked file, and how many of them were taken in. */
  @Whole() size: number;
  @Whole() offset: number;
  /** Lines taken in; the next one is this plus one. */
  @Whole() lines: number;
  @Whole() imported: number;
  @Whole() unchanged: number;
  @Whole() refused: number;
  @LongJson() problems: { line: number; message: string }[];
  @Flag() problemsCut: boolean;
  @IdColumn() orgId: string;
  @IdColumn() startedById: string;
  @Instant() startedAt: Date;
  @Instant({ nullable: true }) finishedAt: Date | null;
  @NullableText(500) failure: string | null;
  /** Process that works on it, and until when others keep off. */
  @NullableText(36) holder: string | null;
  @Instant({ nullable: true }) leaseUntil: Date | null;
  @Whole() version: number;
}

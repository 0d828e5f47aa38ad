import type { RepostSourceKind } from '@govmedia-hub/contracts';
import { Entity, Index } from 'typeorm';
import { DateColumn, Id, IdColumn, Instant, Text } from '../../foundation/database/columns.js';

/** 稿源: a site from which reprinting is allowed, effective-dated with its basis. */
@Entity('repost_sources')
@Index('IDX_repost_sources_host', ['host'])
export class RepostSourceEntity {
  @Id() id: string;
  @Text(80) name: string;
  /** Host name; its sub-domains count too. */
  @Text(120) host: string;
  @Text(20) kind: RepostSourceKind;
  @Text(300) basis: string;
  @DateColumn() effectiveFrom: string;
  /** First day on which it no longer counts. */
  @DateColumn({ nullable: true }) effectiveTo: string | null;
  @IdColumn() enteredById: string;
  @Instant() enteredAt: Date;
}

import type { MediaKind } from '@govmedia-hub/contracts';
import { Entity, Index } from 'typeorm';
import { Id, IdColumn, Instant, Text, Whole } from '../../foundation/database/columns.js';

/** A picture or recording of a unit, ready to stand in its texts; the bytes are kept under their digest. */
@Entity('media')
@Index('IDX_media_org', ['orgId', 'sha256'])
export class MediaEntity {
  @Id() id: string;
  @IdColumn() orgId: string;
  @Text(8) kind: MediaKind;
  @Text(64) sha256: string;
  @Text(60) contentType: string;
  @Whole() bytes: number;
  @Whole({ nullable: true }) width: number | null;
  @Whole({ nullable: true }) height: number | null;
  @IdColumn() uploadedById: string;
  @Instant() uploadedAt: Date;
  /** Since when it is out of reach because no text used it; null while it may be used. */
  @Instant({ nullable: true }) unusedAt: Date | null;
}

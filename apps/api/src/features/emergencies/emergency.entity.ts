import type { EmergencyEnd, EmergencyStatus } from '@govmedia-hub/contracts';
import { Entity, Index } from 'typeorm';
import { DateColumn, Id, IdColumn, Instant, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** A text that went public before its approval was complete: who asked, who agreed, until when the approval must follow. */
@Entity('emergency_releases')
@Index('IDX_emergency_releases_content', ['contentId', 'requestedAt'])
@Index('IDX_emergency_releases_status', ['status', 'dueOn'])
export class EmergencyEntity {
  @Id() id: string;
  @IdColumn() contentId: string;
  @IdColumn() orgId: string;
  @Text(64) digest: string;
  @Text(12) status: EmergencyStatus;
  @Text(500) reason: string;
  @IdColumn() requestedById: string;
  @Instant() requestedAt: Date;
  @NullableText(36) decidedById: string | null;
  @Instant({ nullable: true }) decidedAt: Date | null;
  @NullableText(500) opinion: string | null;
  @DateColumn({ nullable: true }) dueOn: string | null;
  @Instant({ nullable: true }) endedAt: Date | null;
  @NullableText(12) endedBy: EmergencyEnd | null;
  @Whole() version: number;
}

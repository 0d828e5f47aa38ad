import type { ChannelKind, ChannelSecrets, ChannelSettings, FreezeScope } from '@govmedia-hub/contracts';
import { Entity, Index } from 'typeorm';
import { Flag, Id, IdColumn, Instant, LongJson, LongText, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** A way out of the hub, for one filed account. */
@Entity('channels')
@Index('IDX_channels_org', ['orgId'])
@Index('IDX_channels_account', ['accountId'])
export class ChannelEntity {
  @Id() id: string;
  @Text(20) kind: ChannelKind;
  @Text(80) name: string;
  @IdColumn() accountId: string;
  @IdColumn() orgId: string;
  @Flag() active: boolean;
  @LongJson() settings: ChannelSettings;
  /** Sealed by SecretBox at the place of this row's id; never leaves the services that send. */
  @LongText({ nullable: true }) sealedSecrets: string | null;
  @LongJson() secretsSet: (keyof ChannelSecrets)[];
  @Instant({ nullable: true }) secretsSetAt: Date | null;
  @Instant() createdAt: Date;
  @Whole() version: number;
}

/** 紧急冻结. In force until it is lifted. */
@Entity('freezes')
@Index('IDX_freezes_in_force', ['inForceKey'], { unique: true })
export class FreezeEntity {
  @Id() id: string;
  @Text(8) scope: FreezeScope;
  /** Account or unit; null for the whole city. */
  @IdColumn({ nullable: true }) subjectId: string | null;
  /** scope:subject while in force, null afterwards: the database holds one freeze per subject. */
  @NullableText(60) inForceKey: string | null;
  @Text(500) reason: string;
  @IdColumn() byId: string;
  @IdColumn() byOrgId: string;
  @Instant() at: Date;
  @IdColumn({ nullable: true }) liftRequestedById: string | null;
  @Instant({ nullable: true }) liftRequestedAt: Date | null;
  @IdColumn({ nullable: true }) liftedById: string | null;
  @Instant({ nullable: true }) liftedAt: Date | null;
  @NullableText(500) liftReason: string | null;
  @Whole() version: number;
}

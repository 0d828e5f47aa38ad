import { Entity, Index } from 'typeorm';
import { Id, IdColumn, Instant, LongText, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** The access token of a channel, shared by all processes; renewed by whoever holds the lease. */
@Entity('wechat_tokens')
export class WechatTokenEntity {
  /** Id of the channel. */
  @Id() id: string;
  @LongText({ nullable: true }) sealedToken: string | null;
  @Instant() expiresAt: Date;
  @NullableText(36) holder: string | null;
  @Instant({ nullable: true }) leaseUntil: Date | null;
  @Whole() version: number;
}

/** What was uploaded to a channel's library, so that it is uploaded once. */
@Entity('wechat_materials')
@Index('IDX_wechat_materials_key', ['channelId', 'purpose', 'sha256'], { unique: true })
export class WechatMaterialEntity {
  @Id() id: string;
  @IdColumn() channelId: string;
  @Text(8) purpose: 'cover' | 'picture';
  @Text(64) sha256: string;
  /** media_id of a cover, address of a picture. */
  @Text(500) remote: string;
  @Instant() uploadedAt: Date;
}

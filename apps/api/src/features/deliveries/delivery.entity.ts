import type { ChannelKind, DeliveryState, ReadBackState, WithdrawalState } from '@govmedia-hub/contracts';
import { Entity, Index } from 'typeorm';
import { Flag, Id, IdColumn, Instant, LongJson, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** What a channel that needs several steps has come to; written before and after each of them. */
export interface DeliveryProgress {
  /** Set before the request whose outcome could stay unknown, taken away when it is known. */
  intent?: 'draft' | 'submit' | 'delete';
  draftMediaId?: string;
  publishId?: string;
  articleId?: string;
  /** Times that an unknown outcome was looked for, and since when. */
  looks?: number;
  since?: string;
  evidence?: string;
  /** The copy of an older text in whose place this one goes. */
  replaces?: string;
}

/** One approved revision on its way to one channel. The revision is frozen; the row says what became of it there. */
@Entity('deliveries')
@Index('IDX_deliveries_content', ['contentId'])
@Index('IDX_deliveries_board', ['orgId', 'queuedAt'])
@Index('IDX_deliveries_state', ['state', 'dueAt'])
@Index('IDX_deliveries_account', ['accountId', 'state'])
@Index('IDX_deliveries_live_key', ['liveKey'], { unique: true })
export class DeliveryEntity {
  @Id() id: string;
  @IdColumn() contentId: string;
  @IdColumn() revisionId: string;
  @Text(64) digest: string;
  @Text(200) title: string;
  @IdColumn() orgId: string;
  /** Null for the hub itself. */
  @IdColumn({ nullable: true }) channelId: string | null;
  @Text(20) channelKind: ChannelKind | 'hub';
  @IdColumn({ nullable: true }) accountId: string | null;
  @Text(12) state: DeliveryState;
  @Flag() scheduled: boolean;
  @Instant() dueAt: Date;
  @IdColumn() queuedById: string;
  @Instant() queuedAt: Date;
  /** Set in the transaction before the first request leaves; from then on it cannot simply be cancelled. */
  @Instant({ nullable: true }) startedAt: Date | null;
  @Instant({ nullable: true }) liveAt: Date | null;
  @NullableText(500) liveUrl: string | null;
  /** content:channel:digest while it waits or stands there: the database holds one per text and channel. */
  @NullableText(200) liveKey: string | null;
  @LongJson() progress: DeliveryProgress;
  @NullableText(300) problem: string | null;
  @NullableText(300) remedy: string | null;
  @NullableText(12) withdrawalState: WithdrawalState | null;
  /** The true moment of the withdrawal, whenever the channel follows. */
  @Instant({ nullable: true }) withdrawalAt: Date | null;
  @NullableText(500) withdrawalReason: string | null;
  @Instant({ nullable: true }) withdrawnAt: Date | null;
  @NullableText(300) withdrawalProblem: string | null;
  @NullableText(12) readBackState: ReadBackState | null;
  @Instant({ nullable: true }) readBackAt: Date | null;
  @NullableText(300) readBackDetail: string | null;
  @Whole() readBacks: number;
  @NullableText(500) alarmOpinion: string | null;
  @Whole() version: number;
}

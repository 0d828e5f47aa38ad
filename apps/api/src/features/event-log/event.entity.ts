import { Entity, Index } from 'typeorm';
import { Id, IdColumn, Instant, LongJson, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** One event. Holds ids, codes and digests; never text or personal data. Never updated after sealing, never deleted. */
@Entity('events')
@Index('IDX_events_position', ['position'], { unique: true })
@Index('IDX_events_subject', ['subjectId'])
export class EventEntity {
  @Id() id: string;
  /** Given by the sealer, gap-free from 1; null until then. */
  @Whole({ nullable: true }) position: number | null;
  @Instant() at: Date;
  @Text(36) actorId: string;
  @IdColumn({ nullable: true }) onBehalfOfOrgId: string | null;
  @Text(64) verb: string;
  @Text(32) subjectType: string;
  @Text(64) subjectId: string;
  @LongJson() facts: Record<string, string | number | boolean | null>;
  @NullableText(64) previousHash: string | null;
  @NullableText(64) hash: string | null;
}

/** The sealer's lease and the head of the chain: one row, so that a cut-off tail shows too. */
@Entity('event_seals')
export class EventSealEntity {
  @Id() id: string;
  @Text(64) holder: string;
  /** Grows with every change of hands; a late holder's write no longer fits. */
  @Whole() fence: number;
  @Instant() leaseUntil: Date;
  @Whole() headPosition: number;
  @Text(64) headHash: string;
}

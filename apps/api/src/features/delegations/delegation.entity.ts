import { Entity, Index } from 'typeorm';
import { DateColumn, Id, IdColumn, Instant, NullableText, Text } from '../../foundation/database/columns.js';

/** One person lets another of the same unit act in their name on some days. Never deleted: verdicts refer to it. */
@Entity('review_delegations')
@Index('IDX_review_delegations_to', ['toId', 'toOn'])
@Index('IDX_review_delegations_org', ['orgId', 'createdAt'])
export class DelegationEntity {
  @Id() id: string;
  @IdColumn() orgId: string;
  @IdColumn() fromId: string;
  @IdColumn() toId: string;
  @DateColumn() fromOn: string;
  /** Last day, included. */
  @DateColumn() toOn: string;
  @Text(500) reason: string;
  @Instant() createdAt: Date;
  @Instant({ nullable: true }) revokedAt: Date | null;
  @NullableText(36) revokedById: string | null;
}

import { Entity, Index } from 'typeorm';
import { Instant, NullableText, Text } from '../database/columns.js';

/** A digest of the key of a changing request, and the id of what it made. */
@Entity('request_keys')
@Index('IDX_request_keys_received', ['receivedAt'])
export class RequestKeyEntity {
  @Text(64, { primary: true }) id: string;
  @NullableText(36) subjectId: string | null;
  @Instant() receivedAt: Date;
}

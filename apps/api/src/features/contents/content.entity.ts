import type { ContentBlock, ContentKind, ContentStatus, FindingState, Gate, GuideParts, InterpretationForm, Openness, Severity } from '@govmedia-hub/contracts';
import { Entity, Index } from 'typeorm';
import { Flag, Id, IdColumn, Instant, LongJson, LongText, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** An item that is written, checked and published. Its text lives in frozen revisions; this row says where it stands. */
@Entity('contents')
@Index('IDX_contents_org', ['orgId', 'updatedAt'])
@Index('IDX_contents_status', ['status', 'updatedAt'])
export class ContentEntity {
  @Id() id: string;
  @Text(16) kind: ContentKind;
  @IdColumn() orgId: string;
  @Text(200) title: string;
  @NullableText(60) topic: string | null;
  @Text(12) status: ContentStatus;
  @IdColumn() authorId: string;
  /** Everyone who saved any of its text. */
  @LongJson() authorIds: string[];
  @IdColumn() revisionId: string;
  /** Digest of the current revision. */
  @Text(64) digest: string;
  @Text(120) lexiconVersion: string;
  /** Rises whenever readable text changes or a returned text is handed in again; verdicts count in their own round only. */
  @Whole() round: number;
  /** Findings that wait for a person (block and warn), and those of them that block. */
  @Whole() openFindings: number;
  @Whole() blocking: number;
  @IdColumn({ nullable: true }) publicationId: string | null;
  @Instant({ nullable: true }) publishedAt: Date | null;
  @NullableText(500) withdrawnReason: string | null;
  /** 公开属性 with its ground and the person who decided; without all three nothing goes public. */
  @NullableText(12) openness: Openness | null;
  @NullableText(24) opennessGround: string | null;
  @NullableText(500) opennessReason: string | null;
  @NullableText(36) opennessById: string | null;
  @Instant({ nullable: true }) opennessAt: Date | null;
  /** Forms of interpretation named by a person, beside those that its blocks show. */
  @LongJson({ nullable: true }) forms: InterpretationForm[] | null;
  @Instant() createdAt: Date;
  @Instant() updatedAt: Date;
  @Whole() version: number;
}

/** A bound source as it stood when the revision was frozen. */
export interface FrozenSource {
  documentId: string;
  anchor: string | null;
  title: string;
  docNumber: string | null;
  label: string | null;
  digest: string;
}

export interface FrozenAttachment {
  id: string;
  name: string;
  bytes: number;
  sha256: string;
  /** Where its words are kept for screening; null when it has none. */
  textSha256: string | null;
  /** Where the places of its words and what it holds beside them are kept; null or missing when there is nothing. */
  traitsSha256?: string | null;
}

/** One saved state of the text, never changed afterwards. */
@Entity('content_revisions')
@Index('IDX_content_revisions_number', ['contentId', 'number'], { unique: true })
export class ContentRevisionEntity {
  @Id() id: string;
  @IdColumn() contentId: string;
  @Whole() number: number;
  @Text(200) title: string;
  @LongJson() blocks: ContentBlock[];
  @LongJson({ nullable: true }) guide: GuideParts | null;
  @LongJson() sources: FrozenSource[];
  @LongJson() attachments: FrozenAttachment[];
  @LongText() text: string;
  @Text(64) digest: string;
  @Text(120) lexiconVersion: string;
  @IdColumn() savedById: string;
  @Instant() savedAt: Date;
  /** Saved over a version its writer had not seen: kept, never current. */
  @Flag() conflict: boolean;
}

/** A machine finding and what a person said about it. */
@Entity('content_findings')
@Index('IDX_content_findings_key', ['contentId', 'findingKey'], { unique: true })
export class ContentFindingEntity {
  @Id() id: string;
  @IdColumn() contentId: string;
  @Text(120) findingKey: string;
  @Text(10) gate: Gate;
  @Text(60) rule: string;
  @Text(8) severity: Severity;
  @Whole() startsAt: number;
  @Whole() endsAt: number;
  @LongText() text: string;
  @Text(500) message: string;
  @LongText({ nullable: true }) suggestion: string | null;
  @Text(255) source: string;
  @NullableText(255) attachment: string | null;
  /** Where in the attachment, in words. */
  @NullableText(255) place: string | null;
  @Text(10) state: FindingState;
  @NullableText(36) decidedById: string | null;
  @Instant({ nullable: true }) decidedAt: Date | null;
  @NullableText(500) reason: string | null;
}

import { CONTENT_KINDS, CONTENT_STATUSES, INTERPRETATION_FORMS, LIMITS, OPENNESS, type AttachmentView, type BoundSourceRequest, type BoundSourceView, type ContentBlock, type ContentKind, type ContentStatus, type ClassifyContentRequest, type ContentSummaryView, type DecideFindingRequest, type DecideOpennessRequest, type FindingView, type GuideParts, type InterpretationForm, type ListContentsQuery, type Openness, type RevisionView, type SaveContentRequest, type ScreenTextRequest, type SeenVersionQuery, type Validity } from '@govmedia-hub/contracts';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsObject, IsOptional, IsString, IsUrl, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { PageQueryDto } from '../../foundation/http/page-query.dto.js';
import type { ContentEntity, ContentFindingEntity, ContentRevisionEntity } from './content.entity.js';

class BoundSourceDto implements BoundSourceRequest {
  @IsUUID() documentId: string;
  @IsOptional() @IsString() @MaxLength(100) anchor: string | null;
}

class GuideMaterialDto {
  @IsString() @IsNotEmpty() @MaxLength(200) name: string;
  @IsString() @MaxLength(60) form: string;
  @IsInt() @Min(0) @Max(99) copies: number;
  @IsString() @MaxLength(500) note: string;
}

class GuideStepDto {
  @IsString() @IsNotEmpty() @MaxLength(100) title: string;
  @IsString() @MaxLength(2_000) detail: string;
}

class GuideTimeLimitDto {
  @IsInt() @Min(0) @Max(3_650) amount: number;
  @IsIn(['working_day', 'day']) unit: 'working_day' | 'day';
  @IsString() @MaxLength(200) text: string;
}

class GuideFeeDto {
  @IsBoolean() free: boolean;
  @IsString() @MaxLength(500) text: string;
}

class GuidePartsDto implements GuideParts {
  @IsIn(['person', 'enterprise']) audience: 'person' | 'enterprise';
  @IsString() @MaxLength(60) lifeEvent: string;
  @IsArray() @ArrayMaxSize(100) @IsString({ each: true }) @MaxLength(2_000, { each: true }) conditions: string[];
  @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => GuideMaterialDto) materials: GuideMaterialDto[];
  @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => GuideStepDto) steps: GuideStepDto[];
  @ValidateNested() @Type(() => GuideTimeLimitDto) timeLimit: GuideTimeLimitDto;
  @ValidateNested() @Type(() => GuideFeeDto) fee: GuideFeeDto;
  @IsString() @MaxLength(500) place: string;
  @IsString() @MaxLength(500) hours: string;
  @IsString() @MaxLength(200) phone: string;
  @IsOptional() @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false }) @MaxLength(500) onlineUrl: string | null;
  @IsBoolean() oneVisit: boolean;
}

export class SaveContentDto implements SaveContentRequest {
  @IsIn(CONTENT_KINDS) kind: ContentKind;
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.titleChars) title: string;
  @IsOptional() @IsString() @MaxLength(60) topic?: string | null;
  /** Each block is read by content-blocks.ts: a union of shapes is beyond decorators. */
  @IsArray() @ArrayMaxSize(LIMITS.blocksPerRevision) @IsObject({ each: true }) blocks: ContentBlock[];
  @IsOptional() @ValidateNested() @Type(() => GuidePartsDto) guide?: GuidePartsDto | null;
  @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => BoundSourceDto) sources: BoundSourceDto[];
  @IsOptional() @IsInt() @Min(0) seenVersion?: number;
}

export class SeenVersionDto implements SeenVersionQuery {
  @Type(() => Number) @IsInt() @Min(0) seenVersion: number;
}

export class DecideFindingDto implements DecideFindingRequest {
  @IsIn(['confirmed', 'dismissed']) decision: 'confirmed' | 'dismissed';
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.reasonChars) reason: string;
}

export class DecideOpennessDto implements DecideOpennessRequest {
  @IsIn(OPENNESS) openness: Openness;
  @IsString() @IsNotEmpty() @MaxLength(24) ground: string;
  @IsOptional() @IsString() @MaxLength(LIMITS.reasonChars) reason?: string;
  @IsInt() @Min(0) seenVersion: number;
}

export class ClassifyContentDto implements ClassifyContentRequest {
  @IsArray() @ArrayMaxSize(10) @IsIn(INTERPRETATION_FORMS, { each: true }) forms: InterpretationForm[];
  @IsInt() @Min(0) seenVersion: number;
}

export class ListContentsDto extends PageQueryDto implements ListContentsQuery {
  @IsOptional() @IsString() @MaxLength(100) q?: string;
  @IsOptional() @IsIn(CONTENT_KINDS) kind?: ContentKind;
  @IsOptional() @IsIn(CONTENT_STATUSES) status?: ContentStatus;
  @IsOptional() @IsUUID() orgId?: string;
  @IsOptional() @IsIn(['desk']) mine?: 'desk';
  @IsOptional() @IsIn(['yes']) overdue?: 'yes';
}

export class ScreenTextDto implements ScreenTextRequest {
  @IsString() @MaxLength(LIMITS.screenChars) text: string;
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsUUID(undefined, { each: true }) documentIds?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @MaxLength(100, { each: true }) docNumbers?: string[];
}

export function toFindingView(row: ContentFindingEntity, names: ReadonlyMap<string, string>): FindingView {
  return {
    id: row.id, gate: row.gate, rule: row.rule, severity: row.severity, start: row.startsAt, end: row.endsAt, text: row.text, message: row.message,
    suggestion: row.suggestion, source: row.source, attachment: row.attachment, place: row.place, state: row.state, decidedByName: row.decidedById === null ? null : names.get(row.decidedById) ?? null, reason: row.reason,
  };
}

export function toRevisionView(row: ContentRevisionEntity, sources: BoundSourceView[], names: ReadonlyMap<string, string>): RevisionView {
  const { id, number, title, blocks, guide, attachments, text, digest, lexiconVersion, conflict } = row;
  return { id, number, title, blocks, guide, sources, attachments: attachments.map(toAttachmentView), text, digest, lexiconVersion, conflict, savedAt: row.savedAt.toISOString(), savedByName: names.get(row.savedById) ?? '' };
}

export function toAttachmentView({ id, name, bytes, sha256 }: AttachmentView): AttachmentView {
  return { id, name, bytes, sha256 };
}

/** Sources as frozen, with what is known of them today beside. */
export function toSourceViews(row: ContentRevisionEntity, validities: ReadonlyMap<string, Validity>, opennessOf: ReadonlyMap<string, BoundSourceView['openness']>): BoundSourceView[] {
  return row.sources.map(({ documentId, anchor, title, docNumber, label }) => ({
    documentId, anchor, title, docNumber, label, validity: validities.get(documentId) ?? 'unknown', openness: opennessOf.get(documentId) ?? null,
  }));
}

export function toSummaryView(row: ContentEntity, turn: string, orgName: string, authorName: string): Omit<ContentSummaryView, 'priority' | 'dueOn' | 'steps' | 'overdue'> {
  return {
    id: row.id, kind: row.kind, title: row.title, orgId: row.orgId, orgName, status: row.status, topic: row.topic, authorName,
    updatedAt: row.updatedAt.toISOString(), openFindings: row.openFindings, blocking: row.blocking, turn, version: row.version,
  };
}

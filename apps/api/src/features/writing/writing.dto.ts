import { CONTENT_KINDS, LIMITS, type BoundSourceRequest, type ContentBlock, type ContentKind, type DismissalRequest, type DraftContentRequest, type GuideParts, type HoldLockRequest, type KeepDraftRequest, type PreviewContentRequest, type ReleaseLockQuery } from '@govmedia-hub/contracts';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, MaxLength, Min, ValidateNested } from 'class-validator';

class DraftSourceDto implements BoundSourceRequest {
  @IsUUID() documentId: string;
  @IsOptional() @IsString() @MaxLength(100) anchor: string | null;
}

/** A text that may still lack its title and words; its shape is as strict as that of a saved one. */
class DraftContentDto implements DraftContentRequest {
  @IsIn(CONTENT_KINDS) kind: ContentKind;
  @IsString() @MaxLength(LIMITS.titleChars) title: string;
  @IsOptional() @IsString() @MaxLength(60) topic?: string | null;
  @IsArray() @ArrayMaxSize(LIMITS.blocksPerRevision) @IsObject({ each: true }) blocks: ContentBlock[];
  /** Read by draft-guide.ts, because half a guide breaks the rules of a whole one. */
  @IsOptional() @IsObject() guide?: GuideParts | null;
  @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => DraftSourceDto) sources: DraftSourceDto[];
}

class DismissalDto implements DismissalRequest {
  @IsString() @MaxLength(60) rule: string;
  @IsString() @MaxLength(500) text: string;
  @IsString() @MaxLength(LIMITS.reasonChars) reason: string;
}

export class KeepDraftDto implements KeepDraftRequest {
  @ValidateNested() @Type(() => DraftContentDto) @IsObject() content: DraftContentDto;
  @IsOptional() @IsInt() @Min(0) seenVersion: number | null;
  @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => DismissalDto) dismissals: DismissalDto[];
}

export class PreviewContentDto implements PreviewContentRequest {
  @ValidateNested() @Type(() => DraftContentDto) @IsObject() content: DraftContentDto;
  @IsOptional() @IsUUID() contentId?: string;
}

export class HoldLockDto implements HoldLockRequest {
  @IsUUID() window: string;
  @IsOptional() @IsBoolean() takeOver?: boolean;
}

export class ReleaseLockDto implements ReleaseLockQuery {
  @IsUUID() window: string;
}

import { GATES, LEXICON_KINDS, LIMITS, type CancelLexiconVersionRequest, type CompareLexiconVersionsQuery, type CreateLexiconRequest, type Gate, type ImportLexiconQuery, type LexiconChangeKind, type LexiconEntry, type LexiconImportMode, type LexiconKind, type LexiconVersionView, type ListLexiconEntriesQuery, type MakeLexiconEffectiveRequest, type RemoveLexiconEntryRequest, type RollBackLexiconRequest, type SaveLexiconEntryRequest, type StartLexiconDraftRequest, type TermSeverity } from '@govmedia-hub/contracts';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { PageQueryDto } from '../../foundation/http/page-query.dto.js';
import type { LexiconVersionEntity } from './lexicon.entity.js';
import { statusOn } from './version-dates.js';

const DAY = /^\d{4}-\d\d-\d\d$/;

export class CreateLexiconDto implements CreateLexiconRequest {
  @IsIn(LEXICON_KINDS) kind: LexiconKind;
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.lexiconNameChars) name: string;
  @IsOptional() @IsString() @MaxLength(LIMITS.reasonChars) note?: string;
}

export class TemplateQueryDto {
  @IsIn(LEXICON_KINDS) kind: LexiconKind;
}

export class StartLexiconDraftDto implements StartLexiconDraftRequest {
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.lexiconSourceChars) source: string;
}

export class ImportLexiconDto implements ImportLexiconQuery {
  @IsIn(['replace', 'merge']) mode: LexiconImportMode;
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.lexiconSourceChars) source: string;
  @IsOptional() @Type(() => Number) @IsInt() seenVersion?: number;
}

export class ListLexiconEntriesDto extends PageQueryDto implements ListLexiconEntriesQuery {
  @IsOptional() @IsString() @MaxLength(LIMITS.lexiconTermChars) q?: string;
}

export class CompareLexiconVersionsDto extends PageQueryDto implements CompareLexiconVersionsQuery {
  @IsOptional() @IsUUID() with?: string;
  @IsOptional() @IsIn(['added', 'removed', 'changed']) change?: LexiconChangeKind;
}

/** Only the shape; what an entry of its kind needs is said by entries.ts, in the words that an import uses. */
export class LexiconEntryDto implements LexiconEntry {
  @IsString() @MaxLength(500) term: string;
  @IsString() @MaxLength(500) source: string;
  @IsOptional() @IsIn(GATES) gate?: Gate;
  @IsOptional() @IsString() @MaxLength(10) severity?: TermSeverity;
  @IsOptional() @IsString() @MaxLength(500) suggestion?: string;
  @IsOptional() @IsString() @MaxLength(500) reason?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(100) @IsString({ each: true }) safePhrases?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(4) @IsIn(['width', 'traditional', 'separators', 'case'], { each: true }) exact?: ('width' | 'traditional' | 'separators' | 'case')[];
  @IsOptional() @IsArray() @ArrayMaxSize(100) @IsString({ each: true }) wrongForms?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(100) @IsString({ each: true }) elements?: string[];
  @IsOptional() @IsInt() rank?: number;
  @IsOptional() @IsString() @MaxLength(500) title?: string;
  @IsOptional() @IsString() @MaxLength(20) effectiveFrom?: string;
  @IsOptional() @IsString() @MaxLength(20) effectiveTo?: string;
}

export class SaveLexiconEntryDto implements SaveLexiconEntryRequest {
  @IsInt() seenVersion: number;
  @IsOptional() @IsString() @MaxLength(200) key?: string;
  @ValidateNested() @Type(() => LexiconEntryDto) @IsNotEmpty() entry: LexiconEntryDto;
}

export class RemoveLexiconEntryDto implements RemoveLexiconEntryRequest {
  @IsInt() seenVersion: number;
  @IsString() @IsNotEmpty() @MaxLength(200) key: string;
}

export class SeenLexiconVersionDto {
  @IsInt() seenVersion: number;
}

export class MakeLexiconEffectiveDto implements MakeLexiconEffectiveRequest {
  @IsInt() seenVersion: number;
  @Matches(DAY) effectiveFrom: string;
  @IsOptional() @Matches(DAY) effectiveTo?: string | null;
  @IsOptional() @IsString() @MaxLength(LIMITS.reasonChars) note?: string;
}

export class CancelLexiconVersionDto implements CancelLexiconVersionRequest {
  @IsInt() seenVersion: number;
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.reasonChars) reason: string;
}

export class RollBackLexiconDto implements RollBackLexiconRequest {
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.reasonChars) reason: string;
  @Matches(DAY) effectiveFrom: string;
}

export function toVersionView(row: LexiconVersionEntity, all: readonly LexiconVersionEntity[], today: string, names: ReadonlyMap<string, string>): LexiconVersionView {
  const { id, lexiconId, number, entries, source, note, digest, effectiveFrom, effectiveTo, restoredFrom, version } = row;
  return {
    id, lexiconId, number, status: statusOn(row, all, today), entries, source, note, digest, effectiveFrom, effectiveTo, restoredFrom, version,
    createdByName: names.get(row.createdById) ?? '', createdAt: row.createdAt.toISOString(),
    decidedByName: row.decidedById === null ? null : names.get(row.decidedById) ?? '', decidedAt: row.decidedAt?.toISOString() ?? null,
    previewId: row.previewDigest === digest ? row.previewId : null,
  };
}

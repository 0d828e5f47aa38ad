import { GAZETTE_LIMITS, GAZETTE_STATUSES, LIMITS, type CheckGazetteItemRequest, type GazetteStatus, type ListGazetteQuery, type RecordErratumRequest, type SaveGazetteIssueRequest, type SeenGazetteIssueRequest } from '@govmedia-hub/contracts';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';
import { PageQueryDto } from '../../foundation/http/page-query.dto.js';

const CIVIL = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const date = { message: '日期格式应为 YYYY-MM-DD。' };
const notNull = (_request: unknown, value: unknown): boolean => value !== null;

class GazetteSectionDto {
  @IsString() @IsNotEmpty() @Matches(/\S/) @MaxLength(GAZETTE_LIMITS.sectionChars) name: string;
  @IsArray() @ArrayMaxSize(200) @IsUUID(undefined, { each: true }) documentIds: string[];
}

export class SaveGazetteIssueDto implements SaveGazetteIssueRequest {
  @IsInt() @Min(0) seenVersion: number;
  @IsInt() @Min(GAZETTE_LIMITS.firstYear) @Max(GAZETTE_LIMITS.lastYear) year: number;
  @IsInt() @Min(1) @Max(GAZETTE_LIMITS.issueNo) issueNo: number;
  @ValidateIf(notNull) @IsInt() @Min(1) @Max(GAZETTE_LIMITS.totalNo) totalNo: number | null;
  @Matches(CIVIL, date) publishedOn: string;
  @IsArray() @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => GazetteSectionDto) sections: GazetteSectionDto[];
}

export class SeenGazetteIssueDto implements SeenGazetteIssueRequest {
  @IsInt() @Min(0) seenVersion: number;
}

export class CheckGazetteItemDto implements CheckGazetteItemRequest {
  @IsInt() @Min(0) seenVersion: number;
  @IsString() @IsNotEmpty() @Matches(/\S/) @MaxLength(GAZETTE_LIMITS.textChars) text: string;
}

export class RecordErratumDto implements RecordErratumRequest {
  @ValidateIf(notNull) @IsUUID() itemId: string | null;
  @IsString() @IsNotEmpty() @Matches(/\S/) @MaxLength(LIMITS.reasonChars) text: string;
}

export class ListGazetteDto extends PageQueryDto implements ListGazetteQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(GAZETTE_LIMITS.firstYear) @Max(GAZETTE_LIMITS.lastYear) year?: number;
  @IsOptional() @IsIn(GAZETTE_STATUSES) status?: GazetteStatus;
}

import { LIMITS, REPOST_TASK_FILTERS, type CloseRepostTaskRequest, type CreateRepostTaskRequest, type GiveReceiptRequest, type ListRepostTasksQuery, type RepostTaskFilter } from '@govmedia-hub/contracts';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUrl, IsUUID, MaxLength, Min } from 'class-validator';
import { PageQueryDto } from '../../foundation/http/page-query.dto.js';

const WEB_ADDRESS = { protocols: ['http', 'https'], require_protocol: true };

export class CreateRepostTaskDto implements CreateRepostTaskRequest {
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.titleChars) title: string;
  @IsUrl(WEB_ADDRESS) @MaxLength(500) sourceUrl: string;
  @IsString() @MaxLength(LIMITS.blockChars) text: string;
  @IsISO8601() deadlineAt: string;
  @IsArray() @ArrayMaxSize(500) @IsUUID(undefined, { each: true }) accountIds: string[];
  @IsArray() @ArrayMaxSize(500) @IsUUID(undefined, { each: true }) orgIds: string[];
}
export class GiveReceiptDto implements GiveReceiptRequest {
  @IsUrl(WEB_ADDRESS) @MaxLength(500) url: string;
  @IsOptional() @IsString() @MaxLength(LIMITS.reasonChars) note?: string | null;
  @IsInt() @Min(0) seenVersion: number;
}
export class CloseRepostTaskDto implements CloseRepostTaskRequest {
  @IsString() @IsNotEmpty() @MaxLength(LIMITS.reasonChars) reason: string;
  @IsInt() @Min(0) seenVersion: number;
}
export class ListRepostTasksDto extends PageQueryDto implements ListRepostTasksQuery {
  @IsOptional() @IsIn(REPOST_TASK_FILTERS) show?: RepostTaskFilter;
}

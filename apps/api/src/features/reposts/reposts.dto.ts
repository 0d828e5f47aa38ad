import { LIMITS, REPOST_SOURCE_KINDS, REPOST_TASK_FILTERS, type AddRepostSourceRequest, type CloseRepostTaskRequest, type CreateRepostTaskRequest, type EndRepostSourceRequest, type GiveReceiptRequest, type ListRepostTasksQuery, type RepostSourceKind, type RepostTaskFilter } from '@govmedia-hub/contracts';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUrl, IsUUID, Matches, MaxLength, Min } from 'class-validator';
import { PageQueryDto } from '../../foundation/http/page-query.dto.js';

const WEB_ADDRESS = { protocols: ['http', 'https'], require_protocol: true };
const DATE = /^\d{4}-\d{2}-\d{2}$/;

export class AddRepostSourceDto implements AddRepostSourceRequest {
  @IsString() @IsNotEmpty() @MaxLength(80) name: string;
  @Matches(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, { message: '请填写域名，例如 news.example.cn，不带 http://。' }) @MaxLength(120) host: string;
  @IsIn(REPOST_SOURCE_KINDS) kind: RepostSourceKind;
  @IsString() @IsNotEmpty() @MaxLength(300) basis: string;
  @Matches(DATE, { message: '日期格式应为 YYYY-MM-DD。' }) effectiveFrom: string;
}
export class EndRepostSourceDto implements EndRepostSourceRequest {
  @Matches(DATE, { message: '日期格式应为 YYYY-MM-DD。' }) effectiveTo: string;
}
export class CheckSourceDto {
  @IsUrl(WEB_ADDRESS) @MaxLength(500) url: string;
}
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

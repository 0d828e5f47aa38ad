import { BACKLOG_DECISIONS, BACKLOG_STATUSES, LIMITS, type BacklogDecision, type BacklogStatus, type DecideBacklogRequest, type ListBacklogQuery } from '@govmedia-hub/contracts';
import { IsIn, IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import { PageQueryDto } from '../../foundation/http/page-query.dto.js';

export class ListBacklogDto extends PageQueryDto implements ListBacklogQuery {
  @IsOptional() @IsIn(BACKLOG_STATUSES) status?: BacklogStatus;
}

export class DecideBacklogDto implements DecideBacklogRequest {
  @IsIn(BACKLOG_DECISIONS) decision: BacklogDecision;
  @IsOptional() @IsString() @MaxLength(LIMITS.reasonChars) reason?: string;
  @IsInt() @Min(0) seenVersion: number;
}

import { LIMITS, QUESTION_REVIEW_REASONS, type ConfirmQuestionRequest, type ListQuestionReviewsQuery, type ListQuestionTasksQuery, type QuestionReviewReason } from '@govmedia-hub/contracts';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength, Min } from 'class-validator';
import { PageQueryDto } from '../../foundation/http/page-query.dto.js';

const CIVIL = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

const date = { message: '日期格式应为 YYYY-MM-DD。' };

export class ListQuestionReviewsDto extends PageQueryDto implements ListQuestionReviewsQuery {
  @IsOptional() @IsIn(QUESTION_REVIEW_REASONS) reason?: QuestionReviewReason;
  @IsOptional() @IsIn(['yes']) overdue?: 'yes';
  @IsOptional() @IsUUID() orgId?: string;
  @IsOptional() @Matches(CIVIL, date) dueFrom?: string;
  @IsOptional() @Matches(CIVIL, date) dueTo?: string;
}

export class ListQuestionTasksDto extends PageQueryDto implements ListQuestionTasksQuery {
  @IsOptional() @IsIn(['open', 'closed']) status?: 'open' | 'closed';
  @IsOptional() @IsIn(QUESTION_REVIEW_REASONS) cause?: QuestionReviewReason;
  @IsOptional() @IsUUID() orgId?: string;
}

export class ConfirmQuestionDto implements ConfirmQuestionRequest {
  @IsInt() @Min(0) seenVersion: number;
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)) @IsString() @IsNotEmpty({ message: '请写明核对情况。' }) @MaxLength(LIMITS.reasonChars) reason: string;
  @Matches(CIVIL, date) nextReviewOn: string;
}

import { QUESTION_REVIEW_REASONS, type ListQuestionReviewsQuery, type QuestionReviewReason } from '@govmedia-hub/contracts';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PageQueryDto } from '../../foundation/http/page-query.dto.js';

export class ListQuestionReviewsDto extends PageQueryDto implements ListQuestionReviewsQuery {
  @IsOptional() @IsIn(QUESTION_REVIEW_REASONS) reason?: QuestionReviewReason;
  @IsOptional() @IsIn(['yes']) overdue?: 'yes';
  @IsOptional() @IsUUID() orgId?: string;
}

import { Controller, Query } from '@nestjs/common';
import { endpoints, type Page, type QuestionReviewView } from '@govmedia-hub/contracts';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles } from '../../foundation/session/handles.js';
import { ListQuestionReviewsDto } from './question-reviews.dto.js';
import { QuestionReviewsService } from './question-reviews.service.js';

@Controller()
export class QuestionReviewsController {
  constructor(private readonly reviews: QuestionReviewsService) {}

  @Handles(endpoints.listQuestionReviews)
  list(@CurrentActor() actor: Actor, @Query() query: ListQuestionReviewsDto): Promise<Page<QuestionReviewView>> {
    return this.reviews.list(actor, query);
  }
}

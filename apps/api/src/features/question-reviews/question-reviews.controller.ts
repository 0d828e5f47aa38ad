import { Body, Controller, Param, Query } from '@nestjs/common';
import { endpoints, type Page, type QuestionConfirmationView, type QuestionReviewView, type QuestionTaskView } from '@govmedia-hub/contracts';
import { Database } from '../../foundation/database/database.js';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles } from '../../foundation/session/handles.js';
import { ConfirmQuestionDto, ListQuestionReviewsDto, ListQuestionTasksDto } from './question-reviews.dto.js';
import { QuestionReviewsReader } from './question-reviews.reader.js';
import { QuestionReviewsService } from './question-reviews.service.js';

@Controller()
export class QuestionReviewsController {
  constructor(
    private readonly reviews: QuestionReviewsService,
    private readonly reader: QuestionReviewsReader,
    private readonly database: Database,
  ) {}

  @Handles(endpoints.listQuestionReviews)
  list(@CurrentActor() actor: Actor, @Query() query: ListQuestionReviewsDto): Promise<Page<QuestionReviewView>> {
    return this.database.read((db) => this.reader.list(db, actor, query));
  }

  @Handles(endpoints.listQuestionTasks)
  tasks(@CurrentActor() actor: Actor, @Query() query: ListQuestionTasksDto): Promise<Page<QuestionTaskView>> {
    return this.database.read((db) => this.reader.tasks(db, actor, query));
  }

  @Handles(endpoints.confirmQuestion)
  confirm(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: ConfirmQuestionDto): Promise<QuestionConfirmationView> {
    return this.reviews.confirm(actor, id, body);
  }
}

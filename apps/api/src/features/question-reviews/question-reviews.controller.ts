import { Body, Controller, Param, Query, Res } from '@nestjs/common';
import { endpoints, type Page, type QuestionConfirmationView, type QuestionReviewView, type QuestionTaskView } from '@govmedia-hub/contracts';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../foundation/clock/clock.js';
import { Database } from '../../foundation/database/database.js';
import { fileAnswer } from '../../foundation/http/file-answer.js';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles } from '../../foundation/session/handles.js';
import { workbook } from '../../foundation/workbook/workbook.js';
import { ConfirmQuestionDto, ListQuestionReviewsDto, ListQuestionTasksDto } from './question-reviews.dto.js';
import { questionReviewSheets } from './question-reviews-sheets.js';
import { QuestionReviewsReader } from './question-reviews.reader.js';
import { QuestionReviewsService } from './question-reviews.service.js';

@Controller()
export class QuestionReviewsController {
  constructor(
    private readonly reviews: QuestionReviewsService,
    private readonly reader: QuestionReviewsReader,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Handles(endpoints.listQuestionReviews)
  list(@CurrentActor() actor: Actor, @Query() query: ListQuestionReviewsDto): Promise<Page<QuestionReviewView>> {
    return this.database.read((db) => this.reader.list(db, actor, query));
  }

  @Handles(endpoints.exportQuestionReviews)
  async export(@CurrentActor() actor: Actor, @Query() query: ListQuestionReviewsDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const rows = await this.database.read((db) => this.reader.all(db, actor, query));
    return fileAnswer(reply, await workbook(`问答复审${this.clock.today()}`, questionReviewSheets(rows, this.clock.today())));
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

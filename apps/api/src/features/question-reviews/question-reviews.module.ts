import { Module } from '@nestjs/common';
import { ContentsModule } from '../contents/contents.module.js';
import { KnowledgeModule } from '../knowledge/knowledge.module.js';
import { PublishingModule } from '../publishing/publishing.module.js';
import { QuestionReviewsController } from './question-reviews.controller.js';
import { QuestionReviewsReader } from './question-reviews.reader.js';
import { QuestionReviewsService } from './question-reviews.service.js';
import { QuestionTaskOpener } from './question-task-opener.js';

@Module({ imports: [ContentsModule, KnowledgeModule, PublishingModule], controllers: [QuestionReviewsController], providers: [QuestionReviewsService, QuestionReviewsReader, QuestionTaskOpener] })
export class QuestionReviewsModule {}

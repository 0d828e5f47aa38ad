import { Module } from '@nestjs/common';
import { KnowledgeModule } from '../knowledge/knowledge.module.js';
import { PublishingModule } from '../publishing/publishing.module.js';
import { QuestionReviewsController } from './question-reviews.controller.js';
import { QuestionReviewsService } from './question-reviews.service.js';

@Module({ imports: [KnowledgeModule, PublishingModule], controllers: [QuestionReviewsController], providers: [QuestionReviewsService] })
export class QuestionReviewsModule {}

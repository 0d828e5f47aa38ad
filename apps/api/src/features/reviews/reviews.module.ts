import { Module } from '@nestjs/common';
import { ContentsModule } from '../contents/contents.module.js';
import { ReviewDesk } from './reviews.reader.js';
import { ReviewsController } from './reviews.controller.js';
import { ReviewsService } from './reviews.service.js';

@Module({ imports: [ContentsModule], controllers: [ReviewsController], providers: [ReviewsService, ReviewDesk], exports: [ReviewsService, ReviewDesk] })
export class ReviewsModule {}

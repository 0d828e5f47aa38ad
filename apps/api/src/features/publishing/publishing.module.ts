import { Module } from '@nestjs/common';
import { ContentsModule } from '../contents/contents.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { MediaModule } from '../media/media.module.js';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { PublishingController } from './publishing.controller.js';
import { PublishingReader } from './publishing.reader.js';
import { PublishingService } from './publishing.service.js';

@Module({ imports: [DocumentsModule, ContentsModule, MediaModule, ReviewsModule], controllers: [PublishingController], providers: [PublishingService, PublishingReader], exports: [PublishingService, PublishingReader] })
export class PublishingModule {}

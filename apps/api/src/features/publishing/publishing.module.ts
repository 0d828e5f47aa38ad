import { Module } from '@nestjs/common';
import { ContentsModule } from '../contents/contents.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { MediaModule } from '../media/media.module.js';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { EmergenciesModule } from '../emergencies/emergencies.module.js';
import { EmergencyReleaseService } from './emergency-release.service.js';
import { CorrectionsService } from './corrections.service.js';
import { PublishingController } from './publishing.controller.js';
import { PublishingReader } from './publishing.reader.js';
import { PublishingService } from './publishing.service.js';

@Module({ imports: [DocumentsModule, ContentsModule, MediaModule, ReviewsModule, EmergenciesModule], controllers: [PublishingController], providers: [PublishingService, EmergencyReleaseService, CorrectionsService, PublishingReader], exports: [PublishingService, PublishingReader] })
export class PublishingModule {}

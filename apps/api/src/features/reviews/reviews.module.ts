import { Module } from '@nestjs/common';
import { ContentsModule } from '../contents/contents.module.js';
import { DelegationsModule } from '../delegations/delegations.module.js';
import { EmergenciesModule } from '../emergencies/emergencies.module.js';
import { ReviewProcessesModule } from '../review-processes/review-processes.module.js';
import { ClaimsService } from './claims.service.js';
import { ReviewDesk } from './reviews.reader.js';
import { ReviewsController } from './reviews.controller.js';
import { ReviewsService } from './reviews.service.js';

@Module({ imports: [ContentsModule, DelegationsModule, EmergenciesModule, ReviewProcessesModule], controllers: [ReviewsController], providers: [ReviewsService, ClaimsService, ReviewDesk], exports: [ReviewsService, ReviewDesk] })
export class ReviewsModule {}

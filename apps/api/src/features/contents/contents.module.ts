import { Module } from '@nestjs/common';
import { StorageModule } from '../../foundation/storage/storage.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { LexiconsModule } from '../lexicons/lexicons.module.js';
import { ProofreaderModule } from '../proofreader/proofreader.module.js';
import { AttachmentsService } from './attachments.service.js';
import { ContentScreening } from './content-screening.js';
import { ContentsController } from './contents.controller.js';
import { ContentsReader } from './contents.reader.js';
import { ContentsService } from './contents.service.js';
import { MediaModule } from '../media/media.module.js';
import { RepostSourcesModule } from '../repost-sources/repost-sources.module.js';
import { ReprintsService } from './reprints.service.js';
import { RevisionPreparer } from './revision-preparer.service.js';
import { OpennessService } from './openness.service.js';
import { FindingStore } from './finding-store.js';
import { RescreeningService } from './rescreening.service.js';

@Module({
  imports: [DocumentsModule, LexiconsModule, MediaModule, ProofreaderModule, RepostSourcesModule, StorageModule],
  controllers: [ContentsController],
  providers: [ContentsService, AttachmentsService, OpennessService, ContentsReader, ContentScreening, FindingStore, RevisionPreparer, RescreeningService, ReprintsService],
  exports: [ContentsService, AttachmentsService, OpennessService, ContentsReader, RevisionPreparer, RescreeningService],
})
export class ContentsModule {}

import { Module } from '@nestjs/common';
import { StorageModule } from '../../foundation/storage/storage.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { AttachmentsService } from './attachments.service.js';
import { ContentScreening } from './content-screening.js';
import { ContentsController } from './contents.controller.js';
import { ContentsReader } from './contents.reader.js';
import { ContentsService } from './contents.service.js';
import { MediaModule } from '../media/media.module.js';
import { RevisionPreparer } from './revision-preparer.service.js';
import { OpennessService } from './openness.service.js';
import { FindingStore } from './finding-store.js';

@Module({
  imports: [DocumentsModule, MediaModule, StorageModule],
  controllers: [ContentsController],
  providers: [ContentsService, AttachmentsService, OpennessService, ContentsReader, ContentScreening, FindingStore, RevisionPreparer],
  exports: [ContentsService, AttachmentsService, OpennessService, ContentsReader, RevisionPreparer],
})
export class ContentsModule {}

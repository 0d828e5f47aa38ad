import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { ContentScreening } from './content-screening.js';
import { ContentsController } from './contents.controller.js';
import { ContentsReader } from './contents.reader.js';
import { ContentsService } from './contents.service.js';
import { FindingStore } from './finding-store.js';

@Module({
  imports: [DocumentsModule],
  controllers: [ContentsController],
  providers: [ContentsService, ContentsReader, ContentScreening, FindingStore],
  exports: [ContentsService, ContentsReader],
})
export class ContentsModule {}

import { Module } from '@nestjs/common';
import { ContentsModule } from '../contents/contents.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { DraftsService } from './drafts.service.js';
import { LocksService } from './locks.service.js';
import { PreviewsService } from './previews.service.js';
import { WritingController } from './writing.controller.js';

@Module({ imports: [ContentsModule, DocumentsModule], controllers: [WritingController], providers: [DraftsService, LocksService, PreviewsService], exports: [DraftsService] })
export class WritingModule {}

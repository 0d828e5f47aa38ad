import { Module } from '@nestjs/common';
import { InterpretationPlansModule } from '../interpretation-plans/interpretation-plans.module.js';
import { AttachmentTexts } from './attachment-texts.service.js';
import { DocumentStore } from './document-store.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsReader } from './documents.reader.js';
import { DocumentsService } from './documents.service.js';

@Module({ imports: [InterpretationPlansModule], controllers: [DocumentsController], providers: [DocumentsService, DocumentsReader, DocumentStore, AttachmentTexts], exports: [DocumentsService, DocumentsReader, AttachmentTexts] })
export class DocumentsModule {}

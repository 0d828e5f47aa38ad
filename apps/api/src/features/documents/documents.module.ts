import { Module } from '@nestjs/common';
import { InterpretationPlansModule } from '../interpretation-plans/interpretation-plans.module.js';
import { AttachmentTexts } from './attachment-texts.service.js';
import { LibraryListsReader } from './library-lists.reader.js';
import { DocumentVersionsController } from './versions/document-versions.controller.js';
import { DocumentVersionsReader } from './versions/document-versions.reader.js';
import { DocumentVersionsService } from './versions/document-versions.service.js';
import { DocumentStore } from './document-store.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentPapers } from './papers/document-papers.service.js';
import { DocumentsReader } from './documents.reader.js';
import { DocumentsService } from './documents.service.js';
import { ValidityChangesService } from './validity-changes.service.js';

@Module({ imports: [InterpretationPlansModule], controllers: [DocumentsController, DocumentVersionsController], providers: [DocumentsService, ValidityChangesService, DocumentsReader, DocumentStore, AttachmentTexts, LibraryListsReader, DocumentPapers, DocumentVersionsService, DocumentVersionsReader], exports: [LibraryListsReader, DocumentsService, DocumentsReader, AttachmentTexts] })
export class DocumentsModule {}

import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { LedgerController } from './ledger.controller.js';
import { LedgerReader } from './ledger.reader.js';
import { LedgerService } from './ledger.service.js';

/** The lists that the law asks for: what ended, the ledger of normative documents, the catalogue of proactive disclosure. */
@Module({ imports: [DocumentsModule], controllers: [LedgerController], providers: [LedgerService, LedgerReader], exports: [LedgerReader] })
export class LedgerModule {}

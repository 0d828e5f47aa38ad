import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { BackCatalogueService } from './back-catalogue.service.js';
import { GazettePapers } from './gazette-papers.service.js';
import { GazetteController } from './gazette.controller.js';
import { GazetteReader } from './gazette.reader.js';
import { GazetteService } from './gazette.service.js';

/** The government gazette: issues, sections and what they print. */
@Module({ imports: [DocumentsModule], controllers: [GazetteController], providers: [GazetteService, BackCatalogueService, GazetteReader, GazettePapers], exports: [GazetteService, GazetteReader] })
export class GazetteModule {}

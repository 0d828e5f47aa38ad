import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { PublishingModule } from '../publishing/publishing.module.js';
import { ServicesModule } from '../services/services.module.js';
import { ReadingController } from './reading.controller.js';
import { ReadingReader } from './reading.reader.js';

/** The residents' pages that speak of several features at once. */
@Module({ imports: [DocumentsModule, PublishingModule, ServicesModule], controllers: [ReadingController], providers: [ReadingReader] })
export class ReadingModule {}

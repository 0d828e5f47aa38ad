import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { PublishingModule } from '../publishing/publishing.module.js';
import { DisclosureController } from './disclosure.controller.js';
import { DisclosureReader } from './disclosure.reader.js';
import { DisclosureService } from './disclosure.service.js';

/** What each unit must make public by the law, and how it keeps that. */
@Module({ imports: [DocumentsModule, PublishingModule], controllers: [DisclosureController], providers: [DisclosureService, DisclosureReader], exports: [DisclosureService] })
export class DisclosureModule {}

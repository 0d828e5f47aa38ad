import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { ProofreaderModule } from '../proofreader/proofreader.module.js';
import { PublishingModule } from '../publishing/publishing.module.js';
import { LibraryFile } from './library-file.js';
import { ProofreaderTrainingController } from './proofreader-training.controller.js';
import { ProofreaderTrainingService } from './proofreader-training.service.js';

@Module({ imports: [ProofreaderModule, DocumentsModule, PublishingModule], controllers: [ProofreaderTrainingController], providers: [LibraryFile, ProofreaderTrainingService] })
export class ProofreaderTrainingModule {}

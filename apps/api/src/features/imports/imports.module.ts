import { Module } from '@nestjs/common';
import { StorageModule } from '../../foundation/storage/storage.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { ImportJobsService } from './import-jobs.service.js';
import { ImportsController } from './imports.controller.js';

@Module({ imports: [DocumentsModule, StorageModule], controllers: [ImportsController], providers: [ImportJobsService], exports: [ImportJobsService] })
export class ImportsModule {}

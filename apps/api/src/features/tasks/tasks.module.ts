import { Module } from '@nestjs/common';
import { ContentsModule } from '../contents/contents.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { PublishingModule } from '../publishing/publishing.module.js';
import { TaskOpener } from './task-opener.js';
import { TasksController } from './tasks.controller.js';
import { TasksReader } from './tasks.reader.js';
import { TasksService } from './tasks.service.js';

@Module({ imports: [DocumentsModule, ContentsModule, PublishingModule], controllers: [TasksController], providers: [TasksService, TasksReader, TaskOpener], exports: [TasksReader] })
export class TasksModule {}

import { Module } from '@nestjs/common';
import { ContentsModule } from '../contents/contents.module.js';
import { LibraryIndexModule } from '../library-index/library-index.module.js';
import { KnowledgeModule } from '../knowledge/knowledge.module.js';
import { BacklogController } from './backlog.controller.js';
import { BacklogService } from './backlog.service.js';

@Module({ imports: [ContentsModule, LibraryIndexModule, KnowledgeModule], controllers: [BacklogController], providers: [BacklogService] })
export class BacklogModule {}

import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { GenerationModule } from '../generation/generation.module.js';
import { PublishingModule } from '../publishing/publishing.module.js';
import { AnswerLogReader } from './answer-log.reader.js';
import { AnswerLog } from './answer-log.service.js';
import { HitCheck } from './hit-check.js';
import { IndexKeeper } from './index-keeper.js';
import { IndexSnapshots } from './index-snapshots.js';
import { KnowledgeController } from './knowledge.controller.js';
import { PublicationSource } from './publication-source.js';
import { KnowledgeService } from './knowledge.service.js';

@Module({
  imports: [DocumentsModule, PublishingModule, GenerationModule],
  controllers: [KnowledgeController],
  providers: [KnowledgeService, IndexKeeper, IndexSnapshots, HitCheck, AnswerLog, AnswerLogReader, PublicationSource],
  exports: [KnowledgeService, AnswerLogReader],
})
export class KnowledgeModule {}

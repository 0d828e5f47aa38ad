import { Module } from '@nestjs/common';
import { GenerationModule } from '../generation/generation.module.js';
import { LibraryIndexModule } from '../library-index/library-index.module.js';
import { AnswerLogReader } from './answer-log.reader.js';
import { AnswerLog } from './answer-log.service.js';
import { Conversations } from './conversations.js';
import { KnowledgeController } from './knowledge.controller.js';
import { KnowledgeService } from './knowledge.service.js';

@Module({
  imports: [LibraryIndexModule, GenerationModule],
  controllers: [KnowledgeController],
  providers: [Conversations, KnowledgeService, AnswerLog, AnswerLogReader],
  exports: [KnowledgeService, AnswerLogReader],
})
export class KnowledgeModule {}

import { Module } from '@nestjs/common';
import { RepostSourcesController } from './repost-sources.controller.js';
import { RepostSourcesService } from './repost-sources.service.js';

@Module({ controllers: [RepostSourcesController], providers: [RepostSourcesService], exports: [RepostSourcesService] })
export class RepostSourcesModule {}

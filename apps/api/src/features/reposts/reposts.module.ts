import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { RepostsController } from './reposts.controller.js';
import { RepostsReader } from './reposts.reader.js';
import { RepostsService } from './reposts.service.js';
import { SourcesService } from './sources.service.js';

@Module({ imports: [AccountsModule], controllers: [RepostsController], providers: [RepostsService, RepostsReader, SourcesService], exports: [RepostsService, SourcesService] })
export class RepostsModule {}

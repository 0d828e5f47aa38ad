import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { RepostSourcesModule } from '../repost-sources/repost-sources.module.js';
import { RepostsController } from './reposts.controller.js';
import { RepostsReader } from './reposts.reader.js';
import { RepostsService } from './reposts.service.js';

@Module({ imports: [AccountsModule, RepostSourcesModule], controllers: [RepostsController], providers: [RepostsService, RepostsReader], exports: [RepostsService] })
export class RepostsModule {}

import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { PublishingModule } from '../publishing/publishing.module.js';
import { ChannelsController } from './channels.controller.js';
import { ChannelsReader } from './channels.reader.js';
import { ChannelsService } from './channels.service.js';
import { FreezesService } from './freezes.service.js';

@Module({ imports: [AccountsModule, PublishingModule], controllers: [ChannelsController], providers: [ChannelsService, ChannelsReader, FreezesService], exports: [ChannelsService, ChannelsReader, FreezesService] })
export class ChannelsModule {}

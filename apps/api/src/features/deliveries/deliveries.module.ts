import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { ChannelsModule } from '../channels/channels.module.js';
import { ContentsModule } from '../contents/contents.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { MediaModule } from '../media/media.module.js';
import { PublishingModule } from '../publishing/publishing.module.js';
import { ChannelTrials } from './channel-trials.service.js';
import { DeliveriesController } from './deliveries.controller.js';
import { DeliveriesReader } from './deliveries.reader.js';
import { DeliveriesService } from './deliveries.service.js';
import { DeliveryStore } from './delivery-store.js';
import { DeliveryWorker } from './delivery-worker.js';
import { ExportGateway } from './gateways/export.gateway.js';
import { Gateways } from './gateways/gateways.js';
import { HubGateway } from './gateways/hub.gateway.js';
import { LiveCopiesService } from './live-copies.service.js';
import { ReplacementsService } from './replacements.service.js';
import { WechatModule } from '../wechat/wechat.module.js';
import { WebhookGateway } from './gateways/webhook.gateway.js';
import { WechatGateway } from './gateways/wechat.gateway.js';

@Module({
  imports: [AccountsModule, DocumentsModule, MediaModule, ContentsModule, PublishingModule, ChannelsModule, WechatModule],
  controllers: [DeliveriesController],
  providers: [DeliveriesService, DeliveriesReader, DeliveryStore, DeliveryWorker, Gateways, HubGateway, WebhookGateway, WechatGateway, ExportGateway, LiveCopiesService, ReplacementsService, ChannelTrials],
  exports: [DeliveriesService, DeliveriesReader],
})
export class DeliveriesModule {}

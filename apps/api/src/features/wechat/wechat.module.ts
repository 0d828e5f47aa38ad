import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.js';
import { WechatCallbackService } from './wechat-callback.service.js';
import { WechatController } from './wechat.controller.js';
import { WechatService } from './wechat.service.js';
import { WechatTokens } from './wechat-tokens.js';

@Module({ imports: [ChannelsModule], controllers: [WechatController], providers: [WechatService, WechatTokens, WechatCallbackService], exports: [WechatService, WechatCallbackService] })
export class WechatModule {}

import { Injectable } from '@nestjs/common';
import type { ChannelTrialView } from '@govmedia-hub/contracts';
import { Database } from '../../foundation/database/database.js';
import { OutgoingFailure } from '../../foundation/outgoing/outgoing-http.js';
import { requireOwnOrganisation, type Actor } from '../../foundation/session/actor.js';
import { ChannelsReader } from '../channels/channels.reader.js';
import { WechatRefusal, WechatService } from '../wechat/wechat.service.js';
import { WebhookGateway } from './gateways/webhook.gateway.js';

/** Tries a channel's settings without publishing anything. */
@Injectable()
export class ChannelTrials {
  constructor(
    private readonly database: Database,
    private readonly channels: ChannelsReader,
    private readonly webhook: WebhookGateway,
    private readonly wechat: WechatService,
  ) {}

  async try(actor: Actor, id: string): Promise<ChannelTrialView> {
    const channel = await this.database.read((db) => this.channels.get(db, id));
    requireOwnOrganisation(actor, channel.orgId);
    if (channel.kind === 'export') return { ok: true, message: '导出包由人工发布，不需要连接。' };
    try {
      if (channel.kind === 'wechat_official') {
        await this.wechat.tryToken(channel);
        return { ok: true, message: 'AppID、AppSecret 和 IP 白名单无误。' };
      }
      const answer = await this.webhook.ping(channel);
      if ('refused' in answer) return { ok: false, message: answer.refused };
      return answer.status < 300 ? { ok: true, message: '对方已收到测试消息，签名无误。' } : { ok: false, message: `对方答复 ${answer.status}，请核对签名密钥和接口要求。` };
    } catch (error) {
      if (error instanceof WechatRefusal) return { ok: false, message: `${error.error.words}${error.error.remedy}` };
      if (error instanceof OutgoingFailure) return { ok: false, message: `${error.reason}。` };
      throw error;
    }
  }
}

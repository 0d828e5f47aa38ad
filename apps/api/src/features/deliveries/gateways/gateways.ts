import { Injectable } from '@nestjs/common';
import type { ChannelGateway } from './channel.gateway.js';
import type { DeliveryEntity } from '../delivery.entity.js';
import { ExportGateway } from './export.gateway.js';
import { HubGateway } from './hub.gateway.js';
import { WebhookGateway } from './webhook.gateway.js';
import { WechatGateway } from './wechat.gateway.js';

/** The gateway of each kind of channel. */
@Injectable()
export class Gateways {
  private readonly byKind: ReadonlyMap<string, ChannelGateway>;

  constructor(hub: HubGateway, webhook: WebhookGateway, wechat: WechatGateway, packages: ExportGateway) {
    this.byKind = new Map([hub, webhook, wechat, packages].map((gateway): [string, ChannelGateway] => [gateway.kind, gateway]));
  }

  of(kind: DeliveryEntity['channelKind']): ChannelGateway {
    const gateway = this.byKind.get(kind);
    if (!gateway) throw new Error(`no gateway for ${kind}`);
    return gateway;
  }
}

import { Injectable } from '@nestjs/common';
import { OutgoingHttp } from '../../../foundation/outgoing/outgoing-http.js';
import type { ChannelGateway, Parcel, ReadBackResult, SendResult, Steps, WithdrawResult } from './channel.gateway.js';
import { readPageBack } from './live-copy.js';

/** Platforms without an API: the package waits for a person, who publishes by hand and brings the link back. */
@Injectable()
export class ExportGateway implements ChannelGateway {
  readonly kind = 'export';

  constructor(private readonly outgoing: OutgoingHttp) {}

  whyNot(): string | null {
    return null;
  }

  async send(_parcel: Parcel, steps: Steps): Promise<SendResult> {
    await steps.begin();
    return { is: 'accepted', again: null };
  }

  async withdraw(): Promise<WithdrawResult> {
    return { is: 'by_hand' };
  }

  async readBack({ delivery, revision }: Parcel): Promise<ReadBackResult> {
    return delivery.liveUrl === null ? null : readPageBack(this.outgoing, delivery.liveUrl, revision);
  }
}

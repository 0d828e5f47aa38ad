import { Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { Clock } from '../../../foundation/clock/clock.js';
import { OutgoingFailure, OutgoingHttp, type OutgoingAnswer } from '../../../foundation/outgoing/outgoing-http.js';
import { ChannelsService } from '../../channels/channels.service.js';
import type { ChannelGateway, Parcel, ReadBackResult, SendResult, Steps, WithdrawResult } from './channel.gateway.js';
import { readPageBack } from './live-copy.js';
import { plainHtml } from './plain-html.js';

/** Answers that say "not now" (RFC 9110); everything else from 400 up is a no. */
const NOT_NOW = new Set([408, 409, 425, 429, 500, 502, 503, 504]);

/** Signature of a message: base64 HMAC-SHA256 over id, timestamp and body, as docs/webhook-receivers.md tells receivers. */
export const webhookSignature = (key: string, id: string, timestamp: string, body: string): string => `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`, 'utf8').digest('base64')}`;

/** Signed messages to a receiver that knows the id of a message and takes each in once. */
@Injectable()
export class WebhookGateway implements ChannelGateway {
  readonly kind = 'webhook';

  constructor(
    private readonly outgoing: OutgoingHttp,
    private readonly channels: ChannelsService,
    private readonly clock: Clock,
  ) {}

  whyNot(): string | null {
    return null;
  }

  async send(parcel: Parcel, steps: Steps): Promise<SendResult> {
    const { delivery, revision } = parcel;
    await steps.begin();
    const answer = await this.post(parcel, delivery.id, {
      type: 'publication.published', deliveryId: delivery.id, contentId: delivery.contentId, digest: delivery.digest, title: revision.title, orgName: parcel.orgName, originalUrl: parcel.originalUrl,
      text: revision.text, html: plainHtml(revision, { styled: false, links: true, validities: parcel.validities }), blocks: revision.blocks, guide: revision.guide,
      sources: revision.sources.map(({ title, docNumber, label }) => ({ title, docNumber, label })), attachments: revision.attachments.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
    });
    await steps.reached('sent');
    if ('refused' in answer) return { is: 'failed', problem: answer.refused, remedy: '请检查渠道设置中的推送地址。' };
    if (answer.status < 300) return { is: 'live', url: linkIn(answer) };
    if (NOT_NOW.has(answer.status)) throw new Error(`对方答复 ${answer.status}，稍后再试`);
    return { is: 'failed', problem: `对方拒收（答复 ${answer.status}）。`, remedy: '请与接收方核对签名密钥和接口要求，改好后重新发送。' };
  }

  async withdraw(parcel: Parcel, steps: Steps): Promise<WithdrawResult> {
    const { delivery } = parcel;
    const answer = await this.post(parcel, `${delivery.id}.withdrawn`, {
      type: 'publication.withdrawn', deliveryId: delivery.id, contentId: delivery.contentId, digest: delivery.digest, title: parcel.revision.title, orgName: parcel.orgName, originalUrl: parcel.originalUrl,
      withdrawnAt: delivery.withdrawalAt!.toISOString(), reason: delivery.withdrawalReason ?? '',
    });
    await steps.reached('withdrawn');
    // Gone there already is what was asked for.
    if (!('refused' in answer) && (answer.status < 300 || answer.status === 404 || answer.status === 410)) return { is: 'done' };
    throw new Error('refused' in answer ? answer.refused : `对方答复 ${answer.status}`);
  }

  async readBack(parcel: Parcel): Promise<ReadBackResult> {
    return parcel.delivery.liveUrl === null ? null : readPageBack(this.outgoing, parcel.delivery.liveUrl, parcel.revision);
  }

  /** Asks the receiver to answer a message that publishes nothing. */
  async ping(channel: Parcel['channel']): Promise<OutgoingAnswer | { refused: string }> {
    return this.post({ channel }, `ping-${this.clock.now().getTime()}`, { type: 'ping' });
  }

  private async post({ channel }: Pick<Parcel, 'channel'>, id: string, message: object): Promise<OutgoingAnswer | { refused: string }> {
    const body = JSON.stringify(message);
    const timestamp = String(Math.floor(this.clock.now().getTime() / 1_000));
    const headers = { 'content-type': 'application/json; charset=utf-8', 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': webhookSignature(this.channels.secrets(channel!).signingKey ?? '', id, timestamp, body) };
    try {
      return await this.outgoing.send(channel!.settings.url ?? '', { method: 'POST', headers, body, maxBytes: 64 * 1024 });
    } catch (error) {
      if (error instanceof OutgoingFailure && error.kind === 'refused') return { refused: `${error.reason}。` };
      throw error;
    }
  }
}

/** A receiver may tell where the text stands: {"url": "https://…"}. */
function linkIn(answer: OutgoingAnswer): string | null {
  try {
    const { url } = JSON.parse(answer.body.toString('utf8')) as { url?: unknown };
    return typeof url === 'string' && url.length <= 500 && /^https?:\/\//.test(url) && URL.canParse(url) ? url : null;
  } catch {
    return null;
  }
}

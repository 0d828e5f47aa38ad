import { Injectable } from '@nestjs/common';
import { Database } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { ChannelsReader } from '../channels/channels.reader.js';
import { ChannelsService } from '../channels/channels.service.js';
import { callbackSignature, elementOf, openMessage, sameSignature } from './callback-crypto.js';

export interface CallbackQuery { signature?: string; msg_signature?: string; timestamp?: string; nonce?: string; echostr?: string; encrypt_type?: string }

/** What the platform reports. A report only says that it is worth looking: its words change nothing by themselves. */
@Injectable()
export class WechatCallbackService {
  private listener: (channelId: string) => Promise<void> = () => Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly channelsReader: ChannelsReader,
    private readonly channels: ChannelsService,
  ) {}

  /** The feature above looks at what waits on the channel. */
  whenReported(listener: (channelId: string) => Promise<void>): void {
    this.listener = listener;
  }

  /** The platform checks that the address is ours. @throws DomainError channels.callback_refused */
  async echo(id: string, query: CallbackQuery): Promise<string> {
    await this.checked(id, query);
    return query.echostr ?? '';
  }

  /** @returns what the platform wants to hear within five seconds */
  async receive(id: string, query: CallbackQuery, body: string): Promise<string> {
    const { appId, aesKey, token } = await this.checked(id, query);
    let xml = body;
    const encrypted = elementOf(body, 'Encrypt');
    if (encrypted !== null || query.encrypt_type === 'aes') {
      if (encrypted === null || !aesKey || !sameSignature(query.msg_signature ?? '', callbackSignature(token, query.timestamp!, query.nonce!, encrypted))) throw new DomainError('channels.callback_refused');
      const opened = openMessage(encrypted, aesKey, appId);
      if (opened === null) throw new DomainError('channels.callback_refused');
      xml = opened;
    } else if (aesKey) throw new DomainError('channels.callback_refused'); // with a key set, nothing comes in the clear
    if (elementOf(xml, 'Event') === 'PUBLISHJOBFINISH') await this.listener(id);
    return 'success';
  }

  private async checked(id: string, query: CallbackQuery): Promise<{ appId: string; aesKey: string | null; token: string }> {
    const channel = await this.database.read((db) => this.channelsReader.get(db, id));
    const { callbackToken: token, encodingAesKey } = channel.kind === 'wechat_official' ? this.channels.secrets(channel) : {};
    if (!token || !query.timestamp || !query.nonce || !sameSignature(query.signature ?? '', callbackSignature(token, query.timestamp, query.nonce))) throw new DomainError('channels.callback_refused');
    return { appId: channel.settings.appId ?? '', aesKey: encodingAesKey ?? null, token };
  }
}

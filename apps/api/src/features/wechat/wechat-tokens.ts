import { Inject, Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Clock } from '../../foundation/clock/clock.js';
import { SETTINGS } from '../../foundation/config/settings.module.js';
import type { Settings } from '../../foundation/config/settings.js';
import { Database } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { OutgoingHttp } from '../../foundation/outgoing/outgoing-http.js';
import type { ChannelEntity } from '../channels/channels.reader.js';
import { ChannelsService } from '../channels/channels.service.js';
import { wechatError } from './wechat-errors.js';
import { WechatRefusal } from './wechat-refusal.js';
import { WechatTokenEntity } from './wechat-token.entity.js';

const LEASE_MS = 20_000;
/** The platform renews five minutes before the end; old and new are both good until then. */
const MARGIN_MS = 60_000;
const WAIT_MS = 100;

/** stable_token, kept sealed in the database so that several processes share one. */
@Injectable()
export class WechatTokens {
  private readonly holder = newId();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outgoing: OutgoingHttp,
    private readonly channels: ChannelsService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * @param bad a token that the platform has just refused; another one is given
   * @throws WechatRefusal when the platform gives none
   */
  async token(channel: ChannelEntity, bad: string | null = null): Promise<string> {
    for (let waited = 0; waited < 2 * LEASE_MS; waited += WAIT_MS) {
      const row = await this.database.read((db) => db.findOneBy(WechatTokenEntity, { id: channel.id }));
      const kept = row?.sealedToken ? this.channels.unseal(row.sealedToken, `token:${channel.id}`) : null;
      if (row && kept !== null && kept !== bad && row.expiresAt.getTime() - MARGIN_MS > this.clock.now().getTime()) return kept;
      if (await this.takeLease(channel.id, row)) return this.renew(channel, bad);
      await pause(WAIT_MS);
    }
    throw new Error('其他进程正在更新访问凭据，稍后再试');
  }

  private async renew(channel: ChannelEntity, bad: string | null): Promise<string> {
    try {
      let fetched = await this.fetch(channel, false);
      // Refused, yet still the current one: only a forced renewal helps (20 a day, 30 seconds apart).
      if (fetched.token === bad) fetched = await this.fetch(channel, true);
      await this.database.transaction((db) => db.update(WechatTokenEntity, { id: channel.id, holder: this.holder }, { sealedToken: this.channels.seal(fetched.token, `token:${channel.id}`), expiresAt: new Date(this.clock.now().getTime() + fetched.seconds * 1_000), holder: null, leaseUntil: null }));
      return fetched.token;
    } catch (error) {
      await this.database.transaction((db) => db.update(WechatTokenEntity, { id: channel.id, holder: this.holder }, { holder: null, leaseUntil: null }));
      throw error;
    }
  }

  private async fetch(channel: ChannelEntity, force: boolean): Promise<{ token: string; seconds: number }> {
    const body = JSON.stringify({ grant_type: 'client_credential', appid: channel.settings.appId, secret: this.channels.secrets(channel).appSecret, force_refresh: force });
    const answer = await this.outgoing.send(`${this.settings.wechatApiBase}/cgi-bin/stable_token`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const its = JSON.parse(answer.body.toString('utf8')) as { access_token?: string; expires_in?: number; errcode?: number; errmsg?: string };
    if (!its.access_token) throw new WechatRefusal(wechatError(its.errcode ?? answer.status, its.errmsg ?? ''));
    return { token: its.access_token, seconds: its.expires_in ?? 0 };
  }

  private takeLease(id: string, row: WechatTokenEntity | null): Promise<boolean> {
    const now = Date.now();
    const lease = { holder: this.holder, leaseUntil: new Date(now + LEASE_MS) };
    if (row?.leaseUntil && row.leaseUntil.getTime() > now) return Promise.resolve(false);
    return this.database.transaction(async (db) => {
      if (row) return (await db.update(WechatTokenEntity, { id, version: row.version }, { ...lease, version: row.version + 1 })).affected === 1;
      await db.insert(WechatTokenEntity, { id, sealedToken: null, expiresAt: new Date(1_000), version: 0, ...lease });
      return true;
    }).catch((error: Error) => {
      if (/UNIQUE|Duplicate|PRIMARY/i.test(error.message)) return false;
      throw error;
    });
  }
}

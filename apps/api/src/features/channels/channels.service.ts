import { Inject, Injectable } from '@nestjs/common';
import type { ChannelSecrets, ChannelView, SaveChannelRequest } from '@govmedia-hub/contracts';
import { Clock } from '../../foundation/clock/clock.js';
import { SETTINGS } from '../../foundation/config/settings.module.js';
import type { Settings } from '../../foundation/config/settings.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { InvalidRequest } from '../../foundation/errors/problem-filter.js';
import { OutgoingFailure, OutgoingHttp } from '../../foundation/outgoing/outgoing-http.js';
import { SecretBox } from '../../foundation/secrets/secret-box.js';
import { requireOwnOrganisation, type Actor } from '../../foundation/session/actor.js';
import { AccountsReader } from '../accounts/accounts.reader.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { ChannelEntity } from './channel.entity.js';
import { ChannelsReader } from './channels.reader.js';

/** What each kind cannot do without. */
const NEEDED: Record<SaveChannelRequest['kind'], { settings: ('url' | 'appId')[]; secrets: (keyof ChannelSecrets)[] }> = {
  webhook: { settings: ['url'], secrets: ['signingKey'] },
  wechat_official: { settings: ['appId'], secrets: ['appSecret'] },
  export: { settings: [], secrets: [] },
};
const WORDS: Record<string, string> = { url: '推送地址', appId: 'AppID', signingKey: '签名密钥', appSecret: 'AppSecret' };

/** The ways out of the hub and their credentials. */
@Injectable()
export class ChannelsService {
  private readonly box: SecretBox;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly accounts: AccountsService,
    private readonly accountsReader: AccountsReader,
    private readonly reader: ChannelsReader,
    private readonly outgoing: OutgoingHttp,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.box = new SecretBox(settings.secret);
  }

  list(actor: Actor): Promise<ChannelView[]> {
    return this.database.read((db) => this.reader.list(db, actor));
  }

  /** @throws DomainError channels.account_not_active, channels.settings_incomplete, channels.address_refused */
  async create(actor: Actor, request: SaveChannelRequest): Promise<ChannelView> {
    await this.requireOpenAddress(request);
    return this.database.transaction(async (db) => {
      await this.requireAccount(db, actor, request);
      const id = newId();
      const { kind, name, accountId, active, settings } = request;
      const row = db.create(ChannelEntity, { id, kind, name: name.trim(), accountId, orgId: actor.orgId, active, settings: { ...settings }, createdAt: this.clock.now(), version: 0, ...this.sealed(id, {}, request.secrets) });
      requireComplete(row);
      await db.insert(ChannelEntity, row);
      await this.events.record(db, actor, { verb: 'channels.created', subjectType: 'channel', subjectId: id, facts: { kind, accountId, active, secretsChanged: request.secrets !== undefined } });
      return (await this.reader.views(db, [row]))[0]!;
    });
  }

  /** Secrets that are left out stay. @throws DomainError channels.changed_meanwhile and those of create */
  async save(actor: Actor, id: string, request: SaveChannelRequest): Promise<ChannelView> {
    await this.requireOpenAddress(request);
    return this.database.transaction(async (db) => {
      const row = await this.reader.get(db, id);
      requireOwnOrganisation(actor, row.orgId);
      if (request.kind !== row.kind || request.accountId !== row.accountId) throw new InvalidRequest([{ field: request.kind === row.kind ? 'accountId' : 'kind', message: '建立以后不能更改；请停用后另建渠道。' }]);
      if (request.active) await this.requireAccount(db, actor, request);
      const changes = { name: request.name.trim(), active: request.active, settings: { ...request.settings }, ...this.sealed(id, this.secrets(row), request.secrets) };
      requireComplete({ ...row, ...changes });
      const { affected } = await db.update(ChannelEntity, { id, version: request.seenVersion ?? -1 }, { ...changes, version: row.version + 1 });
      if (affected !== 1) throw new DomainError('channels.changed_meanwhile', { version: row.version });
      await this.events.record(db, actor, { verb: 'channels.changed', subjectType: 'channel', subjectId: id, facts: { active: request.active, secretsChanged: request.secrets !== undefined } });
      return (await this.reader.views(db, [{ ...row, ...changes, version: row.version + 1 }]))[0]!;
    });
  }

  /** Credentials in the clear, for the services that send; never part of an answer. */
  secrets(row: ChannelEntity): ChannelSecrets {
    return row.sealedSecrets === null ? {} : (JSON.parse(this.box.open(row.sealedSecrets, row.id)) as ChannelSecrets);
  }

  /** Seals something short-lived of a channel, for example its access token. */
  seal(text: string, place: string): string {
    return this.box.seal(text, place);
  }

  unseal(sealed: string, place: string): string {
    return this.box.open(sealed, place);
  }

  private sealed(id: string, before: ChannelSecrets, added: ChannelSecrets | undefined): Partial<ChannelEntity> {
    if (added === undefined || Object.values(added).every((value) => value === undefined)) return Object.keys(before).length > 0 ? {} : { sealedSecrets: null, secretsSet: [], secretsSetAt: null };
    const all = { ...before, ...Object.fromEntries(Object.entries(added).filter(([, value]) => value !== undefined)) };
    return { sealedSecrets: this.box.seal(JSON.stringify(all), id), secretsSet: Object.keys(all).sort() as (keyof ChannelSecrets)[], secretsSetAt: this.clock.now() };
  }

  private async requireOpenAddress({ kind, settings }: SaveChannelRequest): Promise<void> {
    if (kind !== 'webhook' || !settings.url) return;
    await this.outgoing.check(settings.url).catch((failure: OutgoingFailure) => {
      throw new DomainError('channels.address_refused', { url: settings.url }, failure.reason);
    });
  }

  private async requireAccount(db: Db, actor: Actor, { accountId, kind }: Pick<SaveChannelRequest, 'accountId' | 'kind'>): Promise<void> {
    const row = await this.accountsReader.find(db, accountId);
    if (!row) throw new DomainError('channels.account_not_active', { accountId });
    requireOwnOrganisation(actor, row.sponsorOrgId);
    if (kind === 'wechat_official' && row.platform !== 'wechat_official') throw new InvalidRequest([{ field: 'accountId', message: '微信公众号渠道须对应一个公众号账号。' }]);
    const [summary] = await this.accounts.summaries(db, [row]);
    if (summary!.status !== 'active') throw new DomainError('channels.account_not_active', { accountId, status: summary!.status });
  }
}

function requireComplete(row: Pick<ChannelEntity, 'kind' | 'active' | 'settings' | 'secretsSet'>): void {
  if (!row.active) return;
  const missing = [...NEEDED[row.kind].settings.filter((key) => !row.settings[key]), ...NEEDED[row.kind].secrets.filter((key) => !row.secretsSet.includes(key))];
  if (missing.length > 0) throw new DomainError('channels.settings_incomplete', { missing }, `还缺：${missing.map((key) => WORDS[key]).join('、')}。`);
}

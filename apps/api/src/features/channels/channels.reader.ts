import { Injectable } from '@nestjs/common';
import type { ChannelView } from '@govmedia-hub/contracts';
import { Inject } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { SETTINGS } from '../../foundation/config/settings.module.js';
import type { Settings } from '../../foundation/config/settings.js';
import type { Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { seesWholeCity, type Actor } from '../../foundation/session/actor.js';
import { AccountsReader } from '../accounts/accounts.reader.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { ChannelEntity, FreezeEntity } from './channel.entity.js';

/** Questions about channels and about what is frozen. */
@Injectable()
export class ChannelsReader {
  constructor(
    private readonly accounts: AccountsReader,
    private readonly organisations: OrganisationsService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws DomainError channels.not_found */
  async get(db: Db, id: string): Promise<ChannelEntity> {
    const row = await db.findOneBy(ChannelEntity, { id });
    if (!row) throw new DomainError('channels.not_found', { id });
    return row;
  }

  async list(db: Db, actor: Actor): Promise<ChannelView[]> {
    return this.views(db, await db.find(ChannelEntity, { where: seesWholeCity(actor) ? {} : { orgId: actor.orgId }, order: { id: 'ASC' } }));
  }

  async byIds(db: Db, ids: readonly (string | null)[]): Promise<Map<string, ChannelEntity>> {
    const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
    return wanted.length === 0 ? new Map() : new Map((await db.findBy(ChannelEntity, { id: In(wanted) })).map((row) => [row.id, row]));
  }

  async views(db: Db, rows: readonly ChannelEntity[]): Promise<ChannelView[]> {
    const orgNames = await this.organisations.namesOf(db, rows.map((row) => row.orgId));
    const accountNames = await this.accountNames(db, rows.map((row) => row.accountId));
    return Promise.all(rows.map(async (row): Promise<ChannelView> => ({
      id: row.id, kind: row.kind, name: row.name, accountId: row.accountId, accountName: accountNames.get(row.accountId) ?? '', orgId: row.orgId, orgName: orgNames.get(row.orgId) ?? '', active: row.active,
      settings: row.settings, secretsSet: row.secretsSet, secretsSetAt: row.secretsSetAt?.toISOString() ?? null,
      callbackUrl: row.kind === 'wechat_official' ? `${this.settings.publicUrl}/api/channels/${row.id}/wechat-callback` : null,
      frozen: (await this.freezeOver(db, row.orgId, row.accountId)) !== null, version: row.version,
    })));
  }

  async accountNames(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
    const names = new Map<string, string>();
    for (const id of new Set(ids)) {
      const account = id === null ? null : await this.accounts.find(db, id);
      if (account) names.set(account.id, account.name);
    }
    return names;
  }

  /** The freeze that holds a unit, or one of its accounts; null when nothing is frozen. */
  async freezeOver(db: Db, orgId: string, accountId: string | null): Promise<FreezeEntity | null> {
    const keys = ['city:', `unit:${orgId}`, ...(accountId ? [`account:${accountId}`] : [])];
    return db.findOneBy(FreezeEntity, { inForceKey: In(keys) });
  }

  /** In force first, then those lifted lately. */
  async freezes(db: Db): Promise<FreezeEntity[]> {
    const inForce = await db.find(FreezeEntity, { where: { inForceKey: Not(IsNull()) }, order: { id: 'DESC' } });
    return [...inForce, ...(await db.find(FreezeEntity, { where: { inForceKey: IsNull() }, order: { id: 'DESC' }, take: 50 }))];
  }
}

export type { ChannelEntity, FreezeEntity } from './channel.entity.js';

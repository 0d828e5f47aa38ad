import { Injectable } from '@nestjs/common';
import { Clock } from '../../foundation/clock/clock.js';
import type { Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { Outbox } from '../../foundation/outbox/outbox.js';
import { AccountsReader } from '../accounts/accounts.reader.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { newId } from '../../foundation/database/ids.js';
import type { Actor } from '../../foundation/session/actor.js';
import type { ChannelEntity } from '../channels/channels.reader.js';
import { ContentsReader, type ContentEntity, type ContentRevisionEntity } from '../contents/contents.reader.js';
import { READ_BACK, SEND, WITHDRAW } from './deliveries.reader.js';
import { READ_BACK_MINUTES } from './delivery-rules.js';
import { DeliveryEntity } from './delivery.entity.js';

export const liveKeyOf = (contentId: string, channelId: string | null, digest: string): string => `${contentId}:${channelId ?? 'hub'}:${digest}`;

/** Changes of deliveries that people and the worker both make, inside the caller's transaction. */
@Injectable()
export class DeliveryStore {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly accounts: AccountsService,
    private readonly accountsReader: AccountsReader,
    private readonly contents: ContentsReader,
  ) {}

  /** @throws DomainError deliveries.changed_meanwhile */
  async change(db: Db, row: DeliveryEntity, changes: Partial<DeliveryEntity>): Promise<void> {
    const { affected } = await db.update(DeliveryEntity, { id: row.id, version: row.version }, { ...changes, version: row.version + 1 });
    if (affected !== 1) throw new DomainError('deliveries.changed_meanwhile', { id: row.id });
    Object.assign(row, changes, { version: row.version + 1 });
  }

  /** A delivery of an approved text that is still to be inserted; a null channel is the hub itself. */
  newDelivery(db: Db, actor: Pick<Actor, 'personId'>, { row, revision, channel, dueAt, scheduled }: { row: ContentEntity; revision: ContentRevisionEntity; channel: ChannelEntity | null; dueAt: Date; scheduled: boolean }): DeliveryEntity {
    return db.create(DeliveryEntity, {
      id: newId(), contentId: row.id, revisionId: revision.id, digest: row.digest, title: revision.title, orgId: row.orgId, channelId: channel?.id ?? null, channelKind: channel?.kind ?? 'hub', accountId: channel?.accountId ?? null,
      state: 'queued', scheduled, dueAt, queuedById: actor.personId, queuedAt: this.clock.now(), startedAt: null, liveAt: null, liveUrl: null, liveKey: liveKeyOf(row.id, channel?.id ?? null, row.digest), progress: {},
      problem: null, remedy: null, withdrawalState: null, withdrawalAt: null, withdrawalReason: null, withdrawnAt: null, withdrawalProblem: null, readBackState: null, readBackAt: null, readBackDetail: null, readBacks: 0, alarmOpinion: null, version: 0,
    });
  }

  /** It stands there: notes it, plans its read-back, and enters it among the account's posts. */
  async live(db: Db, row: DeliveryEntity, its: { url: string | null; progress?: DeliveryEntity['progress'] }): Promise<void> {
    const now = this.clock.now();
    await this.change(db, row, { state: 'live', liveAt: now, liveUrl: its.url, startedAt: row.startedAt ?? now, problem: null, remedy: null, progress: its.progress ?? row.progress });
    if (row.channelKind === 'hub') return;
    await this.outbox.put(db, READ_BACK, row.id, new Date(now.getTime() + READ_BACK_MINUTES.after[0] * 60_000));
    const { text } = await this.contents.revision(db, row.revisionId);
    if (row.accountId) await this.accounts.recordPosts(db, { personId: row.queuedById, name: '', orgId: row.orgId, roles: [], via: 'system' }, row.accountId, [{ title: row.title, text, url: its.url, publishedAt: now.toISOString() }]);
  }

  /** Never left: nothing has to be taken back outside, except what a channel keeps unseen. */
  async drop(db: Db, row: DeliveryEntity, reason: string): Promise<void> {
    await this.change(db, row, { state: 'cancelled', liveKey: null, problem: reason.slice(0, 300) });
    await this.outbox.cancel(db, SEND, row.id);
    if (row.progress.draftMediaId || row.progress.intent === 'draft') await this.outbox.put(db, WITHDRAW, row.id);
  }

  async askBack(db: Db, row: DeliveryEntity, at: Date, reason: string): Promise<void> {
    await this.change(db, row, { withdrawalState: 'pending', withdrawalAt: at, withdrawalReason: reason });
    await this.outbox.put(db, WITHDRAW, row.id);
  }

  /** @throws DomainError channels.account_not_active */
  async requireActiveAccount(db: Db, accountId: string): Promise<void> {
    const account = await this.accountsReader.find(db, accountId);
    const [summary] = account ? await this.accounts.summaries(db, [account]) : [];
    if (summary?.status !== 'active') throw new DomainError('channels.account_not_active', { accountId });
  }
}

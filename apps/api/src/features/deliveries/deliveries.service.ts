import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DecideDeliveryRequest, DeliverContentRequest, DeliveryReasonRequest, DeliveryView, ListDeliveriesQuery, Page, RescheduleRequest } from '@govmedia-hub/contracts';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { InvalidRequest } from '../../foundation/errors/problem-filter.js';
import { Outbox } from '../../foundation/outbox/outbox.js';
import { hasRole, requireOwnOrganisation, requireSight, type Actor } from '../../foundation/session/actor.js';
import { ChannelsReader, type ChannelEntity } from '../channels/channels.reader.js';
import { FreezesService } from '../channels/freezes.service.js';
import { plainText } from '../contents/contents.reader.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { PublishingService } from '../publishing/publishing.service.js';
import { WechatCallbackService } from '../wechat/wechat-callback.service.js';
import { DeliveriesReader, SEND, WITHDRAW } from './deliveries.reader.js';
import { DeliveryStore, liveKeyOf } from './delivery-store.js';
import { DeliveryEntity } from './delivery.entity.js';
import { DELIVERY_MOVES, type DeliveryMove } from './delivery.workflow.js';
import { Gateways } from './gateways/gateways.js';

/** What people do with deliveries: queue, put off, cancel, decide, take back. */
@Injectable()
export class DeliveriesService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly outbox: Outbox,
    private readonly publishing: PublishingService,
    private readonly channels: ChannelsReader,
    private readonly freezes: FreezesService,
    private readonly organisations: OrganisationsService,
    private readonly reader: DeliveriesReader,
    private readonly store: DeliveryStore,
    private readonly gateways: Gateways,
    private readonly wechat: WechatCallbackService,
  ) {}

  onModuleInit(): void {
    this.publishing.whenWithdrawn((db, actor, { contentId, at, reason }) => this.withdrawEverywhere(db, actor, contentId, at, reason));
    this.wechat.whenReported((channelId) => this.lookAgain(channelId));
    this.freezes.countHeldWith((db, freeze) => this.reader.countHeld(db, freeze));
  }

  list(actor: Actor, query: ListDeliveriesQuery): Promise<Page<DeliveryView>> {
    return this.database.read((db) => this.reader.list(db, actor, query));
  }

  get(actor: Actor, id: string): Promise<DeliveryView> {
    return this.database.read((db) => this.view(db, actor, id));
  }

  /**
   * Queues an approved text for channels, now or at a time. The hub itself goes first: other channels point to its page.
   * @throws DomainError publishing.not_approved, publishing.digest_changed, channels.frozen, channels.stopped, deliveries.already_there, deliveries.not_deliverable
   */
  async queue(actor: Actor, contentId: string, request: DeliverContentRequest): Promise<DeliveryView[]> {
    const ids = [...new Set(request.channelIds)];
    const now = this.clock.now();
    const dueAt = request.dueAt ? new Date(request.dueAt) : now;
    if (request.dueAt && dueAt <= now) throw new DomainError('deliveries.time_in_past', { dueAt: request.dueAt });
    await this.publishing.freshen(actor, contentId);
    const views = await this.database.transaction(async (db) => {
      const { row, revision } = await this.publishing.approvedText(db, actor, contentId, request.digest);
      if (row.version !== request.seenVersion) throw new DomainError('contents.changed_meanwhile', { version: row.version, status: row.status });
      const orgName = (await this.organisations.namesOf(db, [row.orgId])).get(row.orgId) ?? '';
      if (row.status !== 'published' && !ids.includes('hub') && !(await this.reader.hubIsToCome(db, { contentId, digest: row.digest }))) throw new DomainError('deliveries.not_deliverable', {}, '请同时选择“本平台”：其他渠道的原文链接指向本平台。');
      const made: DeliveryEntity[] = [];
      // The hub first, so that what follows finds it there.
      for (const id of ids.sort((a, b) => Number(b === 'hub') - Number(a === 'hub'))) {
        const channel = id === 'hub' ? null : await this.channels.get(db, id);
        await this.requireOpen(db, actor, channel);
        const refusal = this.gateways.of(channel?.kind ?? 'hub').whyNot({ channel, revision, orgName });
        if (refusal) throw new DomainError('deliveries.not_deliverable', { channelId: id }, `${channel?.name ?? '本平台'}：${refusal}`);
        if (!channel && row.status === 'published') throw new DomainError('deliveries.already_there', { channelId: id });
        const delivery = this.store.newDelivery(db, actor, { row, revision, channel, dueAt, scheduled: request.dueAt !== null && request.dueAt !== undefined });
        if (!channel && !delivery.scheduled) {
          await this.publishing.publishIn(db, actor, contentId, { digest: row.digest, seenVersion: row.version });
          Object.assign(delivery, { state: 'live', liveAt: now, startedAt: now });
        }
        const known = await db.findOneBy(DeliveryEntity, { liveKey: delivery.liveKey! });
        // The hub's newer text has just taken the place of the older one there.
        if (known?.progress.replaces && known.startedAt === null && made.some(({ channelKind }) => channelKind === 'hub')) {
          made.push(known);
          continue;
        }
        if (known) throw new DomainError('deliveries.already_there', { channelId: id });
        await db.insert(DeliveryEntity, delivery).catch(alreadyThere);
        if (delivery.state === 'queued') await this.outbox.put(db, SEND, delivery.id, dueAt);
        await this.events.record(db, actor, { verb: 'deliveries.queued', subjectType: 'delivery', subjectId: delivery.id, facts: { contentId, channelId: delivery.channelId, digest: row.digest, dueAt: dueAt.toISOString() } });
        made.push(delivery);
      }
      return this.reader.views(db, actor, made);
    });
    await this.events.catchUp();
    return views;
  }

  /** Only the time changes; nobody has to approve again. @throws DomainError deliveries.time_in_past */
  reschedule(actor: Actor, id: string, request: RescheduleRequest): Promise<DeliveryView> {
    const dueAt = new Date(request.dueAt);
    if (dueAt <= this.clock.now()) throw new DomainError('deliveries.time_in_past', { dueAt: request.dueAt });
    return this.act(actor, id, 'reschedule', request.seenVersion, async (db, row) => {
      requireOwnOrganisation(actor, row.orgId);
      requireUntouched(row);
      await this.store.change(db, row, { dueAt, scheduled: true });
      await this.outbox.move(db, SEND, id, dueAt);
      return { verb: 'deliveries.rescheduled', facts: { dueAt: dueAt.toISOString() } };
    });
  }

  cancel(actor: Actor, id: string, request: DeliveryReasonRequest): Promise<DeliveryView> {
    return this.act(actor, id, 'cancel', request.seenVersion, async (db, row) => {
      if (!hasRole(actor, 'supervisor')) requireOwnOrganisation(actor, row.orgId);
      requireUntouched(row);
      await this.store.drop(db, row, plainText(request.reason).trim());
      return { verb: 'deliveries.cancelled', facts: {} };
    });
  }

  /** Sends again what failed, after a person has seen why; the approval is asked again when it goes. */
  retry(actor: Actor, id: string, seenVersion: number): Promise<DeliveryView> {
    return this.act(actor, id, 'retry', seenVersion, async (db, row) => {
      requireOwnOrganisation(actor, row.orgId);
      const now = this.clock.now();
      await this.store.change(db, row, { state: 'queued', dueAt: now, startedAt: null, problem: null, remedy: null, progress: {}, liveKey: liveKeyOf(row.contentId, row.channelId, row.digest) }).catch(alreadyThere);
      await this.outbox.put(db, SEND, id, now);
      return { verb: 'deliveries.retried', facts: {} };
    });
  }

  /** A person who looked on the platform says what became of it. */
  decide(actor: Actor, id: string, request: DecideDeliveryRequest): Promise<DeliveryView> {
    if (request.decision === 'live' && !request.url) throw new InvalidRequest([{ field: 'url', message: '请填写线上链接。' }]);
    return this.act(actor, id, 'decide', request.seenVersion, async (db, row) => {
      requireOwnOrganisation(actor, row.orgId);
      await this.outbox.cancel(db, SEND, id);
      if (request.decision === 'live') await this.store.live(db, row, { url: request.url ?? null });
      else if (request.decision === 'give_up') await this.store.change(db, row, { state: 'failed', liveKey: null, problem: '结果不明，经人工核对没有发布。', remedy: '如仍需发布，请重新发送。' });
      else {
        const now = this.clock.now();
        // What the channel keeps of the earlier try is used again where it can be, for example its draft.
        const { draftMediaId } = row.progress;
        await this.store.change(db, row, { state: 'queued', dueAt: now, startedAt: null, problem: null, remedy: null, progress: draftMediaId ? { draftMediaId } : {} });
        await this.outbox.put(db, SEND, id, now);
      }
      await this.outbox.move(db, WITHDRAW, id, this.clock.now());
      return { verb: 'deliveries.decided', facts: { decision: request.decision } };
    });
  }

  /** Takes back one copy; the hub and other channels keep theirs. Never asks whether newer rules would allow it. */
  withdraw(actor: Actor, id: string, request: DeliveryReasonRequest): Promise<DeliveryView> {
    return this.act(actor, id, 'withdraw', request.seenVersion, async (db, row) => {
      if (!hasRole(actor, 'supervisor')) requireOwnOrganisation(actor, row.orgId);
      if (row.channelKind === 'hub' || row.withdrawalState !== null) throw new DomainError('deliveries.move_not_allowed', { state: row.state });
      await this.store.askBack(db, row, this.clock.now(), plainText(request.reason).trim());
      return { verb: 'deliveries.withdrawal_asked', facts: {} };
    });
  }

  /** Something ended on a channel: whatever waits there for its result looks at once. */
  private lookAgain(channelId: string): Promise<void> {
    return this.database.transaction(async (db) => {
      for (const { id } of await this.reader.awaited(db, channelId)) await this.outbox.move(db, SEND, id, this.clock.now());
    });
  }

  /** Part of the hub's own withdrawal: every copy is called back with the same date, whatever froze or changed since. */
  private async withdrawEverywhere(db: Db, actor: Actor, contentId: string, at: Date, reason: string): Promise<void> {
    for (const row of await this.reader.standing(db, contentId)) {
      if (row.channelKind === 'hub' && row.state === 'live') await this.store.change(db, row, { state: 'withdrawn', liveKey: null, withdrawalState: 'done', withdrawalAt: at, withdrawnAt: at, withdrawalReason: reason });
      else if (row.state === 'queued' && row.startedAt === null) await this.store.drop(db, row, '内容已撤回，没有发送。');
      else if (row.withdrawalState === null) await this.store.askBack(db, row, at, reason);
      await this.events.record(db, actor, { verb: 'deliveries.withdrawal_asked', subjectType: 'delivery', subjectId: row.id, facts: { contentId, channelId: row.channelId } });
    }
  }

  private async requireOpen(db: Db, actor: Actor, channel: ChannelEntity | null): Promise<void> {
    if (channel) {
      requireOwnOrganisation(actor, channel.orgId);
      if (!channel.active) throw new DomainError('channels.stopped', { channelId: channel.id });
      await this.store.requireActiveAccount(db, channel.accountId);
    }
    await this.freezes.requireThawed(db, actor.orgId, channel?.accountId ?? null);
  }

  private act(actor: Actor, id: string, move: DeliveryMove, seenVersion: number, work: (db: Db, row: DeliveryEntity) => Promise<{ verb: string; facts: Record<string, string | null> }>): Promise<DeliveryView> {
    return this.database.transaction(async (db) => {
      const row = await this.reader.get(db, id);
      requireSight(actor, row.orgId);
      if (row.version !== seenVersion) throw new DomainError('deliveries.changed_meanwhile', { version: row.version, state: row.state });
      if (!DELIVERY_MOVES[move].includes(row.state)) throw new DomainError('deliveries.move_not_allowed', { state: row.state });
      const { verb, facts } = await work(db, row);
      await this.events.record(db, actor, { verb, subjectType: 'delivery', subjectId: id, facts: { contentId: row.contentId, channelId: row.channelId, ...facts } });
      return this.view(db, actor, id);
    });
  }

  private async view(db: Db, actor: Actor, id: string): Promise<DeliveryView> {
    const row = await this.reader.get(db, id);
    requireSight(actor, row.orgId);
    return (await this.reader.views(db, actor, [row]))[0]!;
  }
}


function requireUntouched(row: DeliveryEntity): void {
  if (row.startedAt !== null) throw new DomainError('deliveries.move_not_allowed', { state: row.state }, '已经开始发送，不能再改。可以在上线后撤回。');
}

/** The database's own promise of one copy per text and channel, in words. */
function alreadyThere(error: unknown): never {
  throw /live_?key|UNIQUE|Duplicate/i.test(String((error as Error).message)) ? new DomainError('deliveries.already_there') : error;
}

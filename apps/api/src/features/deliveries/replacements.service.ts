import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../foundation/clock/clock.js';
import type { Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { Outbox } from '../../foundation/outbox/outbox.js';
import type { Actor } from '../../foundation/session/actor.js';
import { ChannelsReader } from '../channels/channels.reader.js';
import type { ContentEntity, ContentRevisionEntity } from '../contents/contents.reader.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { PublishingService } from '../publishing/publishing.service.js';
import { DeliveriesReader, SEND } from './deliveries.reader.js';
import { DeliveryStore } from './delivery-store.js';
import { DeliveryEntity } from './delivery.entity.js';
import { Gateways } from './gateways/gateways.js';

const REASON = '原文已更正，旧文本撤回';

/** 更正后的文本: when the hub puts out a newer text, copies of the older one elsewhere are called back and the newer one is queued in their place. */
@Injectable()
export class ReplacementsService implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly outbox: Outbox,
    private readonly publishing: PublishingService,
    private readonly channels: ChannelsReader,
    private readonly organisations: OrganisationsService,
    private readonly reader: DeliveriesReader,
    private readonly store: DeliveryStore,
    private readonly gateways: Gateways,
  ) {}

  onModuleInit(): void {
    this.publishing.whenPublished((db, actor, text) => this.replace(db, actor, text));
  }

  /** Part of the publication. A frozen unit keeps what is queued until it is thawed; a channel that cannot take the text only loses the old one. */
  private async replace(db: Db, actor: Pick<Actor, 'personId' | 'orgId'>, { row, revision }: { row: ContentEntity; revision: ContentRevisionEntity }): Promise<void> {
    const now = this.clock.now();
    const old = (await this.reader.standing(db, row.id)).filter((copy) => copy.channelKind !== 'hub' && copy.digest !== row.digest && copy.withdrawalState === null);
    for (const copy of old) {
      if (copy.state === 'queued' && copy.startedAt === null) await this.store.drop(db, copy, '已有更正后的文本，旧文本没有发送。');
      else await this.store.askBack(db, copy, now, REASON);
      await this.events.record(db, actor, { verb: 'deliveries.withdrawal_asked', subjectType: 'delivery', subjectId: copy.id, facts: { contentId: row.id, channelId: copy.channelId } });
      const delivery = await this.inPlaceOf(db, actor, copy, { row, revision });
      if (!delivery) continue;
      await db.insert(DeliveryEntity, delivery);
      await this.outbox.put(db, SEND, delivery.id, now);
      await this.events.record(db, actor, { verb: 'deliveries.queued', subjectType: 'delivery', subjectId: delivery.id, facts: { contentId: row.id, channelId: delivery.channelId, digest: row.digest, dueAt: now.toISOString(), replaces: copy.id } });
    }
  }

  private async inPlaceOf(db: Db, actor: Pick<Actor, 'personId'>, copy: DeliveryEntity, { row, revision }: { row: ContentEntity; revision: ContentRevisionEntity }): Promise<DeliveryEntity | null> {
    const channel = await this.channels.get(db, copy.channelId!);
    const open = channel.active && (await this.store.requireActiveAccount(db, channel.accountId).then(() => true, (error: unknown) => { if (error instanceof DomainError) return false; throw error; }));
    const orgName = (await this.organisations.namesOf(db, [row.orgId])).get(row.orgId) ?? '';
    if (!open || this.gateways.of(channel.kind).whyNot({ channel, revision, orgName }) !== null) return null;
    const delivery = this.store.newDelivery(db, actor, { row, revision, channel, dueAt: this.clock.now(), scheduled: false });
    if (await db.existsBy(DeliveryEntity, { liveKey: delivery.liveKey! })) return null;
    return Object.assign(delivery, { progress: { replaces: copy.id } });
  }
}

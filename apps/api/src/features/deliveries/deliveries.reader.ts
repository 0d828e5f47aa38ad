import { Inject, Injectable } from '@nestjs/common';
import type { DeliveryView, ListDeliveriesQuery, Page } from '@govmedia-hub/contracts';
import { In, IsNull, MoreThan, Not, type SelectQueryBuilder } from 'typeorm';
import { civilDate, Clock } from '../../foundation/clock/clock.js';
import { SETTINGS } from '../../foundation/config/settings.module.js';
import type { Settings } from '../../foundation/config/settings.js';
import type { Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { pageOf } from '../../foundation/http/paging.js';
import { Outbox } from '../../foundation/outbox/outbox.js';
import { seesWholeCity, type Actor } from '../../foundation/session/actor.js';
import { ChannelsReader, type FreezeEntity } from '../channels/channels.reader.js';
import { ContentsReader } from '../contents/contents.reader.js';
import { DocumentsReader } from '../documents/documents.reader.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { PublishingReader } from '../publishing/publishing.reader.js';
import type { Parcel } from './gateways/channel.gateway.js';
import { toDeliveryView } from './deliveries.dto.js';
import { DeliveryEntity } from './delivery.entity.js';
import { STANDING } from './delivery.workflow.js';

export const SEND = 'deliveries.send';
export const WITHDRAW = 'deliveries.withdraw';
export const READ_BACK = 'deliveries.read_back';

/** Questions about deliveries. */
@Injectable()
export class DeliveriesReader {
  constructor(
    private readonly clock: Clock,
    private readonly channels: ChannelsReader,
    private readonly contents: ContentsReader,
    private readonly publishing: PublishingReader,
    private readonly organisations: OrganisationsService,
    private readonly documents: DocumentsReader,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws DomainError deliveries.not_found */
  async get(db: Db, id: string): Promise<DeliveryEntity> {
    const row = await db.findOneBy(DeliveryEntity, { id });
    if (!row) throw new DomainError('deliveries.not_found', { id });
    return row;
  }

  /** Newest first, of the person's unit or of the whole city. */
  async list(db: Db, actor: Actor, query: ListDeliveriesQuery): Promise<Page<DeliveryView>> {
    const builder = db.createQueryBuilder(DeliveryEntity, 'delivery');
    if (!seesWholeCity(actor)) builder.andWhere('delivery.orgId = :ownOrgId', { ownOrgId: actor.orgId });
    for (const field of ['contentId', 'channelId', 'accountId', 'orgId', 'state'] as const) if (query[field]) builder.andWhere(`delivery.${field} = :${field}`, { [field]: query[field] });
    if (query.from) builder.andWhere('delivery.dueAt >= :from', { from: new Date(query.from) });
    if (query.to) builder.andWhere('delivery.dueAt < :to', { to: new Date(query.to) });
    this.narrow(builder, query.concern);
    const page = query.concern === 'scheduled' ? await pageOf(builder, 'delivery', 'dueAt', query, 'ASC') : await pageOf(builder, 'delivery', 'queuedAt', query);
    return { items: await this.views(db, actor, page.rows), nextCursor: page.nextCursor, total: page.total };
  }

  async views(db: Db, actor: Actor, rows: readonly DeliveryEntity[]): Promise<DeliveryView[]> {
    const channels = await this.channels.byIds(db, rows.map((row) => row.channelId));
    const accountNames = await this.channels.accountNames(db, rows.map((row) => row.accountId));
    const orgNames = await this.organisations.namesOf(db, rows.map((row) => row.orgId));
    const people = await this.organisations.peopleNames(db, rows.map((row) => row.queuedById));
    const waiting = await this.outbox.waiting(db, [SEND, WITHDRAW], rows.map((row) => row.id));
    const publications = await this.publishing.ofContents(db, rows.map((row) => row.contentId));
    const now = this.clock.now();
    return Promise.all(rows.map(async (row) => toDeliveryView(row, actor, {
      channelName: row.channelId === null ? '本平台' : (channels.get(row.channelId)?.name ?? ''), accountName: row.accountId === null ? null : (accountNames.get(row.accountId) ?? ''), orgName: orgNames.get(row.orgId) ?? '',
      queuedByName: people.get(row.queuedById) ?? '', entry: waiting.get(row.id) ?? null, publication: publications.get(row.contentId) ?? null, now,
      frozen: STANDING.includes(row.state) && (await this.channels.freezeOver(db, row.orgId, row.accountId)) !== null,
    })));
  }

  async parcel(db: Db, delivery: DeliveryEntity): Promise<Parcel> {
    const revision = await this.contents.revision(db, delivery.revisionId);
    return {
      delivery,
      channel: delivery.channelId === null ? null : await this.channels.get(db, delivery.channelId),
      revision,
      validities: await this.documents.validityOf(db, [...new Set(revision.sources.map(({ documentId }) => documentId))], civilDate(delivery.queuedAt)),
      orgName: (await this.organisations.namesOf(db, [delivery.orgId])).get(delivery.orgId) ?? '',
      originalUrl: `${this.settings.publicUrl}/reading?id=${(await this.contents.get(db, delivery.contentId)).publicationId ?? ''}&d=${delivery.id}`,
    };
  }

  /** Whether the hub shows exactly this text now. */
  async isOnHub(db: Db, delivery: Pick<DeliveryEntity, 'contentId' | 'digest'>): Promise<boolean> {
    const publication = (await this.publishing.ofContents(db, [delivery.contentId])).get(delivery.contentId);
    return publication?.status === 'published' && publication.digest === delivery.digest;
  }

  /** Whether the hub is still to publish this very text. */
  hubIsToCome(db: Db, delivery: Pick<DeliveryEntity, 'contentId' | 'digest'>): Promise<boolean> {
    return db.existsBy(DeliveryEntity, { contentId: delivery.contentId, digest: delivery.digest, channelKind: 'hub', state: 'queued' });
  }

  /** What a withdrawal must reach. */
  standing(db: Db, contentId: string): Promise<DeliveryEntity[]> {
    return db.findBy(DeliveryEntity, { contentId, state: In([...STANDING]) });
  }

  /** Deliveries on a channel whose result is still to come. */
  awaited(db: Db, channelId: string): Promise<DeliveryEntity[]> {
    return db.findBy(DeliveryEntity, { channelId, state: In(['queued', 'accepted', 'unknown']), startedAt: Not(IsNull()) });
  }

  countHeld(db: Db, freeze: FreezeEntity): Promise<number> {
    const where = { state: 'queued' as const, ...(freeze.scope === 'account' ? { accountId: freeze.subjectId! } : freeze.scope === 'unit' ? { orgId: freeze.subjectId! } : {}) };
    return db.countBy(DeliveryEntity, where);
  }

  private narrow(builder: SelectQueryBuilder<DeliveryEntity>, concern: ListDeliveriesQuery['concern']): void {
    const now = this.clock.now();
    switch (concern) {
      case 'scheduled': return void builder.andWhere({ state: 'queued', scheduled: true, dueAt: MoreThan(now) });
      case 'waiting': return void builder.andWhere("((delivery.state = 'queued') OR (delivery.state = 'accepted' AND delivery.channelKind <> 'export'))");
      case 'by_hand': return void builder.andWhere("((delivery.state = 'accepted' AND delivery.channelKind = 'export') OR delivery.withdrawalState = 'by_hand')");
      case 'trouble': return void builder.andWhere("delivery.state IN ('failed', 'refused')");
      case 'unknown': return void builder.andWhere("delivery.state = 'unknown'");
      case 'differs': return void builder.andWhere("delivery.state = 'live' AND delivery.readBackState = 'differs' AND delivery.alarmOpinion IS NULL");
      case 'withdrawing': return void builder.andWhere("delivery.withdrawalState IN ('pending', 'by_hand', 'failed')");
      default: return undefined;
    }
  }
}

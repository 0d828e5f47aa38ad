import { Injectable } from '@nestjs/common';
import type { ConfirmRemovalRequest, DeliveryReasonRequest, DeliveryView, ReportLiveRequest } from '@govmedia-hub/contracts';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { InvalidRequest } from '../../foundation/errors/problem-filter.js';
import { Outbox } from '../../foundation/outbox/outbox.js';
import { OutgoingFailure, OutgoingHttp } from '../../foundation/outgoing/outgoing-http.js';
import { requireOwnOrganisation, type Actor } from '../../foundation/session/actor.js';
import { AttachmentsService, type StoredFile } from '../contents/attachments.service.js';
import { plainText } from '../contents/contents.reader.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { MediaService } from '../media/media.service.js';
import { DeliveriesReader, READ_BACK } from './deliveries.reader.js';
import { DeliveryStore } from './delivery-store.js';
import type { DeliveryEntity } from './delivery.entity.js';
import { exportPackage } from './gateways/export-package.js';
import { picturesOf } from './gateways/wechat-article.js';

/** What people do about a copy on a platform: publish it by hand, bring its link, look at it again, take it down. */
@Injectable()
export class LiveCopiesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly outbox: Outbox,
    private readonly outgoing: OutgoingHttp,
    private readonly attachments: AttachmentsService,
    private readonly media: MediaService,
    private readonly reader: DeliveriesReader,
    private readonly store: DeliveryStore,
  ) {}

  /** The package for a platform without an API, always of the frozen revision. @throws DomainError deliveries.move_not_allowed */
  async exportPackage(actor: Actor, id: string): Promise<StoredFile> {
    const parcel = await this.database.read(async (db) => {
      const row = await this.reader.get(db, id);
      requireOwnOrganisation(actor, row.orgId);
      if (row.channelKind !== 'export' || (row.state !== 'accepted' && row.state !== 'live') || row.withdrawalState !== null) throw new DomainError('deliveries.move_not_allowed', { state: row.state });
      return this.reader.parcel(db, row);
    });
    const files = [];
    for (const file of parcel.revision.attachments) files.push({ name: file.name, bytes: (await this.attachments.stored(file, file.id)).bytes });
    const media = [];
    for (const picture of picturesOf(parcel.revision)) media.push({ mediaId: picture.mediaId, contentType: picture.contentType, bytes: (await this.media.stored(picture)).bytes });
    return { name: `${parcel.revision.title.slice(0, 60)}.zip`, contentType: 'application/zip', bytes: exportPackage(parcel, files, media) };
  }

  /** The link that a person brings back becomes the copy's live address. @throws DomainError channels.address_refused */
  async reportLive(actor: Actor, id: string, request: ReportLiveRequest): Promise<DeliveryView> {
    await this.outgoing.check(request.url).catch((failure: OutgoingFailure) => {
      throw new DomainError('channels.address_refused', { url: request.url }, `${failure.reason}。`);
    });
    return this.act(actor, id, request.seenVersion, (row) => row.channelKind === 'export' && row.state === 'accepted' && row.withdrawalState === null, 'deliveries.live', async (db, row) => this.store.live(db, row, { url: request.url }));
  }

  /** A person took it down on the platform; the day is the true one. */
  confirmRemoval(actor: Actor, id: string, request: ConfirmRemovalRequest): Promise<DeliveryView> {
    const removedAt = new Date(request.removedAt);
    if (removedAt > this.clock.now()) throw new InvalidRequest([{ field: 'removedAt', message: '时间不能晚于现在。' }]);
    return this.act(actor, id, request.seenVersion, (row) => row.withdrawalState === 'by_hand' || row.withdrawalState === 'failed', 'deliveries.withdrawn', (db, row) => this.store.change(db, row, { state: 'withdrawn', liveKey: null, withdrawalState: 'done', withdrawnAt: removedAt, withdrawalProblem: null }));
  }

  /** Has the live copy read again at once. */
  readBack(actor: Actor, id: string, seenVersion: number): Promise<DeliveryView> {
    return this.act(actor, id, seenVersion, (row) => row.state === 'live' && row.channelKind !== 'hub', 'deliveries.read_back_asked', async (db, row) => {
      if (!(await this.outbox.move(db, READ_BACK, row.id, this.clock.now()))) await this.outbox.put(db, READ_BACK, row.id);
      await this.store.change(db, row, {});
    });
  }

  /** Answers the alarm of a copy that differs. */
  handleAlarm(actor: Actor, id: string, request: DeliveryReasonRequest): Promise<DeliveryView> {
    return this.act(actor, id, request.seenVersion, (row) => row.state === 'live' && row.readBackState === 'differs' && row.alarmOpinion === null, 'deliveries.alarm_handled', (db, row) => this.store.change(db, row, { alarmOpinion: plainText(request.reason).trim() }));
  }

  private act(actor: Actor, id: string, seenVersion: number, allowed: (row: DeliveryEntity) => boolean, verb: string, work: (db: Db, row: DeliveryEntity) => Promise<void>): Promise<DeliveryView> {
    return this.database.transaction(async (db) => {
      const row = await this.reader.get(db, id);
      requireOwnOrganisation(actor, row.orgId);
      if (row.version !== seenVersion) throw new DomainError('deliveries.changed_meanwhile', { version: row.version, state: row.state });
      if (!allowed(row)) throw new DomainError('deliveries.move_not_allowed', { state: row.state });
      await work(db, row);
      await this.events.record(db, actor, { verb, subjectType: 'delivery', subjectId: id, facts: { contentId: row.contentId, channelId: row.channelId } });
      return (await this.reader.views(db, actor, [await this.reader.get(db, id)]))[0]!;
    });
  }
}

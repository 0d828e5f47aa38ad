import { Injectable } from '@nestjs/common';
import { Database } from '../../../foundation/database/database.js';
import { DomainError } from '../../../foundation/errors/domain-error.js';
import { ContentsReader } from '../../contents/contents.reader.js';
import { EventLogService } from '../../event-log/event-log.service.js';
import { PublishingService } from '../../publishing/publishing.service.js';
import type { ChannelGateway, Parcel, ReadBackResult, SendResult, Steps, WithdrawResult } from './channel.gateway.js';

/** The hub itself: publishing at its time, in one transaction, in the name of the person who set the time. */
@Injectable()
export class HubGateway implements ChannelGateway {
  readonly kind = 'hub';

  constructor(
    private readonly database: Database,
    private readonly publishing: PublishingService,
    private readonly contents: ContentsReader,
    private readonly events: EventLogService,
  ) {}

  whyNot(): string | null {
    return null;
  }

  async send({ delivery }: Parcel, steps: Steps): Promise<SendResult> {
    try {
      await this.publishing.freshen({ personId: delivery.queuedById, orgId: delivery.orgId }, delivery.contentId);
      await this.database.transaction(async (db) => {
        const row = await this.contents.get(db, delivery.contentId);
        // A crash after the commit: it stands there already.
        if (row.status === 'published' && row.digest === delivery.digest) return;
        await this.publishing.publishIn(db, { personId: delivery.queuedById, orgId: delivery.orgId }, delivery.contentId, { digest: delivery.digest, seenVersion: row.version });
      });
    } catch (error) {
      if (error instanceof DomainError && error.code !== 'contents.changed_meanwhile' && error.code !== 'channels.frozen') return { is: 'failed', problem: '正文、审核结论或依据在排期后发生变化，没有发布。', remedy: '请重新送审后再排期。' };
      throw error;
    }
    await steps.reached('published');
    await this.events.catchUp();
    return { is: 'live', url: null };
  }

  async withdraw(): Promise<WithdrawResult> {
    return { is: 'done' };
  }

  async readBack(): Promise<ReadBackResult> {
    return null;
  }
}

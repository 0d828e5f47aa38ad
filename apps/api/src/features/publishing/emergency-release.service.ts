import { Injectable } from '@nestjs/common';
import type { DecideEmergencyRequest, RequestEmergencyRequest } from '@govmedia-hub/contracts';
import { Database, type Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { requireOwnOrganisation, type Actor } from '../../foundation/session/actor.js';
import { type ContentEntity, ContentsReader, digestOf } from '../contents/contents.reader.js';
import { requirePublic } from '../contents/openness.service.js';
import { EmergenciesService } from '../emergencies/emergencies.service.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { ReviewsService } from '../reviews/reviews.service.js';
import { PublishingService } from './publishing.service.js';

/** 应急发布: a publisher asks, a supervisor agrees, and the text is public at once while its approval goes on. */
@Injectable()
export class EmergencyReleaseService {
  constructor(
    private readonly database: Database,
    private readonly events: EventLogService,
    private readonly reader: ContentsReader,
    private readonly reviews: ReviewsService,
    private readonly emergencies: EmergenciesService,
    private readonly publishing: PublishingService,
  ) {}

  /** @throws DomainError emergencies.*, reviews.own_text, reviews.digest_changed, contents.openness_missing, contents.not_public, contents.source_not_public, contents.changed_meanwhile */
  request(actor: Actor, id: string, request: RequestEmergencyRequest): Promise<void> {
    return this.database.transaction(async (db) => {
      const row = await this.reader.get(db, id);
      requireOwnOrganisation(actor, row.orgId);
      if (row.version !== request.seenVersion) throw new DomainError('contents.changed_meanwhile', { version: row.version, status: row.status });
      await this.requireSound(db, row, request.digest);
      await this.emergencies.request(db, actor, row, request.reason);
    });
  }

  /** The second person. What a publisher may ask is asked again here, for the text as it is now. @throws DomainError as request; emergencies.same_person */
  async decide(actor: Actor, id: string, request: DecideEmergencyRequest): Promise<void> {
    await this.database.transaction(async (db) => {
      const row = await this.reader.get(db, id);
      if (request.decision === 'release') await this.requireSound(db, row, request.digest);
      if (await this.emergencies.decide(db, actor, row, request.decision, request.opinion)) await this.publishing.putOutEarly(db, actor, row);
    });
    await this.events.catchUp();
  }

  /** What no emergency sets aside: the text that was seen, its openness, its public basis, and the secrecy review on record. */
  private async requireSound(db: Db, row: ContentEntity, digest: string): Promise<void> {
    const revision = await this.reader.revision(db, row.revisionId);
    if (digest !== row.digest || digestOf(revision) !== row.digest) throw new DomainError('reviews.digest_changed', { digest: row.digest });
    requirePublic(row);
    await this.publishing.requirePublicSources(db, revision.sources.map(({ documentId }) => documentId));
    const { rows } = await this.reviews.underReview(db, row);
    if (!rows.some((entry) => entry.desk === 'gate:secrecy' && entry.verdict === 'passed' && entry.digest === row.digest && entry.secrecyGround !== null)) throw new DomainError('emergencies.secrecy_record_missing');
  }
}

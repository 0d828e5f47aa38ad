import { Injectable } from '@nestjs/common';
import type { PublishContentRequest, WithdrawContentRequest } from '@govmedia-hub/contracts';
import { civilDate, Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { hasRole, requireOwnOrganisation, type Actor } from '../../foundation/session/actor.js';
import { type ContentEntity, type ContentRevisionEntity, ContentsReader, digestOf, plainText, statusAfter } from '../contents/contents.reader.js';
import { requirePublic } from '../contents/openness.service.js';
import { ContentsService } from '../contents/contents.service.js';
import { DocumentsReader } from '../documents/documents.reader.js';
import { EmergenciesService } from '../emergencies/emergencies.service.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { ReviewsService } from '../reviews/reviews.service.js';
import { PublicationEntity, PublicationQuestionEntity, PublicationReaffirmationEntity, PublicationSourceEntity } from './publication.entity.js';
import { questionsOf, snapshotOf } from './snapshots.js';

/** Asked in the transaction that would publish; throws what forbids it. */
export type PublishingGuard = (db: Db, content: { contentId: string; orgId: string }) => Promise<void>;
/** Told in the transaction that took a text back. */
export type WithdrawalListener = (db: Db, actor: Actor, withdrawal: { contentId: string; publicationId: string; at: Date; reason: string }) => Promise<void>;
export type PublicationListener = (db: Db, actor: Pick<Actor, 'personId' | 'orgId'>, text: { row: ContentEntity; revision: ContentRevisionEntity }) => Promise<void>;

/** Makes approved texts public and takes them back; the reader of residents shows the change before the answer leaves. */
@Injectable()
export class PublishingService {
  private readonly guards: PublishingGuard[] = [];
  private readonly withdrawalListeners: WithdrawalListener[] = [];
  private readonly publicationListeners: PublicationListener[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly documents: DocumentsReader,
    private readonly contents: ContentsService,
    private readonly contentsReader: ContentsReader,
    private readonly reviews: ReviewsService,
    private readonly emergencies: EmergenciesService,
  ) {}

  /**
   * Publishes exactly the text that every gate and review named; all of it is checked again in the transaction that does it.
   * @throws DomainError publishing.digest_changed, publishing.not_approved, reviews.lexicon_changed, contents.source_not_public, contents.changed_meanwhile
   */
  async publish(actor: Actor, id: string, request: PublishContentRequest): Promise<void> {
    await this.freshen(actor, id);
    await this.database.transaction((db) => this.publishIn(db, actor, id, request));
    await this.events.catchUp();
  }

  /** Lets the machine look again before a text goes out, when other lexicons apply by now. @throws DomainError reviews.lexicon_changed */
  freshen(actor: Pick<Actor, 'personId' | 'orgId'>, id: string): Promise<void> {
    return this.reviews.freshen(actor, id);
  }

  /** The same inside the caller's transaction; it asks for freshen right before. @returns id of the publication */
  async publishIn(db: Db, actor: Pick<Actor, 'personId' | 'orgId'>, id: string, request: PublishContentRequest): Promise<string> {
    const { row, revision } = await this.approvedText(db, actor, id, request.digest);
    if (statusAfter(row.status, 'publish') === null) throw new DomainError('publishing.not_approved', { status: row.status });
    if (row.version !== request.seenVersion) throw new DomainError('contents.changed_meanwhile', { version: row.version, status: row.status });
    // Midnight, or a supervisor, came between the look before and this transaction.
    if (!(await this.reviews.isFresh(db, row))) throw new DomainError('contents.changed_meanwhile', { version: row.version, status: row.status });
    await this.contents.requireListedSource(db, revision.blocks);
    for (const guard of this.guards) await guard(db, { contentId: id, orgId: row.orgId });
    const now = this.clock.now();
    const reviewedOn = civilDate((await this.reviews.lastReviewAt(db, row)) ?? now);
    const publicationId = row.publicationId ?? newId();
    // The item is claimed before anything is put out: of two who press at once, the second is refused here.
    await this.contents.move(db, row, 'publish', { publicationId, publishedAt: now, withdrawnReason: null });
    await this.putOut(db, publicationId, { ...snapshotOf(row, revision), reviewedOn, status: 'published', publishedAt: now, changedAt: now, withdrawnAt: null, withdrawnReason: null });
    await this.emergencies.end(db, actor, row, 'replaced');
    await this.events.record(db, actor, { verb: 'contents.published', subjectType: 'content', subjectId: id, facts: { publicationId, digest: row.digest, lexiconVersion: row.lexiconVersion } });
    for (const listener of this.publicationListeners) await listener(db, actor, { row, revision });
    return publicationId;
  }

  /**
   * A text as it may go out now: every desk names this very digest, a named person decided that it is public, and so is what it rests on.
   * @throws DomainError publishing.digest_changed, publishing.not_approved, contents.openness_missing, contents.not_public, contents.source_not_public, access.other_organisation
   */
  async approvedText(db: Db, actor: Pick<Actor, 'orgId'>, id: string, digest: string): Promise<{ row: ContentEntity; revision: ContentRevisionEntity }> {
    const row = await this.contentsReader.get(db, id);
    if (actor.orgId !== row.orgId) throw new DomainError('access.other_organisation');
    const revision = await this.contentsReader.revision(db, row.revisionId);
    if (digest !== row.digest || digestOf(revision) !== row.digest) throw new DomainError('publishing.digest_changed', { digest: row.digest });
    if ((row.status !== 'published' && row.status !== 'approved') || !(await this.reviews.isFullyApproved(db, row))) throw new DomainError('publishing.not_approved', { status: row.status });
    requirePublic(row);
    await this.requirePublicSources(db, revision.sources.map(({ documentId }) => documentId));
    return { row, revision };
  }

  /** Lets a higher feature forbid publishing, for example while a unit is frozen. */
  guardWith(guard: PublishingGuard): void {
    this.guards.push(guard);
  }

  /** Lets a higher feature take part in every publication of an approved text, in its transaction. */
  whenPublished(listener: PublicationListener): void {
    this.publicationListeners.push(listener);
  }

  /** Lets a higher feature take part in every withdrawal, in its transaction. */
  whenWithdrawn(listener: WithdrawalListener): void {
    this.withdrawalListeners.push(listener);
  }

  /**
   * Takes a text back at once: by a publisher of its own unit or by any supervisor. A newer revision in work stays in work.
   * @throws DomainError publishing.move_not_allowed, contents.changed_meanwhile, access.other_organisation
   */
  async withdraw(actor: Actor, id: string, request: WithdrawContentRequest): Promise<void> {
    await this.database.transaction(async (db) => {
      const row = await this.contentsReader.get(db, id);
      if (!hasRole(actor, 'supervisor')) requireOwnOrganisation(actor, row.orgId);
      const publication = row.publicationId === null ? null : await db.findOneBy(PublicationEntity, { id: row.publicationId });
      if (!publication || publication.status !== 'published') throw new DomainError('publishing.move_not_allowed', { status: row.status });
      if (row.version !== request.seenVersion) throw new DomainError('contents.changed_meanwhile', { version: row.version, status: row.status });
      const now = this.clock.now();
      const reason = plainText(request.reason).trim();
      await this.update(db, publication, { status: 'withdrawn', withdrawnAt: now, withdrawnReason: reason, changedAt: now });
      if (row.status === 'published') await this.contents.move(db, row, 'withdraw', { withdrawnReason: reason });
      else await this.contents.note(db, row, { withdrawnReason: reason });
      await this.emergencies.end(db, actor, row, 'withdrawn');
      await this.events.record(db, actor, { verb: 'contents.withdrawn', subjectType: 'content', subjectId: id, facts: { publicationId: publication.id, digest: publication.digest } });
      for (const listener of this.withdrawalListeners) await listener(db, actor, { contentId: id, publicationId: publication.id, at: now, reason });
    });
    await this.events.catchUp();
  }

  /** Puts out a text whose approval is still to follow; the caller has two persons for it. Its way through the desks goes on. */
  async putOutEarly(db: Db, actor: Actor, row: ContentEntity): Promise<void> {
    for (const guard of this.guards) await guard(db, { contentId: row.id, orgId: row.orgId });
    const now = this.clock.now();
    const revision = await this.contentsReader.revision(db, row.revisionId);
    const publicationId = row.publicationId ?? newId();
    await this.contents.note(db, row, { publicationId, publishedAt: now, withdrawnReason: null });
    await this.putOut(db, publicationId, { ...snapshotOf(row, revision), reviewedOn: civilDate(now), status: 'published', publishedAt: now, changedAt: now, withdrawnAt: null, withdrawnReason: null });
    await this.events.record(db, actor, { verb: 'contents.published', subjectType: 'content', subjectId: row.id, facts: { publicationId, digest: row.digest, emergency: true }, onBehalfOfOrgId: row.orgId });
  }

  /** Notes in the caller's transaction that a text is still right after an amendment: residents see it without the notice again. */
  async reaffirm(db: Db, actor: Actor, publicationId: string, documentId: string, changeKey: string): Promise<void> {
    if (await db.existsBy(PublicationReaffirmationEntity, { publicationId, changeKey })) return;
    await db.insert(PublicationReaffirmationEntity, { id: newId(), publicationId, documentId, changeKey, personId: actor.personId, at: this.clock.now() });
    await this.events.record(db, actor, { verb: 'contents.reaffirmed', subjectType: 'publication', subjectId: publicationId, facts: { publicationId, documentId, changeKey } });
  }

  /** Published once: the same id carries every later text of this item. */
  private async putOut(db: Db, id: string, snapshot: Omit<PublicationEntity, 'id' | 'version'>): Promise<void> {
    const before = await db.findOneBy(PublicationEntity, { id });
    // Its first day stays its day: a correction does not pass for news.
    const publication = { ...snapshot, id, publishedAt: before && before.status === 'published' ? before.publishedAt : snapshot.publishedAt };
    if (before) await this.update(db, before, publication);
    else await db.insert(PublicationEntity, { ...publication, version: 0 });
    await db.delete(PublicationSourceEntity, { publicationId: id });
    await db.delete(PublicationQuestionEntity, { publicationId: id });
    for (const documentId of new Set(publication.sources.map((source) => source.documentId))) await db.insert(PublicationSourceEntity, { id: newId(), publicationId: id, documentId });
    for (const question of questionsOf(publication)) await db.insert(PublicationQuestionEntity, question);
  }

  private async update(db: Db, publication: PublicationEntity, changes: Partial<PublicationEntity>): Promise<void> {
    const { affected } = await db.update(PublicationEntity, { id: publication.id, version: publication.version }, { ...changes, version: publication.version + 1 });
    if (affected !== 1) throw new DomainError('contents.changed_meanwhile', { publicationId: publication.id });
  }

  /** @throws DomainError contents.source_not_public */
  async requirePublicSources(db: Db, ids: readonly string[]): Promise<void> {
    for (const documentId of new Set(ids)) if (!(await this.documents.findReleased(db, documentId))) throw new DomainError('contents.source_not_public', { documentId });
  }
}

import { Injectable } from '@nestjs/common';
import { plainLinesOfBlock, type ContentBlock, type ContentStatus, type DecideFindingRequest, type SaveContentRequest } from '@govmedia-hub/contracts';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { InvalidRequest } from '../../foundation/errors/problem-filter.js';
import { hasRole, requireOwnOrganisation, type Actor } from '../../foundation/session/actor.js';
import { DocumentsReader } from '../documents/documents.reader.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { ContentScreening } from './content-screening.js';
import { statusAfter, type ContentMove } from './content.workflow.js';
import { ContentEntity, ContentFindingEntity, ContentRevisionEntity, type FrozenAttachment } from './content.entity.js';
import { ContentsReader } from './contents.reader.js';
import { FindingStore } from './finding-store.js';
import { plainText } from './text/plain-text.js';
import { ReprintsService } from './reprints.service.js';
import { RevisionPreparer, type Prepared, type PreparedText } from './revision-preparer.service.js';

/** Writing: drafts, frozen revisions, machine findings and what people say of them. */
@Injectable()
export class ContentsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly documents: DocumentsReader,
    private readonly screening: ContentScreening,
    private readonly findings: FindingStore,
    private readonly reader: ContentsReader,
    private readonly preparer: RevisionPreparer,
    private readonly reprints: ReprintsService,
  ) {}

  /** @returns the new item's id. @throws DomainError contents.secrecy_marking (nothing is kept), contents.source_not_found */
  async create(actor: Actor, request: SaveContentRequest): Promise<string> {
    const id = newId();
    const prepared = await this.preparer.prepare(actor, id, request);
    await this.database.transaction((db) => this.insert(db, actor, id, request, prepared));
    return id;
  }

  /** A draft made inside another feature's transaction, such as an answer that becomes a Q&A. */
  async createDraft(db: Db, actor: Actor, request: SaveContentRequest): Promise<string> {
    const id = newId();
    await this.insert(db, actor, id, request, await this.preparer.readText(db, actor, request));
    return id;
  }

  /**
   * Freezes a new revision. Readable text that changed re-opens all five gates and voids every review; a save over a
   * version its writer had not seen is kept as a copy and refused.
   * @throws DomainError contents.changed_meanwhile with details {version, current, savedCopyRevisionId}
   */
  async save(actor: Actor, id: string, request: SaveContentRequest): Promise<void> {
    const before = await this.database.read((db) => this.reader.get(db, id));
    requireOwnOrganisation(actor, before.orgId);
    if (request.kind !== before.kind) throw new InvalidRequest([{ field: 'kind', message: '内容类型不能更改。' }]);
    if (request.seenVersion === undefined) throw new InvalidRequest([{ field: 'seenVersion', message: '请填写。' }]);
    const kept = await this.database.read(async (db) => (await this.reader.revision(db, before.revisionId)).attachments);
    const prepared = await this.preparer.prepare(actor, id, request, kept);
    await this.freeze(actor, id, request.seenVersion, prepared, request.topic ?? null);
  }

  private async freeze(actor: Actor, id: string, seenVersion: number, prepared: Prepared, topic: string | null): Promise<void> {
    const lost = await this.database.transaction(async (db) => {
      const row = await this.reader.get(db, id);
      const number = (await db.maximum(ContentRevisionEntity, 'number', { contentId: id })) ?? 0;
      const revision = this.revisionOf(actor, id, number + 1, prepared.text);
      if (row.version !== seenVersion || !(await this.claim(db, row, this.savedState(actor, row, revision, topic)))) {
        await db.insert(ContentRevisionEntity, { ...revision, conflict: true });
        return revision.id;
      }
      await db.insert(ContentRevisionEntity, revision);
      await this.findings.replace(db, id, prepared.findings);
      await this.events.record(db, actor, { verb: 'contents.saved', subjectType: 'content', subjectId: id, facts: { digest: revision.digest, revision: revision.number, textChanged: revision.digest !== row.digest } });
      return null;
    });
    if (lost !== null) {
      const { version, current } = await this.database.read(async (db) => {
        const row = await this.reader.get(db, id);
        return { version: row.version, current: await this.reader.revisionView(db, await this.reader.revision(db, row.revisionId)) };
      });
      throw new DomainError('contents.changed_meanwhile', { version, current, savedCopyRevisionId: lost });
    }
  }

  /**
   * Hands the text in for the five gates, screened once more against today's library. Findings are an answer, not a refusal.
   * @param alongside what the features above write with it, in the same transaction; its facts join the event
   * @throws DomainError contents.empty, contents.source_required, contents.reprint_not_listed, contents.move_not_allowed, contents.changed_meanwhile
   */
  async submit(actor: Actor, id: string, seenVersion: number, alongside: (db: Db, row: ContentEntity) => Promise<Record<string, string>> = async () => ({})): Promise<void> {
    const { row, revision, screening } = await this.database.read(async (db) => {
      const item = await this.reader.get(db, id);
      requireOwnOrganisation(actor, item.orgId);
      const current = await this.reader.revision(db, item.revisionId);
      return { row: item, revision: current, screening: await this.screening.screenRevision(db, item.kind, current) };
    });
    if (revision.blocks.every((block) => plainLinesOfBlock(block).length === 0) && revision.guide === null) throw new DomainError('contents.empty');
    if ((row.kind === 'interpretation' || row.kind === 'qa') && revision.sources.length === 0) throw new DomainError('contents.source_required');
    await this.database.read((db) => this.reprints.require(db, revision.blocks));
    const status = this.requireMove(row, 'submit');
    await this.database.transaction(async (db) => {
      const again = row.status === 'draft' ? row.round : row.round + 1;
      if (row.version !== seenVersion || !(await this.claim(db, row, { status, round: again, lexiconVersion: screening.lexiconVersion }))) throw await this.changedMeanwhile(db, id);
      await this.findings.replace(db, id, screening.findings);
      const facts = await alongside(db, { ...row, round: again });
      await this.events.record(db, actor, { verb: 'contents.submitted', subjectType: 'content', subjectId: id, facts: { digest: row.digest, round: again, lexiconVersion: screening.lexiconVersion, ...facts } });
    });
  }

  /**
   * Says whether a machine finding is right. A finding that blocks is dismissed only by a reviewer who wrote none of the text.
   * @throws DomainError contents.finding_not_found, contents.finding_already_decided, reviews.own_text
   */
  decideFinding(actor: Actor, id: string, findingId: string, { decision, reason }: DecideFindingRequest): Promise<void> {
    return this.database.transaction(async (db) => {
      const row = await this.reader.get(db, id);
      requireOwnOrganisation(actor, row.orgId);
      const finding = await db.findOneBy(ContentFindingEntity, { id: findingId, contentId: id });
      if (!finding) throw new DomainError('contents.finding_not_found', { findingId });
      const reviewer = hasRole(actor, 'reviewer') && !row.authorIds.includes(actor.personId);
      const second = finding.state === 'confirmed' && decision === 'dismissed' && reviewer;
      if (finding.state !== 'open' && !second) throw new DomainError('contents.finding_already_decided');
      if (finding.severity === 'block' && decision === 'dismissed' && !reviewer) throw new DomainError('reviews.own_text', {}, '必须处理的检查结果只能由未参与撰写的审核人员判为误报。');
      const { affected } = await db.update(ContentFindingEntity, { id: findingId, state: finding.state }, { state: decision, reason: plainText(reason), decidedById: actor.personId, decidedAt: this.clock.now() });
      if (affected !== 1) throw new DomainError('contents.finding_already_decided');
      await this.findings.count(db, id);
      await this.events.record(db, actor, { verb: 'contents.finding_decided', subjectType: 'content', subjectId: id, facts: { findingId, rule: finding.rule, severity: finding.severity, decision } });
    });
  }

  /** A reprint goes on only while its site is on the list of sources. @throws DomainError contents.reprint_not_listed */
  requireListedSource(db: Db, blocks: readonly ContentBlock[]): Promise<void> {
    return this.reprints.require(db, blocks);
  }

  /** Moves an item on behalf of the features above, guarded by the version they saw. @throws DomainError contents.move_not_allowed, contents.changed_meanwhile */
  async move(db: Db, row: ContentEntity, move: ContentMove, more: Partial<Pick<ContentEntity, 'publicationId' | 'publishedAt' | 'withdrawnReason'>> = {}): Promise<void> {
    if (!(await this.claim(db, row, { ...more, status: this.requireMove(row, move) }))) throw await this.changedMeanwhile(db, row.id);
  }

  /** Notes a fact that is no part of the text, without moving it. */
  async note(db: Db, row: ContentEntity, facts: Partial<Pick<ContentEntity, 'publicationId' | 'publishedAt' | 'withdrawnReason' | 'openness' | 'opennessGround' | 'opennessReason' | 'opennessById' | 'opennessAt' | 'forms'>>): Promise<void> {
    if (!(await this.claim(db, row, facts))) throw await this.changedMeanwhile(db, row.id);
  }

  private requireMove(row: ContentEntity, move: ContentMove): ContentStatus {
    const status = statusAfter(row.status, move);
    if (status === null) throw new DomainError('contents.move_not_allowed', { status: row.status });
    return status;
  }

  private async changedMeanwhile(db: Db, id: string): Promise<DomainError> {
    const current = await this.reader.get(db, id);
    return new DomainError('contents.changed_meanwhile', { version: current.version, status: current.status });
  }

  private async claim(db: Db, row: ContentEntity, changes: Partial<ContentEntity>): Promise<boolean> {
    const { affected } = await db.update(ContentEntity, { id: row.id, version: row.version }, { ...changes, updatedAt: this.clock.now(), version: row.version + 1 });
    return affected === 1;
  }

  private savedState(actor: Actor, row: ContentEntity, revision: ContentRevisionEntity, topic: string | null): Partial<ContentEntity> {
    const changed = revision.digest !== row.digest;
    return {
      title: revision.title,
      topic,
      status: this.requireMove(row, changed ? 'change_text' : 'save'),
      round: changed ? row.round + 1 : row.round,
      authorIds: row.authorIds.includes(actor.personId) ? row.authorIds : [...row.authorIds, actor.personId],
      revisionId: revision.id,
      digest: revision.digest,
      lexiconVersion: revision.lexiconVersion,
    };
  }

  private async insert(db: Db, actor: Actor, id: string, request: SaveContentRequest, prepared: Prepared): Promise<void> {
    const now = this.clock.now();
    const revision = this.revisionOf(actor, id, 1, prepared.text);
    await db.insert(ContentRevisionEntity, revision);
    await db.insert(ContentEntity, {
      id, kind: request.kind, orgId: actor.orgId, title: revision.title, topic: request.topic ?? null, status: 'draft', authorId: actor.personId, authorIds: [actor.personId],
      revisionId: revision.id, digest: revision.digest, lexiconVersion: revision.lexiconVersion, round: 1, openFindings: 0, blocking: 0,
      publicationId: null, publishedAt: null, withdrawnReason: null, openness: null, opennessGround: null, opennessReason: null, opennessById: null, opennessAt: null, forms: null, createdAt: now, updatedAt: now, version: 0,
    });
    await this.findings.replace(db, id, prepared.findings);
    await this.events.record(db, actor, { verb: 'contents.saved', subjectType: 'content', subjectId: id, facts: { digest: revision.digest, revision: 1, textChanged: true } });
  }

  private revisionOf(actor: Actor, contentId: string, number: number, text: PreparedText): ContentRevisionEntity {
    return { id: newId(), contentId, number, ...text, savedById: actor.personId, savedAt: this.clock.now(), conflict: false };
  }

  /**
   * Freezes the current text with these files instead of those it had.
   * @throws DomainError contents.changed_meanwhile
   */
  async replaceAttachments(actor: Actor, id: string, attachments: readonly FrozenAttachment[], seenVersion: number): Promise<void> {
    const { row, request } = await this.database.read(async (db) => {
      const item = await this.reader.get(db, id);
      const { title, blocks, guide, sources } = await this.reader.revision(db, item.revisionId);
      return { row: item, request: { kind: item.kind, title, topic: item.topic, blocks, guide, sources: sources.map(({ documentId, anchor }) => ({ documentId, anchor })) } satisfies SaveContentRequest };
    });
    requireOwnOrganisation(actor, row.orgId);
    if (row.version !== seenVersion) throw await this.database.read((db) => this.changedMeanwhile(db, id));
    const kept = { ...request, blocks: request.blocks.filter((block) => block.type !== 'attachment' || attachments.some((file) => file.id === block.attachmentId)) };
    await this.freeze(actor, id, seenVersion, await this.preparer.prepare(actor, id, kept, attachments), row.topic);
  }
}

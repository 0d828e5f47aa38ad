import { Injectable } from '@nestjs/common';
import type { ContentDraftView, KeepDraftRequest, SaveContentRequest } from '@govmedia-hub/contracts';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { requireOwnOrganisation, type Actor } from '../../foundation/session/actor.js';
import { ContentsReader, plainText } from '../contents/contents.reader.js';
import { RevisionPreparer } from '../contents/revision-preparer.service.js';
import { DocumentsReader } from '../documents/documents.reader.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { readDraftGuide } from './draft-guide.js';
import { ContentDraftEntity } from './writing.entity.js';

const PLACE = /^(?:new(?:\.[0-9a-f-]{36})?|[0-9a-f-]{36})$/;

/** What people are writing, kept while they write. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly documents: DocumentsReader,
    private readonly contents: ContentsReader,
    private readonly preparer: RevisionPreparer,
  ) {}

  /**
   * Keeps the draft in the place of the one before. A secrecy marking is not kept, and what was kept before goes too.
   * @throws DomainError contents.secrecy_marking, contents.not_found, access.other_organisation
   */
  async keep(actor: Actor, place: string, { content, seenVersion, dismissals }: KeepDraftRequest): Promise<ContentDraftView> {
    await this.requirePlace(actor, place);
    const guide = readDraftGuide(content.guide);
    const request: SaveContentRequest = { ...content, guide };
    const { text } = await this.preparer.prepare(actor, place.replace(/^new\.?/, '') || 'new', request, [], false).catch(async (error: unknown) => {
      if (error instanceof DomainError && error.code === 'contents.secrecy_marking') await this.drop(actor, place);
      throw error;
    });
    const kept = {
      seenVersion: seenVersion ?? null, savedAt: this.clock.now(),
      content: { kind: content.kind, title: text.title, topic: content.topic ?? null, blocks: text.blocks, guide: text.guide, sources: content.sources.map(({ documentId, anchor }) => ({ documentId, anchor: anchor ?? null })) },
      dismissals: dismissals.map(({ rule, text: found, reason }) => ({ rule, text: plainText(found), reason: plainText(reason) })),
    };
    await this.database.transaction(async (db) => {
      const { affected } = await db.update(ContentDraftEntity, { personId: actor.personId, place }, kept);
      if (affected === 1) return;
      const id = newId();
      await db.insert(ContentDraftEntity, { id, personId: actor.personId, place, ...kept });
      await this.events.record(db, actor, { verb: 'writing.draft_started', subjectType: 'content_draft', subjectId: id, facts: { place } });
    });
    return this.get(actor, place);
  }

  /** @throws DomainError writing.draft_not_found */
  get(actor: Actor, place: string): Promise<ContentDraftView> {
    return this.database.read(async (db) => {
      const row = await db.findOneBy(ContentDraftEntity, { personId: actor.personId, place });
      if (!row) throw new DomainError('writing.draft_not_found');
      return this.view(db, row);
    });
  }

  /** The actor's own drafts, the newest first. */
  list(actor: Actor): Promise<ContentDraftView[]> {
    return this.database.read(async (db) => {
      const rows = await db.find(ContentDraftEntity, { where: { personId: actor.personId }, order: { savedAt: 'DESC' }, take: 50 });
      return Promise.all(rows.map((row) => this.view(db, row)));
    });
  }

  /** The uploads that stand in drafts of anybody. */
  async mediaOfDrafts(db: Db): Promise<string[]> {
    return (await db.find(ContentDraftEntity, { select: { id: true, content: true } })).flatMap(({ content }) => content.blocks.flatMap((block) => ('mediaId' in block && block.mediaId ? [block.mediaId] : [])));
  }

  /** Saved, given up, or not to be kept; nothing happens when there is none. */
  async drop(actor: Actor, place: string): Promise<void> {
    await this.database.transaction(async (db) => {
      const row = await db.findOneBy(ContentDraftEntity, { personId: actor.personId, place });
      if (!row) return;
      await db.delete(ContentDraftEntity, { id: row.id });
      await this.events.record(db, actor, { verb: 'writing.draft_dropped', subjectType: 'content_draft', subjectId: row.id, facts: { place } });
    });
  }

  private async requirePlace(actor: Actor, place: string): Promise<void> {
    if (!PLACE.test(place)) throw new DomainError('writing.draft_not_found');
    if (!place.startsWith('new')) requireOwnOrganisation(actor, (await this.database.read((db) => this.contents.get(db, place))).orgId);
  }

  private async view(db: Db, { place, seenVersion, content, dismissals, savedAt }: ContentDraftEntity): Promise<ContentDraftView> {
    const sources = await this.documents.boundSources(db, content.sources, this.clock.today());
    return { place, seenVersion, content, dismissals, savedAt: savedAt.toISOString(), sources: sources.map(({ documentId, anchor, title, docNumber, label, validity, openness }) => ({ documentId, anchor, title, docNumber, label, validity, openness })) };
  }
}

import { Injectable } from '@nestjs/common';
import type { BoundSourceView, FindingView, InterpretationForm, ListContentsQuery, RevisionView } from '@govmedia-hub/contracts';
import { In, MoreThan, type SelectQueryBuilder } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import type { Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { seesWholeCity, type Actor } from '../../foundation/session/actor.js';
import { DocumentsReader } from '../documents/documents.reader.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { ContentEntity, ContentFindingEntity, ContentRevisionEntity } from './content.entity.js';
import { toFindingView, toRevisionView, toSourceViews } from './contents.dto.js';

/** The wide questions about texts in work; what reviewers said is put beside them one stair up. */
@Injectable()
export class ContentsReader {
  constructor(
    private readonly clock: Clock,
    private readonly documents: DocumentsReader,
    private readonly organisations: OrganisationsService,
  ) {}

  /** @throws DomainError contents.not_found */
  async get(db: Db, id: string): Promise<ContentEntity> {
    const row = await db.findOneBy(ContentEntity, { id });
    if (!row) throw new DomainError('contents.not_found', { id });
    return row;
  }

  revision(db: Db, id: string): Promise<ContentRevisionEntity> {
    return db.findOneByOrFail(ContentRevisionEntity, { id });
  }

  /** The newest revision of an item with that digest that was current once. */
  findRevision(db: Db, contentId: string, digest: string): Promise<ContentRevisionEntity | null> {
    return db.findOne(ContentRevisionEntity, { where: { contentId, digest, conflict: false }, order: { number: 'DESC' } });
  }

  async revisionView(db: Db, row: ContentRevisionEntity): Promise<RevisionView> {
    const names = await this.organisations.peopleNames(db, [row.savedById]);
    return toRevisionView(row, await this.sourceViews(db, row), names);
  }

  /** Newest first; copies that lost an edit conflict are among them. */
  async revisionViews(db: Db, contentId: string): Promise<RevisionView[]> {
    const rows = await db.find(ContentRevisionEntity, { where: { contentId }, order: { number: 'DESC' } });
    return Promise.all(rows.map((row) => this.revisionView(db, row)));
  }

  private async sourceViews(db: Db, row: ContentRevisionEntity): Promise<BoundSourceView[]> {
    const today = this.clock.today();
    const current = await this.documents.boundSources(db, row.sources.map(({ documentId }) => ({ documentId, anchor: null })), today);
    return toSourceViews(row, new Map(current.map((source) => [source.documentId, source.validity])), new Map(current.map((source) => [source.documentId, source.openness])));
  }

  async titlesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    return new Map((await db.find(ContentEntity, { where: { id: In([...new Set(ids)]) }, select: { id: true, title: true } })).map((row) => [row.id, row.title]));
  }

  /** Forms of interpretation that a person named, by item. */
  async formsOf(db: Db, ids: readonly string[]): Promise<Map<string, InterpretationForm[]>> {
    const found = new Map<string, InterpretationForm[]>();
    const wanted = [...new Set(ids)];
    for (let i = 0; i < wanted.length; i += 400) for (const row of await db.find(ContentEntity, { where: { id: In(wanted.slice(i, i + 400)) }, select: { id: true, forms: true } })) found.set(row.id, row.forms ?? []);
    return found;
  }

  /** In reading order, those that wait first read first; fixed ones last. */
  async findingViews(db: Db, contentId: string): Promise<FindingView[]> {
    const rows = await db.find(ContentFindingEntity, { where: { contentId }, order: { startsAt: 'ASC', id: 'ASC' } });
    const names = await this.organisations.peopleNames(db, rows.map((row) => row.decidedById));
    return [...rows.filter((row) => row.state !== 'fixed'), ...rows.filter((row) => row.state === 'fixed')].map((row) => toFindingView(row, names));
  }

  /** The files that frozen texts rest on, of any age, page by page. */
  filesOfRevisions(db: Db, afterId: string, limit: number): Promise<Pick<ContentRevisionEntity, 'id' | 'blocks' | 'attachments'>[]> {
    return db.find(ContentRevisionEntity, { select: { id: true, blocks: true, attachments: true }, where: { id: MoreThan(afterId) }, order: { id: 'ASC' }, take: limit });
  }

  /** What the person may see, narrowed by the query. */
  listing(db: Db, actor: Actor, query: ListContentsQuery): SelectQueryBuilder<ContentEntity> {
    const builder = db.createQueryBuilder(ContentEntity, 'content');
    if (!seesWholeCity(actor)) builder.andWhere('content.orgId = :ownOrgId', { ownOrgId: actor.orgId });
    for (const field of ['kind', 'status', 'orgId'] as const) if (query[field]) builder.andWhere(`content.${field} = :${field}`, { [field]: query[field] });
    const words = query.q?.trim();
    if (words) builder.andWhere("content.title LIKE :like ESCAPE '!'", { like: `%${words.replace(/[!%_]/g, (mark) => `!${mark}`)}%` });
    return builder;
  }
}

// What the features above need of a text beside this reader; its tables stay behind it.
export { ContentFindingEntity, type ContentEntity, type ContentRevisionEntity, type FrozenAttachment } from './content.entity.js';
export { statusAfter, turnOf } from './content.workflow.js';
export { ClassifyContentDto, DecideFindingDto, DecideOpennessDto, ListContentsDto, SaveContentDto, SeenVersionDto, toAttachmentView, toSummaryView } from './contents.dto.js';
export { contentHtml, escapeHtml, type HtmlPlace } from './text/content-html.js';
export { holdsGate, waits } from './finding-decisions.js';
export { plainGuide, plainText } from './text/plain-text.js';
export { weiboPost } from './text/weibo-text.js';
export { digestOf } from './text/revision-text.js';

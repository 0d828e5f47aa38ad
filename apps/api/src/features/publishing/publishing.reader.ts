import { Injectable } from '@nestjs/common';
import type { ContentBlock, ContentKind, GuideParts, ListPublicationsQuery, Page, PublicationSummaryView, PublicationView, QuestionView, StoredMedia } from '@govmedia-hub/contracts';
import { In } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import type { Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { pageOf } from '../../foundation/http/paging.js';
import type { FrozenAttachment } from '../contents/contents.reader.js';
import { DocumentsReader } from '../documents/documents.reader.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { PublicationEntity, PublicationQuestionEntity, PublicationSourceEntity, type PublishedSource } from './publication.entity.js';
import { toPublicationSummary, toPublicationView, toQuestionView, type Surroundings } from './publishing.dto.js';

export { questionIdOf } from './snapshots.js';

/** A live publication as the index takes it in. */
export interface IndexedPublication {
  id: string;
  contentId: string;
  kind: ContentKind;
  title: string;
  topic: string | null;
  blocks: ContentBlock[];
  guide: GuideParts | null;
  sources: PublishedSource[];
  orgId: string;
  orgName: string;
  reviewedOn: string;
  publishedAt: string;
  digest: string;
}

const escapeLike = (words: string): string => `%${words.replace(/[!%_]/g, (mark) => `!${mark}`)}%`;

/** Questions about what is public. Validity is that of the day of the answer, whoever has followed by then. */
@Injectable()
export class PublishingReader {
  constructor(
    private readonly clock: Clock,
    private readonly documents: DocumentsReader,
    private readonly organisations: OrganisationsService,
  ) {}

  /** Also a withdrawn publication: its notice. @throws DomainError publishing.not_found */
  async get(db: Db, id: string): Promise<PublicationView> {
    const row = await db.findOneBy(PublicationEntity, { id });
    if (!row) throw new DomainError('publishing.not_found', { id });
    return toPublicationView(row, await this.around(db, [row]));
  }

  /** A file of a live publication, as it was frozen. @throws DomainError publishing.not_found */
  async attachment(db: Db, id: string, attachmentId: string): Promise<FrozenAttachment> {
    const row = await db.findOneBy(PublicationEntity, { id, status: 'published' });
    const file = row?.attachments?.find((entry) => entry.id === attachmentId);
    if (!file) throw new DomainError('publishing.not_found', { id, attachmentId });
    return file;
  }

  /** A picture or recording that stands in a live publication. @throws DomainError publishing.not_found */
  async media(db: Db, id: string, mediaId: string): Promise<StoredMedia> {
    const row = await db.findOneBy(PublicationEntity, { id, status: 'published' });
    const block = row?.blocks.find((entry) => 'media' in entry && entry.mediaId === mediaId);
    if (!block || !('media' in block) || !block.media) throw new DomainError('publishing.not_found', { id, mediaId });
    return block.media;
  }

  /** Live publications, newest first. */
  async list(db: Db, query: ListPublicationsQuery): Promise<Page<PublicationSummaryView>> {
    const builder = db.createQueryBuilder(PublicationEntity, 'publication').where("publication.status = 'published'");
    for (const field of ['kind', 'topic'] as const) if (query[field]) builder.andWhere(`publication.${field} = :${field}`, { [field]: query[field] });
    const words = query.q?.trim();
    if (words) builder.andWhere("publication.title LIKE :like ESCAPE '!'", { like: escapeLike(words) });
    if (query.documentId) builder.andWhere('publication.id IN (:...about)', { about: await this.idsAbout(db, query.documentId) });
    const page = await pageOf(builder, 'publication', 'publishedAt', query);
    const around = await this.around(db, page.rows);
    return { items: page.rows.map((row) => toPublicationSummary(row, around)), nextCursor: page.nextCursor, total: page.total };
  }

  /** Live publications that rest on a document: the policy's side of the two-way link. */
  async publicationsAbout(db: Db, documentId: string): Promise<PublicationSummaryView[]> {
    const rows = await db.find(PublicationEntity, { where: { id: In(await this.idsAbout(db, documentId)), status: 'published' }, order: { publishedAt: 'DESC', id: 'DESC' } });
    const around = await this.around(db, rows);
    return rows.map((row) => toPublicationSummary(row, around));
  }

  async questionsAbout(db: Db, documentId: string): Promise<QuestionView[]> {
    return this.questionViews(db, await db.find(PublicationQuestionEntity, { where: { documentId }, order: { publishedAt: 'DESC', id: 'ASC' }, take: 200 }));
  }

  /** Reviewed questions of live publications, newest first. */
  async listQuestions(db: Db, query: ListPublicationsQuery): Promise<Page<QuestionView>> {
    const builder = db.createQueryBuilder(PublicationQuestionEntity, 'question')
      .innerJoin(PublicationEntity, 'publication', "publication.id = question.publicationId AND publication.status = 'published'");
    if (query.kind) builder.andWhere('publication.kind = :kind', { kind: query.kind });
    if (query.topic) builder.andWhere('question.topic = :topic', { topic: query.topic });
    if (query.documentId) builder.andWhere('question.documentId = :documentId', { documentId: query.documentId });
    const words = query.q?.trim();
    if (words) builder.andWhere("question.question LIKE :like ESCAPE '!'", { like: escapeLike(words) });
    const page = await pageOf(builder, 'question', 'publishedAt', query);
    return { items: await this.questionViews(db, page.rows), nextCursor: page.nextCursor, total: page.total };
  }

  /** @throws DomainError publishing.not_found also when its publication was withdrawn */
  async getQuestion(db: Db, id: string): Promise<QuestionView> {
    const row = await db.findOneBy(PublicationQuestionEntity, { id });
    const view = row ? (await this.questionViews(db, [row]))[0] : undefined;
    if (!view) throw new DomainError('publishing.not_found', { id });
    return view;
  }

  /** All live publications, or the one asked for when it is live; what residents may find. */
  async publishedForIndex(db: Db, id?: string): Promise<IndexedPublication[]> {
    const rows = await db.find(PublicationEntity, { where: { status: 'published', ...(id ? { id } : {}) }, order: { id: 'ASC' } });
    const names = await this.organisations.namesOf(db, rows.map((row) => row.orgId));
    return rows.map(({ id: publicationId, contentId, kind, title, topic, blocks, guide, sources, orgId, reviewedOn, publishedAt, digest }) => ({
      id: publicationId, contentId, kind, title, topic, blocks, guide, sources, orgId, orgName: names.get(orgId) ?? '', reviewedOn, publishedAt: publishedAt.toISOString(), digest,
    }));
  }

  /** Those of the publications that residents may see now. */
  async liveAmong(db: Db, ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const rows = await db.find(PublicationEntity, { where: { id: In([...ids]), status: 'published' }, select: { id: true } });
    return new Set(rows.map((row) => row.id));
  }

  /** The publications of contents, by content, live or withdrawn. */
  async ofContents(db: Db, contentIds: readonly string[]): Promise<Map<string, Pick<PublicationEntity, 'id' | 'status' | 'digest'>>> {
    if (contentIds.length === 0) return new Map();
    const rows = await db.find(PublicationEntity, { where: { contentId: In([...new Set(contentIds)]) }, select: { id: true, contentId: true, status: true, digest: true } });
    return new Map(rows.map((row) => [row.contentId, row]));
  }

  /** Live interpretations and questions by the documents they rest on, with the kinds of their blocks. */
  async interpretationsOf(db: Db, documentIds: readonly string[]): Promise<{ documentId: string; id: string; contentId: string; kind: ContentKind; title: string; blockTypes: string[]; publishedAt: Date }[]> {
    const found = [];
    for (let i = 0; i < documentIds.length; i += 400) {
      const links = await db.findBy(PublicationSourceEntity, { documentId: In(documentIds.slice(i, i + 400)) });
      const rows = new Map((await db.find(PublicationEntity, { where: { id: In([...new Set(links.map((link) => link.publicationId)), '-']), status: 'published', kind: In(['interpretation', 'qa']) }, select: { id: true, contentId: true, kind: true, title: true, blocks: true, publishedAt: true } })).map((row) => [row.id, row]));
      for (const { documentId, publicationId } of links) {
        const row = rows.get(publicationId);
        if (row) found.push({ documentId, id: row.id, contentId: row.contentId, kind: row.kind, title: row.title, blockTypes: row.blocks.map((block) => block.type), publishedAt: row.publishedAt });
      }
    }
    return found.sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime());
  }

  /** What feeds carry: the latest publishings and withdrawals. */
  async latest(db: Db, limit: number): Promise<PublicationView[]> {
    const rows = await db.find(PublicationEntity, { order: { changedAt: 'DESC', id: 'DESC' }, take: limit });
    const around = await this.around(db, rows);
    return rows.map((row) => toPublicationView(row, around));
  }

  private async idsAbout(db: Db, documentId: string): Promise<string[]> {
    const ids = (await db.findBy(PublicationSourceEntity, { documentId })).map((row) => row.publicationId);
    return ids.length > 0 ? ids : ['-'];
  }

  private async questionViews(db: Db, rows: readonly PublicationQuestionEntity[]): Promise<QuestionView[]> {
    const publications = await db.findBy(PublicationEntity, { id: In([...new Set(rows.map((row) => row.publicationId)), '-']), status: 'published' });
    const around = await this.around(db, publications);
    const labels = await this.documents.labelsOf(db, rows);
    return rows.flatMap((row) => {
      const publication = publications.find((entry) => entry.id === row.publicationId);
      return publication ? [toQuestionView(row, publication, around, labels)] : [];
    });
  }

  private async around(db: Db, rows: readonly PublicationEntity[]): Promise<Surroundings> {
    const documentIds = [...new Set(rows.flatMap((row) => row.sources.map((source) => source.documentId)))];
    return {
      orgNames: await this.organisations.namesOf(db, rows.map((row) => row.orgId)),
      validities: documentIds.length > 0 ? await this.documents.validityOf(db, documentIds, this.clock.today()) : new Map(),
    };
  }
}

import { Injectable } from '@nestjs/common';
import type { CitingPlaceView, ContentBlock, ContentKind, GuideParts, ListPublicationsQuery, Page, PublicationSummaryView, PublicationView, QuestionView, StoredMedia } from '@govmedia-hub/contracts';
import { In, MoreThan, type SelectQueryBuilder } from 'typeorm';
import { civilDate, Clock } from '../../foundation/clock/clock.js';
import type { Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { pageOf } from '../../foundation/http/paging.js';
import type { FrozenAttachment } from '../contents/contents.reader.js';
import { DocumentsReader, type BasisChange } from '../documents/documents.reader.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { isUnderReview, reaffirmationKey, refOfQuestion, refsOf, touches, unsettledChanges } from './basis-changes.js';
import { correctionsOf } from './corrections.service.js';
import type { SitemapEntry } from './sitemap.js';
import { PublicationEntity, PublicationQuestionEntity, PublicationReaffirmationEntity, PublicationSourceEntity, type PublishedSource } from './publication.entity.js';
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
  orgRegion: string;
  reviewedOn: string;
  publishedAt: string;
  digest: string;
}

/** A question that residents can read now. */
export interface QuestionInUse { id: string; question: string; publicationId: string; contentId: string; orgId: string; reviewedOn: string; changedAt: Date }

const SITEMAP_ENTRIES = 50_000;
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
    return toPublicationView(row, { ...(await this.around(db, [row])), corrections: await correctionsOf(db, [row.contentId]) });
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

  /** Live publications of a kind with their units and the civil day of their last change. */
  async liveOfKind(db: Db, kind: ContentKind): Promise<{ id: string; title: string; orgId: string; changedOn: string }[]> {
    const rows = await db.find(PublicationEntity, { where: { status: 'published', kind }, select: { id: true, title: true, orgId: true, changedAt: true } });
    return rows.map(({ id, title, orgId, changedAt }) => ({ id, title, orgId, changedOn: civilDate(changedAt) }));
  }

  /** Questions of live publications of one unit, or of all, with when their text was last reviewed and published. */
  async questionsOfUnit(db: Db, orgId?: string): Promise<QuestionInUse[]> {
    const publications = new Map((await db.find(PublicationEntity, { where: { status: 'published', ...(orgId ? { orgId } : {}) }, select: { id: true, contentId: true, orgId: true, reviewedOn: true, changedAt: true } })).map((row) => [row.id, row]));
    const rows = await db.find(PublicationQuestionEntity, { select: { id: true, publicationId: true, question: true } });
    return rows.flatMap(({ id, publicationId, question }) => {
      const publication = publications.get(publicationId);
      return publication ? [{ id, question, publicationId, contentId: publication.contentId, orgId: publication.orgId, reviewedOn: publication.reviewedOn, changedAt: publication.changedAt }] : [];
    });
  }

  /** A question that residents can read now; null when it was withdrawn or reworded away. */
  async findQuestionInUse(db: Db, id: string): Promise<QuestionInUse | null> {
    const row = await db.findOneBy(PublicationQuestionEntity, { id });
    const publication = row && (await db.findOneBy(PublicationEntity, { id: row.publicationId, status: 'published' }));
    return publication ? { id, question: row.question, publicationId: publication.id, contentId: publication.contentId, orgId: publication.orgId, reviewedOn: publication.reviewedOn, changedAt: publication.changedAt } : null;
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
    const units = await this.organisations.placesOf(db, rows.map((row) => row.orgId));
    return rows.map(({ id: publicationId, contentId, kind, title, topic, blocks, guide, sources, orgId, reviewedOn, publishedAt, digest }) => ({
      id: publicationId, contentId, kind, title, topic, blocks, guide, sources, orgId, orgName: units.get(orgId)?.name ?? '', orgRegion: units.get(orgId)?.region ?? '', reviewedOn, publishedAt: publishedAt.toISOString(), digest,
    }));
  }

  /** Publications that were public at some time since an instant, in the order of their ids. */
  publicSince(db: Db, from: Date, page: { afterId: string; limit: number }): Promise<PublicationEntity[]> {
    return this.since(db, from).andWhere('publication.id > :afterId', { afterId: page.afterId }).orderBy('publication.id', 'ASC').take(page.limit).getMany();
  }

  countPublicSince(db: Db, from: Date): Promise<number> {
    return this.since(db, from).getCount();
  }

  private since(db: Db, from: Date): SelectQueryBuilder<PublicationEntity> {
    return db.createQueryBuilder(PublicationEntity, 'publication').where('(publication.withdrawnAt IS NULL OR publication.withdrawnAt >= :from)', { from });
  }

  /** Readable texts of live publications in the order of their ids. */
  async publishedTexts(db: Db, page: { afterId?: string; limit: number }): Promise<{ id: string; text: string }[]> {
    return db.find(PublicationEntity, { where: { status: 'published', ...(page.afterId ? { id: MoreThan(page.afterId) } : {}) }, select: { id: true, text: true }, order: { id: 'ASC' }, take: page.limit });
  }

  countPublished(db: Db): Promise<number> {
    return db.count(PublicationEntity, { where: { status: 'published' } });
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

  /** Live publications, the latest first, as far as one sitemap may hold (50,000). */
  async sitemap(db: Db): Promise<SitemapEntry[]> {
    const rows = await db.find(PublicationEntity, { where: { status: 'published' }, select: { id: true, changedAt: true }, order: { changedAt: 'DESC', id: 'DESC' }, take: SITEMAP_ENTRIES });
    return rows.map((row) => ({ path: `/reading?id=${row.id}`, changedOn: civilDate(row.changedAt) }));
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
    const documentIds = [...new Set(rows.flatMap((row) => refsOf(row).map((ref) => ref.documentId)))];
    const today = this.clock.today();
    const standings = documentIds.length > 0 ? await this.documents.standingOf(db, documentIds, today) : new Map();
    return { orgNames: await this.organisations.namesOf(db, rows.map((row) => row.orgId)), today, standings, reaffirmed: await this.reaffirmed(db, rows) };
  }

  private async reaffirmed(db: Db, rows: readonly PublicationEntity[]): Promise<Set<string>> {
    const found = new Set<string>();
    for (let i = 0; i < rows.length; i += 400) {
      const part = await db.findBy(PublicationReaffirmationEntity, { publicationId: In(rows.slice(i, i + 400).map((row) => row.id)) });
      for (const { publicationId, changeKey } of part) found.add(reaffirmationKey(publicationId, changeKey));
    }
    return found;
  }

  /** Ids of live publications that rest on any of the documents; of all of them when none is named. */
  async restingOn(db: Db, documentIds?: readonly string[]): Promise<string[]> {
    if (!documentIds) return (await db.find(PublicationEntity, { where: { status: 'published' }, select: { id: true }, order: { id: 'ASC' } })).map((row) => row.id);
    const ids = new Set<string>();
    for (let i = 0; i < documentIds.length; i += 400) {
      const wanted = In(documentIds.slice(i, i + 400));
      for (const { publicationId } of await db.findBy(PublicationSourceEntity, { documentId: wanted })) ids.add(publicationId);
      for (const { publicationId } of await db.find(PublicationQuestionEntity, { where: { documentId: wanted }, select: { id: true, publicationId: true } })) ids.add(publicationId);
    }
    return [...ids];
  }

  /** What a publication has still to follow; null when there is no such publication. */
  async standingOf(db: Db, id: string): Promise<PublicationStanding | null> {
    const row = await db.findOneBy(PublicationEntity, { id });
    if (!row) return null;
    const around = await this.around(db, [row]);
    const { contentId, kind, title, orgId, status } = row;
    const documentIds = [...new Set(refsOf(row).map((ref) => ref.documentId))];
    const changes = status === 'published' ? documentIds.flatMap((documentId) => unsettledChanges(row, documentId, around).map((change) => ({ documentId, change, anchors: anchorsTouched(row, documentId, change) }))) : [];
    const known = new Set(documentIds.flatMap((documentId) => (around.standings.get(documentId)?.changes ?? []).map((change) => `${documentId} ${change.key}`)));
    return { id, contentId, kind, title, orgId, status, underReview: status === 'published' && isUnderReview(row, refsOf(row), around), changes, known };
  }

  /** Live questions of a publication that rest on a document, with those that wait. */
  async questionsOf(db: Db, publicationId: string, documentId: string): Promise<{ id: string; question: string; anchor: string | null; underReview: boolean }[]> {
    const publication = await db.findOneBy(PublicationEntity, { id: publicationId, status: 'published' });
    if (!publication) return [];
    const around = await this.around(db, [publication]);
    const rows = await db.find(PublicationQuestionEntity, { where: { publicationId, documentId }, order: { position: 'ASC' } });
    return rows.map((row) => ({ id: row.id, question: row.question, anchor: row.anchor, underReview: isUnderReview(publication, [refOfQuestion(row)], around) }));
  }

  /** Live publications and questions that cite a document, or the given articles of it. */
  async citing(db: Db, documentId: string, anchors: ReadonlySet<string> | null): Promise<CitingPlaceView[]> {
    const rows = await db.find(PublicationEntity, { where: { id: In([...(await this.restingOn(db, [documentId])), '-']), status: 'published' }, order: { publishedAt: 'DESC', id: 'DESC' } });
    const around = await this.around(db, rows);
    const named = (anchor: string | null): boolean => anchors === null || (anchor !== null && anchors.has(anchor));
    const places: CitingPlaceView[] = [];
    for (const row of rows) {
      const common = { contentId: row.contentId, orgName: around.orgNames.get(row.orgId) ?? null, anchor: null, validity: null, targetLabel: null };
      const questions = (await db.find(PublicationQuestionEntity, { where: { publicationId: row.id, documentId }, order: { position: 'ASC' } })).filter(({ anchor }) => named(anchor));
      // what a question of the text cites is told by the question, not by the text again
      const told = new Set(questions.map(({ anchor }) => anchor));
      for (const source of row.sources.filter((source) => source.documentId === documentId && named(source.anchor) && !told.has(source.anchor)))
        places.push({ ...common, kind: row.kind, id: row.id, title: row.title, targetAnchor: source.anchor, targetLabel: source.label, underReview: isUnderReview(row, refsOf(row), around) });
      for (const question of questions) places.push({ ...common, kind: 'question', id: question.id, title: question.question, targetAnchor: question.anchor, underReview: isUnderReview(row, [refOfQuestion(question)], around) });
    }
    return places;
  }
}

/** How a public text stands: what of its bases it has still to follow. */
export interface PublicationStanding {
  id: string;
  contentId: string;
  kind: ContentKind;
  title: string;
  orgId: string;
  status: PublicationEntity['status'];
  underReview: boolean;
  changes: { documentId: string; change: BasisChange; anchors: string[] }[];
  /** 'documentId key' of every change that still counts or will. */
  known: ReadonlySet<string>;
}

const anchorsTouched = (row: PublicationEntity, documentId: string, change: BasisChange): string[] => [...new Set(refsOf(row).flatMap((ref) => (ref.anchor !== null && touches(ref, documentId, change) ? [ref.anchor] : [])))];

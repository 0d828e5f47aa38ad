import { Injectable } from '@nestjs/common';
import { articleLabel, canonicalDocumentNumber, findCitations } from '@govmedia-hub/chinese-text';
import { AREA_LEVELS, type AreaChoicesView, type AreaView, type BoundSourceRequest, type BoundSourceView, type CitationView, type CitedByView, type DocumentDraftView, type DocumentStatus, type DocumentSummaryView, type DocumentView, type ListDocumentsQuery, type Page, type Validity } from '@govmedia-hub/contracts';
import { allAreas, areaNamedIn, areasAround, describedArea } from '@govmedia-hub/official-documents';
import { Brackets, In, MoreThan, type SelectQueryBuilder } from 'typeorm';
import { civilDate } from '../../foundation/clock/clock.js';
import type { Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { pageOf, pageOfList, toPage } from '../../foundation/http/paging.js';
import { requireSight, seesWholeCity, type Actor } from '../../foundation/session/actor.js';
import { InterpretationPlansService } from '../interpretation-plans/interpretation-plans.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { chooseCited, findCandidates, isPublic, resolveCitations, type CitableDocument } from './citation-resolver.js';
import { DocumentCitationEntity, DocumentEntity, DocumentSectionEntity } from './document.entity.js';
import { SUMMARY_COLUMNS, toCitationView, toDocumentDraftView, toDocumentView, toSummaryView, toValidityChangeView, type DocumentParts, type SummaryRow } from './documents.dto.js';
import { cutKey, keyOf, only } from './title-keys.js';
import { versionsOf } from './versions-of.js';
import { aroundAnchors, changesOf, standingsOf, validitiesOf, validitiesOfRows, type Standing } from './validity-reader.js';

/** A bound source with what the gates compare against: the whole text, and the passage its anchor names. */
export type BoundSource = BoundSourceView & { text: string; passage: string | null; status: DocumentEntity['status']; digest: string };

/** A released document as the index takes it in; validity is asked at answer time. */
export interface IndexedDocument {
  id: string;
  kind: DocumentEntity['kind'];
  title: string;
  docNumber: string | null;
  issuer: string | null;
  areaCode: string | null;
  topic: string | null;
  publishedOn: string | null;
  effectiveOn: string | null;
  expiresOn: string | null;
  validity: Validity;
  sections: Pick<DocumentSectionEntity, 'anchor' | 'parentAnchor' | 'kind' | 'label' | 'heading' | 'text'>[];
}

/** What the law gate asks of the library (the shape of packages/screening). */
export interface LibraryEntry { documentId: string | null; title: string; docNumber: string | null; validity: Validity; articles: ReadonlySet<string> | null }
export interface LibraryIndex { byDocNumber(canonical: string): LibraryEntry | null; byTitle(titleKey: string): LibraryEntry[] }

const CITABLE = ['id', 'kind', 'status', 'title', 'titleKey', 'bodyTitleKey', 'docNumber', 'openness', 'doubtful', 'sortOn'] as const;

/** Drafts and what is not public stay inside the unit that keeps them. */
const SHARED_STATUSES: readonly DocumentStatus[] = ['released', 'withdrawn', 'named'];

/** The wide questions to the library. Day is always a civil date of Asia/Shanghai. */
@Injectable()
export class DocumentsReader {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly plans: InterpretationPlansService,
  ) {}

  /** A document that residents may read: released and open by its own attribute. */
  async findReleased(db: Db, id: string): Promise<DocumentEntity | null> {
    const row = await db.findOneBy(DocumentEntity, { id });
    return row && isPublic(row) ? row : null;
  }

  validityOf(db: Db, ids: readonly string[], today: string): Promise<Map<string, Validity>> {
    return validitiesOf(db, ids, today);
  }

  /** As validityOf, with every known change and the articles that amendments touch. */
  standingOf(db: Db, ids: readonly string[], today: string): Promise<Map<string, Standing>> {
    return standingsOf(db, ids, today);
  }

  /** Titles and numbers by id; for staff. */
  async titlesOf(db: Db, ids: readonly string[]): Promise<Map<string, Pick<DocumentEntity, 'title' | 'docNumber'>>> {
    const found = new Map<string, Pick<DocumentEntity, 'title' | 'docNumber'>>();
    for (let i = 0; i < ids.length; i += 400) for (const { id, title, docNumber } of await db.find(DocumentEntity, { where: { id: In(ids.slice(i, i + 400)) }, select: only('id', 'title', 'docNumber') })) found.set(id, { title, docNumber });
    return found;
  }

  /** Labels (第五条) of passages, keyed by 'documentId anchor'; an article that was deleted since is still called by its number. */
  async labelsOf(db: Db, refs: readonly BoundSourceRequest[]): Promise<Map<string, string>> {
    const ids = [...new Set(refs.map((ref) => ref.documentId))];
    const anchors = [...new Set(refs.flatMap((ref) => ref.anchor ?? []))];
    if (anchors.length === 0) return new Map();
    const rows = await db.find(DocumentSectionEntity, { select: { id: true, documentId: true, anchor: true, label: true }, where: { documentId: In(ids), anchor: In(anchors) } });
    const labels = new Map(rows.map((row) => [`${row.documentId} ${row.anchor}`, row.label]));
    for (const { documentId, anchor } of refs) {
      const key = `${documentId} ${anchor}`;
      const label = anchor === null || labels.has(key) ? null : articleLabel(anchor);
      if (label) labels.set(key, label);
    }
    return labels;
  }

  /** Sources that a text is bound to, in the order asked; unknown ids are left out. */
  async boundSources(db: Db, refs: readonly BoundSourceRequest[], today: string): Promise<BoundSource[]> {
    const ids = [...new Set(refs.map((ref) => ref.documentId))];
    if (ids.length === 0) return [];
    const rows = new Map((await db.findBy(DocumentEntity, { id: In(ids) })).map((row) => [row.id, row]));
    const validities = await validitiesOf(db, ids, today);
    const sources: BoundSource[] = [];
    for (const { documentId, anchor } of refs) {
      const row = rows.get(documentId);
      if (!row || row.status === 'named') continue;
      const section = anchor === null ? null : await this.passageOf(db, documentId, anchor);
      sources.push({ documentId, anchor, title: row.title, docNumber: row.docNumber, label: section?.label ?? null, validity: validities.get(documentId) ?? 'unknown', openness: row.openness, text: row.text, passage: section?.text ?? null, status: row.status, digest: row.digest ?? '' });
    }
    return sources;
  }

  /** A node with everything under it, as text; null when the document has no such anchor. */
  async passageOf(db: Db, documentId: string, anchor: string): Promise<{ label: string; text: string } | null> {
    const sections = await db.find(DocumentSectionEntity, { where: { documentId }, order: { position: 'ASC' } });
    const node = sections.find((section) => section.anchor === anchor);
    if (!node) return null;
    const inside = new Set([anchor]);
    const lines: string[] = [];
    for (const section of sections) {
      if (!inside.has(section.anchor) && !(section.parentAnchor !== null && inside.has(section.parentAnchor))) continue;
      inside.add(section.anchor);
      lines.push([section.label, section.heading, section.text].filter((part) => part).join(' '));
    }
    return { label: node.label, text: lines.join('\n') };
  }

  /**
   * The library as the law gate sees it. With `texts` only what they cite is loaded; without, everything
   * (thousands of laws: give the texts). Withdrawn documents are not in it.
   */
  async libraryIndex(db: Db, today: string, texts?: readonly string[]): Promise<LibraryIndex> {
    const cited = texts?.flatMap((text) => findCitations(text)).map((citation) => ({ titleKey: citation.title === null ? null : keyOf(citation.title), docNumber: citation.docNumber }));
    const documents: CitableDocument[] = (cited ? await findCandidates(db, cited) : await db.find(DocumentEntity, { select: only(...CITABLE) })).filter((document) => document.status !== 'withdrawn');
    const validities = await validitiesOf(db, documents.map((document) => document.id), today);
    const articles = await this.articlesOf(db, documents.filter((document) => document.status !== 'named').map((document) => document.id));
    const entries = new Map(documents.map((document) => [document.id, { documentId: document.status === 'named' ? null : document.id, title: document.title, docNumber: document.docNumber, validity: validities.get(document.id) ?? ('unknown' as Validity), articles: articles.get(document.id) ?? null }]));
    const byNumber = new Map<string, CitableDocument[]>();
    const byTitle = new Map<string, CitableDocument[]>();
    const put = (map: Map<string, CitableDocument[]>, key: string | null, document: CitableDocument): void => {
      if (key !== null) map.set(key, [...(map.get(key) ?? []), document]);
    };
    for (const document of documents) {
      put(byNumber, document.docNumber, document);
      put(byTitle, document.titleKey, document);
      put(byTitle, document.bodyTitleKey, document);
    }
    return {
      byDocNumber: (canonical) => {
        const best = chooseCited({ docNumber: canonical, titleKey: null }, byNumber.get(canonical) ?? []);
        return best ? entries.get(best.id)! : null;
      },
      byTitle: (key) => {
        const found = byTitle.get(cutKey(key)) ?? [];
        const texted = found.filter((document) => document.status !== 'named');
        return (texted.length > 0 ? texted : found).map((document) => entries.get(document.id)!);
      },
    };
  }

  /** Anchors of the articles of documents, by id. */
  private async articlesOf(db: Db, ids: readonly string[]): Promise<Map<string, Set<string>>> {
    const found = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]));
    for (let i = 0; i < ids.length; i += 400) {
      const rows = await db.find(DocumentSectionEntity, { where: { documentId: In(ids.slice(i, i + 400)), kind: 'article' }, select: only('id', 'documentId', 'anchor') });
      for (const row of rows) found.get(row.documentId)!.add(row.anchor);
    }
    return found;
  }

  /** Texts of released documents in the order of their ids, as they are read by everybody. */
  releasedTexts(db: Db, page: { afterId: string; limit: number }): Promise<Pick<DocumentEntity, 'id' | 'title' | 'text'>[]> {
    return db.find(DocumentEntity, { select: { id: true, title: true, text: true }, where: { status: 'released', id: MoreThan(page.afterId) }, order: { id: 'ASC' }, take: page.limit });
  }

  countReleased(db: Db): Promise<number> {
    return db.countBy(DocumentEntity, { status: 'released' });
  }

  /** Released, open documents in order of id, for building an index in steps. */
  async documentsForIndex(db: Db, page: { afterId?: string; limit: number }, today: string): Promise<IndexedDocument[]> {
    const rows = await db.find(DocumentEntity, { where: { status: 'released', openness: 'proactive', ...(page.afterId ? { id: MoreThan(page.afterId) } : {}) }, select: only(...SUMMARY_COLUMNS), order: { id: 'ASC' }, take: page.limit });
    return this.indexed(db, rows, today);
  }

  /** How many documents the library shows. */
  countForIndex(db: Db): Promise<number> {
    return db.count(DocumentEntity, { where: { status: 'released', openness: 'proactive' } });
  }

  /** One released, open document, or null when it is not (or no longer) for residents. */
  async documentForIndex(db: Db, id: string, today: string): Promise<IndexedDocument | null> {
    const rows = await db.find(DocumentEntity, { where: { id, status: 'released', openness: 'proactive' }, select: only(...SUMMARY_COLUMNS) });
    return (await this.indexed(db, rows, today))[0] ?? null;
  }

  private async indexed(db: Db, rows: SummaryRow[], today: string): Promise<IndexedDocument[]> {
    const ids = rows.map((row) => row.id);
    const validities = await validitiesOf(db, ids, today);
    const sections = new Map<string, DocumentSectionEntity[]>(ids.map((id) => [id, []]));
    for (let i = 0; i < ids.length; i += 100) {
      for (const section of await db.find(DocumentSectionEntity, { where: { documentId: In(ids.slice(i, i + 100)) }, order: { documentId: 'ASC', position: 'ASC' } })) sections.get(section.documentId)!.push(section);
    }
    return rows.map(({ id, kind, title, docNumber, issuer, areaCode, topic, publishedOn, signedOn, effectiveOn, expiresOn }) => ({
      id, kind, title, docNumber, issuer, areaCode, topic, publishedOn: publishedOn ?? signedOn, effectiveOn, expiresOn, validity: validities.get(id) ?? 'unknown', sections: sections.get(id)!,
    }));
  }

  /** A released policy of the city with the day it went public. @throws DomainError documents.not_found, documents.not_released */
  async releasedPolicy(db: Db, id: string): Promise<{ id: string; orgId: string | null; releasedOn: string }> {
    const row = await db.findOne(DocumentEntity, { where: { id }, select: { id: true, kind: true, status: true, orgId: true, confirmedAt: true } });
    if (!row) throw new DomainError('documents.not_found', { id });
    if (row.status !== 'released' || row.kind !== 'official' || row.confirmedAt === null) throw new DomainError('documents.not_released', { status: row.status });
    return { id, orgId: row.orgId, releasedOn: civilDate(row.confirmedAt) };
  }

  /** Every released, open policy of the city; laws are interpreted by those who made them. */
  async releasedPolicies(db: Db, query: { id?: string; q?: string }, today: string): Promise<DocumentSummaryView[]> {
    const builder = db.createQueryBuilder(DocumentEntity, 'document').select(SUMMARY_COLUMNS.map((column) => `document.${column}`));
    this.narrow(builder, { kind: 'official', ...(query.q === undefined ? {} : { q: query.q }) }, null);
    if (query.id) builder.andWhere('document.id = :id', { id: query.id });
    const rows = await builder.orderBy('document.sortOn', 'DESC').addOrderBy('document.id', 'DESC').getMany();
    const validities = await validitiesOfRows(db, rows, today);
    return rows.map((row) => toSummaryView(row, validities.get(row.id) ?? 'unknown'));
  }

  /** Areas of which residents can find documents, and those around the one that the hub serves. */
  async areaChoices(db: Db): Promise<AreaChoicesView> {
    const rows = await db.createQueryBuilder(DocumentEntity, 'document').select('DISTINCT document.areaCode', 'code').where("document.status = 'released' AND document.openness = 'proactive' AND document.areaCode IS NOT NULL").getRawMany<{ code: string }>();
    const supervising = await this.organisations.findSupervising(db);
    const home = supervising && (areaNamedIn(supervising.region) ?? areaNamedIn(supervising.name));
    const shown = new Set([...rows.map(({ code }) => code), ...(home ? areasAround(home.code).map(({ code }) => code) : [])]);
    return { home: home && describedArea(home.code), areas: registerOfAreas().filter(({ code }) => shown.has(code)) };
  }

  /** Staff see every status; residents only what is released and open. */
  async list(db: Db, query: ListDocumentsQuery, today: string, reader: Actor | null): Promise<Page<DocumentSummaryView>> {
    const builder = db.createQueryBuilder(DocumentEntity, 'document').select(SUMMARY_COLUMNS.map((column) => `document.${column}`));
    this.narrow(builder, query, reader);
    if (query.validity === undefined) {
      const page = await pageOf(builder, 'document', 'sortOn', query);
      const validities = await validitiesOfRows(db, page.rows, today);
      return toPage(page, (row) => toSummaryView(row, validities.get(row.id) ?? 'unknown'));
    }
    // Validity depends on the day and on other documents, so it cannot be asked of the table.
    const rows = await builder.orderBy('document.sortOn', 'DESC').addOrderBy('document.id', 'DESC').getMany();
    const validities = await validitiesOfRows(db, rows, today);
    const kept = rows.filter((row) => validities.get(row.id) === query.validity);
    return pageOfList(kept.map((row) => toSummaryView(row, validities.get(row.id)!)), query);
  }

  private narrow(builder: SelectQueryBuilder<DocumentEntity>, query: ListDocumentsQuery, reader: Actor | null): void {
    if (reader === null) builder.andWhere("document.status = 'released' AND document.openness = 'proactive'");
    else if (query.status) builder.andWhere('document.status = :status', { status: query.status });
    if (reader !== null && !seesWholeCity(reader)) builder.andWhere('(document.status IN (:...shared) OR document.orgId = :ownOrg)', { shared: SHARED_STATUSES, ownOrg: reader.orgId });
    for (const field of ['kind', 'issuer', 'topic'] as const) if (query[field]) builder.andWhere(`document.${field} = :${field}`, { [field]: query[field] });
    if (query.area) builder.andWhere('document.areaCode = :area', { area: query.area });
    if (query.heldIn) builder.andWhere('document.areaCode IN (:...around)', { around: [query.heldIn, ...areasAround(query.heldIn).map(({ code }) => code)] });
    if (query.fromOn) builder.andWhere('document.sortOn >= :fromOn', { fromOn: query.fromOn });
    if (query.toOn) builder.andWhere('document.sortOn <= :toOn', { toOn: query.toOn });
    const words = query.q?.trim();
    if (!words) return;
    const number = canonicalDocumentNumber(words);
    const like = `%${words.replace(/[!%_]/g, (mark) => `!${mark}`)}%`;
    builder.andWhere(new Brackets((where) => {
      where.where("document.title LIKE :like ESCAPE '!'", { like }).orWhere("document.docNumber LIKE :like ESCAPE '!'", { like });
      if (number) where.orWhere('document.docNumber = :number', { number });
    }));
  }

  /** What a member of staff may open: the released library, and everything of the own unit. @throws DomainError documents.not_found, access.other_organisation */
  async staffView(db: Db, actor: Actor, id: string, today: string): Promise<DocumentDraftView> {
    const row = await db.findOneBy(DocumentEntity, { id });
    if (!row) throw new DomainError('documents.not_found', { id });
    if (!SHARED_STATUSES.includes(row.status)) requireSight(actor, row.orgId);
    return this.draftView(db, id, today);
  }

  /** @throws DomainError documents.not_found */
  async draftView(db: Db, id: string, today: string): Promise<DocumentDraftView> {
    const row = await db.findOneBy(DocumentEntity, { id });
    if (!row) throw new DomainError('documents.not_found', { id });
    const plan = (await this.plans.of(db, [id])).get(id) ?? null;
    const names = await this.organisations.peopleNames(db, [row.importedById, row.confirmedById, plan?.decidedById ?? null]);
    const units = await this.organisations.namesOf(db, [plan?.ownerOrgId ?? null]);
    return toDocumentDraftView(await this.parts(db, row, today, false), names, plan && this.plans.toView(plan, units, names));
  }

  /** Of a withdrawn document only the notice. @throws DomainError documents.not_found also for documents that never were for residents */
  async publicView(db: Db, id: string, today: string): Promise<DocumentView> {
    const row = await db.findOneBy(DocumentEntity, { id });
    if (row && row.status === 'withdrawn' && row.openness === 'proactive') return toDocumentView({ row: { ...row, attachments: [] }, validity: 'unknown', sections: [], citations: [], citedBy: [], changes: [], versions: [] });
    if (!row || !isPublic(row)) throw new DomainError('documents.not_found', { id });
    return toDocumentView(await this.parts(db, row, today, true));
  }

  private async parts(db: Db, row: DocumentEntity, today: string, publicOnly: boolean): Promise<DocumentParts> {
    const sections = await db.find(DocumentSectionEntity, { where: { documentId: row.id }, order: { position: 'ASC' } });
    const changes = (await changesOf(db, [row.id])).get(row.id) ?? [];
    const validity = (await validitiesOf(db, [row.id], today)).get(row.id)!;
    return {
      row, sections, validity,
      citations: await this.citationsOf(db, row, today, publicOnly),
      citedBy: await this.citedBy(db, row, today, publicOnly),
      changes: changes.map((change) => toValidityChangeView(change, !publicOnly || isPublic(change.by))),
      versions: await versionsOf(db, row.id, publicOnly),
    };
  }

  /**
   * Documents that cite this one, or one of its articles with what that holds, for staff.
   * @throws DomainError documents.not_found
   */
  async citingDocuments(db: Db, id: string, anchor: string | null, today: string): Promise<{ places: CitedByView[]; anchors: ReadonlySet<string> | null; labels: Map<string, string> }> {
    const row = await db.findOneBy(DocumentEntity, { id });
    if (!row) throw new DomainError('documents.not_found', { id });
    const sections = await db.find(DocumentSectionEntity, { where: { documentId: id }, select: only('id', 'anchor', 'parentAnchor', 'label') });
    const anchors = anchor === null ? null : aroundAnchors([anchor], sections);
    const places = (await this.citedBy(db, row, today, false)).filter((place) => anchors === null || (place.targetAnchor !== null && anchors.has(place.targetAnchor)));
    return { places, anchors, labels: new Map(sections.map((section) => [section.anchor, section.label])) };
  }

  async citationsOf(db: Db, row: CitableDocument, today: string, publicOnly: boolean): Promise<CitationView[]> {
    const citations = await db.find(DocumentCitationEntity, { where: { documentId: row.id }, order: { position: 'ASC' } });
    const resolved = await resolveCitations(db, row, citations, today, publicOnly);
    return citations.map((citation, i) => toCitationView(citation, resolved[i]!));
  }

  /** Documents that cite this one, each place once. */
  private async citedBy(db: Db, row: DocumentEntity, today: string, publicOnly: boolean): Promise<CitedByView[]> {
    const keys = [row.titleKey, ...(row.bodyTitleKey === null ? [] : [row.bodyTitleKey])];
    const places = [
      ...(row.docNumber === null ? [] : await db.find(DocumentCitationEntity, { where: { docNumber: row.docNumber, own: false }, take: 200 })),
      ...(await db.find(DocumentCitationEntity, { where: { titleKey: In(keys), own: false }, take: 200 })),
    ].filter((place, i, all) => place.documentId !== row.id && all.findIndex((other) => other.id === place.id) === i);
    if (places.length === 0) return [];
    const candidates = await findCandidates(db, places);
    const ids = [...new Set(places.map((place) => place.documentId))];
    const citing = new Map((await db.find(DocumentEntity, { where: { id: In(ids) }, select: only(...CITABLE) })).map((document) => [document.id, document]));
    const validities = await validitiesOf(db, ids, today);
    return places.flatMap((place) => {
      const from = citing.get(place.documentId);
      if (!from || from.status === 'withdrawn' || (publicOnly && !isPublic(from)) || chooseCited(place, candidates.filter((document) => document.id !== from.id))?.id !== row.id) return [];
      return [{ documentId: from.id, title: from.title, docNumber: from.docNumber, anchor: place.anchor, targetAnchor: place.targetAnchor, validity: validities.get(from.id) ?? 'unknown' }];
    });
  }
}

/** The whole register, from wide to narrow. */
export function registerOfAreas(): AreaView[] {
  const depth = ({ level }: AreaView): number => AREA_LEVELS.indexOf(level);
  return allAreas().flatMap(({ code }) => describedArea(code) ?? []).sort((a, b) => depth(a) - depth(b) || (a.code < b.code ? -1 : 1));
}

export { InterpretationChoiceDto } from './documents.dto.js';
export type { BasisChange, Standing } from './validity-reader.js';

import { Injectable } from '@nestjs/common';
import type { GazetteErratumView, GazetteIssueSummaryView, GazetteIssuerView, GazetteIssueView, GazetteItemTextView, GazetteItemView, ListGazetteQuery, Page, SearchGazetteQuery, Validity } from '@govmedia-hub/contracts';
import { In, type SelectQueryBuilder } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import type { Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { pageOf, toPage } from '../../foundation/http/paging.js';
import type { Actor } from '../../foundation/session/actor.js';
import { DocumentsReader } from '../documents/documents.reader.js';
import { LibraryListsReader } from '../documents/library-lists.reader.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { GazetteErratumEntity, GazetteIssueEntity, GazetteItemEntity } from './gazette.entity.js';
import { seesDrafts } from './gazette.policy.js';

const LISTED = ['id', 'issueId', 'position', 'section', 'documentId', 'title', 'docNumber', 'issuer', 'signedOn', 'textState', 'digest'] as const;
export type GazetteItemRow = Pick<GazetteItemEntity, (typeof LISTED)[number]>;
const listed = Object.fromEntries(LISTED.map((name) => [name, true])) as Record<(typeof LISTED)[number], true>;

/** An item of a signed issue, as a search of its words needs it. */
export interface PrintedItem { id: string; section: string; title: string; docNumber: string | null; issuer: string | null; publishedOn: string; text: string }

/** How items stand in the library on the day of the answer. */
interface Standings { validities: ReadonlyMap<string, Validity>; hidden: ReadonlySet<string> }

/** Questions to the gazette. Residents (no actor) see signed issues from their day on, and nothing of a withdrawn document but its title. */
@Injectable()
export class GazetteReader {
  constructor(
    private readonly clock: Clock,
    private readonly documents: DocumentsReader,
    private readonly library: LibraryListsReader,
    private readonly organisations: OrganisationsService,
  ) {}

  /** Issues, the latest first. */
  async list(db: Db, query: ListGazetteQuery, actor: Actor | null): Promise<Page<GazetteIssueSummaryView>> {
    const builder = db.createQueryBuilder(GazetteIssueEntity, 'issue');
    if (actor === null) this.onlyPublic(builder);
    else if (!(await this.sees(db, actor))) builder.andWhere("issue.status = 'signed'");
    if (actor !== null && query.status) builder.andWhere('issue.status = :status', { status: query.status });
    if (query.year) builder.andWhere('issue.year = :year', { year: query.year });
    const page = await pageOf(builder, 'issue', 'publishedOn', query);
    const counts = await this.counts(db, page.rows.map((row) => row.id));
    return toPage(page, (row) => toSummary(row, counts.get(row.id) ?? 0));
  }

  /** @throws DomainError gazette.not_found */
  async issue(db: Db, id: string, actor: Actor | null): Promise<GazetteIssueView> {
    const row = await this.visible(db, id, actor);
    const items = await db.find(GazetteItemEntity, { where: { issueId: id }, select: listed, order: { position: 'ASC' } });
    const standings = await this.standings(db, items);
    const names = await this.organisations.peopleNames(db, [row.savedById, row.signedById]);
    const sections: GazetteIssueView['sections'] = [];
    for (const item of items) {
      const last = sections.at(-1);
      const view = toItem(item, standings);
      if (last?.name === item.section) last.items.push(view);
      else sections.push({ name: item.section, items: [view] });
    }
    return {
      ...toSummary(row, items.length), sections, errata: await this.errata(db, items, id, standings, actor), digest: row.digest, savedByName: actor && (names.get(row.savedById) ?? null),
      signedByName: actor && row.signedById ? (names.get(row.signedById) ?? null) : null, signedAt: row.signedAt?.toISOString() ?? null, version: row.version,
    };
  }

  /** @throws DomainError gazette.not_found */
  async item(db: Db, id: string, actor: Actor | null): Promise<GazetteItemTextView> {
    const row = await db.findOneBy(GazetteItemEntity, { id });
    if (!row) throw new DomainError('gazette.not_found', { id });
    const issue = await this.visible(db, row.issueId, actor);
    const counts = await this.counts(db, [issue.id]);
    const standings = await this.standings(db, [row]);
    const view = toItem(row, standings);
    const errata = (await this.errata(db, [row], issue.id, standings, actor)).filter((erratum) => erratum.itemId === id);
    return { ...view, issue: toSummary(issue, counts.get(issue.id) ?? 0), text: view.withdrawn ? '' : row.text, errata, version: issue.version };
  }

  /** Texts of an issue by item. */
  async texts(db: Db, issueId: string): Promise<Map<string, string>> {
    return new Map((await db.find(GazetteItemEntity, { where: { issueId }, select: { id: true, text: true } })).map((row) => [row.id, row.text]));
  }

  /** Signed issues, whatever their day. */
  async signedIssueIds(db: Db): Promise<string[]> {
    return (await db.find(GazetteIssueEntity, { where: { status: 'signed' }, select: { id: true }, order: { id: 'ASC' } })).map(({ id }) => id);
  }

  /** What an issue prints once it is signed; nothing before. */
  async printedItems(db: Db, issueId: string): Promise<PrintedItem[]> {
    const issue = await db.findOneBy(GazetteIssueEntity, { id: issueId, status: 'signed' });
    if (!issue) return [];
    const items = await db.find(GazetteItemEntity, { where: { issueId }, order: { position: 'ASC' } });
    return items.map(({ id, section, title, docNumber, issuer, signedOn, text }) => ({ id, section, title, docNumber, issuer, publishedOn: signedOn ?? issue.publishedOn, text }));
  }

  /**
   * Items of public issues by number, issuer, day and validity, the latest issue first.
   * @param among only these, in their order
   */
  async find(db: Db, query: SearchGazetteQuery, among: { number: string | null; ids: readonly string[] | null }): Promise<GazetteItemRow[]> {
    const places = among.ids && new Map(among.ids.map((id, place) => [id, place]));
    if (places?.size === 0) return [];
    const builder = db.createQueryBuilder(GazetteItemEntity, 'item').innerJoin(GazetteIssueEntity, 'issue', 'issue.id = item.issueId')
      .select(LISTED.map((column) => `item.${column}`))
      .orderBy('issue.publishedOn', 'DESC').addOrderBy('issue.id', 'DESC').addOrderBy('item.position', 'ASC');
    this.onlyPublic(builder);
    if (query.year) builder.andWhere('issue.year = :year', { year: query.year });
    if (query.issuer?.trim()) builder.andWhere('item.issuer = :issuer', { issuer: query.issuer.trim() });
    if (query.fromOn) builder.andWhere('COALESCE(item.signedOn, issue.publishedOn) >= :fromOn', { fromOn: query.fromOn });
    if (query.toOn) builder.andWhere('COALESCE(item.signedOn, issue.publishedOn) <= :toOn', { toOn: query.toOn });
    if (among.number) builder.andWhere('item.docNumber = :number', { number: among.number });
    if (places) builder.andWhere('item.id IN (:...ids)', { ids: [...places.keys()] });
    const found = await builder.getMany();
    const hidden = await this.library.hiddenOf(db, documentIds(found));
    let kept: GazetteItemRow[] = found.filter((row) => row.documentId === null || !hidden.has(row.documentId));
    if (query.validity) {
      const standings = await this.standings(db, kept);
      kept = kept.filter((row) => toItem(row, standings).validity === query.validity);
    }
    return places ? kept.sort((a, b) => places.get(a.id)! - places.get(b.id)!) : kept;
  }

  /** Units whose documents public issues print, those with the most first. */
  async issuers(db: Db): Promise<GazetteIssuerView[]> {
    const builder = db.createQueryBuilder(GazetteItemEntity, 'item').innerJoin(GazetteIssueEntity, 'issue', 'issue.id = item.issueId')
      .select('item.issuer', 'name').addSelect('COUNT(*)', 'items').where('item.issuer IS NOT NULL').groupBy('item.issuer');
    this.onlyPublic(builder);
    const rows = await builder.getRawMany<{ name: string; items: number | string }>();
    return rows.map(({ name, items }) => ({ name, items: Number(items) })).sort((a, b) => b.items - a.items || (a.name < b.name ? -1 : 1));
  }

  /** Found items as residents see them, with their issues. */
  async hits(db: Db, rows: readonly GazetteItemRow[]): Promise<(GazetteItemView & { issue: GazetteIssueSummaryView })[]> {
    const standings = await this.standings(db, rows);
    const issues = new Map((await db.findBy(GazetteIssueEntity, { id: In(rows.map((row) => row.issueId)) })).map((row) => [row.id, row]));
    const counts = await this.counts(db, [...issues.keys()]);
    return rows.map((row) => ({ ...toItem(row, standings), issue: toSummary(issues.get(row.issueId)!, counts.get(row.issueId) ?? 0) }));
  }

  private onlyPublic<T extends object>(builder: SelectQueryBuilder<T>): void {
    builder.andWhere("issue.status = 'signed' AND issue.publishedOn <= :gazetteToday", { gazetteToday: this.clock.today() });
  }

  private async visible(db: Db, id: string, actor: Actor | null): Promise<GazetteIssueEntity> {
    const row = await db.findOneBy(GazetteIssueEntity, { id });
    const seen = row && (actor === null ? row.status === 'signed' && row.publishedOn <= this.clock.today() : row.status === 'signed' || (await this.sees(db, actor)));
    if (!seen) throw new DomainError('gazette.not_found', { id });
    return row;
  }

  private async sees(db: Db, actor: Actor): Promise<boolean> {
    return seesDrafts(actor, (await this.organisations.findSupervising(db))?.id ?? null);
  }

  /** Residents see what was confirmed, and nothing about a withdrawn document. */
  private async errata(db: Db, items: readonly GazetteItemRow[], issueId: string, standings: Standings, actor: Actor | null): Promise<GazetteErratumView[]> {
    const rows = await db.find(GazetteErratumEntity, { where: { issueId }, order: { at: 'ASC', id: 'ASC' } });
    const withdrawn = new Set(items.filter((item) => toItem(item, standings).withdrawn).map((item) => item.id));
    const shown = rows.filter((row) => actor !== null || (row.confirmedAt !== null && !(row.itemId !== null && withdrawn.has(row.itemId))));
    const names = await this.organisations.peopleNames(db, shown.flatMap((row) => [row.recordedById, row.confirmedById]));
    const accounts = actor === null ? [] : await this.organisations.accountsOf(db, actor.personId);
    return shown.map((row) => ({
      id: row.id, own: accounts.includes(row.recordedById), itemId: row.itemId, text: row.text, at: row.at.toISOString(), recordedByName: actor && (names.get(row.recordedById) ?? null),
      confirmedAt: row.confirmedAt?.toISOString() ?? null, confirmedByName: actor && row.confirmedById ? (names.get(row.confirmedById) ?? null) : null,
    }));
  }

  private async counts(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
    if (ids.length === 0) return new Map();
    const rows = await db.createQueryBuilder(GazetteItemEntity, 'item').select('item.issueId', 'issueId').addSelect('COUNT(*)', 'items').where('item.issueId IN (:...ids)', { ids: [...ids] }).groupBy('item.issueId').getRawMany<{ issueId: string; items: number | string }>();
    return new Map(rows.map((row) => [row.issueId, Number(row.items)]));
  }

  private async standings(db: Db, rows: readonly GazetteItemRow[]): Promise<Standings> {
    const ids = documentIds(rows);
    return { validities: ids.length === 0 ? new Map() : await this.documents.validityOf(db, ids, this.clock.today()), hidden: await this.library.hiddenOf(db, ids) };
  }
}

const documentIds = (rows: readonly GazetteItemRow[]): string[] => [...new Set(rows.flatMap((row) => row.documentId ?? []))];

const toSummary = ({ id, masthead, year, issueNo, totalNo, publishedOn, status, origin }: GazetteIssueEntity, items: number): GazetteIssueSummaryView => ({ id, masthead, year, issueNo, totalNo, publishedOn, status, origin, items });

function toItem({ id, section, documentId, title, docNumber, issuer, signedOn, textState, digest }: GazetteItemRow, { validities, hidden }: Standings): GazetteItemView {
  const withdrawn = documentId !== null && hidden.has(documentId);
  return { id, section, documentId: withdrawn ? null : documentId, title, docNumber, issuer, signedOn, validity: documentId === null || withdrawn ? 'unknown' : (validities.get(documentId) ?? 'unknown'), textState, withdrawn, digest };
}

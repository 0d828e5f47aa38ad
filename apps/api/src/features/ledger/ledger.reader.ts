import { Injectable } from '@nestjs/common';
import type { DisclosureCatalogueView, EndedDocumentView, LedgerException, LedgerRowView, ListEndedQuery, ListLedgerQuery } from '@govmedia-hub/contracts';
import { DEADLINE_RULES, ruleText } from '@govmedia-hub/working-days';
import { Clock } from '../../foundation/clock/clock.js';
import type { Db } from '../../foundation/database/database.js';
import { seesWholeCity, type Actor } from '../../foundation/session/actor.js';
import { LibraryListsReader } from '../documents/library-lists.reader.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { disclosureOf, SILENCE_LIMIT } from './disclosure-timeliness.js';
import { LedgerEntryEntity } from './ledger.entity.js';

const NORMATIVE_NUMBER = /规[〔[（(]/;

/** 失效文件清单, 台账 and 主动公开目录. Day is the civil date of Asia/Shanghai. */
@Injectable()
export class LedgerReader {
  constructor(
    private readonly clock: Clock,
    private readonly documents: LibraryListsReader,
    private readonly organisations: OrganisationsService,
  ) {}

  async ended(db: Db, query: ListEndedQuery): Promise<EndedDocumentView[]> {
    const words = query.q?.trim().toLowerCase();
    const says = (row: EndedDocumentView): boolean => !words || [row.title, row.docNumber, row.by?.title, row.by?.docNumber].some((text) => text?.toLowerCase().includes(words));
    return (await this.documents.ended(db, this.clock.today())).filter((row) => (!query.validity || row.validity === query.validity) && (!query.kind || row.kind === query.kind) && (!query.issuer || (row.issuer ?? '').includes(query.issuer)) && says(row));
  }

  /** Staff of a unit see its own documents, city-wide roles all of them. */
  async ledger(db: Db, actor: Actor, query: ListLedgerQuery): Promise<LedgerRowView[]> {
    const orgId = seesWholeCity(actor) ? (query.orgId ?? null) : actor.orgId;
    const documents = await this.documents.officialDocuments(db, this.clock.today(), orgId);
    const entries = new Map((await db.find(LedgerEntryEntity)).map((entry) => [entry.documentId, entry]));
    const orgNames = await this.organisations.namesOf(db, documents.map((document) => document.orgId));
    const people = await this.organisations.peopleNames(db, [...entries.values()].map((entry) => entry.decidedById));
    const words = query.q?.trim();
    const rows = documents.map((document): LedgerRowView => {
      const entry = entries.get(document.id);
      const normative = entry?.normative ?? 'undecided';
      const looksNormative = NORMATIVE_NUMBER.test(document.docNumber ?? '');
      const exceptions: LedgerException[] = [];
      const counted = normative === 'yes' || (normative === 'undecided' && looksNormative);
      if (counted && document.status !== 'released') exceptions.push('issued_not_public');
      if (counted && document.status === 'released' && !entry?.legalityReviewNo) exceptions.push('public_not_reviewed');
      return {
        document, orgName: orgNames.get(document.orgId ?? '') ?? null, normative, looksNormative, legalityReviewNo: entry?.legalityReviewNo ?? null, legalityReviewedOn: entry?.legalityReviewedOn ?? null, exceptions,
        decidedByName: entry ? (people.get(entry.decidedById) ?? null) : null, decidedAt: entry?.decidedAt.toISOString() ?? null, version: entry?.version ?? 0,
      };
    });
    return rows.filter((row) => (!query.normative || row.normative === query.normative) && (!query.exception || row.exceptions.includes(query.exception)) && (!words || row.document.title.includes(words) || (row.document.docNumber ?? '').includes(words) || (row.legalityReviewNo ?? '').includes(words)));
  }

  /** Every unit in force with what it made public in a year; a unit that made nothing public is in it too. */
  async catalogue(db: Db, actor: Actor, year: string): Promise<DisclosureCatalogueView> {
    const today = this.clock.today();
    const own = seesWholeCity(actor) ? null : actor.orgId;
    const documents = await this.documents.officialDocuments(db, today, own);
    const units = (await this.organisations.list()).filter((unit) => own === null || unit.id === own);
    const yearOf = (signedOn: string | null, publishedOn: string | null): string => (signedOn ?? publishedOn ?? '').slice(0, 4);
    return {
      year,
      rules: [...DEADLINE_RULES.filter((rule) => rule.id === 'disclosure.proactive').map(ruleText), `单位${SILENCE_LIMIT.months}个月没有公开新文件即提示（${SILENCE_LIMIT.source}）`],
      units: units.map((unit) => {
        const kept = documents.filter((document) => document.orgId === unit.id);
        const latestOn = kept.filter((document) => document.status === 'released').map((document) => document.publishedOn ?? document.signedOn ?? '').sort().at(-1) || null;
        return disclosureOf({ orgId: unit.id, orgName: unit.name }, kept.filter((document) => yearOf(document.signedOn, document.publishedOn) === year), latestOn, today);
      }),
    };
  }
}

import { Injectable } from '@nestjs/common';
import type { DocumentKind, DocumentStatus, DocumentSummaryView, EndedDocumentView, EndedValidity, Openness } from '@govmedia-hub/contracts';
import { In, IsNull, LessThan } from 'typeorm';
import type { Db } from '../../foundation/database/database.js';
import { isPublic } from './citation-resolver.js';
import { DocumentEntity, ValidityChangeEntity } from './document.entity.js';
import { SUMMARY_COLUMNS, toSummaryView } from './documents.dto.js';
import { only } from './title-keys.js';
import { changesOf, validitiesOfRows } from './validity-reader.js';

const BATCH = 400;
const ENDS: readonly string[] = ['repealed', 'declared_lapsed'];
const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Rows of the library as its public lists and ledgers need them; what is decided about them is kept one stair up. */
@Injectable()
export class LibraryListsReader {
  /**
   * Documents that ended by a day: public ones, and those known by title that a public instrument ended. Newest end first.
   */
  async ended(db: Db, today: string): Promise<EndedDocumentView[]> {
    const ids = new Set((await db.find(ValidityChangeEntity, { where: { validity: In(['repealed', 'declared_lapsed']), revokedAt: IsNull() }, select: { id: true, documentId: true } })).map((change) => change.documentId));
    for (const row of await db.find(DocumentEntity, { where: { status: 'released', openness: 'proactive', expiresOn: LessThan(today) }, select: only('id') })) ids.add(row.id);
    const rows: Pick<DocumentEntity, (typeof SUMMARY_COLUMNS)[number]>[] = [];
    const wanted = [...ids];
    for (let i = 0; i < wanted.length; i += BATCH) rows.push(...(await db.find(DocumentEntity, { where: { id: In(wanted.slice(i, i + BATCH)) }, select: only(...SUMMARY_COLUMNS) })));
    const shown = rows.filter((row) => isPublic(row) || row.status === 'named');
    const [validities, changes] = [await validitiesOfRows(db, shown, today), await changesOf(db, shown.map((row) => row.id))];
    const found = shown.flatMap((row): EndedDocumentView[] => {
      const validity = validities.get(row.id)!;
      if (!ENDS.includes(validity) && validity !== 'expired') return [];
      const end = (changes.get(row.id) ?? []).filter((change) => change.validity === validity && (change.fromOn === null || change.fromOn <= today)).sort((a, b) => ((a.fromOn ?? '') < (b.fromOn ?? '') ? -1 : 1))[0];
      if (validity !== 'expired' && end && !isPublic(end.by) && row.status === 'named') return [];
      const endedOn = validity === 'expired' ? nextDay(row.expiresOn!) : (end?.fromOn ?? null);
      return [{
        id: row.id, title: row.title, docNumber: row.docNumber, issuer: row.issuer, kind: row.kind, validity: validity as EndedValidity, endedOn, hasText: row.status !== 'named',
        by: end && isPublic(end.by) ? { id: end.by.id, title: end.by.title, docNumber: end.by.docNumber } : null,
      }];
    });
    return found.sort((a, b) => ((b.endedOn ?? '') < (a.endedOn ?? '') ? -1 : (b.endedOn ?? '') > (a.endedOn ?? '') ? 1 : a.id < b.id ? -1 : 1));
  }

  /** Every official document of the library with its text, newest first; of one unit when it is named. */
  async officialDocuments(db: Db, today: string, orgId: string | null): Promise<DocumentSummaryView[]> {
    const rows = await db.find(DocumentEntity, { where: { kind: 'official', status: In(['draft', 'confirmed', 'released', 'withdrawn']), ...(orgId === null ? {} : { orgId }) }, select: only(...SUMMARY_COLUMNS), order: { sortOn: 'DESC', id: 'DESC' } });
    const validities = await validitiesOfRows(db, rows, today);
    return rows.map((row) => toSummaryView(row, validities.get(row.id) ?? 'unknown'));
  }

  /** Which of these documents residents may not read now. */
  async hiddenOf(db: Db, ids: readonly string[]): Promise<Set<string>> {
    const hidden = new Set(ids);
    for (let i = 0; i < ids.length; i += BATCH) for (const row of await db.find(DocumentEntity, { where: { id: In(ids.slice(i, i + BATCH)) }, select: { id: true, status: true, openness: true } })) if (isPublic(row)) hidden.delete(row.id);
    return hidden;
  }

  /** Official documents that are or were public, by their 文号. */
  async keptByNumbers(db: Db, docNumbers: readonly string[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (let i = 0; i < docNumbers.length; i += BATCH) for (const row of await db.find(DocumentEntity, { where: { docNumber: In(docNumbers.slice(i, i + BATCH)), kind: 'official', status: In(['released', 'withdrawn']) }, select: only('id', 'docNumber', 'status') })) if (row.status === 'released' || !found.has(row.docNumber!)) found.set(row.docNumber!, row.id);
    return found;
  }

  /** What decides whether a document may stand in the ledger, and whose it is; null when there is none. */
  async keptBy(db: Db, id: string): Promise<{ orgId: string | null; kind: DocumentKind; status: DocumentStatus; openness: Openness | null } | null> {
    return db.findOne(DocumentEntity, { where: { id }, select: { id: true, orgId: true, kind: true, status: true, openness: true } });
  }
}

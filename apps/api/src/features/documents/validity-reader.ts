import type { Validity } from '@govmedia-hub/contracts';
import { In } from 'typeorm';
import type { Db } from '../../foundation/database/database.js';
import { DocumentEntity, ValidityChangeEntity } from './document.entity.js';
import { only } from './title-keys.js';
import { changeBegins, validityOn, type ForceChange } from './validity-on.js';

/** A change with the instrument that did it, known to be confirmed. */
export interface CountingChange extends ForceChange {
  row: ValidityChangeEntity;
  by: Pick<DocumentEntity, 'id' | 'title' | 'docNumber' | 'status' | 'openness' | 'effectiveOn' | 'publishedOn' | 'signedOn'>;
}

const BATCH = 400;
const DATES = ['id', 'status', 'signedOn', 'publishedOn', 'effectiveOn', 'expiresOn', 'doubtful'] as const;

/** Changes of documents by confirmed instruments, by document id. */
export async function changesOf(db: Db, ids: readonly string[]): Promise<Map<string, CountingChange[]>> {
  const changes = new Map<string, CountingChange[]>();
  const rows: ValidityChangeEntity[] = [];
  const all = ids.length > BATCH ? new Set(ids) : null;
  if (all) rows.push(...(await db.find(ValidityChangeEntity, { order: { id: 'ASC' } })).filter((row) => all.has(row.documentId)));
  else for (let i = 0; i < ids.length; i += BATCH) rows.push(...(await db.find(ValidityChangeEntity, { where: { documentId: In(ids.slice(i, i + BATCH)) }, order: { id: 'ASC' } })));
  const instruments = new Map<string, CountingChange['by']>();
  const wanted = [...new Set(rows.map((row) => row.byDocumentId))];
  for (let i = 0; i < wanted.length; i += BATCH) {
    const found = await db.find(DocumentEntity, { where: { id: In(wanted.slice(i, i + BATCH)), status: In(['confirmed', 'released']) }, select: only('id', 'title', 'docNumber', 'status', 'openness', 'effectiveOn', 'publishedOn', 'signedOn') });
    for (const by of found) instruments.set(by.id, by);
  }
  for (const row of rows) {
    const by = instruments.get(row.byDocumentId);
    if (by) changes.set(row.documentId, [...(changes.get(row.documentId) ?? []), { validity: row.validity, fromOn: changeBegins(row.fromOn, by), row, by }]);
  }
  return changes;
}

/** How documents whose dates are at hand stand on a civil day, by id; nothing is vouched for what was withdrawn. */
export async function validitiesOfRows(db: Db, rows: readonly Pick<DocumentEntity, (typeof DATES)[number]>[], day: string): Promise<Map<string, Validity>> {
  const changes = await changesOf(db, rows.map((row) => row.id));
  return new Map(rows.map((row) => [row.id, row.status === 'withdrawn' ? 'unknown' : validityOn({ ...row, named: row.status === 'named' }, changes.get(row.id) ?? [], day)]));
}

/** How documents stand on a civil day, by id; ids that do not exist are left out. */
export async function validitiesOf(db: Db, ids: readonly string[], day: string): Promise<Map<string, Validity>> {
  const rows: Pick<DocumentEntity, (typeof DATES)[number]>[] = [];
  for (let i = 0; i < ids.length; i += BATCH) rows.push(...(await db.find(DocumentEntity, { where: { id: In(ids.slice(i, i + BATCH)) }, select: only(...DATES) })));
  return validitiesOfRows(db, rows, day);
}

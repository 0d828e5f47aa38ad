import type { Validity } from '@govmedia-hub/contracts';
import { In, IsNull } from 'typeorm';
import type { Db } from '../../foundation/database/database.js';
import { DocumentEntity, DocumentSectionEntity, ValidityChangeEntity } from './document.entity.js';
import { only } from './title-keys.js';
import { changeBegins, validityOn, type ForceChange } from './validity-on.js';

/** A change with the instrument that did it, known to be confirmed. */
export interface CountingChange extends ForceChange {
  row: ValidityChangeEntity;
  by: Pick<DocumentEntity, 'id' | 'title' | 'docNumber' | 'status' | 'openness' | 'effectiveOn' | 'publishedOn' | 'signedOn' | 'confirmedAt'>;
}

/** Something that happened, or will happen on a known day, to a document that texts rest on. */
export interface BasisChange {
  /** Id of the recorded change, 'expiry' or 'withdrawal'. */
  key: string;
  change: ValidityChangeEntity['validity'] | 'expired' | 'withdrawn';
  fromOn: string | null;
  /** When this hub came to know of it. */
  knownAt: Date;
  byDocumentId: string | null;
  /** What an amendment touches, with everything above and below in the tree of sections; null: anything. */
  anchors: ReadonlySet<string> | null;
}

/** How a document stands on a day, and every change of it that is known, those of later days among them. */
export interface Standing { validity: Validity; changes: BasisChange[] }

const BATCH = 400;
const DATES = ['id', 'status', 'signedOn', 'publishedOn', 'effectiveOn', 'expiresOn', 'doubtful'] as const;
/** As DATES, with what else a standing tells. */
const STANDING = [...DATES, 'withdrawnAt'] as const;

/** Changes of documents by confirmed instruments, by document id. */
export async function changesOf(db: Db, ids: readonly string[]): Promise<Map<string, CountingChange[]>> {
  const changes = new Map<string, CountingChange[]>();
  const rows: ValidityChangeEntity[] = [];
  const all = ids.length > BATCH ? new Set(ids) : null;
  if (all) rows.push(...(await db.find(ValidityChangeEntity, { where: { revokedAt: IsNull() }, order: { id: 'ASC' } })).filter((row) => all.has(row.documentId)));
  else for (let i = 0; i < ids.length; i += BATCH) rows.push(...(await db.find(ValidityChangeEntity, { where: { documentId: In(ids.slice(i, i + BATCH)), revokedAt: IsNull() }, order: { id: 'ASC' } })));
  const instruments = new Map<string, CountingChange['by']>();
  const wanted = [...new Set(rows.map((row) => row.byDocumentId))];
  for (let i = 0; i < wanted.length; i += BATCH) {
    const found = await db.find(DocumentEntity, { where: { id: In(wanted.slice(i, i + BATCH)), status: In(['confirmed', 'released']) }, select: only('id', 'title', 'docNumber', 'status', 'openness', 'effectiveOn', 'publishedOn', 'signedOn', 'confirmedAt') });
    for (const by of found) instruments.set(by.id, by);
  }
  for (const row of rows) {
    const by = instruments.get(row.byDocumentId);
    if (by) changes.set(row.documentId, [...(changes.get(row.documentId) ?? []), { validity: row.validity, fromOn: changeBegins(row.fromOn, by), row, by }]);
  }
  return changes;
}

const validityOf = (row: Pick<DocumentEntity, (typeof DATES)[number]>, changes: readonly CountingChange[], day: string): Validity => (row.status === 'withdrawn' ? 'unknown' : validityOn({ ...row, named: row.status === 'named' }, changes, day));

/** How documents whose dates are at hand stand on a civil day, by id; nothing is vouched for what was withdrawn. */
export async function validitiesOfRows(db: Db, rows: readonly Pick<DocumentEntity, (typeof DATES)[number]>[], day: string): Promise<Map<string, Validity>> {
  const changes = await changesOf(db, rows.map((row) => row.id));
  return new Map(rows.map((row) => [row.id, validityOf(row, changes.get(row.id) ?? [], day)]));
}

/** How documents stand on a civil day, by id; ids that do not exist are left out. */
export async function validitiesOf(db: Db, ids: readonly string[], day: string): Promise<Map<string, Validity>> {
  return validitiesOfRows(db, await datesOf(db, ids), day);
}

/** As validitiesOf, with the changes that a text which rests on the documents must follow. */
export async function standingsOf(db: Db, ids: readonly string[], day: string): Promise<Map<string, Standing>> {
  const rows = await datesOf(db, ids);
  const changes = await changesOf(db, rows.map((row) => row.id));
  const standings = new Map<string, Standing>();
  for (const row of rows) {
    const own = changes.get(row.id) ?? [];
    const tree = own.some((change) => change.row.anchors !== null) ? await db.find(DocumentSectionEntity, { where: { documentId: row.id }, select: only('id', 'anchor', 'parentAnchor') }) : [];
    const found = own.map((change): BasisChange => ({
      key: change.row.id, change: change.validity, fromOn: change.fromOn, knownAt: change.row.recordedAt ?? change.by.confirmedAt ?? new Date(0), byDocumentId: change.by.id,
      anchors: change.row.anchors === null ? null : aroundAnchors(change.row.anchors, tree),
    }));
    const ended = found.some((change) => change.change !== 'amended');
    if (!ended && row.expiresOn !== null && row.expiresOn < day) found.push({ key: 'expiry', change: 'expired', fromOn: row.expiresOn, knownAt: new Date(0), byDocumentId: null, anchors: null });
    if (row.status === 'withdrawn') found.push({ key: 'withdrawal', change: 'withdrawn', fromOn: null, knownAt: row.withdrawnAt ?? new Date(0), byDocumentId: null, anchors: null });
    standings.set(row.id, { validity: validityOf(row, own, day), changes: found });
  }
  return standings;
}

/** Anchors with those that hold them and those that they hold: a text may be bound to a chapter. */
export function aroundAnchors(anchors: readonly string[], tree: readonly Pick<DocumentSectionEntity, 'anchor' | 'parentAnchor'>[]): Set<string> {
  const parents = new Map(tree.map((section) => [section.anchor, section.parentAnchor]));
  const found = new Set(anchors);
  for (const anchor of anchors) for (let up = parents.get(anchor) ?? null; up !== null && !found.has(up); up = parents.get(up) ?? null) found.add(up);
  const below = new Set(anchors);
  for (const section of tree) if (section.parentAnchor !== null && below.has(section.parentAnchor)) below.add(section.anchor);
  return new Set([...found, ...below]);
}

async function datesOf(db: Db, ids: readonly string[]): Promise<Pick<DocumentEntity, (typeof STANDING)[number]>[]> {
  const rows: Pick<DocumentEntity, (typeof STANDING)[number]>[] = [];
  for (let i = 0; i < ids.length; i += BATCH) rows.push(...(await db.find(DocumentEntity, { where: { id: In(ids.slice(i, i + BATCH)) }, select: only(...STANDING) })));
  return rows;
}

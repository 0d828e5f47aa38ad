import type { DocumentVersionView } from '@govmedia-hub/contracts';
import { In } from 'typeorm';
import type { Db } from '../../foundation/database/database.js';
import { isPublic } from './citation-resolver.js';
import { DocumentEntity, DocumentVersionEntity } from './document.entity.js';
import { only } from './title-keys.js';

const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** The states of a document's text, the first one first. With `publicOnly`, instruments that residents may not read are named without a link. */
export async function versionsOf(db: Db, documentId: string, publicOnly: boolean): Promise<DocumentVersionView[]> {
  const rows = await db.find(DocumentVersionEntity, { where: { documentId }, select: only('id', 'number', 'fromOn', 'byDocumentId', 'digest'), order: { number: 'ASC' } });
  if (rows.length === 0) return [];
  const instruments = new Map((await db.find(DocumentEntity, { where: { id: In(rows.flatMap((row) => row.byDocumentId ?? [])) }, select: only('id', 'title', 'docNumber', 'status', 'openness') })).map((row) => [row.id, row]));
  return rows.map((row, at) => {
    const by = row.byDocumentId === null ? null : (instruments.get(row.byDocumentId) ?? null);
    const next = rows[at + 1]?.fromOn ?? null;
    return { number: row.number, fromOn: row.fromOn, toOn: next === null ? null : dayBefore(next), by: by && { id: publicOnly && !isPublic(by) ? null : by.id, title: by.title, docNumber: by.docNumber }, digest: row.digest };
  });
}

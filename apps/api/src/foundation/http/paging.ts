import { LIMITS, type Page } from '@govmedia-hub/contracts';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { DomainError } from '../errors/domain-error.js';

/** Where a page ends: the sort value and the id of its last row. */
interface Mark { value: string | number; id: string }

/**
 * Reads one page of a query builder, newest first by `sortBy` and then by id, with an opaque cursor.
 * @param sortBy property of `alias`, of a type that compares the same in both databases (text, whole number, instant)
 * @throws DomainError paging.bad_cursor
 */
export async function pageOf<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  alias: string,
  sortBy: string,
  page: { cursor?: string; limit?: number },
  direction: 'ASC' | 'DESC' = 'DESC',
): Promise<{ rows: T[]; nextCursor: string | null; total: number }> {
  const limit = Math.min(page.limit ?? LIMITS.pageDefault, LIMITS.pageMax);
  const total = await query.clone().getCount();
  if (page.cursor) {
    const mark = readCursor(page.cursor);
    const value = typeof mark.value === 'string' && /^\d{4}-\d\d-\d\dT/.test(mark.value) ? new Date(mark.value) : mark.value;
    const beyond = direction === 'DESC' ? '<' : '>';
    query.andWhere(`(${alias}.${sortBy} ${beyond} :pageValue OR (${alias}.${sortBy} = :pageValue AND ${alias}.id ${beyond} :pageId))`, { pageValue: toParameter(query, value), pageId: mark.id });
  }
  const rows = await query.orderBy(`${alias}.${sortBy}`, direction).addOrderBy(`${alias}.id`, direction).take(limit + 1).getMany();
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { rows: kept, total, nextCursor: rows.length > limit && last ? writeCursor({ value: markValue(last[sortBy]), id: last['id'] as string }) : null };
}

/** Turns a page of rows into a page of views. */
export function toPage<T, V>(page: { rows: T[]; nextCursor: string | null; total: number }, toView: (row: T) => V): Page<V> {
  return { items: page.rows.map(toView), nextCursor: page.nextCursor, total: page.total };
}

/** A page out of a list that is already in memory; the cursor is the offset. */
export function pageOfList<T>(items: readonly T[], page: { cursor?: string; limit?: number }): Page<T> {
  const limit = Math.min(page.limit ?? LIMITS.pageDefault, LIMITS.pageMax);
  const start = page.cursor ? Number(readCursor(page.cursor).value) : 0;
  if (!Number.isInteger(start) || start < 0) throw new DomainError('paging.bad_cursor');
  const end = start + limit;
  return { items: items.slice(start, end), nextCursor: end < items.length ? writeCursor({ value: end, id: '' }) : null, total: items.length };
}

const markValue = (value: unknown): string | number => (value instanceof Date ? value.toISOString() : typeof value === 'number' ? value : String(value ?? ''));

/** SQLite keeps instants as text in its own writing, so the parameter must be written the same way. */
function toParameter(query: SelectQueryBuilder<ObjectLiteral>, value: string | number | Date): unknown {
  if (!(value instanceof Date)) return value;
  return query.connection.options.type === 'better-sqlite3' ? value.toISOString().replace('T', ' ').replace('Z', '') : value;
}

function writeCursor(mark: Mark): string {
  return Buffer.from(JSON.stringify([mark.value, mark.id])).toString('base64url');
}

function readCursor(cursor: string): Mark {
  try {
    const [value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [string | number, string];
    if ((typeof value !== 'string' && typeof value !== 'number') || typeof id !== 'string') throw new Error('shape');
    return { value, id };
  } catch {
    throw new DomainError('paging.bad_cursor');
  }
}

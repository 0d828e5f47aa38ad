import type { DeskId } from '@govmedia-hub/contracts';
import { MoreThan } from 'typeorm';
import type { Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import type { ContentEntity } from '../contents/contents.reader.js';
import { ReviewClaimEntity } from './verdict.entity.js';

/** Claims on a text that still hold. */
export const liveClaims = (db: Db, row: Pick<ContentEntity, 'id' | 'round'>, now: Date): Promise<ReviewClaimEntity[]> =>
  db.find(ReviewClaimEntity, { where: { contentId: row.id, round: row.round, until: MoreThan(now) }, order: { at: 'ASC', id: 'ASC' } });

/** @throws DomainError reviews.claimed_by_other while a colleague has the desk in hand */
export async function requireDesk(db: Db, row: ContentEntity, desk: DeskId, personId: string, now: Date): Promise<void> {
  const claim = (await liveClaims(db, row, now)).find((entry) => entry.desk === desk);
  if (claim && claim.byId !== personId) throw new DomainError('reviews.claimed_by_other', { desk, until: claim.until.toISOString() });
}

import type { Priority } from '@govmedia-hub/contracts';
import { deadline, findDeadlineRule, type DeadlineRuleId } from '@govmedia-hub/working-days';
import { In } from 'typeorm';
import type { Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import type { ContentEntity } from '../contents/contents.reader.js';
import type { Processes } from '../review-processes/review-processes.reader.js';
import type { ReviewProcess } from '../rulebook/rulebook.service.js';
import { ReviewCaseEntity } from './verdict.entity.js';

const RULES: Record<Priority, DeadlineRuleId> = { normal: 'review.normal', urgent: 'review.urgent' };

/** The last day for the desks of a text handed in on a day: by the days of its process, or else by the deadline rules. */
export function dueOn({ days }: Pick<ReviewProcess, 'days'>, priority: Priority, submittedOn: string): string {
  const rule = days ? { amount: days[priority], unit: 'working_day' as const } : findDeadlineRule(RULES[priority], submittedOn);
  return rule ? deadline({ receivedOn: submittedOn, rule }).dueOn : submittedOn;
}

/** Fixes the process, the priority and the last day of a round that is handed in. */
export async function openCase(db: Db, row: Pick<ContentEntity, 'id' | 'kind' | 'round'>, priority: Priority, now: Date, today: string, process: ReviewProcess): Promise<ReviewCaseEntity> {
  const { id, version } = process;
  const entry = { id: newId(), contentId: row.id, round: row.round, processId: id, processVersion: version, priority, submittedAt: now, reopenedAt: null, dueOn: dueOn(process, priority, today) };
  await db.insert(ReviewCaseEntity, entry);
  return db.create(ReviewCaseEntity, entry);
}

/** How pressing the text was when it was handed in last: what was urgent stays so when it comes back. */
export async function lastPriority(db: Db, contentId: string): Promise<Priority> {
  return (await db.findOne(ReviewCaseEntity, { where: { contentId }, order: { round: 'DESC' } }))?.priority ?? 'normal';
}

export const caseOf = (db: Db, row: Pick<ContentEntity, 'id' | 'round'>): Promise<ReviewCaseEntity | null> => db.findOneBy(ReviewCaseEntity, { contentId: row.id, round: row.round });

/** Cases of the current rounds, by item. */
export async function casesOf(db: Db, rows: readonly Pick<ContentEntity, 'id' | 'round'>[]): Promise<Map<string, ReviewCaseEntity>> {
  const rounds = new Map(rows.map((row) => [row.id, row.round]));
  const found = new Map<string, ReviewCaseEntity>();
  const ids = [...rounds.keys()];
  for (let i = 0; i < ids.length; i += 400)
    for (const entry of await db.findBy(ReviewCaseEntity, { contentId: In(ids.slice(i, i + 400)) })) if (entry.round === rounds.get(entry.contentId)) found.set(entry.contentId, entry);
  return found;
}

/** The process a text goes by: the one fixed at its submission; a draft shows today's. */
export function processFor(row: Pick<ContentEntity, 'kind' | 'status'>, entry: ReviewCaseEntity | null, today: string, processes: Processes): ReviewProcess {
  if (entry) return processes.of(row.kind, entry);
  return row.status === 'draft' || row.status === 'returned' ? processes.inForce(row.kind, today) : processes.of(row.kind, null);
}

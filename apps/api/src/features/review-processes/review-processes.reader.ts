import { Injectable } from '@nestjs/common';
import { CONTENT_KINDS, processProblems, type ContentKind, type Priority, type ReviewProcessComparisonView, type ReviewProcessLineView, type ReviewProcessStatus, type ReviewProcessVersionView } from '@govmedia-hub/contracts';
import { findDeadlineRule } from '@govmedia-hub/working-days';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { REVIEW_PROCESSES, type ReviewProcess, type ReviewProcessDesk } from '../rulebook/rulebook.service.js';
import { Processes } from './processes.js';
import { processChanges } from './process-changes.js';
import { ReviewProcessVersionEntity } from './review-process.entity.js';

/** What is asked of review processes: those in force for a text, and every version for the people who keep them. */
@Injectable()
export class ReviewProcessesReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly organisations: OrganisationsService,
  ) {}

  /** Every process a text may go by. The table holds a few rows a year. */
  async all(db: Db): Promise<Processes> {
    return new Processes((await db.find(ReviewProcessVersionEntity)).filter((row) => row.draftOf === null));
  }

  /** @throws DomainError review_processes.not_found */
  async version(db: Db, id: string): Promise<ReviewProcessVersionEntity> {
    const row = await db.findOneBy(ReviewProcessVersionEntity, { id });
    if (!row) throw new DomainError('review_processes.not_found', { id });
    return row;
  }

  lines(): Promise<ReviewProcessLineView[]> {
    return this.database.read(async (db) => {
      const rows = await db.find(ReviewProcessVersionEntity, { order: { number: 'DESC' } });
      const names = await this.organisations.peopleNames(db, rows.flatMap((row) => [row.createdById, row.decidedById]));
      return CONTENT_KINDS.map((kind) => this.lineOf(kind, rows.filter((row) => row.kind === kind), names));
    });
  }

  line(kind: ContentKind): Promise<ReviewProcessLineView> {
    return this.lines().then((lines) => lines.find((line) => line.kind === kind)!);
  }

  comparison(id: string): Promise<ReviewProcessComparisonView> {
    return this.database.read(async (db) => {
      const row = await this.version(db, id);
      const { versions } = this.lineOf(row.kind, await db.findBy(ReviewProcessVersionEntity, { kind: row.kind }), new Map());
      const inForce = versions.find(({ status }) => status === 'in_force')!;
      return { withNumber: inForce.number, changes: processChanges(inForce, { ...row, desks: desksOf(row, this.clock.today()) }) };
    });
  }

  private lineOf(kind: ContentKind, rows: readonly ReviewProcessVersionEntity[], names: Map<string, string>): ReviewProcessLineView {
    const today = this.clock.today();
    const processes = new Processes(rows.filter((row) => row.draftOf === null));
    const city = processes.ownInForce(kind, today)?.number ?? null;
    const inForce = processes.inForce(kind, today);
    const own = rows.map((row): ReviewProcessVersionView => {
      const { id, number, name, source, note, effectiveFrom, days, version } = row;
      const desks = desksOf(row, today);
      const status: ReviewProcessStatus = effectiveFrom === null ? 'draft' : effectiveFrom > today ? 'scheduled' : number === city ? 'in_force' : 'superseded';
      return { id, status, number, name, source, note, effectiveFrom, days, desks, version, createdByName: names.get(row.createdById) ?? null, decidedByName: row.decidedById === null ? null : names.get(row.decidedById) ?? null, decidedAt: row.decidedAt?.toISOString() ?? null, problems: status === 'draft' ? processProblems(row) : [] };
    });
    const builtIn = REVIEW_PROCESSES.filter((process) => process.kinds.includes(kind)).map((process): ReviewProcessVersionView => ({
      id: null, status: city === null && process.version === inForce.version ? 'in_force' : process.effectiveFrom > today ? 'scheduled' : 'superseded', number: Number(process.version), name: process.name, source: process.source, note: '', effectiveFrom: process.effectiveFrom,
      days: daysOf(process, today), desks: desksOf(process, today), createdByName: null, decidedByName: null, decidedAt: null, problems: [], version: 0,
    }));
    return { kind, versions: [...own, ...builtIn].sort((a, b) => b.number - a.number) };
  }
}

/** Working days of a process: its own, or those of the deadline rules on a day. */
export function daysOf(process: Pick<ReviewProcess, 'days'>, on: string): { normal: number; urgent: number } {
  return process.days ?? { normal: findDeadlineRule('review.normal', on)?.amount ?? 3, urgent: findDeadlineRule('review.urgent', on)?.amount ?? 1 };
}

/** The steps of a process with their working days: their own, or those of the deadline rules on a day. */
export function desksOf({ desks }: Pick<ReviewProcess, 'desks'>, on: string): (ReviewProcessDesk & { days: Record<Priority, number> })[] {
  const house = { normal: findDeadlineRule('review.step.normal', on)?.amount ?? 1, urgent: findDeadlineRule('review.step.urgent', on)?.amount ?? 1 };
  return desks.map((desk) => ({ ...desk, days: desk.days ?? house }));
}

// What the desks work by.
export { Processes } from './processes.js';

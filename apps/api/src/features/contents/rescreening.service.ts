import { Injectable } from '@nestjs/common';
import type { ContentStatus, Gate } from '@govmedia-hub/contracts';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import type { Actor } from '../../foundation/session/actor.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { ContentScreening, type Screening } from './content-screening.js';
import { statusAfter } from './content.workflow.js';
import { ContentEntity, ContentFindingEntity } from './content.entity.js';
import { ContentsReader } from './contents.reader.js';
import { holdsGate } from './finding-decisions.js';
import { FindingStore } from './finding-store.js';

/** Texts that people judge or have judged and that are not out yet. */
const IN_WORK: readonly ContentStatus[] = ['in_gates', 'in_review', 'approved'];

/** The machine's second look at texts in work, after other lexicons came into use. */
@Injectable()
export class RescreeningService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly screening: ContentScreening,
    private readonly findings: FindingStore,
    private readonly reader: ContentsReader,
  ) {}

  /** Screens a text in work once more when other lexicons apply than those that its findings come from; null when they are the same. */
  async look(id: string): Promise<{ row: ContentEntity; screening: Screening } | null> {
    return this.database.read(async (db) => {
      const row = await this.reader.get(db, id);
      if (!IN_WORK.includes(row.status) || row.lexiconVersion === (await this.screening.lexiconVersion(db))) return null;
      return { row, screening: await this.screening.screenRevision(db, row.kind, await this.reader.revision(db, row.revisionId)) };
    });
  }

  /**
   * Puts a new screening beside a text in work. Closed gates whose findings now wait for a person open again, in a new round.
   * @returns these gates; none when the text stays where it is. @throws DomainError contents.changed_meanwhile
   */
  async take(db: Db, actor: Pick<Actor, 'personId' | 'orgId'>, row: ContentEntity, { findings, lexiconVersion }: Screening, closed: readonly Gate[]): Promise<Gate[]> {
    await this.findings.replace(db, row.id, findings);
    const waiting = new Set((await db.findBy(ContentFindingEntity, { contentId: row.id })).filter(holdsGate).map((finding) => finding.gate));
    const reopened = closed.filter((gate) => waiting.has(gate));
    const moved = reopened.length > 0 ? { status: statusAfter(row.status, 'reopen') ?? row.status, round: row.round + 1, updatedAt: this.clock.now(), version: row.version + 1 } : {};
    const { affected } = await db.update(ContentEntity, { id: row.id, version: row.version }, { ...moved, lexiconVersion });
    if (affected !== 1) throw new DomainError('contents.changed_meanwhile', { version: (await this.reader.get(db, row.id)).version, status: row.status });
    await this.events.record(db, actor, { verb: 'contents.rescreened', subjectType: 'content', subjectId: row.id, facts: { digest: row.digest, from: row.lexiconVersion, to: lexiconVersion, reopened: reopened.join(' ') } });
    return reopened;
  }

  /** Whether the findings of a text come from the lexicons of today; asked again inside the transaction that publishes. */
  isForToday(db: Db, row: ContentEntity): Promise<boolean> {
    return this.screening.namesToday(db, row.lexiconVersion);
  }
}

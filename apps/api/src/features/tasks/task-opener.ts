import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { TaskResult } from '@govmedia-hub/contracts';
import { In } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DailyWork } from '../../foundation/jobs/daily-work.js';
import { EventLogService, type SealedEvent } from '../event-log/event-log.service.js';
import { PublishingReader, type PublicationStanding } from '../publishing/publishing.reader.js';
import { recheckDue } from './task-deadline.js';
import { TaskEntity } from './task.entity.js';

const SYSTEM = { personId: 'system', orgId: '' };
/** Events of a document after which texts that rest on it may have to follow. */
const CHANGES = new Set(['documents.validity_changed', 'documents.validity_revoked', 'documents.withdrawn', 'documents.version_recorded']);

/**
 * Follows the event feed: opens a task on every public text whose basis changed and closes it when the text was revised or
 * withdrawn. Each step asks the tables what is so now, so that it may be done twice and by several processes.
 */
@Injectable()
export class TaskOpener implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('tasks');
  private readonly daily: DailyWork;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly publishing: PublishingReader,
  ) {
    this.daily = new DailyWork(clock, () => this.sweep(), (error) => this.logger.error(`sweep: ${error.message}`));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.events.join({ name: 'tasks', follow: (events) => this.follow(events) });
    this.daily.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.daily.stop();
  }

  /** Looks at every public text: documents expire at midnight without an event. */
  async sweep(): Promise<void> {
    for (const id of await this.database.read((db) => this.publishing.restingOn(db))) {
      if (this.daily.ended) return;
      await this.reconcile(id);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  private async follow(events: SealedEvent[]): Promise<void> {
    const documentIds = [...new Set(events.flatMap((event) => (CHANGES.has(event.verb) ? [event.subjectId] : [])))];
    const ids = new Set(events.flatMap(({ facts }) => (typeof facts['publicationId'] === 'string' ? [facts['publicationId']] : [])));
    if (documentIds.length > 0) {
      await this.database.read(async (db) => {
        for (const id of await this.publishing.restingOn(db, documentIds)) ids.add(id);
        for (let i = 0; i < documentIds.length; i += 400) for (const task of await db.find(TaskEntity, { where: { documentId: In(documentIds.slice(i, i + 400)), status: 'open' }, select: { id: true, publicationId: true } })) ids.add(task.publicationId);
      });
    }
    for (const id of ids) await this.reconcile(id);
  }

  /** Brings the tasks of one text in line with what it has still to follow. */
  private async reconcile(publicationId: string): Promise<void> {
    const behind = await this.database.read(async (db) => {
      const standing = await this.publishing.standingOf(db, publicationId);
      return standing !== null && (await this.movesOf(db, standing)).some(Boolean);
    });
    if (!behind) return;
    await this.database.transaction(async (db) => {
      const standing = (await this.publishing.standingOf(db, publicationId))!;
      const [, open, close] = await this.movesOf(db, standing);
      for (const task of open) await this.open(db, standing, task);
      for (const task of close) await this.close(db, standing, task);
    });
  }

  private async movesOf(db: Db, standing: PublicationStanding): Promise<[boolean, PublicationStanding['changes'], TaskEntity[]]> {
    const tasks = await db.findBy(TaskEntity, { publicationId: standing.id });
    const taskOf = (documentId: string, key: string): TaskEntity | undefined => tasks.find((task) => task.documentId === documentId && task.changeKey === key);
    const open = standing.changes.filter(({ documentId, change }) => taskOf(documentId, change.key)?.status !== 'open');
    const close = tasks.filter((task) => task.status === 'open' && !standing.changes.some(({ documentId, change }) => documentId === task.documentId && change.key === task.changeKey));
    return [open.length + close.length > 0, open, close];
  }

  private async open(db: Db, standing: PublicationStanding, { documentId, change, anchors }: PublicationStanding['changes'][number]): Promise<void> {
    const openedOn = this.clock.today();
    const due = recheckDue(openedOn, change.fromOn);
    const before = await db.findOneBy(TaskEntity, { publicationId: standing.id, documentId, changeKey: change.key });
    const id = before?.id ?? newId();
    const row = {
      status: 'open' as const, basisChange: change.change, changeKey: change.key, fromOn: change.fromOn, documentId, byDocumentId: change.byDocumentId, publicationId: standing.id, contentId: standing.contentId, contentKind: standing.kind, title: standing.title, orgId: standing.orgId,
      anchors, openedAt: this.clock.now(), openedOn, dueOn: due.dueOn, dueExplained: due.explained, result: null, note: null, closedAt: null, closedById: null,
    };
    if (before) await db.update(TaskEntity, { id, version: before.version }, { ...row, version: before.version + 1 });
    else await db.insert(TaskEntity, { ...row, id, version: 1 });
    await this.events.record(db, SYSTEM, { verb: 'tasks.opened', subjectType: 'task', subjectId: id, facts: { change: change.change, documentId, changeKey: change.key, textId: standing.id, dueOn: due.dueOn }, onBehalfOfOrgId: standing.orgId });
  }

  private async close(db: Db, standing: PublicationStanding, task: TaskEntity): Promise<void> {
    const result: TaskResult = standing.status === 'withdrawn' ? 'withdrawn' : standing.known.has(`${task.documentId} ${task.changeKey}`) || !(await this.stillCited(db, task)) ? 'revised' : 'basis_restored';
    const { affected } = await db.update(TaskEntity, { id: task.id, version: task.version, status: 'open' }, { status: 'closed', result, closedAt: this.clock.now(), closedById: 'system', version: task.version + 1 });
    if (affected === 1) await this.events.record(db, SYSTEM, { verb: 'tasks.closed', subjectType: 'task', subjectId: task.id, facts: { result, textId: standing.id }, onBehalfOfOrgId: task.orgId });
  }

  private async stillCited(db: Db, task: TaskEntity): Promise<boolean> {
    return (await this.publishing.restingOn(db, [task.documentId])).includes(task.publicationId);
  }
}

import { Injectable } from '@nestjs/common';
import type { CloseRepostTaskRequest, CreateRepostTaskRequest, GiveReceiptRequest, ListRepostTasksQuery, Page, RepostTaskView } from '@govmedia-hub/contracts';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { InvalidRequest } from '../../foundation/errors/problem-filter.js';
import { requireOwnOrganisation, seesWholeCity, type Actor } from '../../foundation/session/actor.js';
import { AccountsReader } from '../accounts/accounts.reader.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { RepostAssignmentEntity, RepostTaskEntity } from './repost.entity.js';
import { RepostSourcesService } from '../repost-sources/repost-sources.service.js';
import { RepostsReader } from './reposts.reader.js';

/** 必转任务: what every named account must repost by a deadline, and the receipts. */
@Injectable()
export class RepostsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly accounts: AccountsService,
    private readonly accountsReader: AccountsReader,
    private readonly sources: RepostSourcesService,
    private readonly reader: RepostsReader,
  ) {}

  list(actor: Actor, query: ListRepostTasksQuery): Promise<Page<RepostTaskView>> {
    return this.database.read((db) => this.reader.list(db, actor, query));
  }

  /**
   * Asks active accounts, or all active accounts of units, to repost. The source must be on the list of that day.
   * @throws DomainError reposts.source_not_listed, reposts.no_account
   */
  create(actor: Actor, request: CreateRepostTaskRequest): Promise<RepostTaskView> {
    const deadlineAt = new Date(request.deadlineAt);
    if (deadlineAt <= this.clock.now()) throw new InvalidRequest([{ field: 'deadlineAt', message: '期限必须晚于现在。' }]);
    return this.database.transaction(async (db) => {
      const source = await this.sources.listed(db, request.sourceUrl);
      if (!source) throw new DomainError('reposts.source_not_listed', { url: request.sourceUrl });
      const accounts = await this.targets(db, request);
      const task = db.create(RepostTaskEntity, { id: newId(), title: request.title.trim(), sourceUrl: request.sourceUrl, sourceName: source.name, text: request.text, deadlineAt, createdById: actor.personId, createdAt: this.clock.now(), closedAt: null, closedReason: null, version: 0 });
      await db.insert(RepostTaskEntity, task);
      for (const { id: accountId, sponsorOrgId: orgId } of accounts) await db.insert(RepostAssignmentEntity, { id: newId(), taskId: task.id, accountId, orgId, url: null, note: null, receiptById: null, receiptAt: null, version: 0 });
      await this.events.record(db, actor, { verb: 'reposts.asked', subjectType: 'repost_task', subjectId: task.id, facts: { accounts: accounts.length, deadlineAt: deadlineAt.toISOString() } });
      return this.reader.view(db, actor, task.id);
    });
  }

  get(actor: Actor, id: string): Promise<RepostTaskView> {
    return this.database.read(async (db) => {
      const view = await this.reader.view(db, actor, id);
      if (!seesWholeCity(actor) && view.assignments.length === 0) throw new DomainError('access.other_organisation');
      return view;
    });
  }

  /** A unit shows where it reposted; after the deadline it still may, and shows as late. @throws DomainError reposts.changed_meanwhile */
  receipt(actor: Actor, assignmentId: string, request: GiveReceiptRequest): Promise<RepostTaskView> {
    return this.database.transaction(async (db) => {
      const row = await db.findOneBy(RepostAssignmentEntity, { id: assignmentId });
      if (!row) throw new DomainError('reposts.not_found', { id: assignmentId });
      requireOwnOrganisation(actor, row.orgId);
      const task = await this.reader.get(db, row.taskId);
      if (task.closedAt !== null) throw new DomainError('reposts.closed');
      const { affected } = await db.update(RepostAssignmentEntity, { id: row.id, version: request.seenVersion }, { url: request.url, note: request.note?.trim() || null, receiptById: actor.personId, receiptAt: row.receiptAt ?? this.clock.now(), version: row.version + 1 });
      if (affected !== 1) throw new DomainError('reposts.changed_meanwhile', { version: row.version });
      await this.events.record(db, actor, { verb: 'reposts.receipt_given', subjectType: 'repost_task', subjectId: task.id, facts: { assignmentId: row.id, accountId: row.accountId } });
      return this.reader.view(db, actor, task.id);
    });
  }

  close(actor: Actor, id: string, request: CloseRepostTaskRequest): Promise<RepostTaskView> {
    return this.database.transaction(async (db) => {
      const task = await this.reader.get(db, id);
      if (task.closedAt !== null) throw new DomainError('reposts.closed');
      const { affected } = await db.update(RepostTaskEntity, { id, version: request.seenVersion }, { closedAt: this.clock.now(), closedReason: request.reason.trim(), version: task.version + 1 });
      if (affected !== 1) throw new DomainError('reposts.changed_meanwhile', { version: task.version });
      await this.events.record(db, actor, { verb: 'reposts.closed', subjectType: 'repost_task', subjectId: id, facts: {} });
      return this.reader.view(db, actor, id);
    });
  }

  private async targets(db: Db, request: CreateRepostTaskRequest): Promise<{ id: string; sponsorOrgId: string }[]> {
    const rows = (await this.accountsReader.all(db)).filter((row) => request.accountIds.includes(row.id) || request.orgIds.includes(row.sponsorOrgId));
    const active = (await this.accounts.summaries(db, rows)).filter(({ status }) => status === 'active');
    const missing = [...request.accountIds.filter((id) => !active.some((account) => account.id === id)), ...request.orgIds.filter((id) => !active.some((account) => account.sponsorOrgId === id))];
    if (active.length === 0 || missing.length > 0) throw new DomainError('reposts.no_account', { missing });
    return active.map(({ id, sponsorOrgId }) => ({ id, sponsorOrgId }));
  }
}

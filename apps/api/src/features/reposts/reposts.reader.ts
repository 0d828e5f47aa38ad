import { Injectable } from '@nestjs/common';
import type { ListRepostTasksQuery, Page, RepostAssignmentView, RepostTaskView } from '@govmedia-hub/contracts';
import { In } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import type { Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { pageOf } from '../../foundation/http/paging.js';
import { hasRole, seesWholeCity, type Actor } from '../../foundation/session/actor.js';
import { AccountsReader } from '../accounts/accounts.reader.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { RepostAssignmentEntity, RepostTaskEntity } from './repost.entity.js';

/** Questions about must-repost tasks; a unit sees its own part of each. */
@Injectable()
export class RepostsReader {
  constructor(
    private readonly clock: Clock,
    private readonly accounts: AccountsReader,
    private readonly organisations: OrganisationsService,
  ) {}

  /** @throws DomainError reposts.not_found */
  async get(db: Db, id: string): Promise<RepostTaskEntity> {
    const row = await db.findOneBy(RepostTaskEntity, { id });
    if (!row) throw new DomainError('reposts.not_found', { id });
    return row;
  }

  async view(db: Db, actor: Actor, id: string): Promise<RepostTaskView> {
    return (await this.views(db, actor, [await this.get(db, id)]))[0]!;
  }

  /** Nearest deadline first among the open ones, newest first among the closed. */
  async list(db: Db, actor: Actor, query: ListRepostTasksQuery): Promise<Page<RepostTaskView>> {
    const builder = db.createQueryBuilder(RepostTaskEntity, 'task');
    const show = query.show ?? 'open';
    builder.where(show === 'closed' ? 'task.closedAt IS NOT NULL' : 'task.closedAt IS NULL');
    const own = seesWholeCity(actor) ? '' : ' AND part.orgId = :orgId';
    if (own) builder.andWhere('EXISTS (SELECT 1 FROM repost_assignments part WHERE part.taskId = task.id AND part.orgId = :orgId)', { orgId: actor.orgId });
    if (show === 'overdue') builder.andWhere(`task.deadlineAt < :now AND EXISTS (SELECT 1 FROM repost_assignments part WHERE part.taskId = task.id AND part.receiptAt IS NULL${own})`, { now: this.clock.now() });
    const page = await pageOf(builder, 'task', 'deadlineAt', query, show === 'closed' ? 'DESC' : 'ASC');
    return { items: await this.views(db, actor, page.rows), nextCursor: page.nextCursor, total: page.total };
  }

  private async views(db: Db, actor: Actor, tasks: readonly RepostTaskEntity[]): Promise<RepostTaskView[]> {
    const parts = tasks.length === 0 ? [] : await db.find(RepostAssignmentEntity, { where: { taskId: In(tasks.map((task) => task.id)), ...(seesWholeCity(actor) ? {} : { orgId: actor.orgId }) }, order: { id: 'ASC' } });
    const people = await this.organisations.peopleNames(db, [...tasks.map((task) => task.createdById), ...parts.map((part) => part.receiptById)]);
    const units = await this.organisations.namesOf(db, parts.map((part) => part.orgId));
    const accounts = new Map((await this.accounts.all(db)).map((account) => [account.id, account]));
    const now = this.clock.now();
    return tasks.map((task): RepostTaskView => {
      const assignments = parts.filter((part) => part.taskId === task.id).map((part): RepostAssignmentView => ({
        id: part.id, accountId: part.accountId, accountName: accounts.get(part.accountId)?.name ?? '', platform: accounts.get(part.accountId)?.platform ?? 'other', orgName: units.get(part.orgId) ?? '',
        state: part.receiptAt ? (part.receiptAt > task.deadlineAt ? 'late' : 'done') : now > task.deadlineAt ? 'overdue' : 'waiting', url: part.url, note: part.note, receiptByName: part.receiptById ? (people.get(part.receiptById) ?? '') : null, receiptAt: part.receiptAt?.toISOString() ?? null,
        mayGive: task.closedAt === null && part.orgId === actor.orgId && hasRole(actor, 'operator', 'publisher'), version: part.version,
      }));
      return {
        id: task.id, title: task.title, sourceUrl: task.sourceUrl, sourceName: task.sourceName, text: task.text, deadlineAt: task.deadlineAt.toISOString(), createdByName: people.get(task.createdById) ?? '', createdAt: task.createdAt.toISOString(),
        closedAt: task.closedAt?.toISOString() ?? null, closedReason: task.closedReason, total: assignments.length, done: assignments.filter(({ state }) => state === 'done' || state === 'late').length, overdue: assignments.filter(({ state }) => state === 'overdue').length,
        assignments, mayClose: task.closedAt === null && hasRole(actor, 'supervisor'), version: task.version,
      };
    });
  }
}

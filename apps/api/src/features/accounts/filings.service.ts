import { Injectable } from '@nestjs/common';
import type { DecideFilingRequest, FilingKind, FilingStatus, FilingView, Page, PageQuery, SaveFilingRequest, WithdrawFilingRequest } from '@govmedia-hub/contracts';
import { canSubmit, checkFiling, type FilingCheck, type FilingStatement } from '@govmedia-hub/inspection';
import { deadline, findDeadlineRule, type DeadlineRuleId } from '@govmedia-hub/working-days';
import { In } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { pageOf } from '../../foundation/http/paging.js';
import { requireOwnOrganisation, requireSight, seesWholeCity, type Actor } from '../../foundation/session/actor.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { FilingEntity, FilingSeriesEntity, FilingStepEntity } from './account.entity.js';
import { toFilingView } from './accounts.dto.js';
import { AccountsReader, toLiveAccount } from './accounts.reader.js';
import { AccountsService } from './accounts.service.js';
import { canMove, FILING_MOVES, filingNumber, type FilingMove } from './filing.workflow.js';

@Injectable()
export class FilingsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly organisations: OrganisationsService,
    private readonly accounts: AccountsService,
    private readonly reader: AccountsReader,
  ) {}

  list(actor: Actor, query: PageQuery & { status?: FilingStatus }): Promise<Page<FilingView>> {
    return this.database.read(async (db) => {
      const builder = db.createQueryBuilder(FilingEntity, 'filing');
      if (query.status) builder.andWhere('filing.status = :status', { status: query.status });
      if (!seesWholeCity(actor)) builder.andWhere('filing.orgId = :orgId', { orgId: actor.orgId });
      const page = await pageOf(builder, 'filing', 'id', query);
      return { items: await this.views(db, page.rows), nextCursor: page.nextCursor, total: page.total };
    });
  }

  get(actor: Actor, id: string): Promise<FilingView> {
    return this.database.read(async (db) => {
      const filing = await this.find(db, id);
      requireSight(actor, filing.orgId);
      return this.view(db, filing);
    });
  }

  /** Begins a filing as a draft of the actor's own unit. */
  create(actor: Actor, request: SaveFilingRequest): Promise<FilingView> {
    return this.database.transaction(async (db) => {
      const filing = db.create(FilingEntity, {
        id: newId(), kind: request.kind, status: 'draft', orgId: actor.orgId, accountId: request.accountId ?? null, form: request.form, checks: [], filingNo: null,
        writtenById: actor.personId, submittedById: null, submittedAt: null, dueOn: null, createdAt: this.clock.now(), version: 1,
      });
      await db.insert(FilingEntity, filing);
      await this.events.record(db, actor, { verb: FILING_MOVES.save.event, subjectType: 'filing', subjectId: filing.id, facts: { kind: filing.kind, version: 1 } });
      return this.view(db, filing);
    });
  }

  /** Saves a draft or a correction. @throws DomainError accounts.changed_meanwhile, accounts.move_not_allowed */
  save(actor: Actor, id: string, request: SaveFilingRequest): Promise<FilingView> {
    return this.database.transaction(async (db) => {
      const filing = await this.find(db, id);
      requireOwnOrganisation(actor, filing.orgId);
      const saved = await this.move(db, actor, filing, 'save', request.seenVersion ?? 0, { kind: request.kind, accountId: request.accountId ?? null, form: request.form, writtenById: actor.personId });
      return this.view(db, saved);
    });
  }

  /** Hands a filing to the supervising unit. @throws DomainError accounts.filing_blocked with the checks that stop it */
  submit(actor: Actor, id: string, seenVersion: number): Promise<FilingView> {
    return this.database.transaction(async (db) => {
      const filing = await this.find(db, id);
      requireOwnOrganisation(actor, filing.orgId);
      this.requireMove(filing, 'submit');
      const checks = await this.check(db, filing);
      if (!canSubmit(checks)) throw blocked(checks);
      const submitted = await this.move(db, actor, filing, 'submit', seenVersion, { checks, submittedById: actor.personId, submittedAt: this.clock.now() });
      await this.step(db, actor, filing.id, 'submit', null);
      return this.view(db, submitted);
    });
  }

  /** Taken back by the unit itself before it is decided. @throws DomainError accounts.move_not_allowed, accounts.changed_meanwhile */
  withdraw(actor: Actor, id: string, { seenVersion, reason }: WithdrawFilingRequest): Promise<FilingView> {
    return this.database.transaction(async (db) => {
      const filing = await this.find(db, id);
      requireOwnOrganisation(actor, filing.orgId);
      const withdrawn = await this.move(db, actor, filing, 'withdraw', seenVersion, {});
      await this.step(db, actor, id, 'withdraw', reason);
      return this.view(db, withdrawn);
    });
  }

  /**
   * The supervising unit's decision. An approval checks once more, gives the number and changes the register in the same transaction.
   * @throws DomainError accounts.own_filing for the person who wrote or submitted it, accounts.filing_blocked, accounts.move_not_allowed
   */
  async decide(actor: Actor, id: string, request: DecideFilingRequest): Promise<FilingView> {
    const today = this.clock.today();
    if (request.decision === 'approve') await this.openSeries(id, today);
    return this.database.transaction(async (db) => {
      const filing = await this.find(db, id);
      if ([filing.writtenById, filing.submittedById].includes(actor.personId)) throw new DomainError('accounts.own_filing');
      this.requireMove(filing, request.decision);
      const decided = request.decision === 'approve' ? await this.approve(db, actor, filing, request.seenVersion, today) : await this.move(db, actor, filing, request.decision, request.seenVersion, {});
      await this.step(db, actor, filing.id, request.decision, request.opinion);
      return this.view(db, decided);
    });
  }

  private async approve(db: Db, actor: Actor, { id, kind }: FilingEntity, seenVersion: number, today: string): Promise<FilingEntity> {
    // The number's row is taken first: approvals queue on it, so that everything below sees every approval before this one.
    const filingNo = await this.nextNumber(db, kind, today);
    const filing = await this.find(db, id);
    this.requireMove(filing, 'approve');
    const checks = await this.check(db, filing);
    if (!canSubmit(checks)) throw blocked(checks);
    const accountId = await this.accounts.applyFiling(db, actor, filing, filingNo, today);
    return this.move(db, actor, filing, 'approve', seenVersion, { checks, filingNo, accountId }, { filingNo, accountId });
  }

  private requireMove(filing: FilingEntity, move: FilingMove): void {
    if (!canMove(move, filing.status)) throw new DomainError('accounts.move_not_allowed', { status: filing.status });
  }

  private async move(db: Db, actor: Actor, filing: FilingEntity, move: FilingMove, seenVersion: number, changes: Partial<FilingEntity>, facts: Record<string, string | null> = {}): Promise<FilingEntity> {
    const { to, event, clock } = FILING_MOVES[move];
    this.requireMove(filing, move);
    const next: FilingEntity = { ...filing, ...changes, status: to ?? filing.status, dueOn: move === 'save' ? filing.dueOn : this.dueOn(clock), version: seenVersion + 1 };
    const { id, ...columns } = next;
    const { affected } = await db.update(FilingEntity, { id, version: seenVersion }, columns);
    if (affected !== 1) throw new DomainError('accounts.changed_meanwhile', { current: await this.view(db, filing) });
    await this.events.record(db, actor, { verb: event, subjectType: 'filing', subjectId: id, facts: { kind: next.kind, version: next.version, ...facts } });
    return next;
  }

  private dueOn(rule: DeadlineRuleId | null): string | null {
    const today = this.clock.today();
    const found = rule && findDeadlineRule(rule, today);
    return found ? deadline({ receivedOn: today, rule: found }).dueOn : null;
  }

  private async step(db: Db, actor: Actor, filingId: string, move: FilingMove, opinion: string | null): Promise<void> {
    await db.insert(FilingStepEntity, { id: newId(), filingId, at: this.clock.now(), byId: actor.personId, verb: FILING_MOVES[move].verb, opinion });
  }

  /** Makes the year's row outside the approval, because an insert that loses a race would end the approval's transaction. */
  private async openSeries(id: string, today: string): Promise<void> {
    const filing = await this.database.read((db) => this.find(db, id));
    const series = seriesOf(filing.kind, today);
    if (await this.database.read((db) => db.existsBy(FilingSeriesEntity, { id: series }))) return;
    await this.database.transaction((db) => db.insert(FilingSeriesEntity, { id: series, last: 0 })).catch(async (error: unknown) => {
      if (!(await this.database.read((db) => db.existsBy(FilingSeriesEntity, { id: series })))) throw error;
    });
  }

  private async nextNumber(db: Db, kind: FilingKind, today: string): Promise<string> {
    const series = seriesOf(kind, today);
    await db.increment(FilingSeriesEntity, { id: series }, 'last', 1);
    const { last } = await db.findOneByOrFail(FilingSeriesEntity, { id: series });
    return filingNumber(kind, Number(today.slice(0, 4)), last);
  }

  private async check(db: Db, filing: FilingEntity): Promise<FilingCheck[]> {
    const today = this.clock.today();
    const sponsor = await this.organisations.get(db, filing.orgId);
    const account = filing.accountId === null ? null : await this.reader.find(db, filing.accountId);
    const owner = account && (await this.reader.sponsors(db, [account])).get(account.sponsorOrgId);
    const before = account && (await this.reader.filingsOf(db, [account.id])).filter((each) => each.status === 'approved' && each.kind !== 'closing' && each.kind !== 'cancellation').at(-1);
    return checkFiling(toStatement(filing), {
      on: today,
      sponsor: { id: sponsor.id, name: sponsor.name, creditCode: sponsor.creditCode || null, level: sponsor.kind },
      liveAccounts: await this.reader.liveAccounts(db, today),
      account: account && { ...toLiveAccount(account, owner?.name ?? ''), statement: before ? toStatement(before) : null, noticeUntil: account.closedOn === null ? null : dayBefore(account.closedOn) },
    });
  }

  private async find(db: Db, id: string): Promise<FilingEntity> {
    const filing = await db.findOneBy(FilingEntity, { id });
    if (!filing) throw new DomainError('accounts.filing_not_found', { id });
    return filing;
  }

  private async view(db: Db, filing: FilingEntity): Promise<FilingView> {
    return (await this.views(db, [filing]))[0]!;
  }

  private async views(db: Db, filings: FilingEntity[]): Promise<FilingView[]> {
    if (filings.length === 0) return [];
    const steps = await db.find(FilingStepEntity, { where: { filingId: In(filings.map((filing) => filing.id)) }, order: { id: 'ASC' } });
    const units = await this.organisations.namesOf(db, filings.map((filing) => filing.orgId));
    const people = await this.organisations.peopleNames(db, steps.map((step) => step.byId));
    const supervisorName = (await this.organisations.findSupervising(db))?.name ?? '主管单位';
    const views: FilingView[] = [];
    for (const filing of filings) {
      const open = filing.status === 'draft' || filing.status === 'correction';
      const checks = open ? await this.check(db, filing) : filing.checks;
      views.push(toFilingView(filing, { orgName: units.get(filing.orgId) ?? '', supervisorName, checks, steps: steps.filter((step) => step.filingId === filing.id), people }));
    }
    return views;
  }
}

const blocked = (checks: FilingCheck[]): DomainError => new DomainError('accounts.filing_blocked', { checks }, checks.filter((check) => check.outcome === 'block').map((check) => check.message).join('；'));
const seriesOf = (kind: FilingKind, today: string): string => `${kind}-${today.slice(0, 4)}`;
const dayBefore = (on: string): string => new Date(Date.parse(on) - 86_400_000).toISOString().slice(0, 10);
const toStatement = (filing: FilingEntity): FilingStatement => ({ ...filing.form, kind: filing.kind, accountId: filing.accountId });

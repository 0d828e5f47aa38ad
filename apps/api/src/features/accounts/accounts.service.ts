import { Injectable } from '@nestjs/common';
import { endpoints, OBSERVATION_SUBJECTS, type AccountObservationView, type AccountPostView, type AccountSummaryView, type AccountView, type ListAccountsQuery, type Page, type PageQuery, type RecordObservationRequest, type RecordPostRequest } from '@govmedia-hub/contracts';
import { nameKey } from '@govmedia-hub/inspection';
import { addDays, addWorkingDays, findDeadlineRule } from '@govmedia-hub/working-days';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { InvalidRequest } from '../../foundation/errors/problem-filter.js';
import { type DirectRead, DirectReads } from '../../foundation/http/direct-reads.js';
import { pageOf, toPage } from '../../foundation/http/paging.js';
import { requireOwnOrganisation, requireSight, seesWholeCity, type Actor } from '../../foundation/session/actor.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { AccountEntity, AccountObservationEntity, AccountPostEntity, type FilingEntity } from './account.entity.js';
import { toAccountSummaryView, toAccountView, toObservationView, toPostView, type PublicAccountRow } from './accounts.dto.js';
import { AccountsReader } from './accounts.reader.js';

const POSTS_PER_INSERT = 50;

const PUBLIC_ACCOUNT = `SELECT a.id, a.name, a.platform, a.accountType, a.kind, a.sponsorOrgId, o.name AS sponsorName, a.filingNo, a.filedOn, a.intro, a.homepageUrl, a.successor, a.closingNoticeFrom, a.closedOn, a.cancelledOn
  FROM accounts a JOIN organisations o ON o.id = a.sponsorOrgId WHERE a.id = ?`;

/** The register of accounts: what approved filings made of it, and what the accounts publish. */
@Injectable()
export class AccountsService {
  private readonly publicAccounts: DirectRead<AccountSummaryView>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly organisations: OrganisationsService,
    private readonly reader: AccountsReader,
    reads: DirectReads,
  ) {
    this.publicAccounts = reads.add(endpoints.publicGetAccount, database.rowTextByKey(PUBLIC_ACCOUNT), (row: PublicAccountRow, today) => toAccountSummaryView(row, row.sponsorName, today));
  }

  list(actor: Actor, query: ListAccountsQuery): Promise<Page<AccountView>> {
    return this.database.read(async (db) => {
      const page = await this.reader.page(db, query, this.clock.today(), seesWholeCity(actor) ? null : actor.orgId);
      return { items: await this.views(db, page.rows), nextCursor: page.nextCursor, total: page.total };
    });
  }

  get(actor: Actor, id: string): Promise<AccountView> {
    return this.database.read(async (db) => {
      const row = await this.row(db, id);
      requireSight(actor, row.sponsorOrgId);
      return (await this.views(db, [row]))[0]!;
    });
  }

  /** The public directory: every account that was ever filed, with what it is today. */
  directory(query: ListAccountsQuery): Promise<Page<AccountSummaryView>> {
    return this.database.read(async (db) => {
      const page = await this.reader.page(db, query, this.clock.today(), null);
      return { items: await this.summaries(db, page.rows), nextCursor: page.nextCursor, total: page.total };
    });
  }

  /** @throws DomainError accounts.not_found */
  async publicAccount(id: string): Promise<AccountSummaryView> {
    const view = await this.publicAccounts.find(id, this.clock.today());
    if (!view) throw new DomainError('accounts.not_found', { id });
    return view;
  }

  async summaries(db: Db, rows: AccountEntity[]): Promise<AccountSummaryView[]> {
    const names = await this.organisations.namesOf(db, rows.map((row) => row.sponsorOrgId));
    return rows.map((row) => toAccountSummaryView(row, names.get(row.sponsorOrgId) ?? '', this.clock.today()));
  }

  posts(actor: Actor, accountId: string, query: PageQuery): Promise<Page<AccountPostView>> {
    return this.database.read(async (db) => {
      requireSight(actor, (await this.row(db, accountId)).sponsorOrgId);
      const builder = db.createQueryBuilder(AccountPostEntity, 'post').where('post.accountId = :accountId', { accountId });
      return toPage(await pageOf(builder, 'post', 'id', query), toPostView);
    });
  }

  recordPost(actor: Actor, accountId: string, request: RecordPostRequest): Promise<AccountPostView> {
    return this.database.transaction(async (db) => {
      requireOwnOrganisation(actor, (await this.row(db, accountId)).sponsorOrgId);
      return toPostView((await this.recordPosts(db, actor, accountId, [request]))[0]!);
    });
  }

  /** Records posts in bulk, in the order given; the caller has checked who may. One event for the batch. */
  async recordPosts(db: Db, actor: Actor, accountId: string, posts: readonly RecordPostRequest[]): Promise<AccountPostEntity[]> {
    const recordedAt = this.clock.now();
    const rows = posts.map((post) => db.create(AccountPostEntity, { id: newId(), accountId, title: post.title, text: post.text, url: post.url ?? null, publishedAt: post.publishedAt === null || post.publishedAt === undefined ? null : new Date(post.publishedAt), recordedAt }));
    for (let at = 0; at < rows.length; at += POSTS_PER_INSERT) await db.insert(AccountPostEntity, rows.slice(at, at + POSTS_PER_INSERT));
    await this.events.record(db, actor, { verb: 'accounts.posts_recorded', subjectType: 'account', subjectId: accountId, facts: { posts: rows.length } });
    return rows;
  }

  observations(accountId: string): Promise<AccountObservationView[]> {
    return this.database.read(async (db) => {
      await this.row(db, accountId);
      const rows = await db.find(AccountObservationEntity, { where: { accountId }, order: { id: 'DESC' } });
      const names = await this.organisations.peopleNames(db, rows.map((row) => row.recordedById));
      return rows.map((row) => toObservationView(row, names.get(row.recordedById) ?? ''));
    });
  }

  observe(actor: Actor, accountId: string, request: RecordObservationRequest): Promise<AccountObservationView> {
    return this.database.transaction(async (db) => {
      await this.row(db, accountId);
      return toObservationView(await this.recordObservation(db, actor, accountId, request), actor.name);
    });
  }

  /** Records a trial, an incident or a complaint. @throws InvalidRequest when the subject is none of its kind or lies in the future */
  async recordObservation(db: Db, actor: Actor, accountId: string, request: RecordObservationRequest): Promise<AccountObservationEntity> {
    if (!Object.hasOwn(OBSERVATION_SUBJECTS[request.kind], request.subject)) throw new InvalidRequest([{ field: 'subject', message: '不在可选范围内。' }]);
    const observedAt = new Date(request.observedAt);
    if (observedAt > this.clock.now()) throw new InvalidRequest([{ field: 'observedAt', message: '时间不能晚于现在。' }]);
    const { kind, subject, label, note } = request;
    const row = db.create(AccountObservationEntity, { id: newId(), accountId, kind, subject, label, note, url: request.url ?? null, observedAt, ok: request.ok ?? null, recordedById: actor.personId, recordedAt: this.clock.now() });
    await db.insert(AccountObservationEntity, row);
    await this.events.record(db, actor, { verb: 'accounts.observed', subjectType: 'account', subjectId: accountId, facts: { observationId: row.id, kind, subject } });
    return row;
  }

  /** Puts an approved filing into effect. @returns the id of its account. Part of the approval's transaction. */
  async applyFiling(db: Db, actor: Actor, filing: FilingEntity, filingNo: string, today: string): Promise<string> {
    if (filing.kind === 'opening') return this.register(db, actor, filing, filingNo, today);
    const row = await this.row(db, filing.accountId ?? '');
    const { form } = filing;
    const changes = {
      change: () => stated(filing, row),
      closing: () => ({ closingNoticeFrom: today, closedOn: noticeEnds(today), successor: form.successor ?? row.successor }),
      cancellation: () => ({ closingNoticeFrom: row.closingNoticeFrom ?? today, closedOn: row.closedOn === null || row.closedOn > today ? today : row.closedOn, cancelledOn: today, liveKey: null, successor: form.successor ?? row.successor }),
    }[filing.kind]();
    const { affected } = await db.update(AccountEntity, { id: row.id, version: row.version }, { ...changes, version: row.version + 1 }).catch(nameTaken);
    if (affected !== 1) throw new DomainError('accounts.changed_meanwhile');
    const verb = { change: 'accounts.changed', closing: 'accounts.closing', cancellation: 'accounts.cancelled' }[filing.kind];
    await this.events.record(db, actor, { verb, subjectType: 'account', subjectId: row.id, facts: { filingId: filing.id, filingNo } });
    return row.id;
  }

  private async register(db: Db, actor: Actor, filing: FilingEntity, filingNo: string, today: string): Promise<string> {
    const row = db.create(AccountEntity, { ...stated(filing, null), id: newId(), sponsorOrgId: filing.orgId, filingNo, filedOn: today, openedOn: filing.form.openedOn ?? today, successor: null, closingNoticeFrom: null, closedOn: null, cancelledOn: null, version: 1 });
    await db.insert(AccountEntity, row).catch(nameTaken);
    await this.events.record(db, actor, { verb: 'accounts.registered', subjectType: 'account', subjectId: row.id, facts: { filingId: filing.id, filingNo } });
    return row.id;
  }

  private async row(db: Db, id: string): Promise<AccountEntity> {
    const row = await this.reader.find(db, id);
    if (!row) throw new DomainError('accounts.not_found', { id });
    return row;
  }

  private async views(db: Db, rows: AccountEntity[]): Promise<AccountView[]> {
    const now = this.clock.now();
    const ids = rows.map((row) => row.id);
    const names = await this.organisations.namesOf(db, rows.map((row) => row.sponsorOrgId));
    const lasts = await this.reader.lastPosts(db, ids, now);
    const filings = await this.reader.filingsOf(db, ids);
    return rows.map((row) => toAccountView(row, { sponsorName: names.get(row.sponsorOrgId) ?? '', today: this.clock.today(), now, lastPostAt: lasts.get(row.id)?.publishedAt ?? null, filings: filings.filter((filing) => filing.accountId === row.id) }));
  }
}

/** What the form says of the account itself. */
function stated({ form }: FilingEntity, before: AccountEntity | null): Partial<AccountEntity> {
  const key = nameKey(form.accountName);
  return {
    name: form.accountName.trim(), nameKey: key, liveKey: `${form.platform}:${key}`, platform: form.platform, platformAccountId: form.platformAccountId.trim(), accountType: form.accountType, kind: form.accountKind, intro: form.intro,
    homepageUrl: form.homepageUrl ?? null, certSubject: form.certSubject, openedOn: form.openedOn ?? before?.openedOn ?? null, interactionChannels: form.interactionChannels, responsiblePerson: form.responsiblePerson,
    responsiblePhone: form.responsiblePhone, undertakingDept: form.undertakingDept,
  };
}

/** First day after the public notice of a closing has run. */
function noticeEnds(today: string): string {
  const rule = findDeadlineRule('filing.public_notice', today);
  return addDays(addWorkingDays(today, rule?.amount ?? 0), 1);
}

/** Two approvals at once: the database's own promise of one name per platform, in words. */
function nameTaken(error: unknown): never {
  const text = String((error as Error).message);
  if (/live_?key|UNIQUE constraint failed: accounts|Duplicate entry/i.test(text)) throw new DomainError('accounts.name_taken');
  throw error;
}


import { Injectable } from '@nestjs/common';
import { ORGANISATION_KIND_WORDS, PLATFORM_WORDS, type AccountStatus, type ListAccountsQuery, type OrganisationView } from '@govmedia-hub/contracts';
import { nameKey, type AccountFacts, type LiveAccount } from '@govmedia-hub/inspection';
import { In, type SelectQueryBuilder } from 'typeorm';
import { civilDate } from '../../foundation/clock/clock.js';
import type { Db } from '../../foundation/database/database.js';
import { pageOf } from '../../foundation/http/paging.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { AccountEntity, AccountObservationEntity, AccountPostEntity, FilingEntity } from './account.entity.js';
import { accountStatusOn } from './accounts.dto.js';

/** A register filter by status, written on the dates that make the status. */
const STATUS_FILTER: Record<AccountStatus, string> = {
  cancelled: 'account.cancelledOn <= :today',
  closed: '(account.cancelledOn IS NULL OR account.cancelledOn > :today) AND account.closedOn <= :today',
  closing_notice: '(account.cancelledOn IS NULL OR account.cancelledOn > :today) AND (account.closedOn IS NULL OR account.closedOn > :today) AND account.closingNoticeFrom <= :today',
  active: '(account.cancelledOn IS NULL OR account.cancelledOn > :today) AND (account.closedOn IS NULL OR account.closedOn > :today) AND (account.closingNoticeFrom IS NULL OR account.closingNoticeFrom > :today)',
};

/** Escapes what LIKE reads as a wildcard; used with ESCAPE '!'. */
const literally = (text: string): string => text.replace(/[!%_]/g, '!$&');

@Injectable()
export class AccountsReader {
  constructor(private readonly organisations: OrganisationsService) {}

  find(db: Db, id: string): Promise<AccountEntity | null> {
    return db.findOneBy(AccountEntity, { id });
  }

  /** One page of the register by name. @param orgId narrows to one sponsor, over and above the query */
  page(db: Db, query: ListAccountsQuery, today: string, orgId: string | null): Promise<{ rows: AccountEntity[]; nextCursor: string | null; total: number }> {
    const builder: SelectQueryBuilder<AccountEntity> = db.createQueryBuilder(AccountEntity, 'account');
    if (query.q?.trim()) builder.andWhere("account.nameKey LIKE :name ESCAPE '!'", { name: `%${literally(nameKey(query.q))}%` });
    if (query.platform) builder.andWhere('account.platform = :platform', { platform: query.platform });
    if (query.orgId) builder.andWhere('account.sponsorOrgId = :wanted', { wanted: query.orgId });
    if (orgId) builder.andWhere('account.sponsorOrgId = :orgId', { orgId });
    if (query.status) builder.andWhere(`(${STATUS_FILTER[query.status]})`, { today });
    return pageOf(builder, 'account', 'nameKey', query, 'ASC');
  }

  /** The newest dated post of each account that is not later than an instant. */
  async lastPosts(db: Db, accountIds: readonly string[], notAfter: Date): Promise<Map<string, AccountPostEntity>> {
    const found = new Map<string, AccountPostEntity>();
    for (const accountId of accountIds) {
      const post = await db.createQueryBuilder(AccountPostEntity, 'post').where('post.accountId = :accountId AND post.publishedAt <= :notAfter', { accountId, notAfter }).orderBy('post.publishedAt', 'DESC').addOrderBy('post.id', 'DESC').limit(1).getOne();
      if (post) found.set(accountId, post);
    }
    return found;
  }

  /** Posts of a span of time in the order of their ids; one without a date counts when it was recorded. */
  postsBetween(db: Db, from: Date, to: Date, page: { afterId: string; limit: number }): Promise<AccountPostEntity[]> {
    return this.posted(db, from, to).andWhere('post.id > :afterId', { afterId: page.afterId }).orderBy('post.id', 'ASC').take(page.limit).getMany();
  }

  countPostsBetween(db: Db, from: Date, to: Date): Promise<number> {
    return this.posted(db, from, to).getCount();
  }

  private posted(db: Db, from: Date, to: Date): SelectQueryBuilder<AccountPostEntity> {
    return db.createQueryBuilder(AccountPostEntity, 'post').where('((post.publishedAt >= :from AND post.publishedAt < :to) OR (post.publishedAt IS NULL AND post.recordedAt >= :from AND post.recordedAt < :to))', { from, to });
  }

  filingsOf(db: Db, accountIds: readonly string[]): Promise<FilingEntity[]> {
    if (accountIds.length === 0) return Promise.resolve([]);
    return db.find(FilingEntity, { where: { accountId: In([...accountIds]) }, order: { id: 'ASC' } });
  }

  /** Accounts that are active or in their closing notice today, as the filing checks ask for them. */
  async liveAccounts(db: Db, today: string): Promise<LiveAccount[]> {
    const rows = (await db.find(AccountEntity)).filter((row) => ['active', 'closing_notice'].includes(accountStatusOn(row, today)));
    const names = await this.sponsors(db, rows);
    return rows.map((row) => toLiveAccount(row, names.get(row.sponsorOrgId)?.name ?? ''));
  }

  all(db: Db): Promise<AccountEntity[]> {
    return db.find(AccountEntity, { order: { id: 'ASC' } });
  }

  /**
   * What is known of every account that existed at a monitoring point and was not cancelled: posts of the period, the last post
   * before it, observations. Texts stay texts; screening is the caller's.
   */
  async factsAt(db: Db, monitoringPoint: Date, periodFrom: string): Promise<AccountFacts[]> {
    const on = civilDate(monitoringPoint);
    const rows = (await this.all(db)).filter((row) => (row.openedOn === null || row.openedOn <= on) && row.filedOn <= on && accountStatusOn(row, on) !== 'cancelled');
    const sponsors = await this.sponsors(db, rows);
    const facts: AccountFacts[] = [];
    const from = new Date(`${periodFrom}T00:00:00+08:00`);
    const lasts = await this.lastPosts(db, rows.map((row) => row.id), monitoringPoint);
    for (const row of rows) {
      const posts = await db
        .createQueryBuilder(AccountPostEntity, 'post')
        .where('post.accountId = :id AND (post.publishedAt IS NULL OR (post.publishedAt >= :from AND post.publishedAt <= :point))', { id: row.id, from, point: monitoringPoint })
        .orderBy('post.id')
        .getMany();
      const last = lasts.get(row.id);
      if (last && !posts.some((post) => post.id === last.id)) posts.push(last);
      const seen = await db.createQueryBuilder(AccountObservationEntity, 'seen').where('seen.accountId = :id AND seen.observedAt <= :point', { id: row.id, point: monitoringPoint }).orderBy('seen.id').getMany();
      const sponsor = sponsors.get(row.sponsorOrgId);
      facts.push({
        account: {
          id: row.id, name: row.name, platform: row.platform, kind: row.kind, status: accountStatusOn(row, on), sponsorName: sponsor?.name ?? '', level: sponsor ? ORGANISATION_KIND_WORDS[sponsor.kind] : '',
          openedOn: row.openedOn, closingNoticeFrom: row.closingNoticeFrom, closedOn: row.closedOn, cancelledOn: row.cancelledOn, interactionChannels: row.interactionChannels,
        },
        posts: posts.map((post) => ({ id: post.id, title: post.title, url: post.url, publishedAt: post.publishedAt?.toISOString() ?? null, text: post.text })),
        collectedThrough: null,
        screening: null,
        incidents: seen.filter((each) => each.kind === 'incident').map((each) => ({ id: each.id, kind: each.subject, at: each.observedAt.toISOString(), text: `${each.label}：${each.note}`, handledInTime: each.ok, url: each.url })),
        probes: seen.filter((each) => each.kind === 'probe').map((each) => ({ target: each.subject, label: each.label, url: each.url, at: each.observedAt.toISOString(), ok: each.ok === true, note: each.note })),
        complaints: seen.filter((each) => each.kind === 'complaint').map((each) => ({ id: each.id, kind: each.subject, at: each.observedAt.toISOString(), text: `${each.label}：${each.note}` })),
      });
    }
    return facts;
  }

  /** The units behind accounts, by id. */
  async sponsors(db: Db, rows: readonly AccountEntity[]): Promise<Map<string, OrganisationView>> {
    const units = new Map<string, OrganisationView>();
    for (const id of new Set(rows.map((row) => row.sponsorOrgId))) units.set(id, await this.organisations.get(db, id));
    return units;
  }
}

export function toLiveAccount(row: AccountEntity, sponsorName: string): LiveAccount {
  return { id: row.id, name: row.name, platform: row.platform, platformName: PLATFORM_WORDS[row.platform], sponsorOrgId: row.sponsorOrgId, sponsorName };
}

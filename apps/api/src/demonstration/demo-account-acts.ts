import { Injectable } from '@nestjs/common';
import type { FilingForm, FilingKind } from '@govmedia-hub/contracts';
import { accounts, addDays, postsOf } from '../demo-city/index.js';
import type { DemoAccount } from '../demo-city/types.js';
import { AccountsService } from '../features/accounts/accounts.service.js';
import { FilingsService } from '../features/accounts/filings.service.js';
import { Clock } from '../foundation/clock/clock.js';
import { Database } from '../foundation/database/database.js';
import type { DemoStaff } from './demo-staff-loader.js';
import type { Act } from './timeline.js';

/** Files the city's accounts as their history tells, and records a year of their posts. */
@Injectable()
export class DemoAccountActs {
  constructor(
    private readonly filings: FilingsService,
    private readonly accountsService: AccountsService,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param accountIds filled with account key → account id as the acts run
   *  @param lastRound days from the day of seeding to the last round of inspection; posts up to it are there for it */
  acts(staff: DemoStaff, accountIds: Map<string, string>, lastRound: number): Act[] {
    const today = this.clock.today();
    return accounts.flatMap((account) => {
      const { operator } = staff.deskOf(account.orgKey);
      const returned = account.filingHistory.find((record) => record.action === 'returned');
      let accountId: string | null = null;
      const file = async (kind: FilingKind, reason: string): Promise<void> => {
        const draft = await this.filings.create(operator, { kind, accountId, form: formOf(account, reason, today) });
        let filing = await this.filings.submit(operator, draft.id, draft.version);
        if (kind === 'opening' && returned) {
          filing = await this.filings.decide(staff.supervisor, filing.id, { seenVersion: filing.version, decision: 'return', opinion: returned.note });
          filing = await this.filings.save(operator, filing.id, { kind, accountId, form: formOf(account, reason, today), seenVersion: filing.version });
          filing = await this.filings.submit(operator, filing.id, filing.version);
        }
        filing = await this.filings.decide(staff.supervisor, filing.id, { seenVersion: filing.version, decision: 'approve', opinion: '材料齐全，同意备案。' });
        accountId = filing.accountId;
        accountIds.set(account.key, accountId!);
      };
      const acts: Act[] = account.filingHistory.flatMap((record) => {
        if (record.action === 'approved') return [{ offset: record.offset, order: 2, run: () => file('opening', '履行政务公开职责，服务群众') }];
        if (record.action === 'changed') return [{ offset: record.offset, order: 2, run: () => file('change', record.note) }];
        if (record.action === 'closure_noticed') return [{ offset: record.offset, order: 2, run: () => file('closing', record.note) }];
        if (record.action === 'cancelled') return [{ offset: record.offset, order: 2, run: () => file('cancellation', record.note) }];
        return [];
      });
      const posts = postsOf(account, today).reverse();
      const before = posts.filter((post) => post.publishedAt < `${addDays(today, lastRound)}T00:00:00Z`);
      const record = (offset: number, part: typeof posts): Act => ({ offset, order: 6, run: () => this.database.transaction(async (db) => void (await this.accountsService.recordPosts(db, operator, accountId!, part))) });
      if (before.length > 0) acts.push(record(lastRound, before));
      if (posts.length > before.length) acts.push(record(0, posts.slice(before.length)));
      return acts;
    });
  }
}

function formOf(account: DemoAccount, reason: string, today: string): FilingForm {
  return {
    accountName: account.name, platform: account.platform, accountType: account.accountType, platformAccountId: account.accountId, accountKind: account.kind, homepageUrl: account.homepageUrl,
    intro: account.intro, openedOn: addDays(today, account.openedOffset), certSubject: account.certSubject, undertakingDept: '办公室', operationMode: 'self', operatorOrg: null, leaderInCharge: account.responsible.name,
    responsiblePerson: account.responsible.name, responsiblePhone: account.contactPhone, interactionChannels: account.interactionChannels, updateFrequency: account.posting ? `平均每${Math.max(1, Math.round(account.posting.everyDays))}天更新一次` : '按需更新', reason,
  };
}

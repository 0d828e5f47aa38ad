import { Inject, Injectable } from '@nestjs/common';
import { PLATFORM_WORDS, type AuthenticityVerdict, type AuthenticityView } from '@govmedia-hub/contracts';
import { findLookAlikes, readAccountQuery, urlKey } from '@govmedia-hub/inspection';
import { createHmac, randomInt } from 'node:crypto';
import { Clock } from '../../foundation/clock/clock.js';
import { SETTINGS } from '../../foundation/config/settings.module.js';
import type { Settings } from '../../foundation/config/settings.js';
import { Database } from '../../foundation/database/database.js';
import { EventLogService } from '../event-log/event-log.service.js';
import type { AccountEntity } from './account.entity.js';
import { accountStatusOn } from './accounts.dto.js';
import { AccountsReader } from './accounts.reader.js';
import { AccountsService } from './accounts.service.js';

/** No letters and digits that are read for each other over the telephone. */
const RECEIPT_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const RECEIPT_LENGTH = 8;

interface Finding { verdict: AuthenticityVerdict; account: AccountEntity | null; similar: { account: AccountEntity; reason: string }[] }

/** Answers "is this an official account?" against the register. */
@Injectable()
export class AuthenticityService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly reader: AccountsReader,
    private readonly accounts: AccountsService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Looks up a name, a platform's id or an address, and leaves a receipt in the event log: the verdict and a keyed digest of what was asked. */
  async verify(query: string): Promise<AuthenticityView> {
    const now = this.clock.now();
    const found = await this.database.read(async (db) => {
      const { verdict, account, similar } = judge(query, await this.reader.all(db), this.clock.today());
      const [view] = account ? await this.accounts.summaries(db, [account]) : [null];
      const likes = await this.accounts.summaries(db, similar.map((each) => each.account));
      return { verdict, account: view ?? null, similar: likes.map((each, at) => ({ account: each, reason: similar[at]!.reason })) };
    });
    const receipt = Array.from({ length: RECEIPT_LENGTH }, () => RECEIPT_LETTERS[randomInt(RECEIPT_LETTERS.length)]).join('');
    const queryDigest = createHmac('sha256', this.settings.secret).update(`authenticity:${query}`).digest('hex');
    await this.database.transaction((db) =>
      this.events.record(db, { personId: 'resident', orgId: 'resident' }, { verb: 'accounts.authenticity_checked', subjectType: 'authenticity_check', subjectId: receipt, facts: { verdict: found.verdict, accountId: found.account?.id ?? null, queryDigest }, onBehalfOfOrgId: null }),
    );
    return { ...found, query, checkedAt: now.toISOString(), receipt };
  }
}

function judge(text: string, rows: AccountEntity[], today: string): Finding {
  const live = (row: AccountEntity): boolean => ['active', 'closing_notice'].includes(accountStatusOn(row, today));
  const liveFirst = (a: AccountEntity, b: AccountEntity): number => Number(live(b)) - Number(live(a));
  const verdictOf = (row: AccountEntity): AuthenticityVerdict => (live(row) ? 'registered' : 'was_registered');
  const query = readAccountQuery(text);
  const lowered = text.trim().toLowerCase();
  const known = rows.filter((row) => (query.kind === 'url' ? row.homepageUrl !== null && urlKey(row.homepageUrl) === query.value : row.platformAccountId !== '' && row.platformAccountId.toLowerCase() === (query.kind === 'platform_id' ? query.value : lowered))).sort(liveFirst)[0];
  if (known) return { verdict: verdictOf(known), account: known, similar: [] };
  if (query.kind !== 'name') return { verdict: 'not_registered', account: null, similar: [] };

  const byId = new Map(rows.map((row) => [row.id, row]));
  const { exact, near } = findLookAlikes(query.value, rows);
  const [best, ...others] = exact.map((each) => byId.get(each.id)!).sort(liveFirst);
  const likes = near.map((each) => ({ account: byId.get(each.id)!, reason: each.reason })).filter((each) => live(each.account));
  if (best) return { verdict: verdictOf(best), account: best, similar: others.map((account) => ({ account, reason: `同名账号，平台为${PLATFORM_WORDS[account.platform]}` })) };
  return likes.length > 0 ? { verdict: 'looks_like', account: null, similar: likes } : { verdict: 'not_registered', account: null, similar: [] };
}

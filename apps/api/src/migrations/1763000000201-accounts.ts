import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, date, flag, id, idColumn, instant, longText, text, whole } from '../foundation/database/tables.js';

export class Accounts1763000000201 implements MigrationInterface {
  name = 'Accounts1763000000201';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'accounts',
      [
        id(), text('name', 80), text('nameKey', 80), text('liveKey', 120, true), text('platform', 32), text('platformAccountId', 80), text('accountType', 40), text('kind', 16), idColumn('sponsorOrgId'),
        text('filingNo', 60), date('filedOn'), text('intro', 1000), text('homepageUrl', 500, true), text('certSubject', 120), date('openedOn', true), longText('interactionChannels'),
        text('responsiblePerson', 40), text('responsiblePhone', 40), text('undertakingDept', 120), text('successor', 200, true), date('closingNoticeFrom', true), date('closedOn', true), date('cancelledOn', true), whole('version'),
      ],
      [{ name: 'IDX_accounts_live_key', columns: ['liveKey'], unique: true }, { name: 'IDX_accounts_name_key', columns: ['nameKey'] }, { name: 'IDX_accounts_sponsor', columns: ['sponsorOrgId'] }],
    );
    await createTable(
      runner,
      'account_posts',
      [id(), idColumn('accountId'), text('title', 200), longText('text'), text('url', 500, true), instant('publishedAt', true), instant('recordedAt')],
      [{ name: 'IDX_account_posts_published', columns: ['accountId', 'publishedAt'] }],
    );
    await createTable(
      runner,
      'filings',
      [
        id(), text('kind', 16), text('status', 16), idColumn('orgId'), idColumn('accountId', true), longText('form'), longText('checks'), text('filingNo', 60, true), idColumn('writtenById'), idColumn('submittedById', true),
        instant('submittedAt', true), date('dueOn', true), instant('createdAt'), whole('version'),
      ],
      [{ name: 'IDX_filings_org', columns: ['orgId'] }, { name: 'IDX_filings_account', columns: ['accountId'] }, { name: 'IDX_filings_filing_no', columns: ['filingNo'], unique: true }],
    );
    await createTable(
      runner,
      'filing_steps',
      [id(), idColumn('filingId'), instant('at'), idColumn('byId'), text('verb', 20), text('opinion', 2000, true)],
      [{ name: 'IDX_filing_steps_filing', columns: ['filingId'] }],
    );
    await createTable(runner, 'filing_series', [{ ...text('id', 24), isPrimary: true }, whole('last')]);
    await createTable(
      runner,
      'account_observations',
      [id(), idColumn('accountId'), text('kind', 16), text('subject', 32), text('label', 120), text('note', 500), text('url', 500, true), instant('observedAt'), { ...flag('ok'), isNullable: true }, idColumn('recordedById'), instant('recordedAt')],
      [{ name: 'IDX_account_observations_account', columns: ['accountId', 'observedAt'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['account_observations', 'filing_series', 'filing_steps', 'filings', 'account_posts', 'accounts']) await runner.dropTable(table);
  }
}

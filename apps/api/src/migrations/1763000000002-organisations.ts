import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, date, flag, id, idColumn, instant, longText, text, whole } from '../foundation/database/tables.js';

export class Organisations1763000000002 implements MigrationInterface {
  name = 'Organisations1763000000002';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'organisations',
      [id(), text('name', 120), text('shortName', 60), text('kind', 24), text('creditCode', 18), text('region', 60), idColumn('parentId', true), text('duties', 500), text('address', 200), text('phone', 40), flag('supervising'), date('effectiveFrom'), date('effectiveTo', true)],
      [{ name: 'IDX_organisations_credit_code', columns: ['creditCode'] }],
    );
    await createTable(
      runner,
      'people',
      [id(), text('username', 40), text('name', 40), text('post', 60), idColumn('orgId'), longText('roles'), text('passwordHash', 200), flag('active'), whole('failedSignIns'), instant('lockedUntil', true), instant('createdAt')],
      [{ name: 'IDX_people_username', columns: ['username'], unique: true }],
    );
    await createTable(
      runner,
      'sessions',
      [{ ...text('id', 64), isPrimary: true }, idColumn('personId'), text('csrfToken', 64), instant('createdAt'), instant('lastSeenAt'), instant('expiresAt'), text('closedReason', 10, true)],
      [{ name: 'IDX_sessions_person', columns: ['personId'] }],
    );
    await createTable(runner, 'hub_state', [{ ...text('id', 60), isPrimary: true }, longText('value')]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['hub_state', 'sessions', 'people', 'organisations']) await runner.dropTable(table);
  }
}

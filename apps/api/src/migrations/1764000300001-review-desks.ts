import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, date, id, idColumn, instant, text, whole } from '../foundation/database/tables.js';

/** Plain statements for new columns, because adding them through the schema builder copies the whole table on SQLite. */
export class ReviewDesks1764000300001 implements MigrationInterface {
  name = 'ReviewDesks1764000300001';

  async up(runner: QueryRunner): Promise<void> {
    const long = runner.dataSource.options.type === 'better-sqlite3' ? 'text' : 'longtext';
    await runner.query(`ALTER TABLE content_verdicts ADD COLUMN reasons ${long} NULL`);
    await runner.query('ALTER TABLE content_verdicts ADD COLUMN secrecyGround varchar(24) NULL');
    await runner.query('ALTER TABLE content_verdicts ADD COLUMN secrecyConclusion varchar(500) NULL');
    await runner.query('ALTER TABLE content_verdicts ADD COLUMN forId varchar(36) NULL');
    await createTable(runner, 'review_cases', [id(), idColumn('contentId'), whole('round'), text('processId', 24), text('processVersion', 12), text('priority', 8), instant('submittedAt'), date('dueOn')], [{ name: 'IDX_review_cases_round', columns: ['contentId', 'round'], unique: true }]);
    await createTable(runner, 'review_claims', [id(), idColumn('contentId'), whole('round'), text('desk', 20), idColumn('byId'), instant('at'), instant('until')], [{ name: 'IDX_review_claims_desk', columns: ['contentId', 'round', 'desk'], unique: true }]);
    await createTable(
      runner,
      'review_delegations',
      [id(), idColumn('orgId'), idColumn('fromId'), idColumn('toId'), date('fromOn'), date('toOn'), text('reason', 500), instant('createdAt'), instant('revokedAt', true), text('revokedById', 36, true)],
      [{ name: 'IDX_review_delegations_to', columns: ['toId', 'toOn'] }, { name: 'IDX_review_delegations_org', columns: ['orgId', 'createdAt'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['review_delegations', 'review_claims', 'review_cases']) await runner.dropTable(table);
    for (const column of ['forId', 'secrecyConclusion', 'secrecyGround', 'reasons']) await runner.query(`ALTER TABLE content_verdicts DROP COLUMN ${column}`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, date, id, idColumn, instant, longText, text, whole } from '../foundation/database/tables.js';

export class Reposts1764000400003 implements MigrationInterface {
  name = 'Reposts1764000400003';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'repost_sources', [id(), text('name', 80), text('host', 120), text('kind', 20), text('basis', 300), date('effectiveFrom'), date('effectiveTo', true), idColumn('enteredById'), instant('enteredAt')], [{ name: 'IDX_repost_sources_host', columns: ['host'] }]);
    await createTable(
      runner,
      'repost_tasks',
      [id(), text('title', 200), text('sourceUrl', 500), text('sourceName', 80), longText('text'), instant('deadlineAt'), idColumn('createdById'), instant('createdAt'), instant('closedAt', true), text('closedReason', 500, true), whole('version')],
      [{ name: 'IDX_repost_tasks_deadline', columns: ['deadlineAt'] }],
    );
    await createTable(
      runner,
      'repost_assignments',
      [id(), idColumn('taskId'), idColumn('accountId'), idColumn('orgId'), text('url', 500, true), text('note', 500, true), idColumn('receiptById', true), instant('receiptAt', true), whole('version')],
      [{ name: 'IDX_repost_assignments_account', columns: ['taskId', 'accountId'], unique: true }, { name: 'IDX_repost_assignments_org', columns: ['orgId'] }],
    );
    await createTable(
      runner,
      'corrections',
      [id(), idColumn('contentId'), idColumn('correctionContentId'), idColumn('createdById'), instant('createdAt')],
      [{ name: 'IDX_corrections_content', columns: ['contentId'] }, { name: 'IDX_corrections_correction', columns: ['correctionContentId'], unique: true }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['corrections', 'repost_assignments', 'repost_tasks', 'repost_sources']) await runner.dropTable(table);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, flag, id, idColumn, instant, longText, text, whole } from '../foundation/database/tables.js';

export class ImportJobs1764000600104 implements MigrationInterface {
  name = 'ImportJobs1764000600104';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'import_jobs',
      [
        id(), text('status', 12), text('fileName', 255), text('sha256', 64), whole('bytes'), whole('size'), whole('offset'), whole('lines'), whole('imported'), whole('unchanged'), whole('refused'), longText('problems'), flag('problemsCut'),
        idColumn('orgId'), idColumn('startedById'), instant('startedAt'), instant('finishedAt', true), text('failure', 500, true), text('holder', 36, true), instant('leaseUntil', true), whole('version'),
      ],
      [{ name: 'IDX_import_jobs_status', columns: ['status', 'startedAt'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('import_jobs');
  }
}

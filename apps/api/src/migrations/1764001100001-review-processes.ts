import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, date, id, idColumn, instant, longText, text, whole } from '../foundation/database/tables.js';

export class ReviewProcesses1764001100001 implements MigrationInterface {
  name = 'ReviewProcesses1764001100001';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'review_process_versions',
      [id(), text('kind', 16), whole('number'), text('draftOf', 16, true), text('name', 60), text('source', 500), text('note', 500), longText('desks'), longText('days'), date('effectiveFrom', true), idColumn('createdById'), instant('createdAt'), idColumn('decidedById', true), instant('decidedAt', true), whole('version')],
      [{ name: 'IDX_review_process_versions_number', columns: ['kind', 'number'], unique: true }, { name: 'IDX_review_process_versions_draft', columns: ['draftOf'], unique: true }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('review_process_versions');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, date, flag, id, idColumn, instant, text, whole } from '../foundation/database/tables.js';

export class Disclosure1764001200001 implements MigrationInterface {
  name = 'Disclosure1764001200001';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner, 'disclosure_duties',
      [id(), text('itemCode', 40), idColumn('orgId'), whole('months', true), flag('active'), date('fromOn'), idColumn('assignedById'), instant('assignedAt'), whole('version')],
      [{ name: 'IDX_disclosure_duties_unit', columns: ['itemCode', 'orgId'], unique: true }],
    );
    await createTable(
      runner, 'disclosure_entries',
      [id(), text('itemCode', 40), idColumn('orgId'), text('title', 200), idColumn('documentId', true), text('address', 500, true), date('publishedOn'), idColumn('recordedById'), instant('recordedAt'), instant('removedAt', true), idColumn('removedById', true)],
      [{ name: 'IDX_disclosure_entries_unit', columns: ['orgId', 'itemCode'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('disclosure_entries');
    await runner.dropTable('disclosure_duties');
  }
}

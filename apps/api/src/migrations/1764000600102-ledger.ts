import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, date, idColumn, instant, text, whole } from '../foundation/database/tables.js';

export class Ledger1764000600102 implements MigrationInterface {
  name = 'Ledger1764000600102';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'ledger_entries', [{ ...text('documentId', 36), isPrimary: true }, text('normative', 4), text('legalityReviewNo', 80, true), date('legalityReviewedOn', true), idColumn('decidedById'), instant('decidedAt'), whole('version')]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('ledger_entries');
  }
}

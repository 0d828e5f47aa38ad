import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, date, id, idColumn, instant, longText, text, whole } from '../foundation/database/tables.js';

export class Inspections1763000000501 implements MigrationInterface {
  name = 'Inspections1763000000501';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'inspections', [
      id(), text('title', 200), text('packId', 60), text('packVersion', 40), longText('pack'), instant('monitoringPointAt'), date('periodFrom'), text('status', 16), text('factsDigest', 64),
      whole('accounts'), whole('sponsors'), whole('passed'), whole('failed'), whole('pending'), idColumn('startedById'), instant('startedAt'), idColumn('closedById', true), instant('closedAt', true), whole('version'),
    ]);
    await createTable(
      runner,
      'inspection_accounts',
      [id(), idColumn('inspectionId'), idColumn('accountId'), text('accountName', 80), text('platform', 32), text('sponsorName', 120), text('level', 40), longText('facts'), text('result', 16)],
      [{ name: 'IDX_inspection_accounts_inspection', columns: ['inspectionId'] }],
    );
    await createTable(
      runner,
      'inspection_verdicts',
      [
        id(), idColumn('inspectionId'), idColumn('accountId'), text('code', 24), text('name', 120), text('kind', 16), text('outcome', 16), text('reason', 1000), longText('evidence'),
        text('decision', 16, true), idColumn('decidedById', true), text('decidedReason', 500, true), instant('decidedAt', true),
      ],
      [{ name: 'IDX_inspection_verdicts_inspection', columns: ['inspectionId'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['inspection_verdicts', 'inspection_accounts', 'inspections']) await runner.dropTable(table);
  }
}

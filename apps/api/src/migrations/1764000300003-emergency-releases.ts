import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, date, id, idColumn, instant, text, whole } from '../foundation/database/tables.js';

export class EmergencyReleases1764000300003 implements MigrationInterface {
  name = 'EmergencyReleases1764000300003';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'emergency_releases',
      [
        id(), idColumn('contentId'), idColumn('orgId'), text('digest', 64), text('status', 12), text('reason', 500), idColumn('requestedById'), instant('requestedAt'), text('decidedById', 36, true), instant('decidedAt', true),
        text('opinion', 500, true), date('dueOn', true), instant('endedAt', true), text('endedBy', 12, true), whole('version'),
      ],
      [{ name: 'IDX_emergency_releases_content', columns: ['contentId', 'requestedAt'] }, { name: 'IDX_emergency_releases_status', columns: ['status', 'dueOn'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('emergency_releases');
  }
}

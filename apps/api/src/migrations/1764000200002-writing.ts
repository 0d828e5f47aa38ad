import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, idColumn, instant, longText, text, whole } from '../foundation/database/tables.js';

export class Writing1764000200002 implements MigrationInterface {
  name = 'Writing1764000200002';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'content_drafts', [id(), idColumn('personId'), text('place', 60), whole('seenVersion', true), longText('content'), longText('dismissals'), instant('savedAt')], [{ name: 'IDX_content_drafts_place', columns: ['personId', 'place'], unique: true }]);
    await createTable(runner, 'content_locks', [id(), idColumn('holderId'), idColumn('window'), instant('takenAt'), instant('heardAt')]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('content_locks');
    await runner.dropTable('content_drafts');
  }
}

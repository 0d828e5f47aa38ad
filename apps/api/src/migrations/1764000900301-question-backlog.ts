import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, idColumn, instant, text, whole } from '../foundation/database/tables.js';

export class QuestionBacklog1764000900301 implements MigrationInterface {
  name = 'QuestionBacklog1764000900301';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'backlog_decisions', [id(), text('status', 16), text('reason', 500, true), idColumn('contentId', true), idColumn('orgId'), idColumn('decidedById'), instant('decidedAt'), whole('version')]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('backlog_decisions');
  }
}

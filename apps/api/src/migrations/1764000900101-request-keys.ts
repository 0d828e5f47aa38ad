import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, instant, text } from '../foundation/database/tables.js';

export class RequestKeys1764000900101 implements MigrationInterface {
  name = 'RequestKeys1764000900101';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'request_keys', [{ ...text('id', 64), isPrimary: true }, text('subjectId', 36, true), instant('receivedAt')], [{ name: 'IDX_request_keys_received', columns: ['receivedAt'] }]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('request_keys');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, idColumn, instant, text, whole } from '../foundation/database/tables.js';

export class Media1764000200001 implements MigrationInterface {
  name = 'Media1764000200001';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'media', [id(), idColumn('orgId'), text('kind', 8), text('sha256', 64), text('contentType', 60), whole('bytes'), whole('width', true), whole('height', true), idColumn('uploadedById'), instant('uploadedAt')], [{ name: 'IDX_media_org', columns: ['orgId', 'sha256'] }]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('media');
  }
}

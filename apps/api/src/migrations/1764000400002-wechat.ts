import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, idColumn, instant, longText, text, whole } from '../foundation/database/tables.js';

export class Wechat1764000400002 implements MigrationInterface {
  name = 'Wechat1764000400002';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'wechat_tokens', [id(), longText('sealedToken', true), instant('expiresAt'), text('holder', 36, true), instant('leaseUntil', true), whole('version')]);
    await createTable(runner, 'wechat_materials', [id(), idColumn('channelId'), text('purpose', 8), text('sha256', 64), text('remote', 500), instant('uploadedAt')], [{ name: 'IDX_wechat_materials_key', columns: ['channelId', 'purpose', 'sha256'], unique: true }]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['wechat_materials', 'wechat_tokens']) await runner.dropTable(table);
  }
}

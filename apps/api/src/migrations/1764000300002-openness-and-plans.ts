import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, date, id, idColumn, instant, longText, text, whole } from '../foundation/database/tables.js';

/** What was public before grounds were kept says so instead of losing its place. */
export class OpennessAndPlans1764000300002 implements MigrationInterface {
  name = 'OpennessAndPlans1764000300002';

  async up(runner: QueryRunner): Promise<void> {
    const long = runner.dataSource.options.type === 'better-sqlite3' ? 'text' : 'longtext';
    await runner.query('ALTER TABLE documents ADD COLUMN opennessGround varchar(24) NULL');
    await runner.query('ALTER TABLE documents ADD COLUMN opennessReason varchar(500) NULL');
    await runner.query("UPDATE documents SET opennessGround = 'before_records' WHERE status = 'released' AND openness = 'proactive'");
    await runner.query('ALTER TABLE contents ADD COLUMN openness varchar(12) NULL');
    await runner.query('ALTER TABLE contents ADD COLUMN opennessGround varchar(24) NULL');
    await runner.query('ALTER TABLE contents ADD COLUMN opennessReason varchar(500) NULL');
    await runner.query('ALTER TABLE contents ADD COLUMN opennessById varchar(36) NULL');
    await runner.query('ALTER TABLE contents ADD COLUMN opennessAt datetime(3) NULL');
    await runner.query(`ALTER TABLE contents ADD COLUMN forms ${long} NULL`);
    await runner.query("UPDATE contents SET openness = 'proactive', opennessGround = 'before_records', opennessReason = '', opennessById = 'system', opennessAt = publishedAt WHERE publicationId IS NOT NULL AND publishedAt IS NOT NULL");
    await createTable(
      runner,
      'interpretation_plans',
      [id(), idColumn('documentId'), idColumn('ownerOrgId', true), longText('forms'), date('releasedOn'), date('dueOn', true), text('exemptionKind', 24, true), text('reason', 500), idColumn('decidedById'), instant('decidedAt'), whole('version')],
      [{ name: 'IDX_interpretation_plans_document', columns: ['documentId'], unique: true }, { name: 'IDX_interpretation_plans_due', columns: ['dueOn'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('interpretation_plans');
    for (const column of ['forms', 'opennessAt', 'opennessById', 'opennessReason', 'opennessGround', 'openness']) await runner.query(`ALTER TABLE contents DROP COLUMN ${column}`);
    for (const column of ['opennessReason', 'opennessGround']) await runner.query(`ALTER TABLE documents DROP COLUMN ${column}`);
  }
}

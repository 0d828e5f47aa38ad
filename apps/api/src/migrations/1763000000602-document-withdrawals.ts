import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plain statements, because adding a column through the schema builder copies the whole table on SQLite. */
export class DocumentWithdrawals1763000000602 implements MigrationInterface {
  name = 'DocumentWithdrawals1763000000602';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE documents ADD COLUMN withdrawnAt datetime(3) NULL');
    await runner.query('ALTER TABLE documents ADD COLUMN withdrawnReason varchar(500) NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE documents DROP COLUMN withdrawnReason');
    await runner.query('ALTER TABLE documents DROP COLUMN withdrawnAt');
  }
}

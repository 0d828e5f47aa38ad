import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A plain statement, because adding a column through the schema builder copies the whole table on SQLite. */
export class UnusedUploads1764001100002 implements MigrationInterface {
  name = 'UnusedUploads1764001100002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE media ADD COLUMN unusedAt datetime(3) NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE media DROP COLUMN unusedAt');
  }
}

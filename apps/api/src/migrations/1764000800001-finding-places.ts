import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where in an attachment a finding lies. Plain statements, because adding a column through the schema builder copies the whole table on SQLite. */
export class FindingPlaces1764000800001 implements MigrationInterface {
  name = 'FindingPlaces1764000800001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE content_findings ADD COLUMN place varchar(255) NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE content_findings DROP COLUMN place');
  }
}

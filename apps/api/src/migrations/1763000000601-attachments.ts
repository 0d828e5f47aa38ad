import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plain statements, because adding a column through the schema builder copies the whole table on SQLite. */
export class Attachments1763000000601 implements MigrationInterface {
  name = 'Attachments1763000000601';

  async up(runner: QueryRunner): Promise<void> {
    const long = runner.dataSource.options.type === 'better-sqlite3' ? 'text' : 'longtext';
    await runner.query(`ALTER TABLE publications ADD COLUMN attachments ${long} NULL`);
    await runner.query('ALTER TABLE content_findings ADD COLUMN attachment varchar(255) NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE content_findings DROP COLUMN attachment');
    await runner.query('ALTER TABLE publications DROP COLUMN attachments');
  }
}

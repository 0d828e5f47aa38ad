import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RephrasedAnswers1764000900201 implements MigrationInterface {
  name = 'RephrasedAnswers1764000900201';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE answer_log ADD COLUMN rephrasing varchar(40) NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE answer_log DROP COLUMN rephrasing');
  }
}

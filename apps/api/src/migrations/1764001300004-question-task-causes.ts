import type { MigrationInterface, QueryRunner } from 'typeorm';

export class QuestionTaskCauses1764001300004 implements MigrationInterface {
  name = 'QuestionTaskCauses1764001300004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE question_tasks ADD COLUMN cause varchar(12) NULL');
    await runner.query("UPDATE question_tasks SET cause = 'reported'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE question_tasks DROP COLUMN cause');
  }
}

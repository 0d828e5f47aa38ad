import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, date, id, idColumn, instant, longText, text, whole } from '../foundation/database/tables.js';

export class QuestionReviews1764001200002 implements MigrationInterface {
  name = 'QuestionReviews1764001200002';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner, 'question_tasks',
      [
        id(), text('questionId', 48), whole('turn'), text('status', 8), text('question', 500), idColumn('publicationId'), idColumn('contentId'), idColumn('orgId'), instant('openedAt'), date('dueOn'), longText('dueExplained'),
        text('result', 16, true), instant('closedAt', true), text('closedById', 36, true), whole('version'),
      ],
      [
        { name: 'IDX_question_tasks_turn', columns: ['questionId', 'turn'], unique: true }, { name: 'IDX_question_tasks_unit', columns: ['orgId', 'status', 'dueOn'] },
        { name: 'IDX_question_tasks_publication', columns: ['publicationId', 'status'] },
      ],
    );
    await createTable(
      runner, 'question_confirmations',
      [id(), text('questionId', 48), whole('turn'), idColumn('publicationId'), text('reason', 500), date('nextReviewOn'), idColumn('confirmedById'), instant('confirmedAt')],
      [{ name: 'IDX_question_confirmations_turn', columns: ['questionId', 'turn'], unique: true }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('question_confirmations');
    await runner.dropTable('question_tasks');
  }
}

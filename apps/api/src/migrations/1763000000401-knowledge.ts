import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, flag, id, idColumn, instant, longText, text, whole } from '../foundation/database/tables.js';

export class Knowledge1763000000401 implements MigrationInterface {
  name = 'Knowledge1763000000401';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'answer_log',
      [id(), instant('askedAt'), text('question', 600), text('questionDigest', 64), flag('answered'), whole('confidence'), text('passageId', 150, true), longText('hits'), text('indexVersion', 120)],
      [{ name: 'IDX_answer_log_asked', columns: ['answered', 'askedAt'] }],
    );
    await createTable(
      runner,
      'answer_feedback',
      [id(), idColumn('answerId'), flag('helpful'), text('why', 500, true), instant('at')],
      [{ name: 'IDX_answer_feedback_answer', columns: ['answerId'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('answer_feedback');
    await runner.dropTable('answer_log');
  }
}

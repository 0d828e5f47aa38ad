import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, idColumn, instant, longText, text, whole } from '../foundation/database/tables.js';

export class EventLog1763000000001 implements MigrationInterface {
  name = 'EventLog1763000000001';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'events',
      [id(), whole('position', true), instant('at'), text('actorId', 36), idColumn('onBehalfOfOrgId', true), text('verb', 64), text('subjectType', 32), text('subjectId', 64), longText('facts'), text('previousHash', 64, true), text('hash', 64, true)],
      [{ name: 'IDX_events_position', columns: ['position'], unique: true }, { name: 'IDX_events_subject', columns: ['subjectId'] }],
    );
    await createTable(runner, 'event_seals', [id(), text('holder', 64), whole('fence'), instant('leaseUntil'), whole('headPosition'), text('headHash', 64)]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('event_seals');
    await runner.dropTable('events');
  }
}

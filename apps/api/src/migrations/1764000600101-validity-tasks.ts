import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, date, id, idColumn, instant, longText, text, whole } from '../foundation/database/tables.js';

/** Articles that an amendment touches, changes recorded and taken back by people, and the tasks that follow a change. */
export class ValidityTasks1764000600101 implements MigrationInterface {
  name = 'ValidityTasks1764000600101';

  async up(runner: QueryRunner): Promise<void> {
    const long = runner.dataSource.options.type === 'better-sqlite3' ? 'text' : 'longtext';
    for (const column of [`anchors ${long}`, 'recordedById varchar(36)', 'recordedAt datetime(3)', 'revokedAt datetime(3)', 'revokedById varchar(36)', 'revokedReason varchar(500)']) await runner.query(`ALTER TABLE validity_changes ADD COLUMN ${column} NULL`);
    await createTable(runner, 'publication_reaffirmations', [id(), idColumn('publicationId'), idColumn('documentId'), text('changeKey', 36), idColumn('personId'), instant('at')], [{ name: 'IDX_publication_reaffirmations_change', columns: ['publicationId', 'changeKey'], unique: true }]);
    await createTable(
      runner,
      'tasks',
      [
        id(), text('status', 8), text('basisChange', 20), text('changeKey', 36), date('fromOn', true), idColumn('documentId'), idColumn('byDocumentId', true), idColumn('publicationId'), idColumn('contentId'), text('contentKind', 16), text('title', 200), idColumn('orgId'), longText('anchors'),
        instant('openedAt'), date('openedOn'), date('dueOn'), longText('dueExplained'), text('result', 16, true), text('note', 500, true), instant('closedAt', true), text('closedById', 36, true), whole('version'),
      ],
      [
        { name: 'IDX_tasks_subject', columns: ['publicationId', 'documentId', 'changeKey'], unique: true },
        { name: 'IDX_tasks_unit', columns: ['orgId', 'status', 'dueOn'] },
        { name: 'IDX_tasks_document', columns: ['documentId', 'status'] },
      ],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['tasks', 'publication_reaffirmations']) await runner.dropTable(table);
    for (const column of ['revokedReason', 'revokedById', 'revokedAt', 'recordedAt', 'recordedById', 'anchors']) await runner.query(`ALTER TABLE validity_changes DROP COLUMN ${column}`);
  }
}

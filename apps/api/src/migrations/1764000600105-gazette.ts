import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, date, id, idColumn, instant, longText, text, whole } from '../foundation/database/tables.js';

/** Issues of the gazette, what they print, and what was corrected beside them. */
export class Gazette1764000600105 implements MigrationInterface {
  name = 'Gazette1764000600105';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'gazette_issues',
      [id(), text('masthead', 100), whole('year'), whole('issueNo'), whole('totalNo', true), date('publishedOn'), text('status', 8), text('origin', 16), text('digest', 64), longText('editorIds'), idColumn('savedById'), idColumn('signedById', true), instant('signedAt', true), whole('version')],
      [
        { name: 'IDX_gazette_issues_number', columns: ['year', 'issueNo'], unique: true },
        { name: 'IDX_gazette_issues_total', columns: ['totalNo'], unique: true },
        { name: 'IDX_gazette_issues_list', columns: ['status', 'publishedOn'] },
      ],
    );
    await createTable(
      runner,
      'gazette_items',
      [id(), idColumn('issueId'), whole('position'), text('section', 60), idColumn('documentId', true), text('title', 500), text('docNumber', 80, true), text('issuer', 200, true), date('signedOn', true), text('textState', 16), text('digest', 64), longText('text')],
      [
        { name: 'IDX_gazette_items_issue', columns: ['issueId', 'position'], unique: true },
        { name: 'IDX_gazette_items_number', columns: ['docNumber'] },
      ],
    );
    await createTable(
      runner,
      'gazette_errata',
      [id(), idColumn('issueId'), idColumn('itemId', true), text('text', 1000), idColumn('recordedById'), instant('at'), idColumn('confirmedById', true), instant('confirmedAt', true)],
      [{ name: 'IDX_gazette_errata_issue', columns: ['issueId'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['gazette_errata', 'gazette_items', 'gazette_issues']) await runner.dropTable(table);
  }
}

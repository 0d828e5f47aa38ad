import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, date, id, idColumn, instant, longText, text, whole } from '../foundation/database/tables.js';

export class DocumentVersions1764000600103 implements MigrationInterface {
  name = 'DocumentVersions1764000600103';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'document_versions',
      [id(), idColumn('documentId'), whole('number'), date('fromOn', true), idColumn('byDocumentId', true), text('digest', 64), longText('text'), longText('parts'), text('fileName', 255), text('recordedById', 36, true), instant('recordedAt')],
      [{ name: 'IDX_document_versions_number', columns: ['documentId', 'number'], unique: true }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('document_versions');
  }
}

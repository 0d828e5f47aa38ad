import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, date, id, idColumn, instant, longText, text, whole } from '../foundation/database/tables.js';

export class Lexicons1764000100001 implements MigrationInterface {
  name = 'Lexicons1764000100001';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'lexicons', [id(), text('kind', 16), text('name', 60), text('note', 500), idColumn('createdById'), instant('createdAt')], [{ name: 'IDX_lexicons_name', columns: ['name'], unique: true }]);
    await createTable(runner, 'lexicon_versions', [
      id(), idColumn('lexiconId'), whole('number'), idColumn('draftOf', true), longText('chunks'), whole('entries'), text('digest', 64), text('source', 200), text('note', 500), date('effectiveFrom', true), date('effectiveTo', true), whole('restoredFrom', true),
      idColumn('createdById'), instant('createdAt'), idColumn('decidedById', true), instant('decidedAt', true), idColumn('previewId', true), text('previewDigest', 64, true), whole('version'),
    ], [{ name: 'IDX_lexicon_versions_number', columns: ['lexiconId', 'number'], unique: true }, { name: 'IDX_lexicon_versions_draft', columns: ['draftOf'], unique: true }, { name: 'IDX_lexicon_versions_effect', columns: ['effectiveFrom'] }]);
    await createTable(runner, 'lexicon_chunks', [{ ...text('id', 64), isPrimary: true }, longText('entries')]);
    await createTable(runner, 'lexicon_previews', [
      id(), idColumn('lexiconId'), idColumn('versionId'), text('digest', 64), whole('againstNumber', true), text('status', 10), text('period', 10), date('fromOn'), date('toOn'), whole('processed'), whole('total'), idColumn('startedById'), instant('startedAt'), instant('aliveAt'), instant('finishedAt', true), text('problem', 500, true), longText('result', true),
    ], [{ name: 'IDX_lexicon_previews_version', columns: ['versionId', 'startedAt'] }]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['lexicon_previews', 'lexicon_chunks', 'lexicon_versions', 'lexicons']) await runner.dropTable(table);
  }
}

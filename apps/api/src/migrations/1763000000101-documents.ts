import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, date, flag, id, idColumn, instant, longText, text, whole } from '../foundation/database/tables.js';

export class Documents1763000000101 implements MigrationInterface {
  name = 'Documents1763000000101';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'documents',
      [
        id(), text('kind', 12), text('status', 12), text('title', 500), text('titleKey', 180), text('bodyTitleKey', 180, true), text('docNumber', 80, true), text('uniqueNumber', 80, true), text('issuer', 200, true),
        longText('jointIssuers'), longText('addressees'), longText('attachments'), text('topic', 60, true), date('signedOn', true), date('publishedOn', true), date('effectiveOn', true), date('expiresOn', true),
        text('openness', 12, true), text('opennessMark', 200, true), flag('doubtful'), text('digest', 64, true), longText('text'), longText('originalText', true), text('fileName', 255), longText('problems'), text('sortOn', 10),
        idColumn('orgId', true), text('importedById', 36, true), instant('importedAt'), text('confirmedById', 36, true), instant('confirmedAt', true), text('releaseNote', 500, true), whole('version'),
      ],
      [
        { name: 'IDX_documents_digest', columns: ['digest'], unique: true },
        { name: 'IDX_documents_unique_number', columns: ['uniqueNumber'], unique: true },
        { name: 'IDX_documents_number', columns: ['docNumber'] },
        { name: 'IDX_documents_title_key', columns: ['titleKey'] },
        { name: 'IDX_documents_body_title_key', columns: ['bodyTitleKey'] },
        { name: 'IDX_documents_status', columns: ['status', 'sortOn'] },
      ],
    );
    await createTable(
      runner,
      'document_sections',
      [id(), idColumn('documentId'), whole('position'), text('anchor', 100), text('parentAnchor', 100, true), whole('depth'), text('kind', 12), text('label', 40), text('heading', 300, true), longText('text')],
      [{ name: 'IDX_document_sections_anchor', columns: ['documentId', 'anchor'], unique: true }],
    );
    await createTable(
      runner,
      'document_citations',
      [id(), idColumn('documentId'), whole('position'), text('anchor', 100), text('text', 500), text('title', 300, true), text('titleKey', 180, true), text('docNumber', 80, true), text('article', 60, true), text('targetAnchor', 100, true), flag('own')],
      [
        { name: 'IDX_document_citations_document', columns: ['documentId', 'position'] },
        { name: 'IDX_document_citations_number', columns: ['docNumber'] },
        { name: 'IDX_document_citations_title', columns: ['titleKey'] },
      ],
    );
    await createTable(
      runner,
      'validity_changes',
      [id(), idColumn('documentId'), idColumn('byDocumentId'), text('validity', 20), date('fromOn', true), text('anchor', 100), longText('text')],
      [
        { name: 'IDX_validity_changes_document', columns: ['documentId'] },
        { name: 'IDX_validity_changes_instrument', columns: ['byDocumentId'] },
      ],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['validity_changes', 'document_citations', 'document_sections', 'documents']) await runner.dropTable(table);
  }
}

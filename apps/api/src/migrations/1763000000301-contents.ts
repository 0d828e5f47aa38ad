import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, date, flag, id, idColumn, instant, longText, text, whole } from '../foundation/database/tables.js';

export class Contents1763000000301 implements MigrationInterface {
  name = 'Contents1763000000301';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'contents',
      [
        id(), text('kind', 16), idColumn('orgId'), text('title', 200), text('topic', 60, true), text('status', 12), idColumn('authorId'), longText('authorIds'), idColumn('revisionId'), text('digest', 64), text('lexiconVersion', 120),
        whole('round'), whole('openFindings'), whole('blocking'), idColumn('publicationId', true), instant('publishedAt', true), text('withdrawnReason', 500, true), instant('createdAt'), instant('updatedAt'), whole('version'),
      ],
      [{ name: 'IDX_contents_org', columns: ['orgId', 'updatedAt'] }, { name: 'IDX_contents_status', columns: ['status', 'updatedAt'] }],
    );
    await createTable(
      runner,
      'content_revisions',
      [id(), idColumn('contentId'), whole('number'), text('title', 200), longText('blocks'), longText('guide', true), longText('sources'), longText('attachments'), longText('text'), text('digest', 64), text('lexiconVersion', 120), idColumn('savedById'), instant('savedAt'), flag('conflict')],
      [{ name: 'IDX_content_revisions_number', columns: ['contentId', 'number'], unique: true }],
    );
    await createTable(
      runner,
      'content_findings',
      [
        id(), idColumn('contentId'), text('findingKey', 120), text('gate', 10), text('rule', 60), text('severity', 8), whole('startsAt'), whole('endsAt'), longText('text'), text('message', 500), longText('suggestion', true), text('source', 255),
        text('state', 10), text('decidedById', 36, true), instant('decidedAt', true), text('reason', 500, true),
      ],
      [{ name: 'IDX_content_findings_key', columns: ['contentId', 'findingKey'], unique: true }],
    );
    await createTable(
      runner,
      'content_verdicts',
      [id(), idColumn('contentId'), whole('round'), text('desk', 20), text('gate', 10, true), whole('step', true), text('verdict', 10), longText('opinion'), text('digest', 64), text('lexiconVersion', 120), idColumn('byId'), instant('at')],
      [{ name: 'IDX_content_verdicts_desk', columns: ['contentId', 'round', 'desk'], unique: true }],
    );
    await createTable(
      runner,
      'publications',
      [
        id(), idColumn('contentId'), idColumn('revisionId'), text('kind', 16), idColumn('orgId'), text('title', 200), text('topic', 60, true), text('excerpt', 200), longText('blocks'), longText('guide', true), longText('sources'), longText('text'),
        text('digest', 64), date('reviewedOn'), text('status', 12), instant('publishedAt'), instant('changedAt'), instant('withdrawnAt', true), text('withdrawnReason', 500, true), whole('version'),
      ],
      [{ name: 'IDX_publications_content', columns: ['contentId'], unique: true }, { name: 'IDX_publications_list', columns: ['status', 'kind', 'publishedAt'] }],
    );
    await createTable(
      runner,
      'publication_sources',
      [id(), idColumn('publicationId'), idColumn('documentId')],
      [{ name: 'IDX_publication_sources_document', columns: ['documentId'] }, { name: 'IDX_publication_sources_publication', columns: ['publicationId'] }],
    );
    await createTable(
      runner,
      'publication_questions',
      [{ ...text('id', 48), isPrimary: true }, idColumn('publicationId'), whole('position'), text('question', 500), longText('answer'), text('topic', 60, true), idColumn('documentId'), text('anchor', 100, true), instant('publishedAt')],
      [{ name: 'IDX_publication_questions_publication', columns: ['publicationId', 'position'], unique: true }, { name: 'IDX_publication_questions_list', columns: ['topic', 'publishedAt'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['publication_questions', 'publication_sources', 'publications', 'content_verdicts', 'content_findings', 'content_revisions', 'contents']) await runner.dropTable(table);
  }
}

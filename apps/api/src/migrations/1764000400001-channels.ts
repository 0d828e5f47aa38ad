import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, flag, id, idColumn, instant, longText, text, whole } from '../foundation/database/tables.js';

export class Channels1764000400001 implements MigrationInterface {
  name = 'Channels1764000400001';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'outbox',
      [id(), text('topic', 40), idColumn('subjectId'), text('state', 12), instant('dueAt'), whole('attempts'), text('holder', 36, true), instant('leaseUntil', true), whole('fence'), text('problem', 300, true), instant('createdAt'), instant('endedAt', true)],
      [{ name: 'IDX_outbox_due', columns: ['state', 'dueAt'] }, { name: 'IDX_outbox_subject', columns: ['subjectId', 'topic'] }],
    );
    await createTable(
      runner,
      'channels',
      [id(), text('kind', 20), text('name', 80), idColumn('accountId'), idColumn('orgId'), flag('active'), longText('settings'), longText('sealedSecrets', true), longText('secretsSet'), instant('secretsSetAt', true), instant('createdAt'), whole('version')],
      [{ name: 'IDX_channels_org', columns: ['orgId'] }, { name: 'IDX_channels_account', columns: ['accountId'] }],
    );
    await createTable(
      runner,
      'freezes',
      [
        id(), text('scope', 8), idColumn('subjectId', true), text('inForceKey', 60, true), text('reason', 500), idColumn('byId'), idColumn('byOrgId'), instant('at'), idColumn('liftRequestedById', true), instant('liftRequestedAt', true),
        idColumn('liftedById', true), instant('liftedAt', true), text('liftReason', 500, true), whole('version'),
      ],
      [{ name: 'IDX_freezes_in_force', columns: ['inForceKey'], unique: true }],
    );
    await createTable(
      runner,
      'deliveries',
      [
        id(), idColumn('contentId'), idColumn('revisionId'), text('digest', 64), text('title', 200), idColumn('orgId'), idColumn('channelId', true), text('channelKind', 20), idColumn('accountId', true), text('state', 12), flag('scheduled'), instant('dueAt'),
        idColumn('queuedById'), instant('queuedAt'), instant('startedAt', true), instant('liveAt', true), text('liveUrl', 500, true), text('liveKey', 200, true), longText('progress'), text('problem', 300, true), text('remedy', 300, true),
        text('withdrawalState', 12, true), instant('withdrawalAt', true), text('withdrawalReason', 500, true), instant('withdrawnAt', true), text('withdrawalProblem', 300, true),
        text('readBackState', 12, true), instant('readBackAt', true), text('readBackDetail', 300, true), whole('readBacks'), text('alarmOpinion', 500, true), whole('version'),
      ],
      [
        { name: 'IDX_deliveries_content', columns: ['contentId'] }, { name: 'IDX_deliveries_board', columns: ['orgId', 'queuedAt'] }, { name: 'IDX_deliveries_state', columns: ['state', 'dueAt'] },
        { name: 'IDX_deliveries_account', columns: ['accountId', 'state'] }, { name: 'IDX_deliveries_live_key', columns: ['liveKey'], unique: true },
      ],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['deliveries', 'freezes', 'channels', 'outbox']) await runner.dropTable(table);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, date, id, idColumn, instant, longText, text, whole } from '../foundation/database/tables.js';

export class Tickets1763000000402 implements MigrationInterface {
  name = 'Tickets1763000000402';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'tickets',
      [
        id(), text('ticketNo', 20), text('codeDigest', 64), text('kind', 16), longText('question'), text('status', 12), idColumn('orgId'), idColumn('answerId', true), instant('openedAt'),
        date('openedOn'), date('acceptDueOn'), date('dueOn'), longText('dueExplained'), text('complexity', 8, true), instant('acceptedAt', true), longText('answer', true), instant('answeredAt', true),
        idColumn('handlerId', true), idColumn('offeredContentId', true), whole('version'),
      ],
      [
        { name: 'IDX_tickets_number', columns: ['ticketNo'], unique: true },
        { name: 'IDX_tickets_unit', columns: ['orgId', 'status'] },
        { name: 'IDX_tickets_opened', columns: ['openedAt', 'id'] },
      ],
    );
    await createTable(runner, 'ticket_contacts', [{ ...text('ticketId', 36), isPrimary: true }, text('phone', 40)]);
    await createTable(
      runner,
      'ticket_steps',
      [id(), idColumn('ticketId'), instant('at'), text('text', 200), text('note', 500, true), idColumn('personId', true)],
      [{ name: 'IDX_ticket_steps_ticket', columns: ['ticketId', 'id'] }],
    );
    await createTable(runner, 'ticket_lookups', [{ ...text('id', 64), isPrimary: true }, whole('failures'), instant('until')], [{ name: 'IDX_ticket_lookups_until', columns: ['until'] }]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['ticket_lookups', 'ticket_steps', 'ticket_contacts', 'tickets']) await runner.dropTable(table);
  }
}

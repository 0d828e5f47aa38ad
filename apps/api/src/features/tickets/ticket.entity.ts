import type { TicketKind, TicketStatus } from '@govmedia-hub/contracts';
import { Entity, Index } from 'typeorm';
import { DateColumn, Id, IdColumn, Instant, LongJson, LongText, NullableText, Text, Whole } from '../../foundation/database/columns.js';

/** A resident's question, suggestion, complaint or correction, with its clock. */
@Entity('tickets')
@Index('IDX_tickets_number', ['ticketNo'], { unique: true })
@Index('IDX_tickets_unit', ['orgId', 'status'])
@Index('IDX_tickets_opened', ['openedAt', 'id'])
export class TicketEntity {
  @Id() id: string;
  @Text(20) ticketNo: string;
  /** Keyed digest of number and check code; the code itself exists nowhere. */
  @Text(64) codeDigest: string;
  @Text(16) kind: TicketKind;
  @LongText() question: string;
  @Text(12) status: TicketStatus;
  @IdColumn() orgId: string;
  /** The ask that found no reviewed answer. */
  @IdColumn({ nullable: true }) answerId: string | null;
  @Instant() openedAt: Date;
  @DateColumn() openedOn: string;
  @DateColumn() acceptDueOn: string;
  @DateColumn() dueOn: string;
  @LongJson() dueExplained: string[];
  @NullableText(8) complexity: 'simple' | 'complex' | null;
  @Instant({ nullable: true }) acceptedAt: Date | null;
  @LongText({ nullable: true }) answer: string | null;
  @Instant({ nullable: true }) answeredAt: Date | null;
  @IdColumn({ nullable: true }) handlerId: string | null;
  /** The Q&A draft that came of it. */
  @IdColumn({ nullable: true }) offeredContentId: string | null;
  @Whole() version: number;
}

/** How to reach the asker; apart from the text, read by the handling unit only. */
@Entity('ticket_contacts')
export class TicketContactEntity {
  @Text(36, { primary: true }) ticketId: string;
  @Text(40) phone: string;
}

/** What happened to a ticket, as the asker may read it; the note is for staff. */
@Entity('ticket_steps')
@Index('IDX_ticket_steps_ticket', ['ticketId', 'id'])
export class TicketStepEntity {
  @Id() id: string;
  @IdColumn() ticketId: string;
  @Instant() at: Date;
  @Text(200) text: string;
  @NullableText(500) note: string | null;
  @IdColumn({ nullable: true }) personId: string | null;
}

/** Wrong check codes against a number, real or not, so that neither can be told from the other. */
@Entity('ticket_lookups')
@Index('IDX_ticket_lookups_until', ['until'])
export class TicketLookupEntity {
  /** Keyed digest of the number that was tried. */
  @Text(64, { primary: true }) id: string;
  @Whole() failures: number;
  @Instant() until: Date;
}

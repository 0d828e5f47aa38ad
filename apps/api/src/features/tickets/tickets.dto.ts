import {
  LIMITS, TICKET_KINDS, TICKET_STATUSES, type AcceptTicketRequest, type AnswerTicketRequest, type ListTicketsQuery, type LookUpTicketRequest, type OpenTicketRequest, type ResidentTicketView,
  type TicketKind, type TicketStatus, type TicketView, type TransferTicketRequest,
} from '@govmedia-hub/contracts';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { PageQueryDto } from '../../foundation/http/page-query.dto.js';
import type { TicketEntity, TicketStepEntity } from './ticket.entity.js';
import { isOverdue } from './tickets.workflow.js';

const Trimmed = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class OpenTicketDto implements OpenTicketRequest {
  @IsIn(TICKET_KINDS) kind: TicketKind;
  @Trimmed() @IsString() @IsNotEmpty() @MaxLength(LIMITS.ticketChars) question: string;
  @IsOptional() @IsUUID() orgId?: string | null;
  @IsOptional() @IsUUID() answerId?: string | null;
  @IsOptional() @Trimmed() @Matches(/^$|^[0-9+() -]{5,30}$/, { message: '电话只能包含数字、空格和连字符。' }) contactPhone?: string | null;
  @IsOptional() @Matches(/^[\w-]{22,64}$/, { message: '提交编号应为 22-64 个字母、数字或连字符。' }) submissionKey?: string;
}

export class LookUpTicketDto implements LookUpTicketRequest {
  @IsString() @IsNotEmpty() @MaxLength(40) ticketNo: string;
  @IsString() @IsNotEmpty() @MaxLength(40) checkCode: string;
}

export class ListTicketsDto extends PageQueryDto implements ListTicketsQuery {
  @IsOptional() @IsIn(TICKET_STATUSES) status?: TicketStatus;
  @IsOptional() @IsIn(['yes']) overdue?: 'yes';
}

export class AcceptTicketDto implements AcceptTicketRequest {
  @IsInt() seenVersion: number;
  @IsIn(['simple', 'complex']) complexity: 'simple' | 'complex';
}

export class TransferTicketDto implements TransferTicketRequest {
  @IsInt() seenVersion: number;
  @IsUUID() orgId: string;
  @Trimmed() @IsString() @IsNotEmpty() @MaxLength(LIMITS.reasonChars) reason: string;
}

export class AnswerTicketDto implements AnswerTicketRequest {
  @IsInt() seenVersion: number;
  @Trimmed() @IsString() @IsNotEmpty() @MaxLength(LIMITS.blockChars) answer: string;
  @IsBoolean() offerToLibrary: boolean;
}

/** What stands beside a ticket when it is shown. */
export interface TicketSurroundings { unit: string; steps: TicketStepEntity[] }

export function toResidentTicketView(row: TicketEntity, { unit, steps }: TicketSurroundings): ResidentTicketView {
  const { ticketNo, kind, question, status, dueOn, dueExplained, answer } = row;
  return {
    ticketNo, kind, question, status, unit, openedAt: row.openedAt.toISOString(), dueOn, dueExplained, answer, answeredAt: row.answeredAt?.toISOString() ?? null,
    steps: steps.map((step) => ({ at: step.at.toISOString(), text: step.text })),
  };
}

export function toTicketView(row: TicketEntity, beside: TicketSurroundings & { contactPhone: string | null; handlerName: string | null; today: string }): TicketView {
  const { id, orgId, acceptDueOn, version } = row;
  const view = toResidentTicketView(row, beside);
  return {
    ...view, id, orgId, acceptDueOn, version, overdue: isOverdue(row, beside.today), contactPhone: beside.contactPhone, handlerName: beside.handlerName,
    steps: beside.steps.map((step) => ({ at: step.at.toISOString(), text: step.note === null ? step.text : `${step.text}（${step.note}）` })),
  };
}

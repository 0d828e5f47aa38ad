export const TICKET_KINDS = ['question', 'suggestion', 'complaint', 'correction'] as const;
export type TicketKind = (typeof TICKET_KINDS)[number];
export const TICKET_KIND_WORDS: Record<TicketKind, string> = { question: '咨询', suggestion: '建议', complaint: '投诉', correction: '纠错' };

export const TICKET_STATUSES = ['waiting', 'accepted', 'answered', 'closed'] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];
export const TICKET_STATUS_WORDS: Record<TicketStatus, string> = { waiting: '等待受理', accepted: '办理中', answered: '已答复', closed: '已办结' };

export interface OpenTicketRequest {
  kind: TicketKind;
  question: string;
  /** Left out, the supervising unit assigns it. */
  orgId?: string | null;
  /** The ask that found no reviewed answer. */
  answerId?: string | null;
  /** Optional; kept apart from the text and never shown in public. */
  contactPhone?: string | null;
  /** Random text that the form makes once, so that a second press opens no second ticket: the same key gives the same receipt. */
  submissionKey?: string;
}

/** What the asker keeps. The check code is shown once and stored only as a digest. */
export interface TicketReceiptView { ticketNo: string; checkCode: string; unit: string; dueOn: string; dueExplained: string[] }

export interface LookUpTicketRequest { ticketNo: string; checkCode: string }

export interface ResidentTicketView {
  ticketNo: string;
  kind: TicketKind;
  question: string;
  status: TicketStatus;
  unit: string;
  openedAt: string;
  dueOn: string;
  dueExplained: string[];
  answer: string | null;
  answeredAt: string | null;
  steps: { at: string; text: string }[];
}

export interface TicketView extends ResidentTicketView {
  id: string;
  orgId: string;
  overdue: boolean;
  contactPhone: string | null;
  acceptDueOn: string;
  handlerName: string | null;
  version: number;
}

export interface ListTicketsQuery { status?: TicketStatus; overdue?: 'yes'; cursor?: string; limit?: number }
export interface AcceptTicketRequest { seenVersion: number; complexity: 'simple' | 'complex' }
export interface TransferTicketRequest { seenVersion: number; orgId: string; reason: string }
export interface AnswerTicketRequest { seenVersion: number; answer: string; offerToLibrary: boolean }

import type { TicketStatus } from '@govmedia-hub/contracts';
import { deadline, findDeadlineRule, ruleText, type DeadlineRuleId } from '@govmedia-hub/working-days';

export type TicketMove = 'accept' | 'transfer' | 'answer';

/** state → move → next state; what is not here may not happen. */
const MOVES: Record<TicketStatus, Partial<Record<TicketMove, TicketStatus>>> = {
  waiting: { accept: 'accepted', transfer: 'waiting' },
  accepted: { transfer: 'waiting', answer: 'answered' },
  answered: {},
  closed: {},
};

/** The state after a move, or null when it may not happen. */
export function afterMove(status: TicketStatus, move: TicketMove): TicketStatus | null {
  return MOVES[status][move] ?? null;
}

export interface TicketDue { dueOn: string; explained: string[] }

/**
 * When an answer is due, with the rule and every step of the count.
 * @throws Error when no rule is in force on the day: the rulebook has a hole
 */
export function dueFor(ruleId: Extract<DeadlineRuleId, `ticket.${string}`>, receivedOn: string): TicketDue {
  const rule = findDeadlineRule(ruleId, receivedOn);
  if (!rule) throw new Error(`no deadline rule ${ruleId} on ${receivedOn}`);
  const { dueOn, steps } = deadline({ receivedOn, rule });
  return { dueOn, explained: [ruleText(rule), ...steps.map((step) => step.text)] };
}

export const answerRule = (complexity: 'simple' | 'complex'): 'ticket.answer' | 'ticket.complex' => (complexity === 'complex' ? 'ticket.complex' : 'ticket.answer');

/** True when a clock of the ticket has run out on the day: the one for acceptance while it waits, the one for the answer until it is given. */
export function isOverdue(ticket: { status: TicketStatus; acceptDueOn: string; dueOn: string }, on: string): boolean {
  if (ticket.status === 'waiting') return on > ticket.acceptDueOn || on > ticket.dueOn;
  return ticket.status === 'accepted' && on > ticket.dueOn;
}


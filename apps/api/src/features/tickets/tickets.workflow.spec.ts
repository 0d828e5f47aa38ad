import { TICKET_STATUSES } from '@govmedia-hub/contracts';
import { afterMove, dueFor, isOverdue, type TicketMove } from './tickets.workflow.js';

describe('the life of a ticket', () => {
  it.each<[string, TicketMove, string | null]>([
    ['waiting', 'accept', 'accepted'], ['waiting', 'transfer', 'waiting'], ['waiting', 'answer', null],
    ['accepted', 'accept', null], ['accepted', 'transfer', 'waiting'], ['accepted', 'answer', 'answered'],
    ['answered', 'accept', null], ['answered', 'transfer', null], ['answered', 'answer', null],
  ])('%s, %s: %s', (status, move, next) => {
    expect(TICKET_STATUSES).toContain(status);
    expect(afterMove(status as 'waiting', move)).toBe(next);
  });

  it('is accepted in one working day and answered in five, a complex one in fifteen', () => {
    expect(dueFor('ticket.accept', '2026-11-20').dueOn).toBe('2026-11-23');
    expect(dueFor('ticket.answer', '2026-11-23').dueOn).toBe('2026-11-30');
    expect(dueFor('ticket.complex', '2026-11-23').dueOn).toBe('2026-12-14');
    expect(dueFor('ticket.answer', '2026-11-23').explained[0]).toMatch(/^简单常见留言答复：5个工作日/);
  });

  it('is overdue the day after a clock ran out, and no longer once it is answered', () => {
    const ticket = { acceptDueOn: '2026-11-24', dueOn: '2026-11-30' };
    expect(isOverdue({ ...ticket, status: 'waiting' }, '2026-11-24')).toBe(false);
    expect(isOverdue({ ...ticket, status: 'waiting' }, '2026-11-25')).toBe(true);
    expect(isOverdue({ ...ticket, status: 'accepted' }, '2026-11-30')).toBe(false);
    expect(isOverdue({ ...ticket, status: 'accepted' }, '2026-12-01')).toBe(true);
    expect(isOverdue({ ...ticket, status: 'answered' }, '2027-01-01')).toBe(false);
  });
});

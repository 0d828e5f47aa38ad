import { standingOf } from './disclosure-standing.js';

const stands = (lastOn: string | null, months: number | null, today = '2026-11-23') => standingOf({ fromOn: '2026-11-02', months, lastOn }, 30, today);

describe('how a duty to disclose stands', () => {
  it.each([
    ['is missing while nothing was made public, due 20 working days after the unit was given it', null, 12, { dueOn: '2026-11-30', state: 'missing' }],
    ['is kept when it was brought up to date within its months', '2026-01-10', 12, { dueOn: '2027-01-10', state: 'current' }],
    ['is due soon thirty days before its day', '2025-12-23', 12, { dueOn: '2026-12-23', state: 'due_soon' }],
    ['is kept thirty-one days before', '2025-12-24', 12, { dueOn: '2026-12-24', state: 'current' }],
    ['is due on its last day and not yet overdue', '2025-11-23', 12, { dueOn: '2026-11-23', state: 'due_soon' }],
    ['is overdue from the day after', '2025-11-22', 12, { dueOn: '2026-11-22', state: 'overdue' }],
    ['has no day when only a change asks for it', '2015-01-01', null, { dueOn: null, state: 'current' }],
  ] as const)('%s', (_, lastOn, months, expected) => expect(stands(lastOn, months)).toEqual(expected));
});

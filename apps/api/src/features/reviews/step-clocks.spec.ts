import { GATES, type DeskId } from '@govmedia-hub/contracts';
import { REVIEW_PROCESSES } from '../rulebook/rulebook.service.js';
import { stepClocks, type TextOnTheClock } from './step-clocks.js';

const at = (on: string): Date => new Date(`${on}T10:00:00+08:00`);
const process = { ...REVIEW_PROCESSES[1]!, desks: REVIEW_PROCESSES[1]!.desks.map((desk) => (desk.desk === 'review:2' ? { ...desk, days: { normal: 2, urgent: 0 } } : desk)) };
const passed = (on: string, ...desks: DeskId[]): TextOnTheClock['verdicts'] => desks.map((desk) => ({ desk, verdict: 'passed', digest: 'd', byId: 'p', forId: null, at: at(on) }));
const gates = GATES.map((gate): DeskId => `gate:${gate}`);
const text = (verdicts: TextOnTheClock['verdicts'], status: TextOnTheClock['status'] = 'in_review'): TextOnTheClock => ({ status, digest: 'd', authorIds: ['author'], verdicts, process });
const monday = { submittedAt: at('2026-11-23'), reopenedAt: null, priority: 'normal' as const, dueOn: '2026-11-26' };

describe('the last day of a step', () => {
  it.each([
    ['gates count from the day of handing in', text([], 'in_gates'), monday, 'gate:law', '2026-11-24'],
    ['a review counts from the last gate, not from handing in', text(passed('2026-11-24', ...gates)), monday, 'review:1', '2026-11-25'],
    ['a step has the days that its process gives it', text([...passed('2026-11-23', ...gates), ...passed('2026-11-24', 'review:1')]), { ...monday, dueOn: '2026-12-04' }, 'review:2', '2026-11-26'],
    ['an urgent step may be due on the same day', text([...passed('2026-11-23', ...gates), ...passed('2026-11-24', 'review:1')]), { ...monday, priority: 'urgent' as const }, 'review:2', '2026-11-24'],
    ['over a weekend only working days count', text(passed('2026-11-27', ...gates)), { ...monday, dueOn: '2026-12-04' }, 'review:1', '2026-11-30'],
    ['no step ends after the whole text', text(passed('2026-11-26', ...gates)), monday, 'review:1', '2026-11-26'],
    ['a gate that opened again counts from that day', text(passed('2026-11-23', ...gates.slice(1)), 'in_gates'), { ...monday, reopenedAt: at('2026-11-25') }, gates[0], '2026-11-26'],
  ])('%s', (_, given, entry, desk, dueOn) => {
    expect(stepClocks(given, entry, '2026-11-23').find((step) => step.desk === desk)).toMatchObject({ dueOn, overdue: false });
  });

  it('is over from the next day on, and only steps whose turn it is have one', () => {
    const given = text(passed('2026-11-23', ...gates));
    expect(stepClocks(given, monday, '2026-11-24').map(({ name, overdue }) => [name, overdue])).toEqual([['初审', false], ['一校', false]]);
    expect(stepClocks(given, monday, '2026-11-25').every(({ overdue }) => overdue)).toBe(true);
    expect(stepClocks(given, null, '2026-11-25')).toEqual([]);
    expect(stepClocks({ ...given, status: 'approved' }, monday, '2026-11-25')).toEqual([]);
  });
});

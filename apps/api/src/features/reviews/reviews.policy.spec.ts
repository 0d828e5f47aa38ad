import { GATES } from '@govmedia-hub/contracts';
import { fullyApproved, nextStep, openGates, whyNotClose, whyNotReview, type TextUnderReview, type Verdict } from './reviews.policy.js';

const gates: Verdict[] = GATES.map((gate) => ({ gate, step: null, verdict: 'passed', digest: 'd', byId: 'gatekeeper' }));
const review = (step: 1 | 2 | 3, byId: string, digest = 'd'): Verdict => ({ gate: null, step, verdict: 'approved', digest, byId });
const text = (more: Partial<TextUnderReview> = {}): TextUnderReview => ({ status: 'in_review', digest: 'd', authorIds: ['author'], verdicts: gates, ...more });

describe('separation of persons', () => {
  it.each([
    ['an author may not review', whyNotReview(text(), 1, 'author', { digest: 'd' }), 'reviews.own_text'],
    ['nobody reviews while gates are open', whyNotReview(text({ status: 'in_gates' }), 1, 'p1', { digest: 'd' }), 'reviews.gates_open'],
    ['nobody reviews a text they have not seen', whyNotReview(text(), 1, 'p1', { digest: 'old' }), 'reviews.digest_changed'],
    ['nobody takes two steps', whyNotReview(text({ verdicts: [...gates, review(1, 'p1')] }), 2, 'p1', { digest: 'd' }), 'reviews.same_person_twice'],
    ['steps come in their order', whyNotReview(text(), 2, 'p1', { digest: 'd' }), 'reviews.step_out_of_order'],
    ['a second person takes the second step', whyNotReview(text({ verdicts: [...gates, review(1, 'p1')] }), 2, 'p2', { digest: 'd' }), null],
    ['a gatekeeper may review', whyNotReview(text(), 1, 'gatekeeper', { digest: 'd' }), null],
  ])('%s', (_, actual, expected) => {
    expect(actual).toBe(expected);
  });

  it.each([
    ['an author may not close a gate', whyNotClose(text({ status: 'in_gates', verdicts: [] }), 'law', 'author', { digest: 'd', verdict: 'passed' }, 0), 'reviews.own_text'],
    ['a gate with findings does not pass', whyNotClose(text({ status: 'in_gates', verdicts: [] }), 'law', 'p1', { digest: 'd', verdict: 'passed' }, 1), 'reviews.open_findings'],
    ['a gate with findings may send the text back', whyNotClose(text({ status: 'in_gates', verdicts: [] }), 'law', 'p1', { digest: 'd', verdict: 'returned' }, 1), null],
    ['a gate is closed once', whyNotClose(text({ status: 'in_gates', verdicts: gates.slice(0, 2) }), 'politics', 'p1', { digest: 'd', verdict: 'passed' }, 0), 'reviews.gate_already_closed'],
    ['a draft is not at the gates', whyNotClose(text({ status: 'draft', verdicts: [] }), 'law', 'p1', { digest: 'd', verdict: 'passed' }, 0), 'contents.move_not_allowed'],
  ])('%s', (_, actual, expected) => {
    expect(actual).toBe(expected);
  });

  it('approves only five gates and three persons on exactly this digest', () => {
    const all = [...gates, review(1, 'p1'), review(2, 'p2'), review(3, 'p3')];
    expect(fullyApproved(text({ verdicts: all }))).toBe(true);
    expect(fullyApproved(text({ verdicts: all.slice(1) }))).toBe(false);
    expect(fullyApproved(text({ verdicts: [...gates, review(1, 'p1'), review(2, 'p2'), review(3, 'p1')] }))).toBe(false);
    expect(fullyApproved(text({ verdicts: [...gates, review(1, 'p1'), review(2, 'p2', 'other'), review(3, 'p3')] }))).toBe(false);
    expect(fullyApproved(text({ verdicts: all, authorIds: ['p2'] }))).toBe(false);
    expect([nextStep(all), nextStep(gates), openGates(gates.slice(0, 3))]).toEqual([null, 1, ['secrecy', 'text']]);
  });
});

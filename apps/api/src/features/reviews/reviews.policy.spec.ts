import { CONTENT_KINDS, GATES, type DeskId } from '@govmedia-hub/contracts';
import fc from 'fast-check';
import { Processes } from '../review-processes/review-processes.reader.js';
import { REVIEW_PROCESSES, type ReviewProcess } from '../rulebook/rulebook.service.js';
import { affirmable, type EarlierVerdict } from './reaffirmation.js';
import { dueDesks, fullyApproved, openGates, whyNot, type Acting, type TextUnderReview, type Verdict } from './reviews.policy.js';

const process = new Processes().inForce('qa', '2026-11-23');
const verdict = (desk: DeskId, byId: string, more: Partial<Verdict> = {}): Verdict => ({ desk, verdict: desk.startsWith('gate') ? 'passed' : 'approved', digest: 'd', byId, forId: null, ...more });
const gates: Verdict[] = GATES.map((gate) => verdict(`gate:${gate}`, 'gatekeeper'));
const proofs = [verdict('proof:1', 'p2'), verdict('proof:2', 'p3'), verdict('proof:3', 'p1')];
const reviews = [verdict('review:1', 'p1'), verdict('review:2', 'p2'), verdict('review:3', 'p3')];
const text = (more: Partial<TextUnderReview> = {}): TextUnderReview => ({ status: 'in_review', digest: 'd', authorIds: ['author'], verdicts: gates, process, ...more });
const me = (id: string, forId: string | null = null): Acting => ({ accounts: [id], forId });
const ask = (digest = 'd') => ({ digest, good: true });

describe('separation of persons', () => {
  it.each([
    ['an author may not review', whyNot(text(), 'review:1', me('author'), ask()), 'reviews.own_text'],
    ['an author may not proofread', whyNot(text(), 'proof:1', me('author'), ask()), 'reviews.own_text'],
    ['nobody acts for an author', whyNot(text(), 'review:1', me('p1', 'author'), ask()), 'reviews.own_text'],
    ['an account opened anew does not make an author somebody else', whyNot(text(), 'review:1', { accounts: ['new-account', 'author'], forId: null }, ask()), 'reviews.own_text'],
    ['nobody reviews while gates are open', whyNot(text({ status: 'in_gates', verdicts: gates.slice(1) }), 'review:1', me('p1'), ask()), 'reviews.gates_open'],
    ['nobody reviews a text they have not seen', whyNot(text(), 'review:1', me('p1'), ask('old')), 'reviews.digest_changed'],
    ['nobody takes two reviews', whyNot(text({ verdicts: [...gates, verdict('review:1', 'p1')] }), 'review:2', me('p1'), ask()), 'reviews.same_person_twice'],
    ['nobody takes two reviews with a second account', whyNot(text({ verdicts: [...gates, verdict('review:1', 'p1')] }), 'review:2', { accounts: ['p9', 'p1'], forId: null }, ask()), 'reviews.same_person_twice'],
    ['who let a deputy act does not act again', whyNot(text({ verdicts: [...gates, verdict('review:1', 'p1', { forId: 'p2' })] }), 'review:2', me('p2'), ask()), 'reviews.same_person_twice'],
    ['a deputy does not act again in the own name', whyNot(text({ verdicts: [...gates, verdict('review:1', 'p1', { forId: 'p2' })] }), 'review:2', me('p1'), ask()), 'reviews.same_person_twice'],
    ['a deputy does not act for who reviewed already', whyNot(text({ verdicts: [...gates, verdict('review:1', 'p1')] }), 'review:2', me('p2', 'p1'), ask()), 'reviews.same_person_twice'],
    ['steps come in their order', whyNot(text(), 'review:2', me('p1'), ask()), 'reviews.step_out_of_order'],
    ['proofreadings come in their order', whyNot(text(), 'proof:3', me('p1'), ask()), 'reviews.step_out_of_order'],
    ['a second person takes the second step', whyNot(text({ verdicts: [...gates, verdict('review:1', 'p1')] }), 'review:2', me('p2'), ask()), null],
    ['who reviewed may proofread', whyNot(text({ verdicts: [...gates, verdict('review:1', 'p1')] }), 'proof:1', me('p1'), ask()), null],
    ['a gatekeeper may review', whyNot(text(), 'review:1', me('gatekeeper'), ask()), null],
    ['an author may not close a gate', whyNot(text({ status: 'in_gates', verdicts: [] }), 'gate:law', me('author'), ask()), 'reviews.own_text'],
    ['a gate with findings does not pass', whyNot(text({ status: 'in_gates', verdicts: [] }), 'gate:law', me('p1'), ask(), 1), 'reviews.open_findings'],
    ['a gate with findings may send the text back', whyNot(text({ status: 'in_gates', verdicts: [] }), 'gate:law', me('p1'), { digest: 'd', good: false }, 1), null],
    ['a gate is closed once', whyNot(text({ status: 'in_gates', verdicts: gates.slice(0, 2) }), 'gate:politics', me('p1'), ask()), 'reviews.gate_already_closed'],
    ['a draft is not at the gates', whyNot(text({ status: 'draft', verdicts: [] }), 'gate:law', me('p1'), ask()), 'contents.move_not_allowed'],
  ])('%s', (_, actual, expected) => {
    expect(actual).toBe(expected);
  });

  it('approves only five gates, three reviews and three proofreadings on exactly this digest', () => {
    const all = [...gates, ...reviews, ...proofs];
    const approved = (verdicts: Verdict[], more: Partial<TextUnderReview> = {}) => fullyApproved(text({ verdicts, ...more }));
    expect(approved(all)).toBe(true);
    for (const missing of all) expect(approved(all.filter((entry) => entry !== missing))).toBe(false);
    for (const stale of all) expect(approved(all.map((entry) => (entry === stale ? { ...entry, digest: 'other' } : entry)))).toBe(false);
    expect(approved(all.map((entry) => (entry.desk === 'review:3' ? { ...entry, byId: 'p1' } : entry)))).toBe(false);
    expect(approved(all.map((entry) => (entry.desk === 'review:3' ? { ...entry, forId: 'p1' } : entry)))).toBe(false);
    expect(approved(all.map((entry) => (entry.desk === 'proof:3' ? { ...entry, byId: 'p2' } : entry)))).toBe(false);
    expect(approved(all, { authorIds: ['p2'] })).toBe(false);
  });

  /** Any people with any deputies try any desks in any order; what is let through must keep them apart. */
  it('never lets one human being answer twice in a group, nor an author at all, whoever stands in for whom', () => {
    const people = ['a', 'b', 'c', 'd', 'e', 'f'];
    const person = fc.constantFrom(...people);
    const act = fc.record({ desk: fc.constantFrom(...process.desks.map(({ desk }) => desk)), byId: person, forId: fc.option(person, { nil: null }), second: fc.option(person, { nil: null }), again: fc.boolean() });
    fc.assert(fc.property(fc.array(act, { maxLength: 120 }), fc.uniqueArray(person, { minLength: 1, maxLength: 2 }), (acts, authorIds) => {
      let verdicts: Verdict[] = [];
      const accounts = new Map<Verdict, string[]>();
      for (const { desk, byId, forId, second, again } of acts) {
        const status = openGates({ process, verdicts }).length > 0 ? 'in_gates' : 'in_review';
        const own = [byId, ...(second === null ? [] : [second])];
        if (whyNot(text({ verdicts, status, authorIds }), desk, { accounts: own, forId }, { digest: 'd', good: true, again }) !== null) continue;
        const given = verdict(desk, byId, { forId });
        accounts.set(given, own);
        verdicts = [...verdicts, given];
      }
      for (const name of ['reviews', 'proofs']) {
        const group = verdicts.filter((entry) => process.desks.find(({ desk }) => desk === entry.desk)?.apart === name);
        for (const [index, later] of group.entries())
          for (const earlier of group.slice(0, index)) expect([...accounts.get(later)!, later.forId].some((id) => id !== null && (id === earlier.byId || id === earlier.forId))).toBe(false);
      }
      expect(verdicts.some((entry) => [...accounts.get(entry)!, entry.forId].some((id) => id !== null && authorIds.includes(id)))).toBe(false);
      expect(new Set(verdicts.map(({ desk }) => desk)).size).toBe(verdicts.length);
    }), { numRuns: 400 });
  });
});

describe('the process is data', () => {
  it('has one version in force for every kind of content on every day', () => {
    for (const kind of CONTENT_KINDS) for (const on of ['2018-12-07', '2025-12-31', '2026-01-01', '2030-01-01']) expect(REVIEW_PROCESSES.filter((entry) => entry.kinds.includes(kind) && entry.effectiveFrom <= on && (entry.effectiveTo === null || on <= entry.effectiveTo))).toHaveLength(1);
  });

  it('goes by the version that was in force when a text was handed in', () => {
    expect(new Processes().inForce('qa', '2025-12-31').version).toBe('1');
    expect(new Processes().inForce('qa', '2026-01-01').version).toBe('2');
    expect(new Processes().of('qa', { processId: 'standard', processVersion: '1' }).desks.map(({ desk }) => desk)).not.toContain('proof:1');
    expect(() => new Processes().of('qa', { processId: 'standard', processVersion: '99' })).toThrow();
  });

  it('lets gates run beside each other and brings the rest in order, also in a process of another city', () => {
    expect(dueDesks({ process, verdicts: [] }).map(({ desk }) => desk)).toEqual(GATES.map((gate) => `gate:${gate}`));
    expect(dueDesks({ process, verdicts: gates }).map(({ name }) => name)).toEqual(['初审', '一校']);
    const other: ReviewProcess = { ...process, desks: [{ desk: 'gate:secrecy', name: '保密关', role: 'reviewer', unit: 'own', after: ['review:1'], apart: null, days: null }, { desk: 'review:1', name: '审核', role: 'reviewer', unit: 'own', after: [], apart: null, days: null }] };
    expect(whyNot(text({ process: other, verdicts: [], status: 'in_gates' }), 'review:1', me('p1'), ask())).toBeNull();
    expect(whyNot(text({ process: other, verdicts: [], status: 'in_gates' }), 'gate:secrecy', me('p1'), ask())).toBe('reviews.step_out_of_order');
    expect(whyNot(text({ process: other }), 'review:3', me('p1'), ask())).toBe('contents.move_not_allowed');
  });
});

describe('affirming anew', () => {
  const before = (entry: Verdict, more: Partial<EarlierVerdict> = {}): EarlierVerdict => ({ ...entry, digest: 'old', round: 1, at: new Date(0), secrecyGround: null, secrecyConclusion: null, ...more });
  const earlier = [...gates, ...reviews, ...proofs].map((entry) => before(entry));
  const affirm = (who: string, more: Partial<TextUnderReview> = {}, holding = 0, rows = earlier) => affirmable(text({ status: 'in_gates', verdicts: [], ...more }), rows, [who], [], () => holding);

  it('gives one person all that they approved, and nobody else', () => {
    expect(affirm('gatekeeper').desks.map(({ desk }) => desk)).toEqual(GATES.map((gate) => `gate:${gate}`));
    expect(affirm('p1').desks.map(({ desk }) => desk)).toEqual(['review:1', 'proof:3']);
    expect(affirm('stranger')).toEqual({ desks: [], held: [] });
  });

  it('leaves a gate with findings open and says so', () => {
    expect(affirm('gatekeeper', {}, 1)).toMatchObject({ desks: [], held: GATES.map(() => ({ why: 'reviews.open_findings' })) });
  });

  it('does not let who wrote in the meantime, who returned it last, or a deputy whose days are over affirm', () => {
    expect(affirm('p1', { authorIds: ['author', 'p1'] }).desks).toEqual([]);
    expect(affirm('p1', {}, 0, [before(verdict('review:1', 'p1', { verdict: 'returned' }), { round: 2 }), ...earlier]).desks.map(({ desk }) => desk)).toEqual(['proof:3']);
    expect(affirm('p9', {}, 0, [before(verdict('review:1', 'p9', { forId: 'p1' }))])).toMatchObject({ desks: [], held: [{ why: 'reviews.no_delegation' }] });
  });
});

import { questionReviewRulesOn } from '../rulebook/rulebook.service.js';
import { duesOf, lowRatedDue, lowRatedOn, reviewDue, type Opinion } from './review-rules.js';

const RULES = questionReviewRulesOn('2026-11-06');

const opinions = (...said: [helpful: boolean, on: string][]): Opinion[] => said.map(([helpful, on]) => ({ helpful, on }));

describe('when a published Q&A comes up again', () => {
  it('does not help from the day of the third resident who says so, when they are half of all', () => {
    expect(lowRatedOn(opinions([false, '2026-11-02'], [true, '2026-11-03'], [false, '2026-11-04'], [true, '2026-11-05'], [false, '2026-11-06']), RULES)).toBe('2026-11-06');
    expect(lowRatedOn(opinions([false, '2026-11-02'], [false, '2026-11-03']), RULES)).toBeNull();
  });

  it('is no longer one that does not help when enough others found that it does', () => {
    const bad = opinions([false, '2026-11-02'], [false, '2026-11-02'], [false, '2026-11-03']);
    expect(lowRatedOn(bad, RULES)).toBe('2026-11-03');
    expect(lowRatedOn([...bad, ...opinions([true, '2026-11-04'], [true, '2026-11-04'], [true, '2026-11-04'], [true, '2026-11-05'])], RULES)).toBeNull();
  });

  it('is due ten working days after the residents, and a year after its last review', () => {
    expect(lowRatedDue('2026-11-06').dueOn).toBe('2026-11-20');
    expect(reviewDue('2025-12-10', null, RULES)).toMatchObject({ dueOn: '2026-12-10', explained: [expect.stringContaining('满12个月')] });
  });

  it('comes up thirty days before its day, by the rules of the day on which it is asked', () => {
    const known = { reviewedOn: '2025-12-10', said: [], nextReviewOn: null };
    expect([...duesOf(known, '2026-11-09', RULES).keys()]).toEqual([]);
    expect([...duesOf(known, '2026-11-10', RULES).keys()]).toEqual(['review_due']);
    const stricter = { ...RULES, version: '2027.1', effectiveFrom: '2027-01-01', unhelpful: 1 };
    const versions = [{ ...RULES, effectiveTo: '2026-12-31' }, stricter];
    expect(questionReviewRulesOn('2026-12-31', versions).version).toBe(RULES.version);
    expect(questionReviewRulesOn('2027-01-01', versions).unhelpful).toBe(1);
    expect([...duesOf({ ...known, nextReviewOn: '2027-12-01', said: opinions([false, '2027-01-04']) }, '2027-01-05', stricter).keys()]).toEqual(['low_rated']);
    expect(() => questionReviewRulesOn('2017-01-01')).toThrow('no rules');
  });
});

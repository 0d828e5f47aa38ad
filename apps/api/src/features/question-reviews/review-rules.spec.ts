import { lowRatedDue, lowRatedOn, reviewDue, type Opinion } from './review-rules.js';

const opinions = (...said: [helpful: boolean, on: string][]): Opinion[] => said.map(([helpful, on]) => ({ helpful, on }));

describe('when a published Q&A comes up again', () => {
  it('does not help from the day of the third resident who says so, when they are half of all', () => {
    expect(lowRatedOn(opinions([false, '2026-11-02'], [true, '2026-11-03'], [false, '2026-11-04'], [true, '2026-11-05'], [false, '2026-11-06']))).toBe('2026-11-06');
    expect(lowRatedOn(opinions([false, '2026-11-02'], [false, '2026-11-03']))).toBeNull();
  });

  it('is no longer one that does not help when enough others found that it does', () => {
    const bad = opinions([false, '2026-11-02'], [false, '2026-11-02'], [false, '2026-11-03']);
    expect(lowRatedOn(bad)).toBe('2026-11-03');
    expect(lowRatedOn([...bad, ...opinions([true, '2026-11-04'], [true, '2026-11-04'], [true, '2026-11-04'], [true, '2026-11-05'])])).toBeNull();
  });

  it('is due ten working days after the residents, and a year after its last review', () => {
    expect(lowRatedDue('2026-11-06').dueOn).toBe('2026-11-20');
    expect(reviewDue('2025-12-10')).toMatchObject({ dueOn: '2026-12-10', explained: [expect.stringContaining('满12个月')] });
  });
});

import { civilDateAt, daysBetween, describeDue, formatCivilDate, formatInstant, formatInstantBriefly } from './civil-date.js';

describe('dates as the console writes them', () => {
  it.each([
    ['2019-08-16', '2019年8月16日'],
    ['2026-11-03', '2026年11月3日'],
    [null, '—'],
    ['', '—'],
  ])('writes the civil date %s as %s', (date, written) => expect(formatCivilDate(date)).toBe(written));

  it('writes an instant in Shanghai time, also across midnight', () => {
    expect(formatInstant('2026-11-23T16:05:00.000Z')).toBe('2026年11月24日 00:05');
    expect(formatInstant('not a time')).toBe('—');
  });

  it('leaves out the year of today in lists', () => {
    expect(formatInstantBriefly('2026-11-23T06:30:00Z', '2026-12-01')).toBe('11月23日 14:30');
    expect(formatInstantBriefly('2025-11-23T06:30:00Z', '2026-12-01')).toBe('2025年11月23日 14:30');
    expect(formatInstantBriefly(null, '2026-12-01')).toBe('—');
  });

  it('knows the civil date of Shanghai one minute before and after its midnight', () => {
    expect(civilDateAt(Date.parse('2026-11-23T15:59:00Z'))).toBe('2026-11-23');
    expect(civilDateAt(Date.parse('2026-11-23T16:01:00Z'))).toBe('2026-11-24');
  });

  it('counts days over a leap day', () => expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2));

  it.each([
    ['2026-11-22', '已逾期 1 天', 'over'],
    ['2026-11-23', '今天到期', 'soon'],
    ['2026-11-25', '还有 2 天', 'soon'],
    ['2026-12-01', '还有 8 天', 'calm'],
  ])('a deadline on %s reads %s', (dueOn, text, pressure) => expect(describeDue(dueOn, '2026-11-23')).toEqual({ text, pressure }));
});

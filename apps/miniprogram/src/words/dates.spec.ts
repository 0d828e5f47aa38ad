import { dateWords, dayWords, instantWords } from './dates.js';

describe('dates as residents read them', () => {
  it('drops the leading zeros of month and day', () => {
    expect(dateWords('2019-08-06')).toBe('2019年8月6日');
  });
  it('shows an instant on the clock of the city', () => {
    expect(instantWords('2026-11-23T16:30:00.000Z')).toBe('2026年11月24日 00:30');
    expect(dayWords('2026-11-23T16:30:00.000Z')).toBe('2026年11月24日');
  });
  it('leaves missing dates empty', () => {
    expect(dateWords(null)).toBe('');
    expect(dayWords(null)).toBe('');
  });
  it('shows an unknown form as it came', () => {
    expect(dateWords('2019年')).toBe('2019年');
  });
});

import { addDays, render, renderAll } from './dates.js';

describe('dates of the demonstration city', () => {
  it('writes a Chinese date relative to the day of seeding', () => {
    expect(render('自{d:-120}起施行', '2026-11-23')).toBe('自2026年7月26日起施行');
  });

  it('keeps the year of a document number in step with its date', () => {
    expect(render('云人社〔{y:-120}〕8号，{iso:-120}', '2026-02-01')).toBe('云人社〔2025〕8号，2025-10-04');
  });

  it('writes month and day, later dates and shifted years', () => {
    expect(render('{md:30}，{d:+30}，{y:-75+1}年度，{y:-75-1}年度', '2026-11-23')).toBe('12月23日，2026年12月23日，2027年度，2025年度');
  });

  it('crosses a leap day', () => {
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(addDays('2027-03-01', -1)).toBe('2027-02-28');
  });

  it('leaves text without marks and unknown marks alone', () => {
    expect(render('第{x:1}条', '2026-11-23')).toBe('第{x:1}条');
  });

  it('refuses a day that does not exist', () => {
    expect(() => addDays('2027-02-29', 0)).toThrow(RangeError);
    expect(() => render('{d:-1}', '2026-13-01')).toThrow(RangeError);
    expect(() => render('{d:-1+1}', '2026-11-23')).toThrow(RangeError);
  });

  it('renders inside nested data and leaves other values as they are', () => {
    expect(renderAll({ a: ['{iso:1}', 3, null], b: { c: true } }, '2026-12-31')).toEqual({ a: ['2027-01-01', 3, null], b: { c: true } });
  });
});

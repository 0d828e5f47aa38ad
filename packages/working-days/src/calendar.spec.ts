import fc from 'fast-check';
import { addWorkingDays, buildCalendar, dayKind, isWorkingDay, NATIONAL_CALENDAR, workingDayOnOrAfter, workingDaysBetween } from './calendar.js';
import { addDays, dayNumber, fromDayNumber, shanghaiDate, weekdayOf } from './civil-dates.js';
import { HOLIDAY_YEARS } from './holiday-years.js';

const anyDay = fc.integer({ min: dayNumber('2018-06-01'), max: dayNumber('2027-12-31') }).map(fromDayNumber);

describe('the national calendar', () => {
  it('knows every year from 2019 to 2026 with the notice it comes from', () => {
    expect([...NATIONAL_CALENDAR.knownYears]).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    for (const year of HOLIDAY_YEARS) for (const source of year.source) expect(source.docNumber).toMatch(/^国办发明电〔20\d\d〕\d+号$/);
  });

  it.each([
    ['2026-02-14', true, 'made_up'], ['2026-02-15', false, 'holiday'], ['2026-02-23', false, 'holiday'], ['2026-02-24', true, 'weekday'], ['2026-02-28', true, 'made_up'],
    ['2025-10-08', false, 'holiday'], ['2025-10-11', true, 'made_up'], ['2024-02-09', true, 'weekday'], ['2024-02-18', true, 'made_up'],
    ['2023-06-25', true, 'made_up'], ['2022-12-31', false, 'holiday'], ['2021-09-18', true, 'made_up'], ['2020-02-01', false, 'holiday'], ['2019-05-02', false, 'holiday'], ['2018-12-29', true, 'made_up'],
    ['2025-06-07', false, 'weekend'],
  ])('%s is worked: %s, because %s', (on, working, reason) => {
    expect(dayKind(on)).toMatchObject({ working, reason, confirmed: true });
  });

  it('gives holidays the number of days off that the notices state', () => {
    const length = (year: number, name: string): number => {
      const off = HOLIDAY_YEARS.find((each) => each.year === year)!.off.find((each) => each.name === name)!;
      return dayNumber(off.to) - dayNumber(off.from) + 1;
    };
    expect([length(2019, '春节'), length(2020, '国庆节、中秋节'), length(2021, '劳动节'), length(2022, '春节'), length(2023, '中秋节、国庆节'), length(2024, '春节'), length(2025, '国庆节、中秋节'), length(2026, '春节')]).toEqual([7, 8, 5, 7, 8, 8, 8, 9]);
  });

  it('balances every year: weekdays off minus weekend days worked are the statutory holidays', () => {
    // 11 statutory days until 2024, 13 since 2025 (全国年节及纪念日放假办法 as amended in November 2024).
    const weekdaysOff = (year: number): number => [...NATIONAL_CALENDAR.offDays.keys()].filter((on) => on.startsWith(String(year)) && weekdayOf(on) < 6).length;
    const madeUp = (year: number): number => [...NATIONAL_CALENDAR.madeUpDays.keys()].filter((on) => on.startsWith(String(year))).length;
    expect([2019, 2021, 2022, 2023, 2024, 2025, 2026].map((year) => weekdaysOff(year) - madeUp(year))).toEqual([11, 11, 11, 11, 11, 13, 13]);
  });

  it('reads a year without a notice as Monday to Friday and says so', () => {
    expect(dayKind('2027-10-01')).toMatchObject({ working: true, confirmed: false, reason: 'weekday_unconfirmed' });
    expect(dayKind('2027-10-01').text).toContain('当年放假安排尚未录入');
    expect(dayKind('2027-10-02').working).toBe(false);
  });

  it('refuses a year that contradicts itself', () => {
    const year = { year: 2030, version: '1', source: [], off: [{ name: '国庆节', from: '2030-10-01', to: '2030-10-07' }], madeUp: [{ name: '国庆节', on: ['2030-10-05'] }] };
    expect(() => buildCalendar('x', [year])).toThrow('both off and worked');
    expect(() => buildCalendar('x', [{ ...year, madeUp: [{ name: '国庆节', on: ['2030-10-08'] }] }])).toThrow('worked anyway');
  });
});

describe('counting working days', () => {
  it('starts on the next working day and passes over the spring festival', () => {
    expect(addWorkingDays('2026-02-13', 1)).toBe('2026-02-14');
    expect(addWorkingDays('2026-02-13', 2)).toBe('2026-02-24');
    expect(addWorkingDays('2026-02-24', -2)).toBe('2026-02-13');
  });

  it('agrees with itself: n working days later lies n working days away, on a working day', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, n) => {
      const to = addWorkingDays(from, n);
      expect(workingDaysBetween(from, to)).toBe(n);
      expect(isWorkingDay(to)).toBe(true);
    }));
  });

  it('goes back where it came from when it started on a working day', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (day, n) => {
      const from = workingDayOnOrAfter(day);
      expect(addWorkingDays(addWorkingDays(from, n), -n)).toBe(from);
    }));
  });

  it('adds up over any day in between and changes its sign backwards', () => {
    fc.assert(fc.property(anyDay, fc.nat(90), fc.nat(90), (from, a, b) => {
      const middle = addDays(from, a);
      const to = addDays(middle, b);
      expect(workingDaysBetween(from, middle) + workingDaysBetween(middle, to)).toBe(workingDaysBetween(from, to));
      expect(workingDaysBetween(to, from)).toBe(-[...Array(a + b).keys()].filter((i) => isWorkingDay(addDays(from, i))).length + 0);
    }));
  });

  it('refuses days that do not exist and broken numbers', () => {
    expect(() => addWorkingDays('2025-02-30', 1)).toThrow(RangeError);
    expect(() => addWorkingDays('2025-02-03', 1.5)).toThrow(RangeError);
  });
});

it('the civil date of an instant is the one in Shanghai', () => {
  expect(shanghaiDate('2025-12-31T15:59:59.999Z')).toBe('2025-12-31');
  expect(shanghaiDate('2025-12-31T16:00:00.000Z')).toBe('2026-01-01');
});

import { changeBegins, contradictions, validityOn, type ForceChange, type ForceDates } from './validity-on.js';

const DATES: ForceDates = { signedOn: '2024-03-05', publishedOn: '2024-03-08', effectiveOn: '2024-04-01', expiresOn: '2029-03-31', doubtful: false, named: false };
const change = (validity: ForceChange['validity'], fromOn: string | null): ForceChange => ({ validity, fromOn });

describe('how a document stands on a day', () => {
  it.each<[string, Partial<ForceDates>, ForceChange[], string, string]>([
    ['before it takes effect', {}, [], '2024-03-31', 'not_yet_in_force'],
    ['on the first day', {}, [], '2024-04-01', 'in_force'],
    ['on the last day', {}, [], '2029-03-31', 'in_force'],
    ['the day after', {}, [], '2029-04-01', 'expired'],
    ['on the eve of its repeal', {}, [change('repealed', '2026-01-01')], '2025-12-31', 'in_force'],
    ['on the day of its repeal', {}, [change('repealed', '2026-01-01')], '2026-01-01', 'repealed'],
    ['repealed after it had expired', {}, [change('repealed', '2029-06-01')], '2029-07-01', 'repealed'],
    ['repealed before it took effect', {}, [change('repealed', '2024-03-20')], '2024-03-25', 'repealed'],
    ['declared lapsed', {}, [change('declared_lapsed', '2026-01-01')], '2026-01-01', 'declared_lapsed'],
    ['amended', {}, [change('amended', '2026-01-01')], '2026-01-01', 'amended'],
    ['amended in future', {}, [change('amended', '2026-01-01')], '2025-06-01', 'in_force'],
    ['amended and then repealed', {}, [change('amended', '2025-01-01'), change('repealed', '2026-01-01')], '2026-05-01', 'repealed'],
    ['repealed without a date', {}, [change('repealed', null)], '2024-05-01', 'repealed'],
    ['with no day of effect: from publication', { effectiveOn: null }, [], '2024-03-08', 'in_force'],
    ['with no day of effect: not before publication', { effectiveOn: null }, [], '2024-03-07', 'not_yet_in_force'],
    ['with no date at all', { signedOn: null, publishedOn: null, effectiveOn: null, expiresOn: null }, [], '2024-05-01', 'unknown'],
    ['doubted by its source', { doubtful: true }, [], '2024-05-01', 'unknown'],
    ['doubted by its source and repealed', { doubtful: true }, [change('repealed', '2024-04-20')], '2024-05-01', 'repealed'],
    ['known by title only', { named: true }, [], '2024-05-01', 'unknown'],
    ['known by title only, repealed', { named: true }, [change('repealed', '2024-04-20')], '2024-05-01', 'repealed'],
  ])('%s', (_when, dates, changes, day, validity) => {
    expect(validityOn({ ...DATES, ...dates }, changes, day)).toBe(validity);
  });

  it('lets a change count from its own day, else from the day its instrument takes effect', () => {
    expect(changeBegins('2026-01-01', DATES)).toBe('2026-01-01');
    expect(changeBegins(null, DATES)).toBe('2024-04-01');
    expect(changeBegins(null, { signedOn: '2024-03-05', publishedOn: null, effectiveOn: null })).toBe('2024-03-05');
  });

  it('says which dates contradict each other', () => {
    expect(contradictions(DATES)).toEqual([]);
    expect(contradictions({ ...DATES, publishedOn: '2024-03-01' })).toEqual(['发布日期早于成文日期']);
    expect(contradictions({ ...DATES, effectiveOn: '2024-03-01' })).toEqual(['施行日期早于成文日期']);
    expect(contradictions({ ...DATES, expiresOn: '2024-03-31' })).toEqual(['有效期截止早于施行日期']);
  });
});

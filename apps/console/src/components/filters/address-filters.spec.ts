import { readFilters, writeFilters } from './address-filters.js';

const spec = { q: 'text', status: ['draft', 'released'], fromOn: 'date' } as const;

describe('filters in the address', () => {
  it('reads what the list knows', () =>
    expect(readFilters(new URLSearchParams('q=%20补贴%20&status=draft&fromOn=2026-01-01'), spec)).toEqual({ q: '补贴', status: 'draft', fromOn: '2026-01-01' }));

  it('leaves out unknown values, malformed dates and foreign parameters', () =>
    expect(readFilters(new URLSearchParams('status=nonsense&fromOn=昨天&next=/x&q='), spec)).toEqual({}));

  it('leaves out a text that is far too long', () => expect(readFilters(new URLSearchParams({ q: '长'.repeat(201) }), spec)).toEqual({}));

  it('writes a change and keeps the others', () => expect(writeFilters(new URLSearchParams('status=draft&q=甲'), { q: '乙' }).toString()).toBe(new URLSearchParams({ status: 'draft', q: '乙' }).toString()));

  it('takes a filter away with an empty value', () => expect(writeFilters(new URLSearchParams('status=draft&q=甲'), { q: ' ', status: null }).toString()).toBe(''));
});

import { EVERYDAY_TERMS, EverydayTermFinder } from './index.js';

describe('the table of everyday terms', () => {
  it('holds at least 150 entries, each with a source, none empty', () => {
    expect(EVERYDAY_TERMS.entries.length).toBeGreaterThanOrEqual(150);
    for (const entry of EVERYDAY_TERMS.entries) {
      expect(entry.source).not.toBe('');
      expect([...entry.everyday, ...entry.official].every((form) => form.length > 0 && form === form.trim())).toBe(true);
    }
    expect(EVERYDAY_TERMS.version).toMatch(/^\d{4}\.\d+$/);
  });

  it('says each everyday expression in one place only', () => {
    const all = EVERYDAY_TERMS.entries.flatMap((entry) => entry.everyday);
    expect(all.filter((form, at) => all.indexOf(form) !== at)).toEqual([]);
  });

  it('takes the longest expression at each place', () => {
    const found = new EverydayTermFinder(EVERYDAY_TERMS).find('房子过户要交多少钱');
    expect(found.map(({ everyday, start, end }) => [everyday, start, end])).toEqual([['房子过户', 0, 4], ['交多少钱', 5, 9]]);
  });
});

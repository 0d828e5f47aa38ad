import type { LexiconEntry } from '@govmedia-hub/contracts';
import fc from 'fast-check';
import { cut, difference, keyOf, problemsOf, tidy } from './entries.js';
import { statusOn, versionOn, type DatedVersion } from './version-dates.js';

const term = (more: Partial<LexiconEntry> = {}): LexiconEntry => ({ term: '云溪县', gate: 'text', severity: 'warn', suggestion: '云溪市', reason: '已撤县设市', source: '民函〔2020〕1号', ...more });

describe('what an entry needs', () => {
  it.each([
    ['nothing more', term(), []],
    ['two characters', term({ term: '县' }), ['term']],
    ['two characters beside marks', term({ term: '县·' }), ['term']],
    ['a severity below block', term({ severity: 'block' as never }), ['severity']],
    ['a gate', term({ gate: undefined }), ['gate']],
    ['a reason and a source', term({ reason: '', source: ' ' }), ['source', 'reason']],
    ['a suggestion that is not found again', term({ suggestion: '原云溪县' }), ['suggestion']],
    ['a suggestion that a safe phrase allows', term({ suggestion: '原云溪县', safePhrases: ['原云溪县'] }), []],
    ['safe phrases that hold the term', term({ safePhrases: ['县志'] }), ['safePhrases']],
  ])('%s', (_, entry, fields) => expect(problemsOf('terms', tidy('terms', entry)).map(({ field }) => field)).toEqual(fields));

  it('asks registers for their own fields, and drops those of other kinds', () => {
    expect(tidy('officials', { ...term({ term: ' 林 若溪 ' }), title: '市长', rank: 1, effectiveFrom: '2025-01-10' })).toEqual({ term: '林 若溪', title: '市长', rank: 1, effectiveFrom: '2025-01-10', source: '民函〔2020〕1号' });
    expect(problemsOf('officials', { term: '林若溪', source: 'x', rank: 1.5, title: '市长', effectiveFrom: '2025-02-30' }).map(({ field }) => field)).toEqual(['rank', 'effectiveFrom']);
    expect(problemsOf('institutions', { term: '云溪市数据局', source: 'x', wrongForms: ['雲溪市數據局'], effectiveFrom: '2025-02-01', effectiveTo: '2025-01-01' }).map(({ field }) => field)).toEqual(['wrongForms', 'effectiveTo']);
  });

  it('knows one person in two posts apart, and one word in two scripts as one', () => {
    expect(keyOf('officials', { term: '林若溪', title: '市长', source: '' })).not.toBe(keyOf('officials', { term: '林若溪', title: '副书记', source: '' }));
    expect(keyOf('terms', term({ term: '雲溪縣' }))).toBe(keyOf('terms', term()));
  });
});

describe('versions share what they have in common', () => {
  const words = fc.uniqueArray(fc.stringMatching(/^[一-龥]{2,5}$/), { minLength: 1, maxLength: 400, selector: (word) => keyOf('terms', term({ term: word })) });

  it('gives the same digest in whatever order entries come, and another one for other entries', () => {
    fc.assert(fc.property(words, (list) => {
      const entries = list.map((word) => term({ term: word }));
      const { digest, chunks } = cut('terms', entries);
      expect(cut('terms', [...entries].reverse()).digest).toBe(digest);
      expect(cut('terms', entries.slice(1)).digest).not.toBe(digest);
      expect(chunks.flatMap((chunk) => JSON.parse(chunk.entries) as LexiconEntry[])).toHaveLength(entries.length);
    }), { numRuns: 40 });
  });

  it('writes few runs anew for one changed entry among many', () => {
    const entries = Array.from({ length: 20_000 }, (_, i) => term({ term: `云溪${String.fromCharCode(0x4e00 + (i % 2_000))}${String.fromCharCode(0x5e00 + Math.floor(i / 2_000))}` }));
    const before = new Set(cut('terms', entries).chunks.map(({ id }) => id));
    const after = cut('terms', entries.map((entry, i) => (i === 9_999 ? { ...entry, reason: '改' } : entry))).chunks;
    expect(before.size).toBeGreaterThan(20);
    expect(after.filter(({ id }) => !before.has(id))).toHaveLength(1);
  });

  it('turns one list into the other by its differences', () => {
    fc.assert(fc.property(words, words, (a, b) => {
      const before = a.map((word) => term({ term: word }));
      const after = b.map((word) => term({ term: word, reason: '另一个理由' }));
      const known = new Map(before.map((entry) => [keyOf('terms', entry), entry]));
      for (const { key, change, after: next } of difference('terms', before, after)) if (change === 'removed') known.delete(key); else known.set(key, next!);
      expect(cut('terms', [...known.values()]).digest).toBe(cut('terms', after).digest);
    }), { numRuns: 40 });
  });
});

describe('which version a day uses', () => {
  const version = (number: number, effectiveFrom: string | null, effectiveTo: string | null = null): DatedVersion => ({ number, draftOf: effectiveFrom ? null : 'x', effectiveFrom, effectiveTo });
  const all = [version(4, null), version(3, '2026-12-01', '2026-12-10'), version(2, '2026-11-10'), version(1, '2026-11-01')];

  it.each([
    ['2026-10-31', null, 'scheduled'], ['2026-11-01', 1, 'in_force'], ['2026-11-10', 2, 'superseded'], ['2026-12-01', 3, 'superseded'], ['2026-12-10', 3, 'superseded'], ['2026-12-11', 2, 'superseded'],
  ])('on %s it is version %s, and the first one is %s', (on, number, first) => {
    expect(versionOn(all, on)?.number ?? null).toBe(number);
    expect(statusOn(all[3]!, all, on)).toBe(first);
  });

  it('calls a version ended after its last day, and prefers the later of two that began together', () => {
    expect(statusOn(all[1]!, all, '2026-12-11')).toBe('ended');
    expect(versionOn([version(1, '2026-11-01'), version(2, '2026-11-01')], '2026-11-01')?.number).toBe(2);
  });
});

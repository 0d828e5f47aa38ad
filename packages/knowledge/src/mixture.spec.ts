import fc from 'fast-check';
import { mixtureOf } from './mixture.js';
import { TopTerms } from './top-terms.js';

const vector = fc.dictionary(fc.constantFrom('0', '1', '2', '3', '4', '5'), fc.double({ min: 0.1, max: 1, noNaN: true }), { minKeys: 1 }).map((said) => {
  const length = Math.sqrt(Object.values(said).reduce((sum, weight) => sum + weight * weight, 0));
  return { terms: Uint32Array.from(Object.keys(said), Number), weights: Float64Array.from(Object.values(said), (weight) => weight / length) };
});

describe('a question as a mixture of known ones', () => {
  it('is as like to each of them as it was found to be', () => {
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 12 }), (vectors) => {
        const likeness = vectors.map((_, i) => 1 / (1 + i));
        const scratch = new Float64Array(6);
        const shares = mixtureOf(vectors, likeness, 0.3, scratch);
        const full = vectors.map(({ terms, weights }) => Array.from({ length: 6 }, (_, term) => [...terms].reduce((sum, t, i) => sum + (t === term ? weights[i]! : 0), 0)));
        full.forEach((one, i) => {
          const found = full.reduce((sum, other, j) => sum + shares[j]! * one.reduce((dot, value, t) => dot + value * other[t]!, 0), 0.3 * shares[i]!);
          expect(Math.abs(found - likeness[i]!)).toBeLessThan(2e-2);
        });
        expect([...scratch]).toEqual([0, 0, 0, 0, 0, 0]);
      }),
    );
  });
});

describe('the strongest terms', () => {
  it('are those with the greatest sums, equals in the order of their texts', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(30), fc.integer({ min: -3, max: 5 })), { maxLength: 60 }), fc.integer({ min: 1, max: 8 }), (added, n) => {
        const text = (term: number): string => String.fromCodePoint(0x4e00 + ((term * 7) % 31));
        const terms = new TopTerms(text);
        const sums = new Map<number, number>();
        terms.begin(31);
        for (const [term, amount] of added) {
          terms.add(term, amount);
          sums.set(term, (sums.get(term) ?? 0) + amount);
        }
        const wanted = [...sums].filter(([, sum]) => sum > 0).sort((a, b) => b[1] - a[1] || (text(a[0]) < text(b[0]) ? -1 : 1)).slice(0, n);
        const found: number[] = [];
        terms.best(n, (term) => found.push(term));
        expect(new Set(found)).toEqual(new Set(wanted.map(([term]) => term)));
      }),
    );
  });
});

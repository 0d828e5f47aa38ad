import { boost, seeded, type BoostOptions } from './bench-boosted-trees.js';

const OPTIONS: BoostOptions = { rounds: 40, leaves: 4, rate: 0.2, leastExamples: 10, ridge: 1, features: 1, examples: 0.8, seed: 3 };

/** 600 examples that are right where two features disagree; the third says nothing. */
function examples() {
  const random = seeded(5);
  const columns = [0, 1, 2].map(() => Float32Array.from({ length: 600 }, random));
  return { values: columns, answers: Uint8Array.from({ length: 600 }, (_, i) => (columns[0]![i]! > 0.5) !== (columns[1]![i]! > 0.5) ? 1 : 0) };
}

const scoreOf = (trees: number[][], bias: number, row: number[]): number => trees.reduce((sum, tree) => {
  let node = 0;
  while (tree[node * 4]! >= 0) node = row[tree[node * 4]!]! > tree[node * 4 + 1]! ? tree[node * 4 + 3]! : tree[node * 4 + 2]!;
  return sum + tree[node * 4 + 1]!;
}, bias);

describe('boosted trees', () => {
  it('learn what no single feature says', () => {
    const { bias, trees } = boost(examples(), OPTIONS);
    for (const [row, right] of [[[0.9, 0.1, 0.5], true], [[0.1, 0.9, 0.5], true], [[0.9, 0.9, 0.5], false], [[0.1, 0.1, 0.5], false]] as const) expect(scoreOf(trees, bias, [...row]) > 0).toBe(right);
  });

  it('are the same for the same examples and seed', () => {
    expect(boost(examples(), OPTIONS)).toEqual(boost(examples(), OPTIONS));
  });

  it('keep to the number of leaves', () => {
    for (const tree of boost(examples(), OPTIONS).trees) expect(tree.filter((value, i) => i % 4 === 0 && value === -1).length).toBeLessThanOrEqual(OPTIONS.leaves);
  });
});

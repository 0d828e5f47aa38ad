import { figuresOf } from './eval-figures.js';
import { foldsOf, nearDuplicates } from './eval-folds.js';

describe('evaluating retrieval', () => {
  it('counts what was found among the first', () => {
    const figures = figuresOf([
      { found: ['a', 'b', 'c'], relevant: ['b'], uncited: [], ms: 1 },
      { found: ['x', 'y'], relevant: ['z', 'x'], uncited: ['z'], ms: 3 },
    ]);
    expect(figures).toMatchObject({ recall5: 0.75, recall10: 0.75, mrr10: 0.75, recall10Uncited: 0, p50Ms: 3, p99Ms: 3 });
    expect(figures.ndcg10).toBeCloseTo((1 / Math.log2(3) + 1 / (1 + 1 / Math.log2(3))) / 2, 3);
  });

  it('keeps questions that are nearly the same in one fold', () => {
    const groups = nearDuplicates(['公司拖欠工资怎么办？', '公司拖欠工资怎么办', '公司拖欠工资该怎么办呢', '房屋租赁合同到期怎么续签']);
    expect(new Set(groups.values()).size).toBe(2);
    const folds = foldsOf(groups, 5);
    expect(folds.get('公司拖欠工资怎么办？')).toBe(folds.get('公司拖欠工资怎么办'));
    for (const fold of folds.values()) expect(fold).toBeLessThan(5);
  });

  it('has one fold when none are asked for', () => {
    expect([...foldsOf(nearDuplicates(['一问', '二问']), null).values()]).toEqual([0, 0]);
  });
});

import { solve } from './linear-systems.js';
import { fitWeights } from './signal-weights.js';

describe('weights of the signals', () => {
  it('grow for what tells answers from the rest, and stay near nothing for what tells nothing', () => {
    const examples = Array.from({ length: 60 }, (_, i) => ({
      rows: Array.from({ length: 12 }, (_, j) => Float64Array.of(j === i % 12 ? 0.9 : ((i * 7 + j * 3) % 10) / 12, ((i * 13 + j * 5) % 11) / 11)),
      answers: Array.from({ length: 12 }, (_, j) => j === i % 12),
    }));
    const [telling, idle] = fitWeights(examples, 2) as [number, number];
    expect(telling).toBeGreaterThan(3);
    expect(Math.abs(idle)).toBeLessThan(telling / 4);
  });

  it('learn nothing from questions without an answer among the candidates', () => {
    expect(fitWeights([{ rows: [Float64Array.of(1), Float64Array.of(0)], answers: [false, false] }], 1)).toEqual([0]);
  });
});

describe('a system of equations', () => {
  it('is solved', () => {
    const [x, y] = solve(Float64Array.of(4, 0, 2, 3), Float64Array.of(10, 8)) as unknown as [number, number];
    expect(4 * x + 2 * y).toBeCloseTo(10, 9);
    expect(2 * x + 3 * y).toBeCloseTo(8, 9);
  });
});

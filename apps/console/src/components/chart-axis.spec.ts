import { axisTop } from './chart-axis.js';

describe('the axis of a chart', () => {
  it.each([[35, 50], [100, 100], [101, 200], [0.3, 0.5], [1_036.5, 2_000], [0, 1], [-5, 1]])('for a largest value of %d ends at %d', (most, top) => expect(axisTop(most)).toBeCloseTo(top));
});

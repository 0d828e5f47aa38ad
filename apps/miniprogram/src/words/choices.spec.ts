import { nextChoice } from './choices.js';

describe('going through suggestions with the arrow keys', () => {
  it.each([
    ['down from the line to the first', -1, 1, 0],
    ['down to the next', 0, 1, 1],
    ['down from the last back to the line', 2, 1, -1],
    ['up from the line to the last', -1, -1, 2],
    ['up from the first back to the line', 0, -1, -1],
  ] as const)('goes %s', (_, at, step, to) => expect(nextChoice(at, step, 3)).toBe(to));
});

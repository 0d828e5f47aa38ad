import { byLifeEvent } from './life-events.js';

describe('life events on the front page', () => {
  it('come with their number of guides, the fullest first', () => {
    expect(byLifeEvent([{ lifeEvent: '退休' }, { lifeEvent: '就业' }, { lifeEvent: '就业' }, { lifeEvent: '' }, { lifeEvent: '出生' }])).toEqual([
      { name: '就业', count: 2 },
      { name: '退休', count: 1 },
      { name: '出生', count: 1 },
    ]);
  });
});

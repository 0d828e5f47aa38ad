import { varied } from './varied.js';

describe('a few rows for the front page', () => {
  const topic = (item: { topic: string | null }) => item.topic;

  it('come from different topics while there are any', () => {
    const items = [{ id: 1, topic: '就业' }, { id: 2, topic: '就业' }, { id: 3, topic: '住房' }, { id: 4, topic: '就业' }, { id: 5, topic: '医保' }];
    expect(varied(items, 4, topic).map((item) => item.id)).toEqual([1, 3, 5, 2]);
  });

  it('counts those without a topic as different', () => {
    expect(varied([{ id: 1, topic: null }, { id: 2, topic: null }], 5, topic).map((item) => item.id)).toEqual([1, 2]);
  });
});

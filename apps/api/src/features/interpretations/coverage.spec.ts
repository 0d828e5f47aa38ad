import { cellsOf, formsOf, stateOf, type Interpreted } from './coverage.js';

const plan = { forms: ['text', 'qa'] as const, dueOn: '2026-11-26', exempt: false };
const text = (forms: Interpreted['forms'], publishedOn = '2026-11-25'): Interpreted => ({ id: 'p', contentId: 'c', title: '一图读懂', forms, publishedOn });

describe('the coverage of policies by interpretations', () => {
  it.each([
    ['an article with questions in it counts as both', formsOf('interpretation', ['paragraph', 'qa'], []), ['text', 'qa']],
    ['a Q&A is no article', formsOf('qa', ['qa'], []), ['qa']],
    ['pictures, charts, audio and video are seen by their blocks', formsOf('interpretation', ['picture', 'chart', 'audio', 'video'], []), ['picture', 'audio', 'video']],
    ['a comic or an expert article is named by a person', formsOf('interpretation', ['paragraph'], ['expert']), ['text', 'expert']],
  ])('%s', (_, actual, expected) => expect(actual).toEqual(expected));

  it.each([
    ['waits until its last day is over', stateOf(plan, [], '2026-11-26'), 'waiting'],
    ['is overdue from the next day', stateOf(plan, [], '2026-11-27'), 'overdue'],
    ['is overdue while one promised form is missing', stateOf(plan, [text(['text'])], '2026-11-27'), 'overdue'],
    ['is covered when every promised form is public', stateOf(plan, [text(['text']), text(['qa'])], '2026-11-27'), 'covered'],
    ['is exempt', stateOf({ forms: [], dueOn: null, exempt: true }, [], '2026-11-27'), 'exempt'],
    ['has no plan from before plans were kept', stateOf(null, [], '2026-11-27'), 'no_plan'],
  ])('a policy %s', (_, actual, expected) => expect(actual).toBe(expected));

  it('marks what came after its last day', () => {
    const cells = cellsOf(plan, [text(['qa'], '2026-11-30')]);
    expect(cells.find(({ form }) => form === 'qa')).toMatchObject({ planned: true, publications: [{ late: true }] });
    expect(cells.find(({ form }) => form === 'text')).toEqual({ form: 'text', planned: true, publications: [] });
    expect(cells.find(({ form }) => form === 'comic')).toMatchObject({ planned: false });
  });
});

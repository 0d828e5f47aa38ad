import { WEIBO_RULES } from '@govmedia-hub/contracts';
import { weiboLength, weiboPost } from './weibo-text.js';

describe('a text as a post on Weibo', () => {
  it.each([['', 0], ['补贴', 2], ['ab', 1], ['abc', 2], ['补贴400元', 5], ['👨‍👩‍👧', 5], ['。，', 2]])('counts %j as %i', (text, length) => expect(weiboLength(text)).toBe(length));

  it('is cut between sentences when it does not fit, and says so', () => {
    const { text, length, cut } = weiboPost('长文', [{ type: 'paragraph', text: `${'甲'.repeat(1_500)}。${'乙'.repeat(900)}。` }]);
    expect(cut).toBe(true);
    expect(length).toBeLessThanOrEqual(WEIBO_RULES.most);
    expect(text.endsWith('甲。')).toBe(true);
  });

  it('asks and answers, and leaves out what only a listener needs', () =>
    expect(weiboPost('', [{ type: 'qa', question: '多少？', alternatives: ['几多'], answer: '400元。', documentId: null, anchor: null }, { type: 'picture', mediaId: '', alt: '图中说明', caption: '流程' }]).text).toBe('多少？\n400元。\n流程'));
});

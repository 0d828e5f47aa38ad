import { LIBRARY, qa, segmenter, TODAY } from '../fixtures/yunxi-library.js';
import { facetsOf, KnowledgeIndex } from './index.js';

describe('what a question wants to know', () => {
  it.each([['补办要多少钱', 'amount'], ['多久能办好', 'howlong'], ['几号截止', 'when'], ['有效期几年', 'limit'], ['收费吗', 'fee'], ['几岁可以', 'age'], ['去哪里办', 'place'], ['要带什么材料', 'materials'], ['哪些人可以申请', 'who'], ['不交会罚款吗', 'penalty']])('%s asks for %s', (question, facet) => {
    expect([...facetsOf(question)]).toContain(facet);
  });

  it('keeps a Q&A about the price from answering how long it takes', () => {
    const index = new KnowledgeIndex({ segmenter });
    for (const passage of [...LIBRARY, qa('qa-fee', ['居民身份证补领收费吗'], '工本费40元。')]) index.put(passage);
    expect(index.ask('居民身份证补领要多少钱', { on: TODAY }).answer?.passageId).toBe('qa-fee');
    expect(index.ask('居民身份证补领多久能拿到', { on: TODAY }).answer?.passageId).not.toBe('qa-fee');
  });
});

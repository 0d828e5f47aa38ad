import { article, LIBRARY, segmenter, TODAY } from '../fixtures/yunxi-library.js';
import { CitedDocuments, KnowledgeIndex, type AnsweredQuestion } from './index.js';

const OTHERS = Array.from({ length: 12 }, (_, i) => article(`other#${i}`, '云溪市城市管理规定', `第${i + 1}条`, `城市道路第${i + 1}段的保洁由养护单位负责。`));
const open = (answered: readonly AnsweredQuestion[] = []): KnowledgeIndex => {
  const index = new KnowledgeIndex({ segmenter });
  for (const passage of [...LIBRARY, ...OTHERS]) index.put(passage);
  index.learn(answered);
  return index;
};
const ids = (index: KnowledgeIndex, question: string): string[] => index.search(question, { on: TODAY, k: 30 }).hits.map(({ id }) => id);

const ANSWERED: readonly AnsweredQuestion[] = [
  { question: '毛孩子出门要拴绳吗', passageIds: ['dog#art-9'] },
  { question: '毛孩子能不能带去公园', passageIds: ['dog#art-9'] },
  { question: '家里毛孩子太大能养吗', passageIds: ['dog#art-9'] },
  { question: '房子过户要交什么', passageIds: ['re#art-12'] },
];

describe('learning from answered questions', () => {
  it('brings a passage forward whose words were not asked, because questions like it were answered with it', () => {
    expect(ids(open(), '毛孩子出门坐电梯要拴绳吗').slice(0, 6)).not.toContain('dog#art-9');
    expect(ids(open(ANSWERED), '毛孩子出门坐电梯要拴绳吗').slice(0, 6)).toContain('dog#art-9');
  });

  it('learns the same in any order, and its version says what was learnt', () => {
    const one = open(ANSWERED);
    const other = open([...ANSWERED].reverse());
    expect(other.version).toBe(one.version);
    expect(ids(other, '毛孩子出门坐电梯要拴绳吗')).toEqual(ids(one, '毛孩子出门坐电梯要拴绳吗'));
    expect(open().version).not.toBe(one.version);
    expect(open(ANSWERED.slice(1)).version).not.toBe(one.version);
  });

  it('answers a question the same whatever was asked before it', () => {
    const scored = (index: KnowledgeIndex, question: string) => index.search(question, { on: TODAY, k: 30 }).hits.map(({ id, score }) => [id, score]);
    const questions = ['毛孩子出门坐电梯要拴绳吗', '房子过户要交多少钱', '城市道路谁来打扫', '毛孩子能去公园吗'];
    const index = open(ANSWERED);
    for (const before of questions) for (const question of questions) {
      scored(index, before);
      expect(scored(index, question)).toEqual(scored(open(ANSWERED), question));
    }
  });

  it('forgets what it learnt when it is given nothing, and leaves out passages that it does not hold', () => {
    const index = open(ANSWERED);
    index.learn([{ question: '毛孩子出门坐电梯要拴绳吗', passageIds: ['gone#art-1'] }]);
    expect(index.version).toBe(open().version);
  });

  it('never finds what a filter or a withdrawal leaves out', () => {
    const index = open(ANSWERED);
    expect(index.search('毛孩子出门坐电梯要拴绳吗', { on: TODAY, validityOf: ({ id }) => (id === 'dog#art-9' ? null : 'in_force') }).hits.map(({ id }) => id)).not.toContain('dog#art-9');
    index.remove('dog#art-9');
    expect(ids(index, '毛孩子出门坐电梯要拴绳吗')).not.toContain('dog#art-9');
  });

  it('knows which documents the library itself cites most', () => {
    const cited = new CitedDocuments();
    for (const passage of [article('a', '甲', '', '依照《中华人民共和国民法典》办理。'), article('b', '乙', '', '《民法典》另有规定的除外。依照《公证法》办理。')]) cited.count(passage, 1);
    expect(cited.share('中华人民共和国民法典')).toBe(1);
    expect(cited.share('公证法')).toBeLessThan(1);
    expect(cited.share('甲')).toBe(0);
  });
});

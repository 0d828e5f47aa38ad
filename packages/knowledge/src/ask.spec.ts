import { LIBRARY, qa, segmenter, TODAY } from '../fixtures/yunxi-library.js';
import { KnowledgeIndex, type Passage, type PassageValidity } from './index.js';

const library = (passages: readonly Passage[] = LIBRARY): KnowledgeIndex => {
  const index = new KnowledgeIndex({ segmenter });
  for (const passage of passages) index.put(passage);
  return index;
};
const ask = (question: string, more = {}) => library().ask(question, { on: TODAY, ...more });

describe('ask', () => {
  it.each([
    ['房子过户要交多少钱', 'qa-house'],
    ['请问一下二手房过户要多少钱啊？', 'qa-house'],
    ['不动产转移登记的收费标准是多少', 'qa-house'],
    ['刚出生怎么落户口', 'qa-baby'],
    ['我想申请低保', 'qa-low'],
    ['申请最低生活保障的条件', 'qa-low'],
    ['高龄津贴一个月多少钱', 'qa-age'],
  ])('answers %s with a reviewed Q&A', (question, expected) => {
    const asked = ask(question);
    expect(asked.answer?.qaId).toBe(expected);
    expect(asked.answered).toBe(true);
    expect(asked.answer?.text).toBe(LIBRARY.find(({ id }) => id === expected)!.text);
  });

  it('shows the passages that an answer can be checked against', () => {
    expect(ask('房子过户要交多少钱').passages.map(({ id }) => id)).toContain('re#art-12');
  });

  it('answers with a guide or an article in force where no Q&A does', () => {
    expect(ask('身份证丢了怎么补').answer).toMatchObject({ kind: 'guide', passageId: 'guide-id', qaId: null });
    expect(ask('养犬管理规定对携犬外出的要求').answer).toMatchObject({ kind: 'article', passageId: 'dog#art-9' });
  });

  it.each(['今天天气怎么样', '明天股票会涨吗', '推荐一部好看的电影', '世界杯冠军是谁', '红烧肉怎么做', '写一首诗', 'asdf qwer', '你好', '', '？？', '我', '云溪市人民政府是什么'])('says no to %s', (question) => {
    const asked = ask(question);
    expect(asked.answered).toBe(false);
    expect(asked.answer).toBeNull();
  });

  it.each<PassageValidity>(['not_yet_in_force', 'repealed', 'declared_lapsed', 'expired', 'unknown'])('never answers from a basis that is %s', (validity) => {
    const index = library([qa('q', ['养老机构补贴有多少？'], '每张床位补贴3000元。', { validity })]);
    expect(index.ask('养老机构补贴有多少？', { on: TODAY })).toMatchObject({ answered: false, answer: null, passages: [], similarQuestions: [] });
  });

  it('believes whichever says no: the passage\'s own dates or the caller', () => {
    const passage = qa('q', ['养老机构补贴有多少？'], '每张床位补贴3000元。', { validFrom: '2026-01-01', validTo: '2026-03-31' });
    const index = library([passage]);
    const answered = (on: string, stated: PassageValidity | null = 'in_force'): boolean => index.ask('养老机构补贴有多少？', { on, validityOf: () => stated }).answered;
    expect([answered('2025-12-31'), answered('2026-01-01'), answered('2026-03-31'), answered('2026-04-01')]).toEqual([false, true, true, false]);
    expect([answered('2026-02-01', 'amended'), answered('2026-02-01', 'repealed'), answered('2026-02-01', null)]).toEqual([true, false, false]);
  });

  it('never answers with what has not passed its reviews', () => {
    expect(ask('停车收费标准是多少？').answer?.passageId).not.toBe('qa-draft');
    expect(ask('停车收费标准是多少？').answered).toBe(false);
  });

  it('offers similar questions with an honest no', () => {
    const asked = ask('低保金每月什么时候发到银行卡里');
    expect(asked.certainty).not.toBe('sure');
    expect([asked.answer?.qaId, ...asked.similarQuestions.map(({ id }) => id)]).toContain('qa-low');
  });

  it.each(['上海的高龄津贴发多少钱', '我的高龄津贴到账没有', '老人咳嗽吃什么药'])('says no to %s, which no library of this city can know', (question) => {
    expect(ask(question)).toMatchObject({ answered: false, certainty: null, answer: null });
  });

  it('gives the same answer to the same question on the same index', () => {
    const strip = (question: string) => JSON.stringify(ask(question));
    for (const question of ['房子过户要交多少钱', '今天天气怎么样']) expect(strip(question)).toBe(strip(question));
  });
});

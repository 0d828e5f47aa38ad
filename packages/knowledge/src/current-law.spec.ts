import fc from 'fast-check';
import { article, segmenter, TODAY } from '../fixtures/yunxi-library.js';
import { asksForFormerDay, currentFirst, type Current } from './current-law.js';
import { Analysis, KnowledgeIndex, RANKING_PROFILE, type Passage } from './index.js';

const found = fc.record({
  validity: fc.constantFrom('in_force', 'amended', 'unknown', 'not_yet_in_force', 'expired', 'declared_lapsed', 'repealed'), said: fc.float({ min: 0, max: 1, noNaN: true }), asked: fc.boolean(),
}) as fc.Arbitrary<Current>;

const library = (...passages: Passage[]): KnowledgeIndex => {
  const index = new KnowledgeIndex({ segmenter });
  for (const passage of passages) index.put(passage);
  return index;
};
const FORMER = article('old#art-3', '云溪市养犬管理暂行规定', '第三条', '外出牵引带长度标准为二米，牵引带长度标准由市民申请。', { validity: 'repealed', docNumber: '云政办〔2009〕31号' });
const PRESENT = article('new#art-9', '云溪市犬只条件规定', '第九条', '居民携犬外出应当束牵引带，重点管理区域内禁止饲养烈性犬；牵引带长度标准另行规定。');
const first = (question: string): string => library(FORMER, PRESENT).search(question, { on: TODAY }).hits[0]!.id;

describe('current law', () => {
  it('stands before what was repealed, though that says the words more often', () => {
    expect(first('牵引带长度标准')).toBe('new#art-9');
  });

  it.each(['云溪市养犬管理暂行规定的牵引带长度', '养犬管理暂行规定 牵引带', '云政办〔2009〕31号 牵引带', '2010年牵引带长度标准'])('gives way to what is asked for itself: %s', (question) => {
    expect(first(question)).toBe('old#art-3');
  });

  it('takes the year of a 文号 for no former day', () => {
    const question = (text: string) => new Analysis({ segmenter }).question(text);
    expect(asksForFormerDay(question('云政发2024年12号'), TODAY)).toBe(false);
    expect(asksForFormerDay(question('2026年的补贴'), TODAY)).toBe(false);
    expect(asksForFormerDay(question('2024年的补贴'), TODAY)).toBe(true);
  });

  it('leaves the order alone where everything stands alike, and loses nothing', () => {
    fc.assert(fc.property(fc.array(found), (list) => {
      const alike = list.map((one) => ({ ...one, validity: 'in_force' as const }));
      expect(currentFirst(alike, RANKING_PROFILE.yields)).toEqual(alike);
      expect(new Set(currentFirst(list, RANKING_PROFILE.yields))).toEqual(new Set(list));
    }));
  });

  it('never puts what ended before something in force that says as much', () => {
    fc.assert(fc.property(fc.array(found), (list) => {
      const ordered = currentFirst(list, RANKING_PROFILE.yields);
      ordered.forEach((one, at) => {
        if (one.validity !== 'repealed' || one.asked) return;
        expect(ordered.slice(at + 1).filter(({ validity, said }) => validity === 'in_force' && said >= one.said)).toEqual([]);
      });
    }));
  });
});

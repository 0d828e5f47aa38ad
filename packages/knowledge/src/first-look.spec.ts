import fc from 'fast-check';
import { article, segmenter } from '../fixtures/yunxi-library.js';
import { Analysis } from './analysis.js';
import { FirstLook } from './first-look.js';
import { impactsOf, PassageStore } from './passage-store.js';
import { QueryTerms } from './query-terms.js';
import { RANKING_PROFILE } from './ranking-profile.js';

const WORDS = ['登记', '收费', '补贴', '申请', '材料', '公园', '养犬', '期限', '房屋', '继承'];
const analysis = new Analysis({ segmenter });
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }).map((words) => words.join(''));

/** A library some of whose passages were changed or taken away, in sealed parts and in parts that still grow. */
const open = (texts: readonly string[], removed: readonly number[], compact: boolean): PassageStore => {
  const store = new PassageStore(analysis, RANKING_PROFILE);
  texts.forEach((body, i) => store.put(article(`p${i}`, `云溪市规定${i % 3}`, `第${i}条`, body)));
  if (compact) store.compact();
  for (const at of removed) store.remove(`p${at % texts.length}`);
  store.put(article('p0', '云溪市规定0', '第0条', '另写的一条，说登记与期限。'));
  return store;
};
const library = fc.record({ texts: fc.array(text, { minLength: 2, maxLength: 25 }), removed: fc.array(fc.nat(24), { maxLength: 4 }), compact: fc.boolean(), asked: text, n: fc.integer({ min: 1, max: 12 }) });

describe('the first look', () => {
  it('chooses those that say most, whatever was changed or taken away before', () => {
    fc.assert(
      fc.property(library, ({ texts, removed, compact, asked, n }) => {
        const store = open(texts, removed, compact);
        const terms = new QueryTerms(store);
        terms.begin();
        terms.addTyped(analysis.question(asked).terms);
        const look = new FirstLook(store);
        look.run(terms.askedAsTyped(), Infinity);
        const best = [...store.all()]
          .map(({ id }) => ({ id, sum: look.sums[store.slotOf(id)!]! }))
          .filter(({ sum }) => sum > 0)
          .sort((a, b) => b.sum - a.sum || (a.id < b.id ? -1 : 1))
          .slice(0, n);
        expect([...look.choose(n, () => true)].map((slot) => store.at(slot).id).sort()).toEqual(best.map(({ id }) => id).sort());
      }),
    );
  });

  it('leaves out the commonest words first when little may be read, and never the most telling one', () => {
    const store = open(['登记期限', '登记养犬', '登记补贴', '登记材料'], [], true);
    const terms = new QueryTerms(store);
    terms.begin();
    terms.addTyped([{ anyOf: ['登记'], weight: 1 }, { anyOf: ['养犬'], weight: 1 }]);
    const look = new FirstLook(store);
    const chosen = (postings: number): string[] => {
      look.run(terms.askedAsTyped(), postings);
      return [...look.choose(9, () => true)].map((slot) => store.at(slot).id).sort();
    };
    expect(chosen(1)).toEqual(['p1']);
    expect(chosen(9)).toEqual(['p0', 'p1', 'p2', 'p3']);
  });
});

describe('the closer look', () => {
  it('adds up for a passage what its terms say of the question, the same in any order of arrival', () => {
    fc.assert(
      fc.property(library, ({ texts, removed, compact, asked }) => {
        const store = open(texts, removed, compact);
        const question = analysis.question(asked);
        const terms = new QueryTerms(store);
        terms.begin();
        terms.addTyped(question.terms);
        for (const passage of store.all()) {
          const impacts = impactsOf(passage, analysis, RANKING_PROFILE);
          const said = question.terms.reduce((sum, { anyOf, weight }) => sum + (weight * store.idfOf(anyOf[0]!) * (impacts.get(anyOf[0]!) ?? 0)) / 65_535, 0);
          terms.look(store.slotOf(passage.id)!);
          expect(terms.saidTyped).toBeCloseTo(said, 3);
        }
      }),
    );
  });
});

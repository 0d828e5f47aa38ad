import fc from 'fast-check';
import { articleLabel, findArticleReferences } from './index.js';

describe('articles', () => {
  it('are called by their number', () => {
    expect([articleLabel('art-9'), articleLabel('art-12-1'), articleLabel('art-101'), articleLabel('sec-3'), articleLabel('art-9x')]).toEqual(['第九条', '第十二条之一', '第一百零一条', null, null]);
  });

  it('are found again under the name that they are called by', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1999 }), fc.option(fc.integer({ min: 1, max: 9 })), (article, sub) => {
      const anchor = sub === null ? `art-${article}` : `art-${article}-${sub}`;
      expect(findArticleReferences(`按照${articleLabel(anchor)!}办理`)).toMatchObject([{ anchor }]);
    }));
  });
});

import { shareTitle } from './share-title.js';

describe('what a share card says', () => {
  it.each([
    ['title, issuer and day', '云溪市见习补贴办法', '云溪市人力资源和社会保障局', '2026-10-08', '云溪市见习补贴办法｜云溪市人力资源和社会保障局 2026年10月8日'],
    ['no day where none is known', '云溪市见习补贴办法', '云溪市人民政府', null, '云溪市见习补贴办法｜云溪市人民政府'],
    ['the title alone for a page of nobody', '搜索', null, undefined, '搜索'],
  ])('is %s', (_, title, source, on, card) => expect(shareTitle(title, source, on)).toBe(card));
});

import fc from 'fast-check';
import { findCitations, genreOf, titleKey } from './index.js';

const brief = (text: string) => findCitations(text).map((c) => [c.title, c.docNumber, c.article?.anchor ?? null, c.self]);

describe('citations', () => {
  it.each<[string, unknown[]]>([
    ['依据《云溪市住房公积金管理办法》（云政发〔2024〕12号）第十条', [['云溪市住房公积金管理办法', '云政发〔2024〕12号', 'art-10', false]]],
    ['云政发〔2024〕12号', [[null, '云政发〔2024〕12号', null, false]]],
    ['云政办〔2025〕31号《关于调整补贴标准的通知》', [['关于调整补贴标准的通知', '云政办〔2025〕31号', null, false]]],
    ['《关于废止〈云溪市户外广告管理办法〉的决定》', [['关于废止〈云溪市户外广告管理办法〉的决定', null, null, false]]],
    ['《关于印发《云溪市养老服务办法》的通知》（云政发〔2024〕2号）', [['关于印发《云溪市养老服务办法》的通知', '云政发〔2024〕2号', null, false]]],
    ['《甲法》第三条、第五条和第七条之一', [['甲法', null, 'art-3', false], ['甲法', null, 'art-5', false], ['甲法', null, 'art-7-1', false]]],
    ['违反本办法第五条、第六条规定的', [[null, null, 'art-5', true], [null, null, 'art-6', true]]],
    ['《甲条例》（以下简称《条例》）第三条', [['甲条例', null, 'art-3', false]]],
    ['《甲办法》 〔2024〕5号', [['甲办法', null, null, false]]],
    ['填写《申请表》', [['申请表', null, null, false]]],
    ['《没有写完的标题。然后', []],
  ])('finds in %s', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it('joins a title broken over lines', () => {
    expect(findCitations('见《云溪市\n人才公寓管理办法》')[0]!.title).toBe('云溪市人才公寓管理办法');
  });

  it('tells documents from certificates and forms by the genre their title ends in', () => {
    expect(['云溪市某某办法（试行）', '中华人民共和国某某法', '关于某事的通知', '关于某事的实施意见', '营业执照', '申请表', '云溪日报'].map(genreOf)).toEqual(['办法', '法', '通知', '实施意见', null, null, null]);
  });

  it('gives spans that are the cited text itself, in order, for any text', () => {
    const part = fc.constantFrom('《', '》', '〈', '〉', '甲办法', '（', '）', '云政发〔2024〕1号', '第三条', '第四条之二', '、', '和', '本条例', '。', '\u200b', ' ', '\n', 'Ａ');
    fc.assert(fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
      const text = parts.join('');
      let last = 0;
      for (const c of findCitations(text)) {
        expect(c.start).toBeGreaterThanOrEqual(last);
        expect(c.text).toBe(text.slice(c.start, c.end));
        last = c.start;
      }
    }));
  });
});

describe('the key that titles are compared by', () => {
  it.each([
    ['《中华人民共和国某某法》', '某某法'],
    ['某 某 法（2019年修订）', '某某法'],
    ['某某法(2018修正)', '某某法'],
    ['关于印发〈甲办法〉的通知', '关于印发甲办法的通知'],
    ['甲规则（试行）', '甲规则(试行)'],
    ['中华人民共和国', '中华人民共和国'],
  ])('of %s is %s', (title, key) => {
    expect(titleKey(title)).toBe(titleKey(key));
    expect(titleKey(title)).toBe(key);
  });
});

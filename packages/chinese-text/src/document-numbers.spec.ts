import { canonicalDocumentNumber, findArticleReferences, findDocumentNumbers } from './index.js';

describe('document numbers', () => {
  it.each<[string, string[]]>([
    ['云政发〔2024〕12号', ['云政发〔2024〕12号']],
    ['云政办[2025]31号、云人社（2025）8号', ['云政办〔2025〕31号', '云人社〔2025〕8号']],
    ['云政办【2025】第 031 号', ['云政办〔2025〕31号']],
    [' 云政办 〔2025〕 31 号', ['云政办〔2025〕31号']],
    ['云政办﹝２０２５﹞３１号', ['云政办〔2025〕31号']],
    ['根据云政办发〔2025〕31号文件', ['云政办发〔2025〕31号']],
    ['现将南政办发〔2025〕31号转发给你们', ['南政办发〔2025〕31号']],
    ['《关于做好某事的通知》（云人社规〔2023〕4号）和云财综〔2022〕7号', ['云人社规〔2023〕4号', '云财综〔2022〕7号']],
    ['废止云政发〔2010〕3号', ['云政发〔2010〕3号']],
    ['南经信发〔2020〕1号', ['南经信发〔2020〕1号']],
    ['依照第九条和云政办〔2025〕31号', ['云政办〔2025〕31号']],
    ['云自然资〔2026〕19号', ['云自然资〔2026〕19号']],
    ['（2024）12号', []],
    ['约有（2024）人', []],
  ])('finds in %s', (text, numbers) => {
    const found = findDocumentNumbers(text);
    expect(found.map((d) => d.canonical)).toEqual(numbers);
    for (const d of found) expect(text.slice(d.start, d.end)).toBe(d.text);
  });

  it('gives the canonical form of a text that is one number and nothing else', () => {
    expect(canonicalDocumentNumber(' 云政发[2024]012号 ')).toBe('云政发〔2024〕12号');
    expect(canonicalDocumentNumber('见云政发〔2024〕12号')).toBeNull();
    expect(canonicalDocumentNumber('云政发2024第12号')).toBeNull();
  });
});

describe('article references', () => {
  it.each<[string, object]>([
    ['第十二条', { article: 12, sub: null, paragraph: null, item: null, anchor: 'art-12' }],
    ['第一百二十条之一第二款第（三）项', { article: 120, sub: 1, paragraph: 2, item: 3, anchor: 'art-120-1' }],
    ['第 12 条第3项', { article: 12, paragraph: null, item: 3 }],
    ['第八条第二款', { article: 8, paragraph: 2, item: null }],
  ])('reads %s', (text, parts) => {
    expect(findArticleReferences(text)).toEqual([expect.objectContaining({ ...parts, text, start: 0, end: text.length })]);
  });

  it('finds none in 一条 or 条例第一章', () => {
    expect(findArticleReferences('这一条和条例第一章')).toEqual([]);
  });
});

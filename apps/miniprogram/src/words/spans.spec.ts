import { cutAtSpans, locate } from './spans.js';

describe('marked places in a text', () => {
  it('keeps every character of the text, in order', () => {
    const text = '依据《云溪市住房办法》第五条办理';
    const pieces = cutAtSpans(text, [{ start: 2, end: 11 }, { start: 11, end: 14 }]);
    expect(pieces.map((p) => p.text).join('')).toBe(text);
    expect(pieces.filter((p) => p.mark).map((p) => p.text)).toEqual(['《云溪市住房办法》', '第五条']);
  });

  it('drops a span inside another and clips one that runs over the end', () => {
    expect(cutAtSpans('甲乙丙', [{ start: 0, end: 2 }, { start: 1, end: 2 }, { start: 2, end: 9 }]).map((p) => [p.text, p.mark !== null])).toEqual([['甲乙', true], ['丙', true]]);
  });

  it('shows a text without marks whole', () => {
    expect(cutAtSpans('甲', [])).toEqual([{ text: '甲', mark: null }]);
    expect(cutAtSpans('', [])).toEqual([]);
  });

  it('gives two equal citations their own places', () => {
    const first = { text: '第五条', id: 1 };
    const second = { text: '第五条', id: 2 };
    expect(locate('第五条和第五条', [first, second])).toEqual([
      { start: 0, end: 3, citation: first },
      { start: 4, end: 7, citation: second },
    ]);
  });

  it('leaves out a citation whose words are not in this section', () => {
    expect(locate('没有引用', [{ text: '第五条' }])).toEqual([]);
  });
});

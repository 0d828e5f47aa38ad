import { splitBySpans } from './split-by-spans.js';

describe('marks over a text', () => {
  const words = (text: string, spans: { id: string; start: number; end: number }[], offset?: number) => splitBySpans(text, spans, offset).map((piece) => `${piece.text}[${piece.ids.join('+')}]`);

  it('leaves a text without marks in one piece', () => expect(words('城乡居民', [])).toEqual(['城乡居民[]']));

  it('cuts before and after a mark', () => expect(words('补贴标准为每月600元。', [{ id: 'a', start: 7, end: 11 }])).toEqual(['补贴标准为每月[]', '600元[a]', '。[]']));

  it('shows both of two overlapping marks where they overlap', () =>
    expect(words('甲乙丙丁', [{ id: 'a', start: 0, end: 3 }, { id: 'b', start: 2, end: 4 }])).toEqual(['甲乙[a]', '丙[a+b]', '丁[b]']));

  it('keeps an inner mark inside an outer one', () =>
    expect(words('甲乙丙丁', [{ id: 'a', start: 0, end: 4 }, { id: 'b', start: 1, end: 2 }])).toEqual(['甲[a]', '乙[a+b]', '丙丁[a]']));

  it('clips what reaches beyond the text and drops what is empty or reversed', () =>
    expect(words('甲乙', [{ id: 'a', start: 1, end: 9 }, { id: 'b', start: 1, end: 1 }, { id: 'c', start: 2, end: 0 }])).toEqual(['甲[]', '乙[a]']));

  it('reads spans of a whole revision for one block that begins later in it', () => {
    const pieces = splitBySpans('第二段', [{ id: 'a', start: 12, end: 13 }, { id: 'b', start: 0, end: 5 }], 10);
    expect(pieces.map((piece) => [piece.start, piece.end, piece.ids])).toEqual([[10, 12, []], [12, 13, ['a']]]);
  });

  it('counts a character outside the basic plane as two units, as the api does', () =>
    expect(words('𠮷田', [{ id: 'a', start: 2, end: 3 }])).toEqual(['𠮷[]', '田[a]']));

  it('gives nothing for an empty text', () => expect(splitBySpans('', [{ id: 'a', start: 0, end: 1 }])).toEqual([]));
});

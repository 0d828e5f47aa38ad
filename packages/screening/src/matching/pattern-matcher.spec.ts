import { characterFold } from '@govmedia-hub/chinese-text';
import { PatternMatcher } from './pattern-matcher.js';

type Hit = [term: number, start: number, end: number];

const byPlace = (a: Hit, b: Hit): number => a[1] - b[1] || a[2] - b[2] || a[0] - b[0];

function found(terms: string[], text: string, fold?: Uint16Array): Hit[] {
  const hits: Hit[] = [];
  new PatternMatcher(terms, fold ? { fold } : {}).scan(text, (term, start, end) => hits.push([term, start, end]));
  return hits.sort(byPlace);
}

function naive(terms: string[], text: string): Hit[] {
  const hits: Hit[] = [];
  terms.forEach((term, index) => {
    for (let at = term ? text.indexOf(term) : -1; at !== -1; at = text.indexOf(term, at + 1)) hits.push([index, at, at + term.length]);
  });
  return hits.sort(byPlace);
}

/** Small seeded generator: the same words on every run. */
function generator(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * limit);
  };
}

describe('the pattern matcher', () => {
  it('finds overlapping and nested terms with their spans', () => {
    expect(found(['人民', '人民政府', '政府', '民政'], '市人民政府')).toEqual([
      [0, 1, 3],
      [1, 1, 5],
      [3, 2, 4],
      [2, 3, 5],
    ]);
  });

  it('finds one-character terms, repeated terms and terms at both ends', () => {
    expect(found(['甲', '甲乙', '甲', '乙'], '甲乙甲')).toEqual(naive(['甲', '甲乙', '甲', '乙'], '甲乙甲'));
  });

  it('finds nothing in an empty text and nothing for an empty term', () => {
    expect(found(['人民'], '')).toEqual([]);
    expect(found(['', '人民'], '人民')).toEqual([[1, 0, 2]]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('agrees with a search term by term on random text over a small alphabet (seed %i)', (seed) => {
    const next = generator(seed * 7919);
    const alphabet = '市人民政府办公厅的了abc。';
    const word = (length: number): string => Array.from({ length }, () => alphabet[next(alphabet.length)]).join('');
    const terms = Array.from({ length: 400 }, () => word(1 + next(6)));
    const text = word(3000);
    expect(found(terms, text)).toEqual(naive(terms, text));
  });

  it('agrees with a search term by term when thousands of terms share the table', () => {
    const next = generator(42);
    const word = (length: number): string => String.fromCharCode(...Array.from({ length }, () => 0x4e00 + next(600)));
    const terms = Array.from({ length: 5000 }, () => word(2 + next(3)));
    const text = word(20000) + terms.slice(0, 300).join('，');
    expect(found(terms, text)).toEqual(naive(terms, text));
  });

  it('folds pairs, traditional characters, widths, digits and separators on the way, with spans in the source', () => {
    const fold = characterFold({ separators: true, digits: true });
    const matcher = new PatternMatcher(['云溪a9市', '😀云'], { fold: fold.table, foldPair: fold.pair });
    const hits: Hit[] = [];
    const text = '雲·溪𝐀\u200b九，市、😀𝟗😀-雲';
    matcher.scan(text, (term, start, end) => hits.push([term, start, end]));
    expect(hits.map(([term, start, end]) => [term, text.slice(start, end)])).toEqual([[0, '雲·溪𝐀\u200b九，市'], [1, '😀-雲']]);
  });

  it('compares folded characters and skips ignored ones while spans stay in the source', () => {
    const fold = Uint16Array.from({ length: 65536 }, (_, unit) => unit);
    fold['Ａ'.charCodeAt(0)] = 'a'.charCodeAt(0);
    fold['A'.charCodeAt(0)] = 'a'.charCodeAt(0);
    fold[0x200b] = 0;
    expect(found(['政a府'], '市政\u200bＡ\u200b府。', fold)).toEqual([[0, 1, 6]]);
  });
});

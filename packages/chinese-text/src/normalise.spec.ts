import fc from 'fast-check';
import { foldedText, normalise, sourceSpan, TRADITIONAL_PAIRS } from './index.js';

const behind = (source: string, needle: string, options = {}): string => {
  const n = normalise(source, options);
  const at = n.text.indexOf(needle);
  const span = sourceSpan(n, at, at + needle.length);
  return at < 0 ? '(not found)' : source.slice(span.start, span.end);
};

describe('normalising text for matching', () => {
  it.each([
    ['full-width letters and digits', '（ＡＢＣ１２３）', '(abc123)'],
    ['traditional characters', '雲溪市人民政府辦公室關於發佈', '云溪市人民政府办公室关于发布'],
    ['invisible characters', '政\u200b务\ufeff公\u00ad开\ufe0f', '政务公开'],
    ['compatibility ideographs and radicals', '⼈⺠⻓\u{f9b4}', '人民长领'],
    ['mathematical letters', '𝐀𝟗', 'a9'],
    ['the ideographic space', '云溪　市', '云溪 市'],
  ])('folds %s', (_what, source, text) => {
    expect(normalise(source).text).toBe(text);
  });

  it('keeps 乾, which is standard in 乾坤', () => {
    expect(normalise('乾坤').text).toBe('乾坤');
  });

  it('leaves everything alone when every fold is off', () => {
    const source = '（ＡBc）關於\u200b一';
    expect(normalise(source, { width: false, lowerCase: false, traditional: false, zeroWidth: false }).text).toBe(source);
  });

  it('drops separators and folds digits only when asked', () => {
    expect(normalise('一、云·溪-市').text).toBe('一、云·溪-市');
    expect(normalise('云·溪-市 ①③捌', { separators: true, digits: true }).text).toBe('云溪市138');
  });

  it('finds a word broken by invisible characters and marks exactly its place in the source', () => {
    expect(behind('在\u200b云\u200b溪\u200b市\u200b办理', '云溪市')).toBe('云\u200b溪\u200b市');
    expect(behind('在云-溪-市办理', '云溪市', { separators: true })).toBe('云-溪-市');
    expect(behind('价𝟗𝟗元', '99')).toBe('𝟗𝟗');
  });

  it('has a table of one-to-one pairs without a character that maps to itself or twice', () => {
    const from = [...TRADITIONAL_PAIRS].filter((_c, i) => i % 2 === 0);
    expect(from.length * 2).toBe(TRADITIONAL_PAIRS.length);
    expect(new Set(from).size).toBe(from.length);
    expect(from.every((c, i) => c !== TRADITIONAL_PAIRS[i * 2 + 1])).toBe(true);
  });

  const noisy = fc.array(fc.oneof(fc.constantFrom('云', '溪', '關', '　', '\u200b', 'Ａ', '𝐀', '😀', '\ud800', '\udc00', '、', '一', 'Z', '\ufe0f', '\u{e0100}'), fc.string({ unit: 'binary' })), { maxLength: 40 }).map((parts) => parts.join(''));

  it('has a map that rises, stays in the source and ends at its end, for any text', () => {
    fc.assert(fc.property(noisy, fc.boolean(), fc.boolean(), (source, separators, digits) => {
      const n = normalise(source, { separators, digits });
      expect(n.map.length).toBe(n.text.length + 1);
      expect(n.map[n.text.length]).toBe(source.length);
      for (let i = 0; i < n.text.length; i++) expect(n.map[i]!).toBeLessThan(n.map[i + 1]!);
    }));
  });

  it('maps every unit to the source text that folds to it, for any text', () => {
    fc.assert(fc.property(noisy, (source) => {
      const n = normalise(source);
      for (let i = 0; i < n.text.length; i++) {
        const span = sourceSpan(n, i, i + 1);
        expect(normalise(source.slice(span.start, span.end)).text).toBe(n.text[i]);
      }
      const whole = sourceSpan(n, 0, n.text.length);
      expect(normalise(source.slice(whole.start, whole.end)).text).toBe(n.text);
    }));
  });

  it('gives the same text without a map', () => {
    fc.assert(fc.property(noisy, (source) => {
      expect(foldedText(source)).toBe(normalise(source).text);
    }));
  });

  it('is stable: normalising twice changes nothing', () => {
    fc.assert(fc.property(noisy, (source) => {
      const once = normalise(source).text;
      expect(normalise(once).text).toBe(once);
    }));
  });

  it('is stable for every single unit under every choice of folds', () => {
    const every = Array.from({ length: 0xffff }, (_, unit) => String.fromCharCode(unit)).filter((unit) => !/[\ud800-\udfff]/u.test(unit)).join('');
    for (let choice = 0; choice < 64; choice++) {
      const [width, lowerCase, traditional, zeroWidth, separators, digits] = [1, 2, 4, 8, 16, 32].map((bit) => (choice & bit) !== 0);
      const options = { width, lowerCase, traditional, zeroWidth, separators, digits };
      const once = normalise(every, options).text;
      expect({ options, stable: normalise(once, options).text === once }).toEqual({ options, stable: true });
    }
  });
});

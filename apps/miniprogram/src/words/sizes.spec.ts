import { sizeWords } from './sizes.js';

describe('the size of a file in words', () => {
  it.each([[300, '300 字节'], [12_288, '12 KB'], [1_572_864, '1.5 MB']])('%d bytes are %s', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });
});

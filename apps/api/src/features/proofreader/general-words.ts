import { dict } from '@node-rs/jieba/dict.js';
import { createWordReader, lawPairs, slipWeights, type WordReader } from '@govmedia-hub/screening';

const LINE = 10;
const BLANK = 32;

/** Words of general Chinese with their counts (dictionary of jieba, MIT): what an office's library does not say by itself. */
export function* generalWords(): Iterable<readonly [word: string, count: number]> {
  for (let at = 0; at < dict.length;) {
    const start = at;
    let chinese = true;
    let length = 0;
    while (at < dict.length && dict[at] !== BLANK && dict[at] !== LINE) {
      const byte = dict[at]!;
      // Three bytes from e4 b8 80 to e9 bf bf: U+4E00 to U+9FFF.
      if (byte < 0xe4 || byte > 0xe9 || (byte === 0xe4 && dict[at + 1]! < 0xb8)) chinese = false;
      at += byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
      length += 1;
    }
    let word = '';
    if (chinese && length > 0) for (let i = start; i < at; i += 3) word += String.fromCharCode(((dict[i]! & 15) << 12) | ((dict[i + 1]! & 63) << 6) | (dict[i + 2]! & 63));
    let count = 0;
    for (at += 1; at < dict.length && dict[at]! >= 48 && dict[at]! <= 57; at += 1) count = count * 10 + dict[at]! - 48;
    while (at < dict.length && dict[at] !== LINE) at += 1;
    at += 1;
    if (word !== '') yield [word, count];
  }
}

let reader: WordReader | null = null;

/** Knows those words without any library; made once a process. */
export function generalReader(): WordReader {
  reader ??= createWordReader(generalWords(), lawPairs, slipWeights);
  return reader;
}

import { type LanguageModel, LONGEST_WORD } from './language-model.js';

/** The best way to read one place as words of the dictionary. */
export interface WordReading {
  /** Log chance of the whole clause. */
  chance: number;
  /** Length and log chance of the word over the first character of the place. */
  length: number;
  word: number;
}

const SPAN = 2 * LONGEST_WORD + 4;
const best = new Float64Array(SPAN);
const through = new Uint8Array(SPAN);
const wordThrough = new Float64Array(SPAN);

/** Best segmentations of one clause into words: up to every place from the left, and from the right. */
export class WordWays {
  private readonly left: Float64Array;
  private readonly right: Float64Array;

  constructor(private readonly model: LanguageModel, private readonly tokens: Uint16Array, private readonly from: number, private readonly to: number) {
    const length = to - from;
    const left = new Float64Array(length + 1).fill(-Infinity);
    const right = new Float64Array(length + 1).fill(-Infinity);
    const chances = new Float64Array(length * LONGEST_WORD).fill(-Infinity);
    left[0] = 0;
    right[length] = 0;
    for (let i = 0; i < length; i += 1) {
      for (let n = 1; n <= LONGEST_WORD && i + n <= length; n += 1) {
        const chance = model.logWord(tokens, from + i, from + i + n);
        chances[i * LONGEST_WORD + n - 1] = chance;
        if (left[i]! + chance > left[i + n]!) left[i + n] = left[i]! + chance;
      }
    }
    for (let i = length - 1; i >= 0; i -= 1) {
      for (let n = 1; n <= LONGEST_WORD && i + n <= length; n += 1) {
        const chance = chances[i * LONGEST_WORD + n - 1]!;
        if (right[i + n]! + chance > right[i]!) right[i] = right[i + n]! + chance;
      }
    }
    this.left = left;
    this.right = right;
  }

  /** Reads `size` characters at `at` as they stand now; what stands around them is as it was at the start. */
  read(at: number, size: number): WordReading {
    const { model, tokens, from, to, left, right } = this;
    const first = Math.max(from, at - LONGEST_WORD + 1);
    const last = Math.min(to, at + size + LONGEST_WORD - 1);
    best.fill(-Infinity, 0, last - first + 1);
    const reading: WordReading = { chance: -Infinity, length: 1, word: -20 };
    for (let start = first; start < at + size; start += 1) {
      const here = start - first;
      if (start <= at) best[here] = Math.max(best[here]!, left[start - from]!);
      for (let end = Math.max(start, at) + 1; end <= Math.min(last, start + LONGEST_WORD); end += 1) {
        const word = model.logWord(tokens, start, end);
        if (word === -Infinity) continue;
        const sum = best[here]! + word;
        const length = start <= at ? end - start : through[here]!;
        const over = start <= at ? word : wordThrough[here]!;
        if (end >= at + size) {
          if (sum + right[end - from]! <= reading.chance) continue;
          reading.chance = sum + right[end - from]!;
          reading.length = length;
          reading.word = over;
        } else if (sum > best[end - first]!) {
          best[end - first] = sum;
          through[end - first] = length;
          wordThrough[end - first] = over;
        }
      }
    }
    return reading;
  }
}

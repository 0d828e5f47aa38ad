import { phrases } from '../lexicons/phrases.js';
import { newerWords } from './newer-words.js';
import type { PackedPairs } from './pair-levels.js';
import { SlipFinder, type WordSlip } from './slip-evidence.js';
import { WordTable } from './word-table.js';

/** How the evidence for a slip is weighed; learnt once, it holds no text. */
export interface SlipWeights {
  version: string;
  source: string;
  bias: number;
  weights: readonly number[];
  /** Log odds from which a slip is told. */
  threshold: number;
}

/** A word written with one wrong character. */
export interface WrongWord {
  /** UTF-16 offsets of the two characters. */
  start: number;
  end: number;
  /** Where the wrong one stands. */
  at: number;
  right: string;
  /** Log odds that it is wrong. */
  score: number;
}

/** Knows the words of general Chinese without having read a library. */
export interface WordReader {
  version: string;
  /** Wrong words in reading order; of two that overlap the likelier one. The same text gives the same words. */
  read(text: string): WrongWord[];
}

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** Words of official writing, as the lexicons have them. */
export const officialWords: ReadonlySet<string> = new Set(phrases.entries.flatMap((phrase) => phrase.split('/')));

/** @param words a dictionary with word counts */
export function createWordReader(words: Iterable<readonly [word: string, count: number]>, pairs: PackedPairs, { version, bias, weights, threshold }: SlipWeights): WordReader {
  const finder = new SlipFinder(new WordTable(words, pairs, newerWords), officialWords);
  return {
    version: `${version}.${pairs.version}`,
    read(text) {
      const codes = new Uint16Array(text.length);
      for (let i = 0; i < text.length; i += 1) codes[i] = text.charCodeAt(i);
      const found: WordSlip[] = [];
      for (let from = 0; from < codes.length;) {
        if (!isHan(codes[from]!)) {
          from += 1;
          continue;
        }
        let to = from + 1;
        while (to < codes.length && isHan(codes[to]!)) to += 1;
        if (to - from > 1) finder.find(codes, from, to, found);
        from = to;
      }
      const wrong: WrongWord[] = [];
      for (const { from, wrong: which, word, evidence } of found) {
        const score = evidence.reduce((sum, value, i) => sum + value * weights[i]!, bias);
        if (score < threshold) continue;
        const last = wrong.at(-1);
        if (last && last.end > from && last.score >= score) continue;
        if (last && last.end > from) wrong.pop();
        wrong.push({ start: from, end: from + 2, at: from + which, right: word, score });
      }
      return wrong;
    },
  };
}

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
  /** Characters and words of two characters that stand twice where one is meant. */
  doubled(text: string): Omit<WrongWord, 'at' | 'score'>[];
}

/** Characters that are said twice in good Chinese, or end one word and begin the next as a rule. */
const SAID_TWICE = new Set('〇零一二三四五六七八九十百千万亿人天年月日时处家户村层级步个件样种条次字句片块座事物好慢常刚渐多久少大小高低深浅远近长短轻快悄默静往仅恰纷频屡稍略微最尽的了是不在和与及或等有为以上下里外前后中之其各每市县区镇乡院部局长会员学业费金');

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

const codesOf = (text: string): Uint16Array => Uint16Array.from(text, (unit) => unit.charCodeAt(0));

/** 防火工工作, 一千平方米米。: the second of two equal characters belongs to neither side. */
function isTypedTwice(table: WordTable, text: string, second: number): boolean {
  const unit = text.charCodeAt(second);
  const [before, after] = [text.charCodeAt(second - 2), text.charCodeAt(second + 1)];
  if (SAID_TWICE.has(text[second]!) || before === unit || after === unit || !isHan(before) || table.pairChance(unit, unit) > -Infinity) return false;
  const begins = isHan(after) && table.pairChance(unit, after) > -Infinity;
  const ends = table.pairChance(before, unit) > -Infinity;
  if (begins && !ends) return table.level(before, unit) === 0;
  return ends && !begins && (!isHan(after) || table.isStrange(unit, after)) && table.level(unit, unit) === 0;
}

/** Whether a word that is said again there begins a longer one: 服务服务业. */
function runsOn(table: WordTable, text: string, at: number): boolean {
  const codes = codesOf(text.slice(at, at + 4));
  return [3, 4].some((size) => codes.length >= size && table.chance(codes, 0, size) > -Infinity);
}

/** Words of official writing, as the lexicons have them. */
export const officialWords: ReadonlySet<string> = new Set(phrases.entries.flatMap((phrase) => phrase.split('/')));

/** Words that nobody says twice, beside those. */
const saidOnce = new Set('互相 相互 共同 分别 已经 正在 即将 尽快 尽量 务必 应该 需要 能够 继续 主要 特别 尤其 同时 另外 此外 目前 现在 今年 明年 本次 各级 各地 大家 人员 立即 及时 认真 积极 严格 切实 不断 逐步 逐渐'.split(' '));

/** @param words a dictionary with word counts */
export function createWordReader(words: Iterable<readonly [word: string, count: number]>, pairs: PackedPairs, { version, bias, weights, threshold }: SlipWeights): WordReader {
  const table = new WordTable(words, pairs, newerWords);
  const finder = new SlipFinder(table, officialWords);
  return {
    version: `${version}.${pairs.version}`,
    doubled(text) {
      const found: Omit<WrongWord, 'at' | 'score'>[] = [];
      for (let i = 1; i < text.length; i += 1) {
        const code = text.charCodeAt(i);
        if (code === text.charCodeAt(i - 1) && isHan(code)) {
          if (isTypedTwice(table, text, i)) found.push({ start: i - 1, end: i + 1, right: text[i]! });
        } else if (code === text.charCodeAt(i - 2) && isHan(code) && isHan(text.charCodeAt(i - 1)) && text.charCodeAt(i - 1) === text.charCodeAt(i + 1)) {
          const word = text.slice(i - 2, i);
          if (saidOnce.has(word) || (officialWords.has(word) && !runsOn(table, text, i))) found.push({ start: i - 2, end: i + 2, right: word });
        }
      }
      return found;
    },
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

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { gunzipSync } from 'node:zlib';
import { dict } from '@node-rs/jieba/dict.js';
import { type LanguageModel, LibraryReader } from '@govmedia-hub/screening';
import { pairsOf, type Pair } from './bench-proofreading-measure.js';

/** Sentences of the library that share so many characters in a row with a sentence of the test are not learnt. */
const SHARED = 13;

const hanOf = (text: string): string => text.replace(/[^\u4e00-\u9fff]/g, '');

export interface ProofreadingSets {
  folder: string;
  official: Pair[];
  law: Pair[];
  news: Pair[];
}

/** The marked sentences of HUB_CORPUS_DIR, null without them. */
export function readSets(): ProofreadingSets | null {
  const folder = process.env['HUB_CORPUS_DIR'];
  if (!folder || !existsSync(path.join(folder, 'proofreading'))) return null;
  const read = (name: string): Record<string, string>[] => JSON.parse(gunzipSync(readFileSync(path.join(folder, 'proofreading', name))).toString()) as Record<string, string>[];
  return { folder, official: pairsOf(read('official-typos.json.gz'), 'source', 'target'), law: pairsOf(read('law-typos.json.gz'), 'source', 'target'), news: pairsOf(read('clean-news.json.gz'), 'original_text', 'correct_text') };
}

/** Whether a sentence has so long a string in common with a tested one that it must not be learnt. */
export function sharedWithTests({ official, law, news }: ProofreadingSets): (sentence: string) => boolean {
  const strings = new Set<string>();
  for (const { right } of [...official, ...law, ...news]) {
    const han = hanOf(right);
    for (let i = 0; i + SHARED <= han.length; i += 1) strings.add(han.slice(i, i + SHARED));
  }
  return (sentence) => {
    const han = hanOf(sentence);
    for (let i = 0; i + SHARED <= han.length; i += 1) if (strings.has(han.slice(i, i + SHARED))) return true;
    return false;
  };
}

/** The words of jieba's dictionary with their counts. */
export function dictionaryWords(): (readonly [string, number])[] {
  return Buffer.from(dict).toString().split('\n').map((line) => line.split(' ')).filter((cells) => /^[\u4e00-\u9fff]+$/.test(cells[0] ?? '')).map((cells) => [cells[0]!, Number(cells[1])] as const);
}

/** The library without what is tested; with `leaveOut`, also without one law in so many, whose sentences are handed back. */
export function learnLibrary(sets: ProofreadingSets, say: (line: string) => void, leaveOut = 0): { model: LanguageModel; seconds: number; left: string[] } {
  const isShared = sharedWithTests(sets);
  const reader = new LibraryReader();
  let read = 0;
  let shared = 0;
  let laws = 0;
  const left: string[] = [];
  const started = performance.now();
  for (const line of gunzipSync(readFileSync(path.join(sets.folder, 'laws.jsonl.gz'))).toString().split('\n')) {
    if (!line) continue;
    const { text } = JSON.parse(line) as { text: string };
    const kept = text.split(/(?<=[。；\n])/).filter((sentence) => {
      read += 1;
      if (!isShared(sentence)) return true;
      shared += 1;
      return false;
    });
    laws += 1;
    if (leaveOut > 0 && laws % leaveOut === 0) left.push(...kept.map((sentence) => sentence.trim()));
    else reader.add(kept.join(''));
  }
  const model = reader.finish(dictionaryWords());
  const seconds = (performance.now() - started) / 1000;
  say(`library: ${reader.size} characters learnt in ${seconds.toFixed(1)} s; ${shared} of ${read} sentences left out because they share ${SHARED} characters in a row with a tested one`);
  return { model, seconds, left };
}

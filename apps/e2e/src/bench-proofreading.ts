import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { gunzipSync } from 'node:zlib';
import { dict } from '@node-rs/jieba/dict.js';
import { builtInLexicons, createProofreader, createScreener, LanguageModel, LibraryReader, type Screener } from '@govmedia-hub/screening';
import { measure, pairsOf, recallAt, thresholdFor, thresholdOfPrecision, type Marked } from './bench-proofreading-measure.js';

export interface ProofreadingResult {
  corpus: boolean;
  figures: Record<string, number>;
}

const AS_OF = '2026-01-01';
/** The operating point is the lowest threshold with this precision of detection on the law set. */
const WANTED = 0.97;
/** Sentences of the library that share so many characters in a row with a sentence of the test are not learnt. */
const SHARED = 13;

const hanOf = (text: string): string => text.replace(/[^\u4e00-\u9fff]/g, '');

/** The library without what is tested. */
function learn(folder: string, tested: readonly string[], say: (line: string) => void): { model: LanguageModel; seconds: number } {
  const strings = new Set<string>();
  for (const text of tested) {
    const han = hanOf(text);
    for (let i = 0; i + SHARED <= han.length; i += 1) strings.add(han.slice(i, i + SHARED));
  }
  const reader = new LibraryReader();
  let read = 0;
  let left = 0;
  const started = performance.now();
  for (const line of gunzipSync(readFileSync(path.join(folder, 'laws.jsonl.gz'))).toString().split('\n')) {
    if (!line) continue;
    const { text } = JSON.parse(line) as { text: string };
    const kept = text.split(/(?<=[。；\n])/).filter((sentence) => {
      read += 1;
      const han = hanOf(sentence);
      for (let i = 0; i + SHARED <= han.length; i += 1) if (strings.has(han.slice(i, i + SHARED))) { left += 1; return false; }
      return true;
    });
    reader.add(kept.join(''));
  }
  const dictionary = Buffer.from(dict).toString().split('\n').map((line) => line.split(' ')).filter((cells) => /^[\u4e00-\u9fff]+$/.test(cells[0] ?? '')).map((cells) => [cells[0]!, Number(cells[1])] as const);
  const model = reader.finish(dictionary);
  const seconds = (performance.now() - started) / 1000;
  say(`library: ${reader.size} characters learnt in ${seconds.toFixed(1)} s; ${left} of ${read} sentences left out because they share ${SHARED} characters in a row with a tested one`);
  return { model, seconds };
}

/** Findings that claim one character or word for another: of the lexicons without punctuation and repeats, and of statistics with their score. */
function readerOf(screener: Screener, proofreader: ReturnType<typeof createProofreader> | null): (text: string) => Marked[] {
  return (text) => {
    const known = screener.screen({ text, asOf: AS_OF })
      .filter((finding) => /^(text\.confusable|politics\.(institution|set-phrase))$/.test(finding.rule))
      .map(({ start, end, suggestion, rule }) => ({ start, end, suggestion, score: Infinity, rule }));
    const learnt = proofreader?.proofread(text).map(({ start, end, suggestion, score }) => ({ start, end, suggestion, score, rule: 'text.statistical' })) ?? [];
    return [...known, ...learnt.filter((doubt) => !known.some((finding) => finding.start < doubt.end && finding.end > doubt.start))];
  };
}

/** `npm run bench -- proofreading`: the real corpus of HUB_CORPUS_DIR; without it nothing can be said. */
export function benchProofreading(say: (line: string) => void): ProofreadingResult {
  const folder = process.env['HUB_CORPUS_DIR'];
  if (!folder || !existsSync(path.join(folder, 'proofreading'))) {
    say('HUB_CORPUS_DIR is not set or holds no proofreading/: nothing was measured');
    return { corpus: false, figures: {} };
  }
  const read = (name: string): Record<string, string>[] => JSON.parse(gunzipSync(readFileSync(path.join(folder, 'proofreading', name))).toString()) as Record<string, string>[];
  const official = pairsOf(read('official-typos.json.gz'), 'source', 'target');
  const law = pairsOf(read('law-typos.json.gz'), 'source', 'target');
  const news = pairsOf(read('clean-news.json.gz'), 'original_text', 'correct_text');
  const { model, seconds } = learn(folder, [...official, ...law, ...news].map((pair) => pair.right), say);
  const bytes = model.pack();
  const started = performance.now();
  const loaded = LanguageModel.load(bytes);
  const loadMs = performance.now() - started;
  say(`model: ${(bytes.length / 1e6).toFixed(1)} MB, loaded in ${loadMs.toFixed(1)} ms; ${JSON.stringify(loaded.sizes)}`);

  const find = readerOf(createScreener(builtInLexicons), createProofreader(loaded, undefined, { note: -1, warn: 99 }));
  const before = performance.now();
  const marked = { official: measure(official, find), law: measure(law, find), news: measure(news, find) };
  const characters = [...official, ...law, ...news].reduce((sum, pair) => sum + pair.wrong.length, 0);
  const usPerCharacter = (performance.now() - before) * 1000 / characters;

  const chosen = thresholdOfPrecision(marked.law, WANTED);
  const onNews = recallAt(marked.news, chosen);
  const onOfficial = recallAt(marked.official, chosen);
  const onLaw = recallAt(marked.law, chosen);
  say(`threshold ${chosen.toFixed(2)}, the lowest with a precision of ${WANTED} on the law set`);
  const line = (name: string, r: ReturnType<typeof recallAt>): void => say(`${name.padEnd(34)} detection: recall ${r.detected.toFixed(3)} precision ${r.detectionPrecision.toFixed(3)}; correction: recall ${r.corrected.toFixed(3)} precision ${r.correctionPrecision.toFixed(3)}; sentences found ${r.sentences.toFixed(3)}; false per 1,000 clean ${r.falsePer1000.toFixed(1)}`);
  line('official', onOfficial);
  line('law', onLaw);
  line('clean news', onNews);
  line('official, lexicons alone', recallAt(marked.official, 1e9));
  line('clean news, lexicons alone', recallAt(marked.news, 1e9));
  const figures: Record<string, number> = {
    falsePer1000: onNews.falsePer1000, recallOfficial: onOfficial.detected, recallOfficialSentences: onOfficial.sentences, recallLaw: onLaw.detected, recallLawSentences: onLaw.sentences,
    detectionPrecision: onOfficial.detectionPrecision, correctionRecall: onOfficial.corrected, correctionPrecision: onOfficial.correctionPrecision, threshold: chosen,
  };
  for (const level of [1, 2, 5]) {
    const at = recallAt(marked.official, thresholdFor(marked.news, level));
    line(`official at ${level} false per 1,000 news`, at);
    Object.assign(figures, { [`recallAt${level}`]: at.detected, [`sentencesAt${level}`]: at.sentences, [`detectionPrecisionAt${level}`]: at.detectionPrecision, [`correctionRecallAt${level}`]: at.corrected, [`correctionPrecisionAt${level}`]: at.correctionPrecision });
  }
  Object.assign(figures, { modelMegabytes: bytes.length / 1e6, loadMs, trainSeconds: seconds, usPerCharacter });
  say(`reading: ${usPerCharacter.toFixed(1)} microseconds a character (lexicons and statistics)`);
  return { corpus: true, figures };
}

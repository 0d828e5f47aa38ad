import { performance } from 'node:perf_hooks';
import { generalReader } from '@govmedia-hub/api/features/proofreader/general-words';
import { builtInEvidence, builtInLexicons, createProofreader, createScreener, LanguageModel, type Screener } from '@govmedia-hub/screening';
import { learnLibrary, readSets } from './bench-proofreading-library.js';
import { measure, recallAt, thresholdFor, type Marked } from './bench-proofreading-measure.js';

export interface ProofreadingResult {
  corpus: boolean;
  figures: Record<string, number>;
}

const AS_OF = '2026-01-01';
/** Findings that claim one character or word for another: of the lexicons without punctuation and repeats, and of statistics with their score. */
function readerOf(screener: Screener, proofreader: ReturnType<typeof createProofreader> | null): (text: string) => Marked[] {
  return (text) => {
    const known = screener.screen({ text, asOf: AS_OF })
      .filter((finding) => /^(text\.confusable|text\.wrong-word|politics\.(institution|set-phrase))$/.test(finding.rule))
      .map(({ start, end, suggestion, rule }) => ({ start, end, suggestion, score: Infinity, rule }));
    const learnt = proofreader?.proofread(text).map(({ start, end, suggestion, score }) => ({ start, end, suggestion, score, rule: 'text.statistical' })) ?? [];
    return [...known, ...learnt.filter((doubt) => !known.some((finding) => finding.start < doubt.end && finding.end > doubt.start))];
  };
}

/** `npm run bench -- proofreading`: the real corpus of HUB_CORPUS_DIR; without it nothing can be said. */
export function benchProofreading(say: (line: string) => void): ProofreadingResult {
  const sets = readSets();
  if (!sets) {
    say('HUB_CORPUS_DIR is not set or holds no proofreading/: nothing was measured');
    return { corpus: false, figures: {} };
  }
  const { official, law, news } = sets;
  const { model, seconds } = learnLibrary(sets, say);
  const bytes = model.pack();
  const started = performance.now();
  const loaded = LanguageModel.load(bytes);
  const loadMs = performance.now() - started;
  say(`model: ${(bytes.length / 1e6).toFixed(1)} MB, loaded in ${loadMs.toFixed(1)} ms; ${JSON.stringify(loaded.sizes)}`);

  const find = readerOf(createScreener(builtInLexicons, { words: generalReader() }), createProofreader(loaded, undefined, { note: -2, warn: 99 }));
  const before = performance.now();
  const marked = { official: measure(official, find), law: measure(law, find), news: measure(news, find) };
  const characters = [...official, ...law, ...news].reduce((sum, pair) => sum + pair.wrong.length, 0);
  const usPerCharacter = (performance.now() - before) * 1000 / characters;

  const chosen = builtInEvidence.thresholds.note - 1e-9;
  const onNews = recallAt(marked.news, chosen);
  const onOfficial = recallAt(marked.official, chosen);
  const onLaw = recallAt(marked.law, chosen);
  say(`threshold ${chosen.toFixed(2)}, chosen on sentences of the law set that had not been learnt`);
  const line = (name: string, r: ReturnType<typeof recallAt>): void => say(`${name.padEnd(34)} detection: recall ${r.detected.toFixed(3)} precision ${r.detectionPrecision.toFixed(3)}; correction: recall ${r.corrected.toFixed(3)} precision ${r.correctionPrecision.toFixed(3)}; sentences found ${r.sentences.toFixed(3)}; false per 1,000 clean ${r.falsePer1000.toFixed(1)}`);
  line('official', onOfficial);
  line('law (the weights have learnt it)', onLaw);
  line('clean news', onNews);
  line('official, lexicons and words alone', recallAt(marked.official, 1e9));
  line('clean news, lexicons and words alone', recallAt(marked.news, 1e9));
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

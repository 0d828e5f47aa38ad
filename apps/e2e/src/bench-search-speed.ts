import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { writeIndexFile } from '@govmedia-hub/api/features/library-index/index-file';
import type { Segmenter } from '@govmedia-hub/chinese-text';
import { KnowledgeIndex, type AnalysedQuestion, type AnsweredQuestion, type Passage } from '@govmedia-hub/knowledge';
import { timed, type Taken, type TokenisedPassage } from './bench/search-engines.js';
import { FIXTURE_ARTICLES, FIXTURE_QUESTIONS } from './bench/search-fixtures.js';

interface Article { id: string; title: string; law: string; text: string }
interface Started { seconds: number; cpuSeconds: number; p50Ms: number; p99Ms: number; memoryMb: number }

const jieba = Jieba.withDict(dict);
const segmenter: Segmenter = { words: (text) => jieba.cut(text, true) };
const SIZES = [10_000, 100_000, 1_000_000];
const QUESTIONS = 200;
const ON = '2026-01-01';
/** As many as a page of the service shows. */
const PAGE = 10;
/** A service has answered before: as many other questions are asked first, so that every engine runs as it does for the rest of the day. */
const WARM = 300;
export const SEARCH_SPEED_TARGETS: Record<string, { target: number; atMost: boolean }> = {
  toFts5: { target: 10, atMost: false }, toMiniSearch: { target: 40, atMost: false }, p99MsAt1000k: { target: 50, atMost: true }, coldStartSecondsAt1000k: { target: 10, atMost: true },
};

/**
 * The hub's index beside three others over the same tokens and questions, then the hub's index as the library grows. The hub ranks as it
 * does when it serves a page: with the echo, with what was learnt from the answered questions that are not asked, and current law first.
 */
export async function benchSearchSpeed(say: (line: string) => void): Promise<{ corpus: boolean; figures: Record<string, number> }> {
  const { corpus, articles, questions, answered } = library();
  say(corpus ? `${articles.length} articles, ${questions.length} questions, ${answered.length} answered ones to learn from` : 'fixtures only');
  const figures: Record<string, number> = {};
  await beside(articles, questions, answered, figures, say);
  await growth(articles, questions, answered, figures, say);
  return { corpus, figures };
}

interface TimedEngine { name: string; ask(terms: readonly string[]): Promise<Taken>; end(): unknown }

/** Another engine in a thread of its own: what it leaves behind is not cleared away in the turn of the next. */
async function another(name: string, file: string): Promise<TimedEngine> {
  const worker = new Worker(new URL('./bench/search-engine-worker.js', import.meta.url), { workerData: { name, file }, resourceLimits: { maxOldGenerationSizeMb: 4096 } });
  await once(worker, 'message');
  return {
    name,
    ask: async (terms) => {
      const answer = once(worker, 'message');
      worker.postMessage([...terms]);
      return ((await answer) as [Taken])[0];
    },
    end: () => worker.terminate(),
  };
}

async function beside(articles: readonly Article[], questions: readonly string[], answered: readonly AnsweredQuestion[], figures: Record<string, number>, say: (line: string) => void): Promise<void> {
  const index = new KnowledgeIndex({ segmenter });
  for (const article of articles) index.put(passageOf(article));
  index.compact();
  const untaught = new KnowledgeIndex({ segmenter });
  untaught.restore([...index.snapshot()]);
  untaught.compact();
  index.learn(answered, { fit: false });
  const tokenised = articles.map((article): TokenisedPassage => ({ id: article.id, tokens: tokensOf(index, article) }));
  const analysed = new Map<readonly string[], AnalysedQuestion>();
  const analysing: number[] = [];
  for (const question of questions) {
    const from = performance.now();
    const one = index.analysis.question(question);
    analysing.push(performance.now() - from);
    analysed.set(one.terms.flatMap(({ anyOf }) => anyOf.slice(0, 1)), one);
  }
  figures['analysisP50Ms'] = at(analysing, 0.5);
  const ours = (name: string, of: KnowledgeIndex): TimedEngine => ({
    name,
    ask: (terms) => timed(() => of.rank(analysed.get(terms)!, { on: ON, k: PAGE })),
    end: () => undefined,
  });
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-bench-'));
  const file = path.join(folder, 'tokens.jsonl');
  writeFileSync(file, tokenised.map((passage) => JSON.stringify(passage)).join('\n'));
  const engines = [ours('hub', index), ours('hubUntaught', untaught)];
  for (const name of ['fts5', 'miniSearch', 'orama']) engines.push(await another(name, file));
  rmSync(folder, { recursive: true, force: true });
  say('all are built; they take turns, question by question');
  const taken = new Map(engines.map(({ name }) => [name, { times: [] as number[], cpu: 0 }]));
  const asked = [...analysed.keys()];
  for (const { question } of answered.slice(0, WARM)) {
    const one = index.analysis.question(question);
    const terms = one.terms.flatMap(({ anyOf }) => anyOf.slice(0, 1));
    analysed.set(terms, one);
    for (const engine of engines) await engine.ask(terms);
  }
  for (const [turn, terms] of asked.entries()) {
    for (let i = 0; i < engines.length; i++) {
      const engine = engines[(turn + i) % engines.length]!;
      const { ms, cpuMs } = await engine.ask(terms);
      const one = taken.get(engine.name)!;
      one.times.push(ms);
      one.cpu += cpuMs;
    }
  }
  for (const engine of engines) await engine.end();
  for (const [name, { times, cpu }] of taken) {
    figures[`${name}P50Ms`] = at(times, 0.5);
    figures[`${name}P99Ms`] = at(times, 0.99);
    figures[`${name}CpuMs`] = cpu / times.length;
    say(`${name}: p50 ${at(times, 0.5).toFixed(2)} ms, p99 ${at(times, 0.99).toFixed(2)} ms, processor ${(cpu / times.length).toFixed(2)} ms a question`);
  }
  for (const other of ['fts5', 'miniSearch', 'orama']) {
    const to = `to${other[0]!.toUpperCase()}${other.slice(1)}`;
    figures[to] = figures[`${other}P50Ms`]! / figures['hubP50Ms']!;
    figures[`${to}Untaught`] = figures[`${other}P50Ms`]! / figures['hubUntaughtP50Ms']!;
    figures[`${to}Cpu`] = figures[`${other}CpuMs`]! / figures['hubCpuMs']!;
  }
}

/** Passages made of two halves of articles, the same library every time; at its greatest it is written to a file and a new process starts from that. */
async function growth(articles: readonly Article[], questions: readonly string[], answered: readonly AnsweredQuestion[], figures: Record<string, number>, say: (line: string) => void): Promise<void> {
  const before = memory();
  const index = new KnowledgeIndex({ segmenter: byLine(segmenter) });
  const analysed = questions.map((question) => index.analysis.question(question));
  const made = new Map<string, string>();
  let seed = 1;
  const next = (below: number): number => (seed = (Math.imul(seed, 48271) >>> 0) % 2147483647) % below;
  let count = 0;
  for (const size of SIZES) {
    for (; count < size; count++) {
      const [one, other] = [articles[next(articles.length)]!, articles[next(articles.length)]!];
      index.put(passageOf({ ...one, id: `g${count}`, text: `${one.text.slice(0, 60)}\n${other.text.slice(-60)}` }));
      made.set(one.id, `g${count}`);
    }
    index.compact();
    index.learn(answered.map(({ question, passageIds }) => ({ question, passageIds: passageIds.flatMap((id) => made.get(id) ?? []) })), { fit: false });
    for (const { question } of answered.slice(0, WARM)) index.rank(index.analysis.question(question), { on: ON, k: PAGE });
    const times = analysed.map((question) => {
      const from = performance.now();
      index.rank(question, { on: ON, k: PAGE });
      return performance.now() - from;
    });
    const name = `${size / 1000}k`;
    figures[`p50MsAt${name}`] = at(times, 0.5);
    figures[`p99MsAt${name}`] = at(times, 0.99);
    figures[`indexBytesPerPassageAt${name}`] = index.footprint.bytes / size;
    figures[`memoryBytesPerPassageAt${name}`] = (memory() - before) / size;
    say(`${size} passages: p50 ${figures[`p50MsAt${name}`]!.toFixed(2)} ms, p99 ${figures[`p99MsAt${name}`]!.toFixed(2)} ms, ${figures[`memoryBytesPerPassageAt${name}`]!.toFixed(0)} bytes a passage`);
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-bench-'));
  try {
    const file = path.join(folder, 'index.snapshot');
    await writeIndexFile(file, index.snapshot());
    figures[`snapshotMbAt${count / 1000}k`] = statSync(file).size / 2 ** 20;
    const started = JSON.parse(execFileSync(process.execPath, [fileURLToPath(new URL('./bench/cold-start.js', import.meta.url)), file, JSON.stringify(questions)], { encoding: 'utf8' })) as Started;
    const at = `At${count / 1000}k`;
    Object.assign(figures, { [`coldStartSeconds${at}`]: started.seconds, [`coldStartCpuSeconds${at}`]: started.cpuSeconds, [`startedP50Ms${at}`]: started.p50Ms, [`startedP99Ms${at}`]: started.p99Ms, [`startedMemoryMb${at}`]: started.memoryMb });
    say(`a new process answers from the file of ${count} passages in ${started.seconds.toFixed(1)} s, of the processor ${started.cpuSeconds.toFixed(1)} s; it then asks every question for the first time: p50 ${started.p50Ms.toFixed(1)} ms, p99 ${started.p99Ms.toFixed(1)} ms, ${started.memoryMb.toFixed(0)} MB`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Cuts each line by itself and keeps what the lines are cut into: a made library repeats them. */
function byLine(inner: Segmenter): Segmenter {
  const known = new Map<string, string[]>();
  return {
    words: (text) => text.split('\n').flatMap((line) => {
      let words = known.get(line);
      if (!words) known.set(line, (words = inner.words(line)));
      return words;
    }),
  };
}

/** Every fifth question is asked, up to as many as are wanted; the others are answered ones to learn from. */
function library(): { corpus: boolean; articles: Article[]; questions: string[]; answered: AnsweredQuestion[] } {
  const folder = path.join(process.env['HUB_CORPUS_DIR'] ?? '', 'retrieval');
  const file = path.join(folder, 'articles.jsonl.gz');
  if (!process.env['HUB_CORPUS_DIR'] || !existsSync(file)) return { corpus: false, articles: FIXTURE_ARTICLES, questions: FIXTURE_QUESTIONS, answered: [] };
  const rows = (text: string): unknown[] => text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as unknown]));
  const questions = rows(readFileSync(path.join(folder, 'questions.jsonl'), 'utf8')) as { query: string; relevant: string[] }[];
  const every = Math.max(1, Math.floor(questions.length / QUESTIONS));
  const asked = new Set(questions.filter((_, i) => i % every === 0).slice(0, QUESTIONS));
  return {
    corpus: true, articles: rows(gunzipSync(readFileSync(file)).toString('utf8')) as Article[], questions: [...asked].map(({ query }) => query),
    answered: questions.filter((question) => !asked.has(question)).map(({ query, relevant }) => ({ question: query, passageIds: relevant })),
  };
}

function passageOf({ id, title, law, text }: Article): Passage {
  return {
    id, kind: 'article', documentId: law, title: law, heading: title.startsWith(law) ? title.slice(law.length) : title, text, questions: [], docNumber: null, issuer: null, topics: [],
    validity: 'in_force', validFrom: null, validTo: null, publishedOn: null, reviewed: true,
  };
}

function tokensOf(index: KnowledgeIndex, { title, text }: Article): string {
  return [...index.analysis.fieldTerms(`${title}\n${text}`)].flatMap(([term, count]) => Array<string>(count).fill(term)).join(' ');
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Bytes in use after what can be freed has been freed. */
function memory(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

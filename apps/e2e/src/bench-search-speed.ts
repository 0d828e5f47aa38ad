import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { setFlagsFromString } from 'node:v8';
import { gunzipSync } from 'node:zlib';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { KnowledgeIndex, type AnalysedQuestion, type Passage } from '@govmedia-hub/knowledge';
import { fts5, miniSearch, orama, type SearchEngine, type TokenisedPassage } from './bench/search-engines.js';
import { FIXTURE_ARTICLES, FIXTURE_QUESTIONS } from './bench/search-fixtures.js';

interface Article { id: string; title: string; law: string; text: string }

const jieba = Jieba.withDict(dict);
const segmenter = { words: (text: string): string[] => jieba.cut(text, true) };
const SIZES = [10_000, 100_000, 1_000_000];
const QUESTIONS = 200;
const ON = '2026-01-01';
export const SEARCH_SPEED_TARGETS: Record<string, { target: number; atMost: boolean }> = {
  toFts5: { target: 10, atMost: false }, toMiniSearch: { target: 40, atMost: false }, p99MsAt1000k: { target: 50, atMost: true },
};

/** The hub's index beside three others over the same tokens and questions, then the hub's index as the library grows. */
export async function benchSearchSpeed(say: (line: string) => void): Promise<{ corpus: boolean; figures: Record<string, number> }> {
  const { corpus, articles, questions } = library();
  say(corpus ? `${articles.length} articles, ${questions.length} questions` : 'fixtures only');
  const figures: Record<string, number> = {};
  const index = new KnowledgeIndex({ segmenter });
  for (const article of articles) index.put(passageOf(article));
  index.compact();
  const analysed = questions.map((question) => index.analysis.question(question));
  const tokenised = articles.map((article): TokenisedPassage => ({ id: article.id, tokens: tokensOf(index, article) }));
  const ours: SearchEngine & { analysed: Map<readonly string[], AnalysedQuestion> } = {
    name: 'hub', analysed: new Map(),
    find(terms) {
      return index.rank(this.analysed.get(terms)!, { on: ON, k: 20 }).ranked;
    },
  };
  const asked = analysed.map((question) => {
    const terms = question.terms.flatMap(({ anyOf }) => anyOf.slice(0, 1));
    ours.analysed.set(terms, question);
    return terms;
  });
  const engines = [ours, fts5(tokenised), miniSearch(tokenised), await orama(tokenised)];
  say('all four are built; they take turns, question by question');
  const times = new Map(engines.map(({ name }) => [name, [] as number[]]));
  for (const terms of asked.slice(0, 20)) for (const engine of engines) await engine.find(terms);
  for (const [turn, terms] of asked.entries()) {
    for (let i = 0; i < engines.length; i++) {
      const engine = engines[(turn + i) % engines.length]!;
      const from = performance.now();
      await engine.find(terms);
      times.get(engine.name)!.push(performance.now() - from);
    }
  }
  for (const [name, list] of times) {
    figures[`${name}P50Ms`] = at(list, 0.5);
    figures[`${name}P99Ms`] = at(list, 0.99);
  }
  for (const other of ['fts5', 'miniSearch', 'orama']) figures[`to${other[0]!.toUpperCase()}${other.slice(1)}`] = figures[`${other}P50Ms`]! / figures['hubP50Ms']!;
  for (const { name } of engines) say(`${name}: p50 ${figures[`${name}P50Ms`]!.toFixed(2)} ms, p99 ${figures[`${name}P99Ms`]!.toFixed(2)} ms`);
  engines.length = 0;
  await growth(articles, analysed, figures, say);
  return { corpus, figures };
}

/** Passages made of two halves of articles; the same library every time. */
async function growth(articles: readonly Article[], questions: readonly AnalysedQuestion[], figures: Record<string, number>, say: (line: string) => void): Promise<void> {
  const before = memory();
  const index = new KnowledgeIndex({ segmenter });
  let seed = 1;
  const next = (below: number): number => (seed = (Math.imul(seed, 48271) >>> 0) % 2147483647) % below;
  let made = 0;
  for (const size of SIZES) {
    for (; made < size; made++) {
      const [one, other] = [articles[next(articles.length)]!, articles[next(articles.length)]!];
      const text = `${one.text.slice(0, 60)}${other.text.slice(-60)}`;
      index.put(passageOf({ ...one, id: `g${made}`, text }));
    }
    index.compact();
    for (const question of questions.slice(0, 20)) index.rank(question, { on: ON, k: 20 });
    const times = questions.map((question) => {
      const from = performance.now();
      index.rank(question, { on: ON, k: 20 });
      return performance.now() - from;
    });
    const name = `${size / 1000}k`;
    figures[`p50MsAt${name}`] = at(times, 0.5);
    figures[`p99MsAt${name}`] = at(times, 0.99);
    figures[`indexBytesPerPassageAt${name}`] = index.footprint.bytes / size;
    figures[`memoryBytesPerPassageAt${name}`] = (memory() - before) / size;
    say(`${size} passages: p50 ${figures[`p50MsAt${name}`]!.toFixed(2)} ms, p99 ${figures[`p99MsAt${name}`]!.toFixed(2)} ms`);
  }
}

function library(): { corpus: boolean; articles: Article[]; questions: string[] } {
  const folder = path.join(process.env['HUB_CORPUS_DIR'] ?? '', 'retrieval');
  const file = path.join(folder, 'articles.jsonl.gz');
  if (!process.env['HUB_CORPUS_DIR'] || !existsSync(file)) return { corpus: false, articles: FIXTURE_ARTICLES, questions: FIXTURE_QUESTIONS };
  const rows = (text: string): unknown[] => text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as unknown]));
  const questions = rows(readFileSync(path.join(folder, 'questions.jsonl'), 'utf8')) as { query: string }[];
  const every = Math.max(1, Math.floor(questions.length / QUESTIONS));
  return { corpus: true, articles: rows(gunzipSync(readFileSync(file)).toString('utf8')) as Article[], questions: questions.filter((_, i) => i % every === 0).slice(0, QUESTIONS).map(({ query }) => query) };
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

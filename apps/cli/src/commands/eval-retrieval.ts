import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { setFlagsFromString } from 'node:v8';
import { gunzipSync } from 'node:zlib';
import { jiebaSegmenter } from '@govmedia-hub/api/features/library-index/jieba-segmenter';
import { KnowledgeIndex, LEARNING_PROFILE } from '@govmedia-hub/knowledge';
import { print } from '../print.js';
import { foldsOf, nearDuplicates } from './eval-folds.js';
import { figuresOf, type RankedQuery } from './eval-figures.js';

interface Article { id: string; title: string; law: string; text: string }
interface Query { query: string; relevant: string[] }

const DEPTH = 100;
/** As many as a page of the service shows: then the engine looks less far, and is measured apart. */
const PAGE = 10;
/** Any civil day does: the passages of an evaluation are in force without end. */
const ON = '2026-01-01';

/** Builds a throw-away index with the product's own engine, runs the questions, and says what was found how fast. */
export async function evalRetrieval(corpusFile: string, queriesFile: string, options: { answered?: string; folds?: string; fit?: boolean; json?: boolean }): Promise<void> {
  const articles = rowsOf<Article>(corpusFile);
  const queries = rowsOf<Query>(queriesFile);
  const answered = options.answered === undefined ? [] : rowsOf<Query>(options.answered);
  jiebaSegmenter.words('预热词典'); // the dictionary is the product's own and is loaded once
  const before = memory();
  const startedAt = performance.now();
  const index = new KnowledgeIndex({ segmenter: jiebaSegmenter });
  for (const { id, title, law, text } of articles) {
    index.put({
      id, kind: 'article', documentId: law, title: law, heading: title.startsWith(law) ? title.slice(law.length) : title, text, questions: [], docNumber: null, issuer: null, topics: [],
      validity: 'in_force', validFrom: null, validTo: null, publishedOn: null, reviewed: true,
    });
  }
  index.compact();
  const buildSeconds = (performance.now() - startedAt) / 1000;
  const indexMb = (memory() - before) / 2 ** 20;
  index.rank(index.analysis.question(queries[0]?.query ?? ''), { on: ON, k: DEPTH });

  const groups = nearDuplicates([...queries, ...answered].map(({ query }) => query));
  const folds = foldsOf(groups, options.folds === undefined ? null : Number(options.folds));
  const asked = new Set(queries.map(({ query }) => groups.get(query)!));
  const ranked: RankedQuery[] = [];
  const served: RankedQuery[] = [];
  let learningSeconds = 0;
  for (const fold of new Set(queries.map(({ query }) => folds.get(query)!))) {
    // no question, nor one nearly the same, is learnt from and asked
    const training = answered.filter(({ query }) => (options.folds === undefined ? !asked.has(groups.get(query)!) : folds.get(query) !== fold));
    const learningFrom = performance.now();
    if (answered.length > 0) index.learn(training.map(({ query, relevant }) => ({ question: query, passageIds: relevant })), { fit: options.fit === true });
    learningSeconds = Math.max(learningSeconds, (performance.now() - learningFrom) / 1000);
    const cited = new Set(training.flatMap(({ relevant }) => relevant));
    for (const { query, relevant } of queries) {
      if (folds.get(query) !== fold) continue;
      const uncited = relevant.filter((id) => !cited.has(id));
      for (const [list, k] of [[ranked, DEPTH], [served, PAGE]] as const) {
        const from = performance.now();
        const order = index.rank(index.analysis.question(query), { on: ON, k }).ranked;
        list.push({ found: order.map(({ passage }) => passage.id), relevant, uncited, ms: performance.now() - from });
      }
    }
  }
  const page = figuresOf(served);
  const figures = { ...figuresOf(ranked), pageRecall10: page.recall10, pageMrr10: page.mrr10, pageP50Ms: page.p50Ms, pageP99Ms: page.p99Ms, indexMb: Number(indexMb.toFixed(1)), buildSeconds: Number((buildSeconds + learningSeconds).toFixed(1)) };
  const result = { corpus: true, passages: articles.length, queries: queries.length, answered: answered.length, folds: options.folds === undefined ? null : Number(options.folds), weights: options.fit === true ? 'fitted to what is learnt from' : `profile ${LEARNING_PROFILE.version}`, figures };
  print(options.json, result, () => [
    `条文 ${articles.length}，问题 ${queries.length}，已答复问题 ${answered.length}${options.folds === undefined ? '' : `，${options.folds} 折交叉`}`,
    options.fit === true
      ? '信号权重：只用每折学习的问题拟合'
      : `信号权重：引擎自带 ${LEARNING_PROFILE.version}，服务时即用这一组；它是用公开检索题拟合的，拿同一批题来测不算独立检验，独立检验加 --fit 或换没有用过的题`,
    ...Object.entries(figures).map(([name, value]) => `${name.padEnd(16)} ${value ?? '-'}`),
  ]);
}

function rowsOf<T>(file: string): T[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as T]));
}

/** Bytes in use after what can be freed has been freed. */
function memory(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

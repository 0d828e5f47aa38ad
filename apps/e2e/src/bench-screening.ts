import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { characterFold } from '@govmedia-hub/chinese-text';
import { generalReader } from '@govmedia-hub/api/features/proofreader/general-words';
import { builtInLexicons, createScreener, PatternMatcher } from '@govmedia-hub/screening';
import { AhoCorasick as Monyone } from '@monyone/aho-corasick/fast';
import ModernAhoCorasick from 'modern-ahocorasick';
import { median } from './bench/load.js';
import { readCleanTexts } from './bench-screening-clean.js';
import { alphabet, drawTerms, drawText } from './bench-screening-text.js';

export interface ScreeningFigures {
  mbPerSecond: number;
  ratioToFastestNpm: number;
  ratioToFastestNpmDense: number;
  ratioToCharCode: number;
  growth1kTo100k: number;
  articleP99Ms: number;
  [more: string]: number;
}

interface MintFilter { filter(text: string, options: { replace: boolean }): { words: string[] } }
type MintFilterClass = new (keys: string[]) => MintFilter;

/** Every normalisation that the product knows, at once. */
const everyFold = characterFold({ width: true, lowerCase: true, traditional: true, zeroWidth: true, separators: true, digits: true });
const ourMatcher = (terms: readonly string[]): PatternMatcher => new PatternMatcher(terms, { fold: everyFold.table, foldPair: everyFold.pair });

interface Engine {
  name: string;
  /** Number of hits; every engine builds its list of spans. */
  run(text: string): number;
  /** Slow engines read one part in so many of the text, and once. */
  part?: number;
}

function hitsOf(matcher: PatternMatcher, text: string): number[] {
  const hits: number[] = [];
  matcher.scan(text, (term, start, end) => { hits.push(term, start, end); });
  return hits;
}

/** Text and terms whose hits are exactly the planted ones, so that every engine must find the same set. */
function drawCase(megabytes: number, perMegabyte: number, termCount: number, plantedCount: number): { text: string; terms: string[] } {
  const units = alphabet(3500, 7, (unit) => everyFold.table[unit]!);
  const taken = new Set<string>();
  const planted = drawTerms(plantedCount * 3, units, 11, taken).filter((term) => term.length >= 4).slice(0, plantedCount);
  const text = drawText(megabytes, units, planted, perMegabyte, 13);
  let rest = drawTerms(termCount - planted.length, units, 17, taken);
  for (let round = 0; round < 6; round += 1) {
    const matcher = ourMatcher(rest);
    const occurring = new Set<number>();
    matcher.scan(text, (term) => { occurring.add(term); });
    if (occurring.size === 0) break;
    rest = rest.filter((_, index) => !occurring.has(index));
    rest.push(...drawTerms(termCount - planted.length - rest.length, units, 19 + round, taken));
  }
  return { text, terms: [...planted, ...rest] };
}

function charCodeSum(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}

const seconds = (work: () => unknown): number => {
  const from = performance.now();
  work();
  return (performance.now() - from) / 1000;
};

/** MB/s of every engine over one text, in alternating rounds; the figures of one round stand side by side in its arrays. */
function race(engines: Engine[], text: string, rounds: number, say: (line: string) => void): Map<string, number[]> {
  const megabytes = Buffer.byteLength(text) / 1e6;
  const partOf = (engine: Engine): string => (engine.part ? text.slice(0, text.indexOf('\n', text.length / engine.part) + 1) : text);
  const expected = engines[0]!.run(text);
  for (const engine of engines) {
    const [found, wanted] = [engine.run(partOf(engine)), engine.part ? engines[0]!.run(partOf(engine)) : expected];
    if (found >= 0 && found !== wanted) throw new Error(`${engine.name}: ${found} hits, expected ${wanted}`);
  }
  say(`  ${expected} hits, ${(expected / megabytes).toFixed(0)} per MB, the same for every engine`);
  const rates = new Map<string, number[]>(engines.map((engine) => [engine.name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const engine of engines) {
      if (engine.part && round > 0) continue;
      const part = partOf(engine);
      const size = engine.part ? Buffer.byteLength(part) / 1e6 : megabytes;
      rates.get(engine.name)!.push(size / seconds(() => engine.run(part)));
    }
  }
  for (const [name, list] of rates) say(`  ${name.padEnd(34)} ${median(list).toFixed(1).padStart(8)} MB/s`);
  return rates;
}

const ratio = (rates: Map<string, number[]>, one: string, other: string): number => median(rates.get(one)!.map((rate, i) => rate / rates.get(other)![i]!));

function grepEngine(folder: string, terms: readonly string[], text: string): Engine {
  const [list, file] = [path.join(folder, 'terms.txt'), path.join(folder, 'text.txt')];
  writeFileSync(list, terms.join('\n'));
  return {
    name: 'grep -F -o -f',
    run(part) {
      if (part !== text || spawnSync('test', ['-f', file]).status !== 0) writeFileSync(file, part);
      const done = spawnSync('sh', ['-c', 'LC_ALL=C grep -F -o -f "$1" "$2" | wc -l', 'sh', list, file], { encoding: 'utf8' });
      return Number(done.stdout.trim());
    },
  };
}

function engines(terms: string[], text: string, folder: string, all: boolean): Engine[] {
  const ours = ourMatcher(terms);
  const monyone = new Monyone(terms);
  const list: Engine[] = [
    { name: 'ours, every normalisation on', run: (part) => hitsOf(ours, part).length / 3 },
    { name: '@monyone/aho-corasick fast', run: (part) => monyone.matchInText(part).length },
    { name: 'charCodeAt sum', run: (part) => (charCodeSum(part), -1) },
  ];
  if (!all) return list;
  const modern = new ModernAhoCorasick(terms);
  const Mint = (createRequire(import.meta.url)('mint-filter') as { default: MintFilterClass }).default;
  const mint = new Mint([...terms]);
  return [
    ...list,
    { ...grepEngine(folder, terms, text) },
    { name: 'mint-filter', run: (part) => (mint.filter(part, { replace: false }), -1), part: 20 },
    { name: 'modern-ahocorasick', run: (part) => modern.search(part).length, part: 500 },
  ];
}

/** Milliseconds per screening of articles of 5,000 characters, every gate on: p50 and p99. */
export function raceArticles(rounds: number): { p50: number; p99: number; p99Cpu: number; charCodeMs: number; corpus: boolean } {
  const { corpus, texts } = readCleanTexts(120);
  const whole = texts.join('\n');
  const articles = Array.from({ length: Math.min(100, Math.floor(whole.length / 5000)) }, (_, i) => whole.slice(i * 5000, (i + 1) * 5000));
  if (articles.length === 0) articles.push(whole.repeat(Math.ceil(5000 / whole.length)).slice(0, 5000));
  const screener = createScreener(builtInLexicons, { words: generalReader() });
  const source = { documentId: 'source', title: '云溪市试用办法', docNumber: null, validity: 'in_force', openness: 'proactive', text: articles[0]! };
  const screen = (text: string): unknown => screener.screen({ text, kind: 'interpretation', asOf: '2026-11-23', sources: [source], attachments: [{ name: '附件1.docx', text: articles[articles.length - 1]!.slice(0, 1000) }] });
  for (let i = 0; i < 150; i += 1) screen(articles[i % articles.length]!);
  const cpuMs = (): number => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
  const cpu: number[] = [];
  const times = Array.from({ length: rounds * 100 }, (_, i) => {
    const from = cpuMs();
    const wall = seconds(() => screen(articles[i % articles.length]!)) * 1000;
    cpu.push(cpuMs() - from);
    return wall;
  }).sort((a, b) => a - b);
  cpu.sort((a, b) => a - b);
  const charCodeMs = median(Array.from({ length: 200 }, (_, i) => seconds(() => charCodeSum(articles[i % articles.length]!)) * 1000));
  return { p50: times[Math.floor(times.length * 0.5)]!, p99: times[Math.floor(times.length * 0.99)]!, p99Cpu: cpu[Math.floor(cpu.length * 0.99)]!, charCodeMs, corpus };
}

/** The matcher beside other engines, and a whole article through every gate. */
export async function benchScreening(rounds: number, say: (line: string) => void): Promise<{ corpus: boolean; figures: ScreeningFigures }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-bench-'));
  try {
    say('sparse: 50,000 terms, 20 MB');
    const sparse = drawCase(20, 60, 50_000, 2000);
    const build = median(Array.from({ length: 5 }, () => seconds(() => ourMatcher(sparse.terms)) * 1000));
    say(`  built in ${build.toFixed(0)} ms`);
    const first = race(engines(sparse.terms, sparse.text, folder, true), sparse.text, rounds, say);
    rmSync(path.join(folder, 'text.txt'));
    say('dense: 50,000 terms, 20 MB');
    const dense = drawCase(20, 9000, 50_000, 2000);
    const second = race(engines(dense.terms, dense.text, folder, true), dense.text, rounds, say);
    const [ours, npm] = ['ours, every normalisation on', '@monyone/aho-corasick fast'];
    const fastest = (rates: Map<string, number[]>): string => [npm, 'mint-filter', 'modern-ahocorasick'].sort((a, b) => median(rates.get(b)!) - median(rates.get(a)!))[0]!;
    if (fastest(first) !== npm || fastest(second) !== npm) say(`  note: the fastest package is ${fastest(first)} / ${fastest(second)}`);

    say('growth: 1,000 and 100,000 terms, the same hits');
    const many = drawCase(20, 60, 100_000, 1000);
    const [small, large] = [ourMatcher(many.terms.slice(0, 1000)), ourMatcher(many.terms)];
    const pairs = Array.from({ length: rounds }, () => [seconds(() => hitsOf(small, many.text)), seconds(() => hitsOf(large, many.text))] as const);
    const growth = median(pairs.map(([a, b]) => b / a));
    say(`  ${(20 / median(pairs.map(([a]) => a))).toFixed(0)} and ${(20 / median(pairs.map(([, b]) => b))).toFixed(0)} MB/s`);

    const article = raceArticles(rounds);
    say(`article of 5,000 characters, every gate, bound source, attachment (${article.corpus ? 'laws of the corpus' : 'fixtures'}): p50 ${article.p50.toFixed(1)} ms, p99 ${article.p99.toFixed(1)} ms (${article.p99Cpu.toFixed(1)} ms of processor time, for a machine that others use too); charCodeAt sum over the same text ${article.charCodeMs.toFixed(3)} ms`);
    return {
      corpus: article.corpus,
      figures: {
        mbPerSecond: median(first.get(ours)!),
        ratioToFastestNpm: ratio(first, ours, npm),
        ratioToFastestNpmDense: ratio(second, ours, npm),
        ratioToCharCode: ratio(first, ours, 'charCodeAt sum'),
        growth1kTo100k: growth,
        articleP99Ms: article.p99,
        mbPerSecondDense: median(second.get(ours)!),
        ratioToGrep: ratio(first, ours, 'grep -F -o -f'),
        buildMs50k: build,
        articleP50Ms: article.p50,
        articleP99CpuMs: article.p99Cpu,
      },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

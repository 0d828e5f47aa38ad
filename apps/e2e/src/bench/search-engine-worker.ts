import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { fts5, miniSearch, orama, type SearchEngine, type TokenisedPassage } from './search-engines.js';

/** What a search took, told by the thread that did it. */
export interface Taken { ms: number; cpuMs: number }

const { name, file } = workerData as { name: 'fts5' | 'miniSearch' | 'orama'; file: string };
const passages = readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as TokenisedPassage);
const engine: SearchEngine = await { fts5, miniSearch, orama }[name](passages);

parentPort!.on('message', (terms: string[]) => void answer(terms));
parentPort!.postMessage('ready');

async function answer(terms: readonly string[]): Promise<void> {
  const cpu = process.cpuUsage();
  const from = performance.now();
  await engine.find(terms);
  const ms = performance.now() - from;
  const { user, system } = process.cpuUsage(cpu);
  parentPort!.postMessage({ ms, cpuMs: (user + system) / 1000 } satisfies Taken);
}

import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { fts5, miniSearch, orama, timed, type SearchEngine, type TokenisedPassage } from './search-engines.js';

const { name, file } = workerData as { name: 'fts5' | 'miniSearch' | 'orama'; file: string };
const passages = readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as TokenisedPassage);
const engine: SearchEngine = await { fts5, miniSearch, orama }[name](passages);

parentPort!.on('message', (terms: string[]) => void answer(terms));
parentPort!.postMessage('ready');

async function answer(terms: readonly string[]): Promise<void> {
  parentPort!.postMessage(await timed(() => engine.find(terms)));
}

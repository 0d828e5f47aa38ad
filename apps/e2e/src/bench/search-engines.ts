import { createRequire } from 'node:module';
import { create, insertMultiple, search } from '@orama/orama';
import MiniSearch from 'minisearch';

/** Something that finds the ids of the 10 best passages for the terms of a question. */
export interface SearchEngine { name: string; find(terms: readonly string[]): Promise<unknown> | unknown }

export interface TokenisedPassage { id: string; tokens: string }

/** What a search took, told by the thread that did it. */
export interface Taken { ms: number; cpuMs: number }

export async function timed(find: () => unknown): Promise<Taken> {
  const cpu = process.cpuUsage();
  const from = performance.now();
  await find();
  const ms = performance.now() - from;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1000 };
}

interface Statement { all(...values: unknown[]): unknown[]; run(...values: unknown[]): unknown }
interface Driver { new (file: string): { exec(sql: string): void; prepare(sql: string): Statement } }

const BEST = 10;

/** SQLite's own full-text index over tokens that are already cut. */
export function fts5(passages: readonly TokenisedPassage[]): SearchEngine {
  const database = new (createRequire(import.meta.url)('libsql') as Driver)(':memory:');
  database.exec(`create virtual table passages using fts5(id unindexed, tokens, tokenize = "unicode61 remove_diacritics 0 tokenchars '_.#:-'")`);
  const insert = database.prepare('insert into passages (id, tokens) values (?, ?)');
  database.exec('begin');
  for (const { id, tokens } of passages) insert.run(id, tokens);
  database.exec('commit');
  database.exec(`insert into passages (passages) values ('optimize')`);
  const select = database.prepare(`select id from passages where passages match ? order by bm25(passages) limit ${BEST}`);
  return { name: 'fts5', find: (terms) => select.all(terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR ')) };
}

export function miniSearch(passages: readonly TokenisedPassage[]): SearchEngine {
  const index = new MiniSearch<TokenisedPassage>({ fields: ['tokens'], tokenize: (text) => text.split(' '), processTerm: (term) => term });
  index.addAll(passages);
  return { name: 'miniSearch', find: (terms) => index.search(terms.join(' ')).slice(0, BEST) };
}

export async function orama(passages: readonly TokenisedPassage[]): Promise<SearchEngine> {
  const tokenizer = { language: 'chinese', normalizationCache: new Map<string, string>(), tokenize: (text: string): string[] => text.split(' ') };
  const database = create({ schema: { tokens: 'string' } as const, components: { tokenizer } });
  await insertMultiple(database, passages.map(({ id, tokens }) => ({ id, tokens })), 1000);
  return { name: 'orama', find: (terms) => search(database, { term: terms.join(' '), limit: BEST }) };
}

// node cold-start.js FILE QUESTIONS: starts an index from a file in a process that has done nothing else, says how long that took from the start of the process to the first answer, and how long the questions then take that are asked for the first time
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { readIndexFile } from '@govmedia-hub/api/features/library-index/index-file';
import { KnowledgeIndex } from '@govmedia-hub/knowledge';

const [file, questions] = process.argv.slice(2) as [string, string];
const jieba = Jieba.withDict(dict);
const index = new KnowledgeIndex({ segmenter: { words: (text) => text.split('\n').flatMap((line) => jieba.cut(line, true)) } });
index.restore(readIndexFile(file));
const rank = (question: string): number => {
  const from = performance.now();
  index.rank(index.analysis.question(question), { on: '2026-01-01', k: 10 });
  return performance.now() - from;
};
const [first, ...others] = JSON.parse(questions) as string[];
rank(first!);
const seconds = performance.now() / 1000; // counted from the start of the process
const { user, system } = process.cpuUsage();
const times = others.map(rank).sort((a, b) => a - b);
process.stdout.write(JSON.stringify({ seconds, cpuSeconds: (user + system) / 1e6, p50Ms: times[Math.floor(times.length / 2)], p99Ms: times[Math.floor(times.length * 0.99)], memoryMb: process.memoryUsage().rss / 2 ** 20 }));

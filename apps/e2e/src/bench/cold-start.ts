// node cold-start.js FILE QUESTION: starts an index from a file in a process that has done nothing else, and says how long that took
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { readIndexFile } from '@govmedia-hub/api/features/library-index/index-file';
import { KnowledgeIndex } from '@govmedia-hub/knowledge';

const [file, question] = process.argv.slice(2) as [string, string];
const jieba = Jieba.withDict(dict);
const cpu = process.cpuUsage();
const from = performance.now();
const index = new KnowledgeIndex({ segmenter: { words: (text) => text.split('\n').flatMap((line) => jieba.cut(line, true)) } });
index.restore(readIndexFile(file));
index.rank(index.analysis.question(question), { on: '2026-01-01', k: 10 });
const { user, system } = process.cpuUsage(cpu);
process.stdout.write(JSON.stringify({ seconds: (performance.now() - from) / 1000, cpuSeconds: (user + system) / 1e6 }));

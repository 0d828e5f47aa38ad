import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { dict } from '@node-rs/jieba/dict.js';
import { createProofreader, LibraryReader } from '@govmedia-hub/screening';
import { ModelFolder } from './learnt-model.js';

export interface Learnt { digest: string; version: string; source: string; characters: number }

/** Words of general Chinese with their counts (dictionary of jieba, MIT): what an office's library does not say by itself. */
function* dictionary(): Iterable<readonly [string, number]> {
  for (const line of Buffer.from(dict).toString().split('\n')) {
    const [word, count] = line.split(' ');
    if (word && /^[\u4e00-\u9fff]+$/.test(word)) yield [word, Number(count)];
  }
}

/** Learns from a file with one text a line, as JSON strings, and keeps the model; runs in a worker thread. */
export async function run({ library, folder }: { library: string; folder: string }): Promise<Learnt> {
  const reader = new LibraryReader();
  for await (const line of createInterface({ input: createReadStream(library), crlfDelay: Infinity })) if (line) reader.add(JSON.parse(line) as string);
  const characters = reader.size;
  const model = reader.finish(dictionary());
  const { version, source } = createProofreader(model);
  return { digest: new ModelFolder(folder).keep(model.pack()), version, source, characters };
}

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createProofreader, LibraryReader } from '@govmedia-hub/screening';
import { generalWords } from './general-words.js';
import { ModelFolder } from './learnt-model.js';

export interface Learnt { digest: string; version: string; source: string; characters: number }

/** Learns from a file with one text a line, as JSON strings, and keeps the model; runs in a worker thread. */
export async function run({ library, folder }: { library: string; folder: string }): Promise<Learnt> {
  const reader = new LibraryReader();
  for await (const line of createInterface({ input: createReadStream(library), crlfDelay: Infinity })) if (line) reader.add(JSON.parse(line) as string);
  const characters = reader.size;
  const model = reader.finish(generalWords());
  const { version, source } = createProofreader(model);
  return { digest: new ModelFolder(folder).keep(model.pack()), version, source, characters };
}

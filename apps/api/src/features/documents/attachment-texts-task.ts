import { extname } from 'node:path';
import { readDocxTraits } from './readers/docx-traits.js';
import { readPdf } from './readers/pdf-reader.js';
import { readFile } from './readers/read-file.js';
import { Unreadable, type FileTrait, type ReadText } from './readers/reading-limits.js';
import { readWorkbook } from './readers/workbook-reader.js';

/** Words of a file with the places they stand at, and what it holds beside them. */
export interface AttachmentWords {
  text: string;
  places: { start: number; label: string }[];
  traits: FileTrait[];
}

export type AttachmentText = AttachmentWords | { problem: string };

/** Runs in a worker thread: what a file says and hides, or why it is refused. */
export async function run({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<AttachmentText> {
  try {
    const { text, places = [], traits = [] } = await read(name, Buffer.from(bytes));
    return { text, places, traits };
  } catch (error) {
    return { problem: error instanceof Unreadable ? error.message : '文件无法读取，可能已损坏' };
  }
}

async function read(name: string, bytes: Buffer): Promise<ReadText> {
  switch (extname(name).toLowerCase()) {
    case '.xlsx': return readWorkbook(bytes);
    case '.pdf': return readPdf(bytes, { withTraits: true });
    case '.docx': {
      const { text, problems } = await readFile(name, bytes);
      const { lines, traits } = await readDocxTraits(bytes);
      const places = paragraphsOf(text);
      let whole = text;
      for (const line of lines) {
        places.push({ start: whole.length + 1, label: line.label });
        whole += `\n${line.text}`;
      }
      return { text: whole, problems, places, traits };
    }
    default: {
      const { text, problems } = await readFile(name, bytes);
      return { text, problems, places: paragraphsOf(text) };
    }
  }
}

/** 第N段 of a text with a line for each paragraph; empty lines are not counted. */
function paragraphsOf(text: string): { start: number; label: string }[] {
  const places: { start: number; label: string }[] = [];
  let [start, number] = [0, 0];
  for (const line of text.split('\n')) {
    if (line.trim() !== '') places.push({ start, label: `第${++number}段` });
    start += line.length + 1;
  }
  return places;
}

import { readOfficialDocument, type OfficialDocumentDraft } from '@govmedia-hub/official-documents';
import { readLawLine, type LawRow } from './readers/law-records.js';
import { readFile } from './readers/read-file.js';
import { Unreadable } from './readers/reading-limits.js';

export type ReadingInput = { kind: 'document'; name: string; bytes: Uint8Array } | { kind: 'laws'; firstLine: number; bytes: Uint8Array };

/** A document as read, or the reason why it was refused. */
export interface ReadDocument {
  draft: OfficialDocumentDraft | null;
  originalText: string | null;
  problems: { line: number; message: string }[];
}

/** Runs in a worker thread: files are hostile until read, and parsing would keep everyone waiting. */
export async function run(input: ReadingInput): Promise<ReadDocument | LawRow[]> {
  if (input.kind === 'laws') return readLaws(input);
  try {
    const read = await readFile(input.name, Buffer.from(input.bytes));
    const draft = readOfficialDocument(read.text);
    draft.problems = [...read.problems, ...draft.problems].sort((a, b) => a.line - b.line);
    return { draft, originalText: read.text, problems: draft.problems };
  } catch (error) {
    if (error instanceof Unreadable) return { draft: null, originalText: null, problems: [{ line: error.line, message: error.message }] };
    throw error;
  }
}

/** Lines of a .jsonl file; bytes that are not UTF-8 spoil only their own line. */
function readLaws({ firstLine, bytes }: Extract<ReadingInput, { kind: 'laws' }>): LawRow[] {
  const rows: LawRow[] = [];
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let line = firstLine;
  for (let from = 0; from < buffer.length; line++) {
    const at = buffer.indexOf(10, from);
    const end = at < 0 ? buffer.length : at;
    const slice = buffer.subarray(from, end);
    from = end + 1;
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(slice);
    } catch {
      rows.push({ line, draft: null, originalText: null, superseded: false, problems: [{ line, message: '本行不是 UTF-8 文字' }] });
      continue;
    }
    const row = readLawLine(text, line);
    if (row) rows.push(row);
  }
  return rows;
}

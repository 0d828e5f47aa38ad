import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { endpoints, OPENNESS_WORDS, type ImportRowView } from '@govmedia-hub/contracts';
import { connect } from '../connection.js';
import { print } from '../print.js';

const READABLE = new Set(['.txt', '.md', '.docx', '.pdf', '.html', '.htm', '.jsonl', '.gz']);
/** A request carries at most this many bytes of laws, so that the hub answers in between. */
const JSONL_CHUNK_BYTES = 4 * 1024 * 1024;

const STATUS_WORDS: Record<ImportRowView['status'], string> = { imported: '已导入（待确认）', unchanged: '已在库中，没有变化', refused: '未导入' };

export async function importDocuments(paths: string[], options: { json?: boolean }): Promise<void> {
  const hub = await connect();
  const rows: Omit<ImportRowView, 'documentId'>[] = [];
  try {
    for (const file of paths.flatMap((path) => filesUnder(path, path))) {
      let sent = 0;
      for (const part of partsOf(file.path, file.name)) {
        const answer = await hub.call(endpoints.importDocuments, { files: [part] });
        rows.push(...answer.map(({ documentId: _, ...row }) => inWholeFile(row, part, file.name)));
        sent += answer.length;
        if (part.firstLine !== null) process.stderr.write(`${file.name}：${sent} 条\n`);
      }
    }
  } finally {
    await hub.close();
  }
  print(options.json, rows, () =>
    rows.flatMap((row) => [
      `${STATUS_WORDS[row.status]}　${row.file}`,
      ...(row.document ? [`  ${row.document.docNumber ?? '（无文号）'}　${row.document.title ?? '（无标题）'}　${row.document.issuer ?? ''}　${row.document.signedOn ?? ''}　${row.document.openness ? OPENNESS_WORDS[row.document.openness] : '无公开属性'}　引用 ${row.document.citations.length} 处`] : []),
      ...row.problems.map((problem) => `  第 ${problem.line} 行：${problem.message}`),
    ]),
  );
  if (rows.some((row) => row.status === 'refused')) process.exitCode = 1;
}

/** A part counts its lines from one; the file that was named counts them from its own first. Problems inside a law count in its own text. */
function inWholeFile<Row extends Pick<ImportRowView, 'file' | 'status' | 'problems'>>(row: Row, part: Part, name: string): Row {
  const before = (part.firstLine ?? 1) - 1;
  const file = row.file.replace(part.name, name).replace(/:(\d+)$/, (_, line: string) => `:${Number(line) + before}`);
  return { ...row, file, problems: part.firstLine === null || row.status !== 'refused' ? row.problems : row.problems.map((problem) => ({ ...problem, line: problem.line + before })) };
}

/** What travels in one request; firstLine is null for a file that is one document. */
interface Part { name: string; bytes: Buffer; firstLine: number | null }

function filesUnder(path: string, root: string): { path: string; name: string }[] {
  if (statSync(path).isDirectory()) return readdirSync(path).sort().flatMap((entry) => filesUnder(join(path, entry), root));
  const explicit = path === root;
  return explicit || READABLE.has(extname(path).toLowerCase()) ? [{ path, name: explicit ? basename(path) : relative(root, path) }] : [];
}

/** A collection of laws travels in parts; every other file travels whole. */
function* partsOf(path: string, name: string): Generator<Part> {
  let bytes = readFileSync(path);
  let plainName = basename(name);
  if (plainName.endsWith('.gz')) {
    bytes = gunzipSync(bytes, { maxOutputLength: 512 * 1024 * 1024 });
    plainName = plainName.slice(0, -3);
  }
  if (!plainName.endsWith('.jsonl')) return yield { name: plainName, bytes, firstLine: null };
  let start = 0;
  let firstLine = 1;
  while (start < bytes.length) {
    let end = Math.min(bytes.length, start + JSONL_CHUNK_BYTES);
    if (end < bytes.length) {
      const lineEnd = bytes.lastIndexOf(0x0a, end);
      end = lineEnd > start ? lineEnd + 1 : ((next) => (next < 0 ? bytes.length : next + 1))(bytes.indexOf(0x0a, end));
    }
    const part = bytes.subarray(start, end);
    yield { name: plainName, bytes: part, firstLine };
    for (let at = part.indexOf(0x0a); at >= 0; at = part.indexOf(0x0a, at + 1)) firstLine += 1;
    start = end;
  }
}

import { extname } from 'node:path';
import { readDocx } from './docx-reader.js';
import { readHtml } from './html-reader.js';
import { readPdf } from './pdf-reader.js';
import { checkText, READING_LIMITS, Unreadable, type ReadText } from './reading-limits.js';
import { decodeText } from './text-encoding.js';

export const DOCUMENT_EXTENSIONS = ['.txt', '.md', '.docx', '.pdf', '.html', '.htm'] as const;

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, i) => bytes[i] === byte);

/** Heading and emphasis marks of Markdown are layout, not words of the document. */
const withoutMarkdown = (text: string): string => text.replace(/^#{1,6}[ \t]+/gm, '').replace(/\*\*(?=\S)([^*\n]+)\*\*/g, '$1');

/**
 * Text of one document file. The kind is told by the extension and held against the first bytes, so that a renamed file is
 * refused instead of read as rubbish.
 * @throws Unreadable with a Chinese reason
 */
export async function readFile(name: string, bytes: Buffer): Promise<ReadText> {
  if (bytes.length === 0) throw new Unreadable('文件是空的');
  if (bytes.length > READING_LIMITS.fileBytes) throw new Unreadable(`文件过大（${Math.ceil(bytes.length / 1048576)} MB），上限${READING_LIMITS.fileBytes / 1048576} MB`);
  const extension = extname(name).toLowerCase();
  const zip = startsWith(bytes, 0x50, 0x4b);
  const pdf = startsWith(bytes, 0x25, 0x50, 0x44, 0x46);
  let read: ReadText;
  if (extension === '.docx') read = await readDocx(bytes);
  else if (extension === '.pdf') {
    if (!pdf) throw new Unreadable('扩展名是 .pdf，内容却不是 PDF');
    read = await readPdf(bytes);
  } else if (extension === '.html' || extension === '.htm') read = readHtml(bytes);
  else if (extension === '.txt' || extension === '.md') {
    if (zip || pdf) throw new Unreadable(`扩展名是 ${extension}，内容却是${pdf ? ' PDF' : '压缩包或 Word 文件'}，请改正扩展名`);
    const text = decodeText(bytes);
    read = { text: extension === '.md' ? withoutMarkdown(text) : text, problems: [] };
  } else if (extension === '.doc' || extension === '.wps') throw new Unreadable(`不支持 ${extension} 文件，请另存为 .docx 后导入`);
  else throw new Unreadable(`不支持这种文件（${extension || '没有扩展名'}），可导入 ${DOCUMENT_EXTENSIONS.join('、')} 和法规集 .jsonl`);
  return { ...read, text: checkText(read.text) };
}

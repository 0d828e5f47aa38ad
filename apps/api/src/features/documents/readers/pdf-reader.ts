import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { READING_LIMITS, Unreadable, type FileTrait, type ReadText } from './reading-limits.js';

interface Piece { str: string; transform: number[]; width: number; height: number; hasEOL: boolean }
const WATERMARK = /草稿|送审|讨论稿|征求意见|样稿|初稿|未定稿|内部|保密|秘密|机密|绝密|DRAFT|CONFIDENTIAL/i;
const PROPERTIES: Record<string, string> = { Author: '作者', Title: '标题', Subject: '主题', Keywords: '关键词', Manager: '主管', Company: '单位' };
const TRAITS = 200;

interface Line { text: string; from: number; to: number; y: number; height: number }

const PAGE_NUMBER = /^[-—–－·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／共]\s*\d{1,4}\s*页?)?[-—–－·\s]*$/;
const BEGINS = /^(?:[一二三四五六七八九十百]{1,4}[、．.]|[（(][一二三四五六七八九十]{1,4}[）)]|\d{1,3}[.．、](?!\d)|第[一二三四五六七八九十百零〇\d]{1,7}[编章节条]|附\s*件|抄送)/;

/** Pieces of a page put together to lines by their height on the page. */
function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  for (const piece of pieces) {
    if (piece.str.trim() === '') continue;
    const [x, y] = [piece.transform[4]!, piece.transform[5]!];
    const height = piece.height || Math.abs(piece.transform[3]!) || 10;
    const line = lines.at(-1);
    if (line && Math.abs(line.y - y) < Math.min(height, line.height) * 0.6 && x >= line.from) {
      line.text += (x - line.to > height * 0.9 ? ' ' : '') + piece.str;
      line.to = Math.max(line.to, x + piece.width);
    } else lines.push({ text: piece.str, from: x, to: x + piece.width, y, height });
  }
  return lines;
}

/** Lines of a page joined to paragraphs: a line goes on when the one before was full and it does not begin indented or with a mark. */
function paragraphsOf(lines: readonly Line[]): string[] {
  const kept = lines.filter((line) => !PAGE_NUMBER.test(line.text));
  if (kept.length === 0) return [];
  const right = Math.max(...kept.map((line) => line.to));
  const left = Math.min(...kept.map((line) => line.from));
  const paragraphs: string[] = [];
  kept.forEach((line, i) => {
    const before = kept[i - 1];
    const full = before !== undefined && before.to > right - before.height * 2.5;
    const goesOn = full && line.from < left + line.height * 0.8 && !BEGINS.test(line.text.trim());
    if (goesOn) paragraphs[paragraphs.length - 1] += line.text.trim();
    else paragraphs.push(line.text.trim());
  });
  return paragraphs;
}

/**
 * Text layer of a PDF, joined to paragraphs; page numbers are left out.
 * @throws Unreadable without a text layer (a scan), with a password, with too many pages, or when damaged
 */
export async function readPdf(bytes: Uint8Array, { withTraits = false }: { withTraits?: boolean } = {}): Promise<ReadText> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = pdfjs.getDocument({
    data: Uint8Array.from(bytes), isEvalSupported: false, disableFontFace: true, useSystemFonts: false, useWorkerFetch: false, verbosity: 0,
    cMapUrl: `${join(home, 'cmaps')}/`, cMapPacked: true, standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
  });
  try {
    const document = await task.promise.catch((error: Error) => {
      throw new Unreadable(error.name === 'PasswordException' ? 'PDF 文件有密码，请解除密码后导入' : 'PDF 文件已损坏，无法读取');
    });
    if (document.numPages > READING_LIMITS.pdfPages) throw new Unreadable(`PDF 共${document.numPages}页，上限${READING_LIMITS.pdfPages}页，请拆分后导入`);
    const paragraphs: string[] = [];
    const empty: number[] = [];
    const pages: { paragraph: number; number: number }[] = [];
    const traits: FileTrait[] = withTraits ? await propertiesOf(document) : [];
    let size = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      const pieces = content.items.filter((item): item is typeof item & Piece => 'str' in item);
      if (withTraits) traits.push(...watermarksOf(pieces, number), ...(await notesOf(page, number)));
      const found = paragraphsOf(linesOf(pieces));
      if (found.length === 0) empty.push(number);
      // A paragraph may run on over the end of the page.
      const last = paragraphs.at(-1);
      if (last !== undefined && found[0] !== undefined && last.length > 20 && !/[。：；！？”）\d日]$/.test(last) && !BEGINS.test(found[0])) paragraphs[paragraphs.length - 1] += found.shift()!;
      pages.push({ paragraph: paragraphs.length, number });
      paragraphs.push(...found);
      size += found.reduce((sum, text) => sum + text.length, 0);
      if (size > READING_LIMITS.characters) throw new Unreadable(`PDF 文字过长，上限${READING_LIMITS.characters}字，请拆分后导入`);
      page.cleanup();
    }
    if (size === 0) throw new Unreadable('PDF 没有文字层（可能是扫描件），请先做文字识别或导入 Word 文件');
    const problems = empty.length > 0 ? [{ line: 1, message: `第${empty.slice(0, 10).join('、')}页${empty.length > 10 ? `等${empty.length}页` : ''}没有文字（可能是图片），请对照原件核对` }] : [];
    return { text: paragraphs.join('\n'), problems, places: placesOf(paragraphs, pages), ...(withTraits ? { traits: traits.slice(0, TRAITS) } : {}) };
  } finally {
    await task.destroy();
  }
}

type PdfDocument = Awaited<ReturnType<typeof import('pdfjs-dist/legacy/build/pdf.mjs')['getDocument']>['promise']>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** Where each page begins in the joined text. A paragraph that runs over belongs to the page it began on. */
function placesOf(paragraphs: readonly string[], pages: readonly { paragraph: number; number: number }[]): { start: number; label: string }[] {
  const places: { start: number; label: string }[] = [];
  let [offset, at] = [0, 0];
  for (const { paragraph, number } of pages) {
    for (; at < paragraph; at++) offset += paragraphs[at]!.length + 1;
    places.push({ start: offset, label: `第${number}页` });
  }
  return places;
}

/** Properties that people filled in, and files within the file. */
async function propertiesOf(document: PdfDocument): Promise<FileTrait[]> {
  const traits: FileTrait[] = [];
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  for (const [key, label] of Object.entries(PROPERTIES)) {
    const text = String((info as Record<string, unknown>)[key] ?? '').trim();
    if (text !== '' && !/^(?:admin|administrator|user|unknown|untitled|anonymous|\(anonymous\)|\(unspecified\)|未命名)$/i.test(text)) traits.push({ kind: 'metadata', place: '文件属性', label, text });
  }
  const files = (await document.getAttachments().catch(() => null)) as Record<string, unknown> | null;
  for (const name of Object.keys(files ?? {})) traits.push({ kind: 'hidden', place: '嵌入的文件', label: '嵌入的文件', text: name });
  return traits;
}

/** Words written aslant over a page. */
function watermarksOf(pieces: readonly Piece[], page: number): FileTrait[] {
  const slanted = pieces.filter(({ transform }) => Math.abs(transform[1]!) > 0.1 && Math.abs(transform[0]!) > 0.1).map(({ str }) => str).join('').trim();
  return WATERMARK.test(slanted) ? [{ kind: 'watermark', place: `第${page}页`, label: `水印“${slanted.slice(0, 40)}”`, text: slanted }] : [];
}

/** Notes that readers stuck to a page. */
async function notesOf(page: PdfPage, number: number): Promise<FileTrait[]> {
  const notes = (await page.getAnnotations().catch(() => [])) as { subtype?: string; contentsObj?: { str?: string }; titleObj?: { str?: string } }[];
  return notes.flatMap(({ subtype, contentsObj, titleObj }): FileTrait[] => {
    const text = contentsObj?.str?.trim() ?? '';
    if (!/^(?:Text|FreeText|Highlight|Underline|StrikeOut|Squiggly|Caret|Stamp|Ink)$/.test(subtype ?? '') || (text === '' && !/Text|Stamp|StrikeOut/.test(subtype ?? ''))) return [];
    return [{ kind: 'comment', place: `第${number}页`, label: titleObj?.str ? `${titleObj.str}的注释` : '注释', text }];
  });
}

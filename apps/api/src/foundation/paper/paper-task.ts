import PDFDocument from 'pdfkit';
import type { FontFace } from './chinese-font.js';

/** A passage of a paper, in one of its styles. */
export interface PaperPart {
  text: string;
  style: 'masthead' | 'subtitle' | 'section' | 'title' | 'issuer' | 'meta' | 'addressees' | 'heading' | 'body' | 'signature' | 'note' | 'warning';
  /** Begins a page, unless one has just begun. */
  newPage?: boolean;
  /** Stands in the outline of the PDF and under this key in the table of contents. */
  entry?: string;
  /** A line of the table of contents: the key whose page it names. */
  pageOf?: string;
}

/** Everything that a PDF says. */
export interface PaperPlan {
  title: string;
  author: string;
  /** Instant that the file bears as its making, ISO. */
  madeAt: string;
  /** On every page. */
  header: string;
  footer: string;
  parts: PaperPart[];
}

interface Style { size: number; gap: number; before?: number; after: number; align?: 'center' | 'left' | 'right'; colour?: string; indent?: boolean; /** Strokes drawn a little thicker: one face serves for all. */ heavy?: boolean }

const RED = '#B3261E';
const GREY = '#4A5A66';
const INK = '#1C1B1A';
/** Points. */
const HEAVY = 0.35;
const STYLES: Record<PaperPart['style'], Style> = {
  masthead: { size: 30, gap: 4, before: 8, after: 6, align: 'center', colour: RED },
  subtitle: { size: 12, gap: 4, after: 4, align: 'center' },
  section: { size: 14, gap: 4, before: 10, after: 6, colour: RED },
  title: { size: 18, gap: 6, before: 4, after: 6, align: 'center', heavy: true },
  issuer: { size: 13, gap: 4, after: 4, align: 'center', colour: RED },
  meta: { size: 10.5, gap: 4, after: 7, align: 'center', colour: GREY },
  addressees: { size: 12, gap: 7, after: 4 },
  heading: { size: 12.5, gap: 6, before: 6, after: 4, indent: true, heavy: true },
  body: { size: 12, gap: 7, after: 4, indent: true },
  signature: { size: 12, gap: 6, before: 4, after: 2, align: 'right' },
  note: { size: 8.5, gap: 3, after: 2, colour: GREY },
  warning: { size: 12, gap: 6, before: 6, after: 6, colour: RED },
};
const MARGIN = { top: 76, bottom: 76, left: 68, right: 68 };
const NUMBER_WIDTH = 40;
/** A heading is not left alone at the foot of a page. */
const KEEP_WITH_NEXT = 90;

/**
 * Sets a paper in type, with the letters that it uses embedded, so that its text can be searched and copied.
 * Characters that the font does not have are named at the end: nothing is left out in silence.
 */
export async function run({ plan, font }: { plan: PaperPlan; font: FontFace }): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: 'A4', margins: MARGIN, bufferPages: true, lang: 'zh-CN', displayTitle: true, pdfVersion: '1.7',
    info: { Title: plan.title, Author: plan.author, Creator: '政务新媒体内容中心', CreationDate: new Date(plan.madeAt) },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => document.on('end', resolve).on('error', reject));
  if (font.face === undefined) document.font(font.path);
  else document.font(font.path, font.face);
  const width = document.page.width - MARGIN.left - MARGIN.right;
  const starts = new Map<string, number>();
  const pending: { page: number; y: number; key: string }[] = [];
  const page = (): number => document.bufferedPageRange().count - 1;

  const put = ({ text, style, newPage, entry, pageOf }: PaperPart): void => {
    const look = STYLES[style];
    if (newPage && document.y > MARGIN.top) document.addPage();
    if (look.before && document.y > MARGIN.top) document.y += look.before;
    if ((entry !== undefined || style === 'section' || style === 'heading') && document.y > document.page.height - MARGIN.bottom - KEEP_WITH_NEXT) document.addPage();
    document.fontSize(look.size).fillColor(look.colour ?? INK).strokeColor(look.colour ?? INK).lineWidth(HEAVY);
    if (entry !== undefined) {
      starts.set(entry, page());
      document.outline.addItem(text);
    }
    for (const line of text.split('\n')) {
      if (line.trim() === '') continue;
      const words = look.indent && pageOf === undefined ? `　　${line.trim()}` : line.trim();
      document.text(words, MARGIN.left + (pageOf === undefined ? 0 : 14), document.y, { width: pageOf === undefined ? width : width - 14 - NUMBER_WIDTH, lineGap: look.gap, align: look.align ?? 'left', fill: true, stroke: look.heavy ?? false });
      if (pageOf !== undefined) pending.push({ page: page(), y: document.y - document.currentLineHeight(true) - look.gap, key: pageOf });
      document.y += look.after;
    }
  };

  for (const part of plan.parts) put(part);
  const missing = missingLetters(document, [plan.header, plan.footer, ...plan.parts.map((part) => part.text)]);
  if (missing.length > 0) put({ style: 'warning', text: `下列字在服务器的字体中没有，本文件印不出来，请以网页正文为准：${missing.map((letter) => `U+${letter.codePointAt(0)!.toString(16).toUpperCase()}`).join('、')}` });

  for (const { page: at, y, key } of pending) {
    document.switchToPage(at);
    document.fontSize(STYLES.body.size).fillColor(GREY).text(String((starts.get(key) ?? 0) + 1), document.page.width - MARGIN.right - NUMBER_WIDTH, y, { width: NUMBER_WIDTH, align: 'right', lineBreak: false });
  }
  const { count } = document.bufferedPageRange();
  for (let at = 0; at < count; at++) {
    document.switchToPage(at);
    document.page.margins = { top: 0, bottom: 0, left: 0, right: 0 }; // what stands in the margin must not open a page
    document.fontSize(9).fillColor(GREY).text(plan.header, MARGIN.left, 40, { width, align: 'left', lineBreak: false });
    document.moveTo(MARGIN.left, 58).lineTo(MARGIN.left + width, 58).lineWidth(0.5).strokeColor('#C9C5BF').stroke();
    document.fontSize(7.5).fillColor(GREY).text(plan.footer, MARGIN.left, document.page.height - 48, { width: width - 60, lineBreak: false });
    document.fontSize(9).text(`${at + 1} / ${count}`, document.page.width - MARGIN.right - 60, document.page.height - 50, { width: 60, align: 'right', lineBreak: false });
  }
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

/** The letters of the texts that the chosen font has no shape for. */
function missingLetters(document: PDFKit.PDFDocument, texts: readonly string[]): string[] {
  const { font } = (document as unknown as { _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } } })._font;
  return [...new Set(texts.join(''))].filter((letter) => !/\s/u.test(letter) && !font.hasGlyphForCodePoint(letter.codePointAt(0)!));
}

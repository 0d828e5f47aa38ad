import { AlignmentType, Document, Footer, LineRuleType, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType } from 'docx';
import type { CircularBlock } from './circular-text.js';

/** Type of GB/T 9704—2012: sizes in half points (二号 44, 三号 32, 四号 28, 五号 21), lengths in twentieths of a point. */
const FONTS = { title: '方正小标宋简体', heading: '黑体', subheading: '楷体_GB2312', body: '仿宋_GB2312', latin: 'Times New Roman' };
const SIZE = { title: 44, body: 32, table: 24, page: 28 };
const LINE = 570;
const INDENT = 640;
const PAGE = { size: { width: 11_906, height: 16_838 }, margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 } };

const font = (eastAsia: string) => ({ ascii: FONTS.latin, hAnsi: FONTS.latin, cs: FONTS.latin, eastAsia });
const words = (text: string, eastAsia: string, size: number): TextRun => new TextRun({ text, font: font(eastAsia), size });
const spacing = { line: LINE, lineRule: LineRuleType.EXACT };

function paragraph(block: Exclude<CircularBlock, { style: 'table' }>, annexPage: boolean): Paragraph {
  switch (block.style) {
    case 'title': return new Paragraph({ alignment: AlignmentType.CENTER, pageBreakBefore: annexPage, spacing: { ...spacing, line: 700, after: 480 }, children: [words(block.text, FONTS.title, SIZE.title)] });
    case 'heading': return new Paragraph({ indent: { firstLine: INDENT }, spacing, keepNext: true, children: [words(block.text, FONTS.heading, SIZE.body)] });
    case 'subheading': return new Paragraph({ indent: { firstLine: INDENT }, spacing, keepNext: true, children: [words(block.text, FONTS.subheading, SIZE.body)] });
    case 'addressee': return new Paragraph({ spacing, children: [words(block.text, FONTS.body, SIZE.body)] });
    case 'signature': return new Paragraph({ alignment: AlignmentType.RIGHT, indent: { right: INDENT * 2 }, spacing, children: [words(block.text, FONTS.body, SIZE.body)] });
    case 'notice': return new Paragraph({ alignment: AlignmentType.CENTER, spacing, children: [words(block.text, FONTS.heading, SIZE.body)] });
    case 'annex': return new Paragraph({ indent: { firstLine: INDENT }, spacing: { ...spacing, before: LINE, after: LINE }, children: [words(block.text, FONTS.body, SIZE.body)] });
    case 'body': return new Paragraph({ indent: { firstLine: INDENT }, spacing, alignment: AlignmentType.BOTH, children: [words(block.text, FONTS.body, SIZE.body)] });
  }
}

function table(block: Extract<CircularBlock, { style: 'table' }>): Table {
  const cell = (text: string, head: boolean): TableCell =>
    new TableCell({ verticalAlign: VerticalAlign.CENTER, margins: { top: 60, bottom: 60, left: 80, right: 80 }, children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [words(text, head ? FONTS.heading : FONTS.body, SIZE.table)] })] });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [new TableRow({ tableHeader: true, cantSplit: true, children: block.header.map((text) => cell(text, true)) }), ...block.rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text) => cell(text, false)) }))],
  });
}

/** Sets a circular in type. @returns the bytes of a .docx */
export async function run({ blocks, title }: { blocks: CircularBlock[]; title: string }): Promise<Uint8Array> {
  const footer = new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: font('宋体'), size: SIZE.page })] })] });
  let titles = 0;
  const children = blocks.map((block) => {
    if (block.style === 'table') return table(block);
    if (block.style === 'title') titles += 1;
    return paragraph(block, block.style === 'title' && titles > 1);
  });
  const document = new Document({ title, creator: '政务新媒体内容中心', sections: [{ properties: { page: PAGE }, footers: { default: footer }, children }] });
  return new Uint8Array(await Packer.toBuffer(document));
}

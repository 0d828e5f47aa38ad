import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType } from 'docx';
import type { SheetPart } from './approval-sheet.js';

/** Type of GB/T 9704—2012, smaller in the tables: sizes in half points, lengths in twentieths of a point. */
const LATIN = 'Times New Roman';
const font = (eastAsia: string) => ({ ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia });
const words = (text: string, eastAsia: string, size: number): TextRun => new TextRun({ text, font: font(eastAsia), size });
const PAGE = { size: { width: 11_906, height: 16_838 }, margin: { top: 1700, bottom: 1500, left: 1300, right: 1300 } };
const WIDTHS: Record<number, number[]> = { 2: [22, 78], 5: [10, 10, 18, 24, 38], 6: [11, 9, 17, 22, 23, 18] };

function table(part: SheetPart): Table {
  const columns = part.header?.length ?? 2;
  const widths = WIDTHS[columns] ?? Array.from({ length: columns }, () => 100 / columns);
  const cell = (text: string, index: number, head: boolean): TableCell => new TableCell({
    width: { size: widths[index]!, type: WidthType.PERCENTAGE }, verticalAlign: VerticalAlign.CENTER, margins: { top: 50, bottom: 50, left: 90, right: 90 },
    children: text.split('\n').map((line) => new Paragraph({ alignment: head ? AlignmentType.CENTER : AlignmentType.LEFT, children: [words(line, head ? '黑体' : '仿宋_GB2312', 22)] })),
  });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      ...(part.header ? [new TableRow({ tableHeader: true, cantSplit: true, children: part.header.map((text, index) => cell(text, index, true)) })] : []),
      ...part.rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, index) => cell(text, index, part.header === null && index === 0)) })),
    ],
  });
}

/** Sets the sheet in type. @returns the bytes of a .docx */
export async function run({ title, unit, printedAt, parts }: { title: string; unit: string; printedAt: string; parts: SheetPart[] }): Promise<Uint8Array> {
  const footer = new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: font('宋体'), size: 24 })] })] });
  const children = [
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 120 }, children: [words('发布审批单', '方正小标宋简体', 40)] }),
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 200 }, children: [words(`${unit}　　打印于${printedAt}`, '楷体_GB2312', 24)] }),
    ...parts.flatMap((part) => [new Paragraph({ spacing: { before: 240, after: 80 }, keepNext: true, children: [words(part.heading, '黑体', 28)] }), table(part)]),
    new Paragraph({ spacing: { before: 400 }, children: [words('签发（签名）：　　　　　　　　　　　　　　日期：　　　　年　　月　　日', '仿宋_GB2312', 24)] }),
  ];
  const document = new Document({ title: `发布审批单：${title}`, creator: '政务新媒体内容中心', sections: [{ properties: { page: PAGE }, footers: { default: footer }, children }] });
  return new Uint8Array(await Packer.toBuffer(document));
}

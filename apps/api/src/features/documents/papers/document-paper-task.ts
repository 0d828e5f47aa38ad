import { AlignmentType, Document, Footer, LineRuleType, Packer, PageNumber, Paragraph, TextRun } from 'docx';

/** A document as it leaves the hub, with where it comes from. */
export interface PaperText {
  title: string;
  issuers: string;
  docNumber: string;
  /** Above the text when it does not simply hold. */
  notice: string;
  addressees: string;
  sections: { heading: string; text: string; level: number }[];
  signature: string[];
  /** Where it was drawn from, when, and the digest of the text. */
  source: string[];
}

/** Type of GB/T 9704—2012: sizes in half points (二号 44, 三号 32, 五号 21), lengths in twentieths of a point. */
const FONTS = { title: '方正小标宋简体', heading: '黑体', body: '仿宋_GB2312', note: '宋体', latin: 'Times New Roman' };
const INDENT = 640;
const PAGE = { size: { width: 11_906, height: 16_838 }, margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 } };
const spacing = { line: 570, lineRule: LineRuleType.EXACT };
const words = (text: string, eastAsia: string, size: number): TextRun => new TextRun({ text, font: { ascii: FONTS.latin, hAnsi: FONTS.latin, cs: FONTS.latin, eastAsia }, size });

/** Sets a document in type. @returns the bytes of a .docx */
export async function run(paper: PaperText): Promise<Uint8Array> {
  const line = (text: string, eastAsia: string, options: { centred?: boolean; right?: boolean; indent?: boolean; size?: number } = {}): Paragraph =>
    new Paragraph({ spacing, alignment: options.centred ? AlignmentType.CENTER : options.right ? AlignmentType.RIGHT : AlignmentType.BOTH, indent: options.indent ? { firstLine: INDENT } : options.right ? { right: INDENT * 2 } : {}, children: [words(text, eastAsia, options.size ?? 32)] });
  const children = [
    ...(paper.issuers ? [line(paper.issuers, FONTS.note, { centred: true, size: 28 })] : []),
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { ...spacing, line: 700, before: 240, after: 240 }, children: [words(paper.title, FONTS.title, 44)] }),
    ...(paper.docNumber ? [line(paper.docNumber, FONTS.body, { centred: true })] : []),
    ...(paper.notice ? [line(paper.notice, FONTS.heading, { size: 28 })] : []),
    ...(paper.addressees ? [line(paper.addressees, FONTS.body)] : []),
    ...paper.sections.flatMap((section) => [
      ...(section.heading ? [line(section.heading, FONTS.heading, section.level === 0 ? { centred: true } : { indent: true })] : []),
      ...section.text.split('\n').filter((text) => text.trim() !== '').map((text) => line(text, FONTS.body, { indent: true })),
    ]),
    ...paper.signature.map((text) => line(text, FONTS.body, { right: true })),
    new Paragraph({ spacing: { before: 480 }, children: [] }),
    ...paper.source.map((text) => new Paragraph({ children: [words(text, FONTS.note, 21)] })),
  ];
  const footer = new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: FONTS.note, size: 28 })] })] });
  return new Uint8Array(await Packer.toBuffer(new Document({ title: paper.title, creator: '政务新媒体内容中心', sections: [{ properties: { page: PAGE }, footers: { default: footer }, children }] })));
}

/** Emphasis and links inside a text, on its UTF-16 offsets; sorted by place, none overlapping another of its kind. */
export type InlineMark = { kind: 'bold'; start: number; end: number } | { kind: 'link'; start: number; end: number; href: string };

/** Addresses that a link may lead to. */
export const LINK_SCHEMES = ['https:', 'http:', 'tel:'] as const;

export const MEDIA_KINDS = ['picture', 'audio', 'video'] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

/** An uploaded picture or recording; `removed` says what its maker's device had written into it. */
export interface MediaView { id: string; kind: MediaKind; contentType: string; bytes: number; width: number | null; height: number | null; sha256: string; removed: string[] }

/** An uploaded file as it was frozen into a text; the server puts it there, whatever a request says. */
export interface StoredMedia { sha256: string; contentType: string; bytes: number; width: number | null; height: number | null }

export const CHART_FORMS = ['bar', 'line'] as const;
export type ChartForm = (typeof CHART_FORMS)[number];
export const CHART_FORM_WORDS: Record<ChartForm, string> = { bar: '柱形图', line: '折线图' };

/** A cell that reaches over others of its table, counted from 0; the words stand in its first cell, the others are empty. */
export interface MergedCell { row: number; column: number; rows: number; columns: number }
export interface TableBlock { type: 'table'; /** The first row is the header. */ rows: string[][]; caption?: string; /** Marks of each cell, in the order of the cells. */ marks?: InlineMark[][][]; /** By row, then by column. */ merged?: MergedCell[] }
export interface ListBlock { type: 'list'; items: string[]; ordered?: true; /** Marks of each item, in the order of the items. */ marks?: InlineMark[][]; /** How deep each item stands; left out where all stand at the edge. */ levels?: number[] }
/** anchor points into the first bound source unless documentId says otherwise. */
export interface QaBlock { type: 'qa'; question: string; alternatives: string[]; answer: string; documentId: string | null; anchor: string | null }
export interface PictureBlock { type: 'picture'; mediaId: string; /** What the picture tells, for those who cannot see it. */ alt: string; caption: string; media?: StoredMedia }
/** The first row names the series, the first column what is counted; every other cell is a number. */
export interface ChartBlock { type: 'chart'; form: ChartForm; title: string; unit: string; rows: string[][] }
/** A recording that was uploaded (mediaId) or stands elsewhere (href), with every word that is said in it. */
export interface RecordingBlock { type: 'audio' | 'video'; title: string; mediaId: string | null; href: string | null; transcript: string; media?: StoredMedia }
/** A bound source as a card; its title, number and validity are those of the day on which it is read. */
export interface CitationBlock { type: 'citation'; documentId: string; anchor: string | null; note: string }
/** An attachment of the same text, at its place between the paragraphs. */
export interface AttachmentBlock { type: 'attachment'; attachmentId: string }
/** 转载来源: whose text this is and where it stands; at most one in a text. The site must be on the list of sources on the day the text is handed in. */
export interface ReprintBlock { type: 'reprint'; name: string; url: string; /** The day the original appeared. */ originalOn: string }

export type ContentBlock =
  | { type: 'heading'; text: string }
  | { type: 'paragraph'; text: string; marks?: InlineMark[] }
  | ListBlock
  | TableBlock
  | QaBlock
  | PictureBlock
  | ChartBlock
  | RecordingBlock
  | CitationBlock
  | AttachmentBlock
  | ReprintBlock;

export type BlockType = ContentBlock['type'];
export const BLOCK_WORDS: Record<BlockType, string> = {
  heading: '小标题', paragraph: '段落', list: '列表', table: '表格', qa: '问答', picture: '图片', chart: '图表', audio: '音频', video: '视频', citation: '政策引用', attachment: '附件', reprint: '转载来源',
};

/** A stretch of readable text of a block and the field it stands in, for example 'answer' or 'rows.2.0'. */
export interface BlockPiece { key: string; text: string }

const cells = (rows: readonly (readonly string[])[]): BlockPiece[][] => rows.map((row, r) => row.map((text, c) => ({ key: `rows.${r}.${c}`, text })));

/**
 * All that residents can read of a block, line by line in reading order: what is screened, digested and indexed.
 * The cells of a row share a line.
 */
export function linesOfBlock(block: ContentBlock): BlockPiece[][] {
  const lines = (...keys: string[]): BlockPiece[][] => keys.map((key) => [{ key, text: String((block as unknown as Record<string, unknown>)[key] ?? '') }]);
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return lines('text');
    case 'list':
      return block.items.map((text, i) => [{ key: `items.${i}`, text }]);
    case 'table':
      return [...(block.caption ? lines('caption') : []), ...cells(block.rows)];
    case 'qa':
      return [...lines('question'), ...block.alternatives.map((text, i) => [{ key: `alternatives.${i}`, text }]), ...lines('answer')];
    case 'picture':
      return lines('alt', 'caption');
    case 'chart':
      return [...lines('title', 'unit'), ...cells(block.rows)];
    case 'audio':
    case 'video':
      return lines('title', 'transcript');
    case 'citation':
      return lines('note');
    case 'reprint':
      return lines('name');
    case 'attachment':
      return [];
  }
}

/** The readable lines of a block as plain text; empty ones are left out. */
export const plainLinesOfBlock = (block: ContentBlock): string[] => linesOfBlock(block).map((line) => line.map((piece) => piece.text).join('\t')).filter((line) => line !== '');

/** A stretch of text with what is marked on it. */
export interface TextRun { text: string; bold: boolean; href: string | null }

/** Cuts a text at its marks, for drawing. */
export function runsOf(text: string, marks: readonly InlineMark[] = []): TextRun[] {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const over = marks.filter((mark) => mark.start <= start && mark.end >= cuts[i + 1]!);
    const link = over.find((mark) => mark.kind === 'link');
    return { text: text.slice(start, cuts[i + 1]), bold: over.some((mark) => mark.kind === 'bold'), href: link?.kind === 'link' ? link.href : null };
  });
}

/** A cell as it is drawn: its place, how far it reaches, its words. */
export interface DrawnCell extends MergedCell { text: string; marks: readonly InlineMark[] }

/** The rows of a table as they are drawn: cells that lie under a merged one are left out. */
export function drawnRows({ rows, marks, merged = [] }: Pick<TableBlock, 'rows' | 'marks' | 'merged'>): DrawnCell[][] {
  const over = (row: number, column: number) => merged.find((cell) => row >= cell.row && row < cell.row + cell.rows && column >= cell.column && column < cell.column + cell.columns);
  return rows.map((cells, row) => cells.flatMap((text, column): DrawnCell[] => {
    const cell = over(row, column) ?? { row, column, rows: 1, columns: 1 };
    return cell.row === row && cell.column === column ? [{ ...cell, text, marks: marks?.[row]?.[column] ?? [] }] : [];
  }));
}

/** The number of each item among those beside it; one that stands deeper begins again at 1. */
export function listNumbers({ items, levels = [] }: Pick<ListBlock, 'items' | 'levels'>): number[] {
  const counts: number[] = [];
  return items.map((_, i) => {
    const level = levels[i] ?? 0;
    counts.length = Math.min(counts.length, level + 1);
    return (counts[level] = (counts[level] ?? 0) + 1);
  });
}

/** The number in a cell of a chart, or null when it holds none. */
export function chartNumber(cell: string): number | null {
  const plain = cell.trim().replace(/[,，]/g, '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

import { BLOCK_WORDS, CHART_FORMS, chartNumber, LIMITS, type BlockType, type ContentBlock, type InlineMark, type MergedCell } from '@govmedia-hub/contracts';
import { isCivilDate } from '@govmedia-hub/working-days';
import { InvalidRequest } from '../../../foundation/errors/problem-filter.js';
import { readMarks } from './inline-marks.js';

type Problem = { field: string; message: string };
type Fields = Record<string, unknown>;

const FIELDS: Record<BlockType, readonly string[]> = {
  heading: ['text'],
  paragraph: ['text', 'marks'],
  list: ['items', 'ordered', 'marks', 'levels'],
  table: ['rows', 'caption', 'marks', 'merged'],
  qa: ['question', 'alternatives', 'answer', 'documentId', 'anchor'],
  picture: ['mediaId', 'alt', 'caption', 'media'],
  chart: ['form', 'title', 'unit', 'rows'],
  audio: ['title', 'mediaId', 'href', 'transcript', 'media'],
  video: ['title', 'mediaId', 'href', 'transcript', 'media'],
  citation: ['documentId', 'anchor', 'note'],
  attachment: ['attachmentId'],
  reprint: ['name', 'url', 'originalOn'],
};
const MAX_ITEMS = 200;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Checks the blocks of a request one by one against a closed list of kinds and fields: a union of shapes is beyond decorators.
 * What is left out of the answer (defaults, `media`) never enters a digest from a request.
 * @param complete false for an autosaved draft, which may still lack a picture's words or a recording's transcript
 * @throws InvalidRequest with one row per refused field
 */
export function readBlocks(value: readonly unknown[], { complete = true } = {}): ContentBlock[] {
  const problems: Problem[] = [];
  const blocks = value.map((block, index) => new BlockReader(`blocks.${index}`, problems, complete).read(block));
  if (problems.length > 0) throw new InvalidRequest(problems);
  return blocks as ContentBlock[];
}

class BlockReader {
  private block: Fields = {};

  constructor(private readonly at: string, private readonly problems: Problem[], private readonly complete: boolean) {}

  read(value: unknown): ContentBlock | null {
    const type = typeof value === 'object' && value !== null && !Array.isArray(value) ? ((value as Fields)['type'] as BlockType) : null;
    if (!type || !Object.hasOwn(FIELDS, type)) return this.refuse('type', '不在可选范围内。'), null;
    this.block = value as Fields;
    for (const key of Object.keys(this.block)) if (key !== 'type' && !FIELDS[type].includes(key)) this.refuse(key, '没有这个字段，请删去。');
    switch (type) {
      case 'heading':
        return { type, text: this.text('text') };
      case 'paragraph': {
        const text = this.text('text');
        return { type, text, ...marked(this.marks(text, this.block['marks'], 'marks')) };
      }
      case 'list': {
        const items = this.list('items');
        const marks = this.marksOfEach(items, this.block['marks'], 'marks');
        const levels = this.levels(items.length);
        return { type, items, ...(this.block['ordered'] === true ? { ordered: true as const } : {}), ...(marks.some((own) => own.length > 0) ? { marks } : {}), ...(levels.some((level) => level > 0) ? { levels } : {}) };
      }
      case 'table': {
        const caption = this.optional('caption', LIMITS.captionChars);
        const rows = this.rows();
        const given = this.entries('marks');
        const marks = rows.map((row, r) => this.marksOfEach(row, given[r], `marks.${r}`));
        const merged = this.merged(rows);
        return { type, rows, ...(caption === '' ? {} : { caption }), ...(marks.some((row) => row.some((own) => own.length > 0)) ? { marks } : {}), ...(merged.length > 0 ? { merged } : {}) };
      }
      case 'qa':
        return { type, question: this.text('question'), alternatives: this.block['alternatives'] === undefined ? [] : this.list('alternatives'), answer: this.text('answer'), documentId: this.id('documentId'), anchor: this.anchor() };
      case 'picture':
        return { type, mediaId: this.id('mediaId', '请上传图片。') ?? '', alt: this.needed('alt', LIMITS.altChars, '请写明图片内容，供看不到图片的人使用。'), caption: this.optional('caption', LIMITS.captionChars) };
      case 'chart':
        return this.chart();
      case 'audio':
      case 'video':
        return this.recording(type);
      case 'citation':
        return { type, documentId: this.id('documentId', '请选择政策文件。') ?? '', anchor: this.anchor(), note: this.optional('note', LIMITS.opinionChars) };
      case 'attachment':
        return { type, attachmentId: this.id('attachmentId', '请选择附件。') ?? '' };
      case 'reprint':
        return this.reprint();
    }
  }

  private chart(): ContentBlock {
    const { form } = this.block;
    if (!CHART_FORMS.includes(form as 'bar')) this.refuse('form', '不在可选范围内。');
    const rows = this.rows();
    const [header = [], ...data] = rows;
    if (rows.length > LIMITS.chartRows || rows.some((row) => row.length > LIMITS.chartSeries + 1)) this.refuse('rows', `图表最多${LIMITS.chartRows - 1}项、${LIMITS.chartSeries}组数据。`);
    else if (this.complete && (data.length === 0 || header.length < 2 || rows.some((row) => row.length !== header.length))) this.refuse('rows', '请至少填写一项一组数据，每行格数一致。');
    else if (this.complete) data.forEach((row, r) => row.forEach((cell, c) => { if (c > 0 && chartNumber(cell) === null) this.refuse(`rows.${r + 1}.${c}`, '应为数字。'); }));
    return { type: 'chart', form: form as 'bar', title: this.needed('title', LIMITS.captionChars, '请写明图表标题。'), unit: this.optional('unit', 40), rows };
  }

  private recording(type: 'audio' | 'video'): ContentBlock {
    const mediaId = this.id('mediaId');
    const href = this.block['href'] ?? null;
    if (href !== null && !(typeof href === 'string' && href.length <= LIMITS.linkChars && /^https:\/\/[^\s"'<>\\]+$/.test(href))) this.refuse('href', '应为 https 开头的网址。');
    if (this.complete && (mediaId === null) === (href === null)) this.refuse('mediaId', '请上传文件，或填写网址。');
    return { type, title: this.needed('title', LIMITS.captionChars, '请写明标题。'), mediaId, href: href as string | null, transcript: this.needed('transcript', LIMITS.blockChars, `请写明${BLOCK_WORDS[type]}里说的全部内容，供听不到的人使用。`) };
  }

  /** Nobody's name or password may stand before the host: the site that is named must be the one that is opened. */
  private reprint(): ContentBlock {
    const url = this.optional('url', LIMITS.linkChars);
    const originalOn = this.optional('originalOn', 10);
    const web = URL.canParse(url) ? new URL(url) : null;
    if ((this.complete || url !== '') && !(web !== null && (web.protocol === 'https:' || web.protocol === 'http:') && web.username === '' && web.password === '' && !/[\s"'<>\\]/.test(url))) this.refuse('url', '请填写原文网址，以 http:// 或者 https:// 开头。');
    if ((this.complete || originalOn !== '') && !isCivilDate(originalOn)) this.refuse('originalOn', '请填写原文的发布日期。');
    return { type: 'reprint', name: this.needed('name', LIMITS.captionChars, '请写明原文是哪个单位发布的。'), url, originalOn };
  }

  private refuse(key: string, message: string): void {
    this.problems.push({ field: `${this.at}.${key}`, message });
  }

  private text(key: string, most: number = LIMITS.blockChars): string {
    return this.string(this.block[key], key, most);
  }

  private optional(key: string, most: number): string {
    return this.block[key] === undefined ? '' : this.text(key, most);
  }

  private needed(key: string, most: number, message: string): string {
    const text = this.optional(key, most);
    if (this.complete && text.trim() === '' && (this.block[key] === undefined || typeof this.block[key] === 'string')) this.refuse(key, message);
    return text;
  }

  private string(value: unknown, key: string, most: number = LIMITS.blockChars): string {
    if (typeof value !== 'string') this.refuse(key, '应为文字。');
    else if (value.length > most) this.refuse(key, `超过长度上限（最多 ${most} 个字符）。`);
    else return value;
    return '';
  }

  private list(key: string, value = this.block[key]): string[] {
    if (!Array.isArray(value) || value.length > MAX_ITEMS) return this.refuse(key, `应为列表，最多 ${MAX_ITEMS} 项。`), [];
    return value.map((item, index) => this.string(item, `${key}.${index}`));
  }

  private rows(): string[][] {
    const { rows } = this.block;
    if (!Array.isArray(rows) || rows.length > MAX_ITEMS) return this.refuse('rows', `应为列表，最多 ${MAX_ITEMS} 行。`), [];
    return rows.map((row, index) => this.list(`rows.${index}`, row));
  }

  /** @param missing what to say of a whole text that lacks it; left out where nothing need stand there */
  private id(key: string, missing?: string): string | null {
    const value = this.block[key] ?? null;
    if (typeof value === 'string' && UUID.test(value)) return value;
    if (value !== null && value !== '') this.refuse(key, '编号格式不正确。');
    else if (this.complete && (missing !== undefined || value === '')) this.refuse(key, missing ?? '编号格式不正确。');
    return null;
  }

  private anchor(): string | null {
    const value = this.block['anchor'] ?? null;
    if (value !== null && !(typeof value === 'string' && value.length <= 100)) this.refuse('anchor', '格式不正确。');
    return value as string | null;
  }

  private entries(key: string): unknown[] {
    const value = this.block[key] ?? [];
    return Array.isArray(value) ? value : (this.refuse(key, '应为列表。'), []);
  }

  private marksOfEach(texts: readonly string[], value: unknown, key: string): InlineMark[][] {
    const given: unknown = value ?? [];
    if (!Array.isArray(given)) return this.refuse(key, '应为列表。'), [];
    return texts.map((text, i) => this.marks(text, given[i], `${key}.${i}`));
  }

  /** An item stands at most one step deeper than the one before it. */
  private levels(items: number): number[] {
    const given = this.entries('levels');
    if (given.length === 0) return [];
    const fits = given.length === items && given.every((level, i) => Number.isInteger(level) && (level as number) >= 0 && (level as number) < LIMITS.listLevels && (level as number) <= (i === 0 ? 0 : (given[i - 1] as number) + 1));
    if (!fits) return this.refuse('levels', `每项的层次应为 0 至 ${LIMITS.listLevels - 1}，比上一项最多深一层。`), [];
    return given as number[];
  }

  /** Merged cells lie inside the table, over no other one, and hide no words. */
  private merged(rows: readonly string[][]): MergedCell[] {
    const merged: MergedCell[] = [];
    const covered = new Set<string>();
    for (const [i, value] of this.entries('merged').slice(0, MAX_ITEMS).entries()) {
      const { row, column, rows: down, columns: across, ...rest } = (value ?? {}) as Record<string, unknown>;
      const whole = [row, column, down, across].every((part) => Number.isInteger(part));
      const cell = { row, column, rows: down, columns: across } as MergedCell;
      const fits = whole && Object.keys(rest).length === 0 && cell.row >= 0 && cell.column >= 0 && cell.rows >= 1 && cell.columns >= 1 && cell.rows * cell.columns > 1 && cell.row + cell.rows <= rows.length
        && rows.slice(cell.row, cell.row + cell.rows).every((own) => cell.column + cell.columns <= own.length);
      if (!fits) { this.refuse(`merged.${i}`, '合并的单元格不在表格里。'); continue; }
      for (let r = cell.row; r < cell.row + cell.rows; r += 1) for (let c = cell.column; c < cell.column + cell.columns; c += 1) {
        if (covered.has(`${r} ${c}`)) this.refuse(`merged.${i}`, '合并的单元格不能重叠。');
        else if ((r !== cell.row || c !== cell.column) && rows[r]![c] !== '') this.refuse(`rows.${r}.${c}`, '合并的单元格只有左上角能有文字。');
        covered.add(`${r} ${c}`);
      }
      merged.push(cell);
    }
    return merged.sort((a, b) => a.row - b.row || a.column - b.column);
  }

  private marks(text: string, value: unknown, key: string): InlineMark[] {
    const read = readMarks(text, value);
    if (typeof read === 'string') return this.refuse(key, read), [];
    return read;
  }
}

const marked = (marks: InlineMark[]): { marks?: InlineMark[] } => (marks.length > 0 ? { marks } : {});

import { BLOCK_WORDS, CHART_FORMS, chartNumber, LIMITS, type BlockType, type ContentBlock, type InlineMark } from '@govmedia-hub/contracts';
import { InvalidRequest } from '../../foundation/errors/problem-filter.js';
import { readMarks } from './inline-marks.js';

type Problem = { field: string; message: string };
type Fields = Record<string, unknown>;

const FIELDS: Record<BlockType, readonly string[]> = {
  heading: ['text'],
  paragraph: ['text', 'marks'],
  list: ['items', 'ordered', 'marks'],
  table: ['rows', 'caption'],
  qa: ['question', 'alternatives', 'answer', 'documentId', 'anchor'],
  picture: ['mediaId', 'alt', 'caption', 'media'],
  chart: ['form', 'title', 'unit', 'rows'],
  audio: ['title', 'mediaId', 'href', 'transcript', 'media'],
  video: ['title', 'mediaId', 'href', 'transcript', 'media'],
  citation: ['documentId', 'anchor', 'note'],
  attachment: ['attachmentId'],
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
        const marks = this.block['marks'] === undefined ? [] : Array.isArray(this.block['marks']) ? this.block['marks'] : (this.refuse('marks', '应为列表。'), []);
        const read = items.map((item, i) => this.marks(item, marks[i], `marks.${i}`));
        return { type, items, ...(this.block['ordered'] === true ? { ordered: true as const } : {}), ...(read.some((own) => own.length > 0) ? { marks: read } : {}) };
      }
      case 'table': {
        const caption = this.optional('caption', LIMITS.captionChars);
        return { type, rows: this.rows(), ...(caption === '' ? {} : { caption }) };
      }
      case 'qa':
        return { type, question: this.text('question'), alternatives: this.block['alternatives'] === undefined ? [] : this.list('alternatives'), answer: this.text('answer'), documentId: this.id('documentId'), anchor: this.anchor() };
      case 'picture':
        return { type, mediaId: this.id('mediaId', true) ?? '', alt: this.needed('alt', LIMITS.altChars, '请写明图片内容，供看不到图片的人使用。'), caption: this.optional('caption', LIMITS.captionChars) };
      case 'chart':
        return this.chart();
      case 'audio':
      case 'video':
        return this.recording(type);
      case 'citation':
        return { type, documentId: this.id('documentId', true) ?? '', anchor: this.anchor(), note: this.optional('note', LIMITS.opinionChars) };
      case 'attachment':
        return { type, attachmentId: this.id('attachmentId', true) ?? '' };
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

  private id(key: string, required = false): string | null {
    const value = this.block[key] ?? null;
    if (value === null && !(required && this.complete)) return null;
    if (typeof value === 'string' && UUID.test(value)) return value;
    if (!(value === '' && !this.complete)) this.refuse(key, '编号格式不正确。');
    return null;
  }

  private anchor(): string | null {
    const value = this.block['anchor'] ?? null;
    if (value !== null && !(typeof value === 'string' && value.length <= 100)) this.refuse('anchor', '格式不正确。');
    return value as string | null;
  }

  private marks(text: string, value: unknown, key: string): InlineMark[] {
    const read = readMarks(text, value);
    if (typeof read === 'string') return this.refuse(key, read), [];
    return read;
  }
}

const marked = (marks: InlineMark[]): { marks?: InlineMark[] } => (marks.length > 0 ? { marks } : {});

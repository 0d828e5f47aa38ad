import { formatNumeral } from '@govmedia-hub/chinese-text';
import { attribute, plain, tagsOf, unpack } from './office-parts.js';
import { Unreadable, type ReadText } from './reading-limits.js';

const WANTED = new Set(['word/document.xml', 'word/numbering.xml', 'word/styles.xml', '[Content_Types].xml']);

interface NumberingLevel { format: string; text: string; start: number }

/** Lists of word/numbering.xml: numId → levels. */
function readNumbering(xml: string | undefined): Map<string, NumberingLevel[]> {
  const lists = new Map<string, NumberingLevel[]>();
  if (!xml) return lists;
  const abstracts = new Map<string, NumberingLevel[]>();
  let abstract: string | null = null;
  let number: string | null = null;
  let level: NumberingLevel | null = null;
  for (const tag of tagsOf(xml, 'numbering.xml')) {
    if (tag.closing) {
      if (tag.name === 'w:abstractNum') abstract = null;
      if (tag.name === 'w:num') number = null;
      continue;
    }
    if (tag.name === 'w:abstractNum') abstracts.set((abstract = attribute(tag.attributes, 'abstractNumId') ?? ''), []);
    else if (tag.name === 'w:num') number = attribute(tag.attributes, 'numId');
    else if (tag.name === 'w:abstractNumId' && number !== null) lists.set(number, abstracts.get(attribute(tag.attributes, 'val') ?? '') ?? []);
    else if (tag.name === 'w:lvl' && abstract !== null) {
      level = { format: 'decimal', text: '', start: 1 };
      abstracts.get(abstract)![Number(attribute(tag.attributes, 'ilvl') ?? 0)] = level;
    } else if (level && tag.name === 'w:numFmt') level.format = attribute(tag.attributes, 'val') ?? 'decimal';
    else if (level && tag.name === 'w:lvlText') level.text = plain(attribute(tag.attributes, 'val') ?? '');
    else if (level && tag.name === 'w:start') level.start = Number(attribute(tag.attributes, 'val') ?? 1);
  }
  return lists;
}

const written = (value: number, format: string): string => (/chinese|japanese|ideograph|taiwanese/i.test(format) ? formatNumeral(Math.max(0, value)) : String(value));

/** Counts automatic numbers so that 一、 and （一） that Word draws stand in the text. */
class AutomaticNumbers {
  private readonly counts = new Map<string, number[]>();

  constructor(private readonly lists: Map<string, NumberingLevel[]>) {}

  label(numId: string, depth: number): string {
    const levels = this.lists.get(numId);
    const level = levels?.[depth];
    if (!levels || !level || level.format === 'bullet' || level.format === 'none') return '';
    const counts = this.counts.get(numId) ?? [];
    this.counts.set(numId, counts);
    counts[depth] = counts[depth] === undefined ? level.start : counts[depth]! + 1;
    counts.length = depth + 1;
    return level.text.replace(/%(\d)/g, (_whole, digit: string) => {
      const at = Number(digit) - 1;
      return written(counts[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? 'decimal');
    });
  }
}

/**
 * Text of a Word file, one line per paragraph, table cells apart by tabs; automatic numbers are written out. Deleted text of
 * tracked changes is left out and inserted text taken in; both, and comments, are reported because a final text has neither.
 * @throws Unreadable for bombs, documents with entities, encrypted or damaged files
 */
export async function readDocx(bytes: Buffer): Promise<ReadText> {
  if (bytes.length > 8 && bytes.readUInt32BE(0) === 0xd0cf11e0) throw new Unreadable('这是加密的文件或旧版 Word 文件（.doc），请解密或另存为 .docx 后导入');
  const parts = await unpack(bytes, (part) => WANTED.has(part), 'Word（.docx）');
  const xml = parts.get('word/document.xml');
  if (xml === undefined) throw new Unreadable('不是 Word 文件（缺少 word/document.xml）');
  const styles = parts.get('word/styles.xml');
  if (styles !== undefined && /<!DOCTYPE|<!ENTITY/i.test(styles)) throw new Unreadable('Word 文件含有文档类型或实体定义，疑似恶意文件，已拒绝');
  const numbers = new AutomaticNumbers(readNumbering(parts.get('word/numbering.xml')));
  const lines: string[] = [];
  const problems: ReadText['problems'] = [];
  let line = '';
  let cells: string[] | null = null;
  let deleted = 0;
  let inText = false;
  let inFallback = 0;
  let label: { numId: string | null; depth: number } = { numId: null, depth: 0 };
  const changed = new Set<number>();
  for (const tag of tagsOf(xml, 'document.xml')) {
    if (inText && deleted === 0 && inFallback === 0) line += plain(tag.textBefore);
    inText = false;
    const { name, closing, empty } = tag;
    if (name === 'w:t') inText = !closing && !empty;
    else if (name === 'mc:Fallback') inFallback += closing ? -1 : empty ? 0 : 1;
    else if (name === 'w:del' || name === 'w:moveFrom') {
      deleted += closing ? -1 : empty ? 0 : 1;
      changed.add(lines.length + 1);
    } else if (name === 'w:ins' && !closing) changed.add(lines.length + 1);
    else if (name === 'w:tab' && !tag.attributes.includes('w:pos')) line += '\t';
    else if (name === 'w:br' || name === 'w:cr') line += '\n';
    else if (name === 'w:noBreakHyphen') line += '-';
    else if (name === 'w:numId' && !closing) label.numId = attribute(tag.attributes, 'val');
    else if (name === 'w:ilvl' && !closing) label.depth = Number(attribute(tag.attributes, 'val') ?? 0);
    else if (name === 'w:commentReference') problems.push({ line: lines.length + 1, message: '本段有批注，定稿不应有批注，请核对' });
    else if (name === 'w:tr' && !closing && !empty) cells = [];
    else if (name === 'w:tr' && closing && cells) {
      lines.push(cells.join('\t'));
      cells = null;
    } else if (name === 'w:p' && (closing || empty)) {
      const numbered = (label.numId !== null && label.numId !== '0' && line.trim() !== '' ? numbers.label(label.numId, label.depth) : '') + line;
      label = { numId: null, depth: 0 };
      line = '';
      if (cells) cells.push(numbered.replace(/\n/g, ' '));
      else lines.push(...numbered.split('\n'));
    }
  }
  for (const at of [...changed].slice(0, 20)) problems.push({ line: at, message: '本段有未接受的修订，已按接受修订读取，请核对' });
  return { text: lines.join('\n'), problems: problems.sort((a, b) => a.line - b.line) };
}

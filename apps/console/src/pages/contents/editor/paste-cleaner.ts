import { LIMITS, type ContentBlock, type InlineMark, type MergedCell } from '@govmedia-hub/contracts';
import { isLinkable } from './links.js';
import { placesOfCells } from './text-document.js';

/** What was pasted, as blocks; pictures in the text itself wait to be uploaded under their block's number. */
export interface Pasted {
  blocks: ContentBlock[];
  /** data: addresses of pictures by the position of their block. */
  pictures: { at: number; address: string }[];
  /** Pictures that stand elsewhere: never fetched, each has to be put in by hand. */
  refused: number;
  /** What could not be kept as it was, in words for the author. */
  changed: Set<string>;
  /** True when nothing but words inside one paragraph was pasted. */
  inline: boolean;
}

const DROPPED = new Set(['STYLE', 'SCRIPT', 'TITLE', 'META', 'LINK', 'HEAD', 'IFRAME', 'OBJECT', 'EMBED', 'FORM', 'INPUT', 'BUTTON', 'SELECT', 'TEXTAREA', 'SVG', 'MATH', 'TEMPLATE', 'NOSCRIPT', 'XML', 'MPVOICE', 'MPVIDEO', 'QQMUSIC', 'MP-COMMON-PROFILE', 'MP-STYLE-TYPE', 'VIDEO', 'AUDIO', 'CANVAS']);
const PARAGRAPHS = new Set(['P', 'DIV', 'SECTION', 'ARTICLE', 'BLOCKQUOTE', 'PRE', 'HEADER', 'FOOTER', 'MAIN', 'ASIDE', 'FIGURE', 'FIGCAPTION', 'ADDRESS', 'CENTER', 'DT', 'DD', 'DL', 'BODY']);
const HEADINGS = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'H6']);
/** Word writes its lists as paragraphs with a made-up bullet before them. */
const BULLET = /^\s*(?:[·•●○◆■□▪\u2022\uf0b7\uf0a7\uf06e§Øo\-–—]|(?:\d{1,3}|[a-z])[.)．、])\s+/u;

const styleOf = (element: Element): string => (element.getAttribute('style') ?? '').toLowerCase();
const hidden = (element: Element): boolean => /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d])/.test(styleOf(element));
const bold = (element: Element): boolean => /^(?:B|STRONG|TH)$/.test(element.tagName) || /font-weight\s*:\s*(?:bold|[6-9]00)/.test(styleOf(element));

interface Line { text: string; marks: InlineMark[] }
interface Item { ordered: boolean; level: number }

class Cleaner {
  readonly pasted: Pasted = { blocks: [], pictures: [], refused: 0, changed: new Set(), inline: false };
  private line: Line = { text: '', marks: [] };
  private list: { ordered: boolean; items: (Line & { level: number })[] } | null = null;
  /** The item that is being read, and how many lists are open around it. */
  private item: Item | null = null;
  private depth = 0;

  /** Ends the line that is being read; a heading or item is kept as such. */
  private flush(kind: 'paragraph' | 'heading' | Item = this.item ?? 'paragraph'): void {
    const line = trimmed(this.line);
    this.line = { text: '', marks: [] };
    if (line.text === '') return;
    if (typeof kind === 'object') return this.keepItem(line, kind);
    this.endList();
    this.pasted.blocks.push(kind === 'heading' ? { type: 'heading', text: line.text.replace(/\n/g, ' ') } : { type: 'paragraph', text: line.text, ...(line.marks.length > 0 ? { marks: line.marks } : {}) });
  }

  private keepItem(line: Line, { ordered, level }: Item): void {
    if (this.list && level === 0 && this.list.ordered !== ordered) this.endList();
    this.list ??= { ordered, items: [] };
    if (this.list.ordered !== ordered) this.pasted.changed.add('里层列表的编号形式改成了与外层一致');
    if (level >= LIMITS.listLevels) this.pasted.changed.add(`列表最多 ${LIMITS.listLevels} 层，更深的并到了第 ${LIMITS.listLevels} 层`);
    const before = this.list.items.at(-1);
    this.list.items.push({ ...line, level: before ? Math.min(level, before.level + 1, LIMITS.listLevels - 1) : 0 });
  }

  private endList(): void {
    if (!this.list) return;
    const { ordered, items } = this.list;
    this.list = null;
    this.pasted.blocks.push({
      type: 'list', items: items.map(({ text }) => text), ...(ordered ? { ordered: true as const } : {}),
      ...(items.some(({ marks }) => marks.length > 0) ? { marks: items.map(({ marks }) => marks) } : {}), ...(items.some(({ level }) => level > 0) ? { levels: items.map(({ level }) => level) } : {}),
    });
  }

  end(): Pasted {
    this.flush();
    this.endList();
    return this.pasted;
  }

  private write(text: string, strong: boolean, href: string | null): void {
    const words = text.replace(/[\u00a0\u3000 \t\r\n\f]+/g, (gap) => (/\u3000/.test(gap) && gap.length <= 1 ? gap : ' ')).replace(/[\u200b-\u200f\ufeff\u202a-\u202e\u2066-\u2069]/g, '');
    if (words === '' || (words === ' ' && (this.line.text === '' || this.line.text.endsWith(' ')))) return;
    const start = this.line.text.length;
    this.line.text += words;
    const end = this.line.text.length;
    const add = (mark: InlineMark): void => {
      const before = this.line.marks.findLast((other) => other.kind === mark.kind && other.end === mark.start && (other.kind === 'bold' || (mark.kind === 'link' && other.href === mark.href)));
      if (before) before.end = mark.end;
      else this.line.marks.push(mark);
    };
    if (strong) add({ kind: 'bold', start, end });
    if (href !== null) add({ kind: 'link', start, end, href });
  }

  read(node: Node, strong = false, href: string | null = null): void {
    if (node.nodeType === 3) return this.write(node.nodeValue ?? '', strong, href);
    if (node.nodeType !== 1) return;
    const element = node as Element;
    const tag = element.tagName.toUpperCase();
    if (DROPPED.has(tag) || tag.startsWith('O:') && element.textContent?.trim() === '' || tag.startsWith('V:') || hidden(element) || /mso-list\s*:\s*ignore/.test(styleOf(element))) return;
    const inside = (own = strong || bold(element), to = href): void => element.childNodes.forEach((child) => this.read(child, own, to));
    if (tag === 'BR') { if (this.line.text !== '') this.line.text = `${this.line.text.trimEnd()}\n`; return; }
    if (tag === 'IMG') return this.picture(element);
    if (tag === 'TABLE') return this.table(element);
    if (tag === 'HR') return this.flush();
    if (tag === 'A') { const to = element.getAttribute('href') ?? ''; return inside(strong, isLinkable(to) ? to : null); }
    if (HEADINGS.has(tag) || (tag === 'P' && /msotitle|msoheading|mso[a-z]*heading/i.test(element.className))) { this.flush(); inside(false); return this.flush('heading'); }
    if (tag === 'LI') {
      this.flush();
      const around = this.item;
      this.item = { ordered: element.parentElement?.tagName.toUpperCase() === 'OL', level: Math.max(0, this.depth - 1) };
      inside();
      this.flush();
      this.item = around;
      return;
    }
    if (tag === 'P' && /mso-list\s*:\s*l\d/.test(styleOf(element))) {
      this.flush();
      const before = [...element.querySelectorAll('span')].find((span) => /mso-list\s*:\s*ignore/.test(styleOf(span)))?.textContent ?? '';
      inside();
      if (before === '') this.line = cutHead(this.line, BULLET.exec(this.line.text)?.[0].length ?? 0);
      return this.flush({ ordered: /[\d一二三四五六七八九十a-z][.)．、）]/i.test(before), level: Number(/level(\d)/.exec(styleOf(element))?.[1] ?? 1) - 1 });
    }
    if (tag === 'UL' || tag === 'OL') {
      this.flush();
      this.depth += 1;
      inside();
      this.flush();
      this.depth -= 1;
      return this.depth === 0 ? this.endList() : undefined;
    }
    if (PARAGRAPHS.has(tag)) {
      const item = element.closest('li') !== null;
      if (!item) this.flush();
      inside();
      return item ? (this.line.text === '' ? undefined : this.write(' ', false, null)) : this.flush();
    }
    inside();
  }

  private picture(element: Element): void {
    const addresses = [element.getAttribute('src'), element.getAttribute('data-src')].map((one) => one?.trim() ?? '');
    const address = addresses.find((one) => /^data:image\/(?:png|jpe?g);base64,/i.test(one));
    if (!address) { if (addresses.some((one) => one !== '')) this.pasted.refused += 1; return; }
    this.flush();
    this.endList();
    this.pasted.pictures.push({ at: this.pasted.blocks.length, address });
    this.pasted.blocks.push({ type: 'picture', mediaId: '', alt: (element.getAttribute('alt') ?? '').trim().slice(0, 500), caption: '' });
  }

  private table(element: Element): void {
    const rows = [...element.querySelectorAll('tr')].filter((row) => row.closest('table') === element);
    // a table of one cell is a frame around text, as WeChat's editor draws it
    if (rows.every((row) => row.children.length <= 1)) { this.flush(); rows.forEach((row) => [...row.children].forEach((cell) => cell.childNodes.forEach((child) => this.read(child)))); return this.flush(); }
    this.flush();
    this.endList();
    const cells = rows.map((row) => [...row.children]);
    const spanOf = (cell: Element, name: string, most: number): number => Math.max(1, Math.min(Number(cell.getAttribute(name) ?? 1) || 1, most));
    const places = placesOfCells(cells.map((row) => row.map((cell) => ({ rowspan: spanOf(cell, 'rowspan', rows.length), colspan: spanOf(cell, 'colspan', 50) }))));
    const width = Math.max(...places.flat().map(({ column, columns }) => column + columns));
    const grid = cells.map(() => Array.from({ length: width }, (): Line => ({ text: '', marks: [] })));
    cells.forEach((row, r) => row.forEach((cell, i) => { grid[r]![places[r]![i]!.column] = this.cell(cell, r === 0); }));
    const merged = places.flat().filter((place) => place.rows * place.columns > 1);
    const kept = grid.flatMap((row, r) => (row.some(({ text }) => text !== '') || merged.some((cell) => cell.rows > 1 && r >= cell.row && r < cell.row + cell.rows) ? [r] : []));
    const joined = merged.flatMap((cell): MergedCell[] => (kept.includes(cell.row) ? [{ ...cell, row: kept.indexOf(cell.row) }] : []));
    const lines = kept.map((r) => grid[r]!);
    this.pasted.blocks.push({
      type: 'table', rows: lines.map((row) => row.map(({ text }) => text)), ...(lines.some((row) => row.some(({ marks }) => marks.length > 0)) ? { marks: lines.map((row) => row.map(({ marks }) => marks)) } : {}), ...(joined.length > 0 ? { merged: joined } : {}),
    });
  }

  /** The words of a cell on one line; a header is bold as it is. */
  private cell(element: Element, header: boolean): Line {
    const inner = new Cleaner();
    element.childNodes.forEach((child) => inner.read(child));
    const { blocks, pictures, refused, changed } = inner.end();
    this.pasted.refused += refused + pictures.length;
    for (const words of changed) this.pasted.changed.add(words);
    const lines = blocks.flatMap((block): (Line & { before: string })[] => {
      if (block.type === 'list') return block.items.map((text, i) => ({ text, marks: block.marks?.[i] ?? [], before: i > 0 ? '；' : ' ' }));
      if (block.type === 'table') { this.pasted.changed.add('表格里套的表格改成了文字'); return [{ text: block.rows.flat().filter((text) => text !== '').join(' '), marks: [], before: ' ' }]; }
      return 'text' in block ? [{ text: block.text, marks: block.type === 'paragraph' ? block.marks ?? [] : [], before: ' ' }] : [];
    });
    if (blocks.some(({ type }) => type === 'list')) this.pasted.changed.add('单元格里的列表改成了用分号隔开的文字');
    const line: Line = { text: '', marks: [] };
    for (const { text, marks, before } of lines) {
      if (line.text !== '') line.text += before;
      const from = line.text.length;
      line.text += text.replace(/\n/g, ' ');
      line.marks.push(...marks.filter((mark) => !header || mark.kind === 'link').map((mark) => ({ ...mark, start: mark.start + from, end: mark.end + from })));
    }
    return line;
  }
}

function cutHead({ text, marks }: Line, length: number): Line {
  return { text: text.slice(length), marks: marks.flatMap((mark) => (mark.end <= length ? [] : [{ ...mark, start: Math.max(0, mark.start - length), end: mark.end - length }])) };
}

function trimmed(line: Line): Line {
  const lead = /^[\s\u3000]*/.exec(line.text)![0].length;
  const cut = cutHead(line, lead);
  const text = cut.text.replace(/[\s\u3000]+$/, '').replace(/ +\n/g, '\n');
  if (text.length !== cut.text.trimEnd().length) return { text, marks: [] };
  return { text, marks: cut.marks.flatMap((mark) => (mark.start >= text.length ? [] : [{ ...mark, end: Math.min(mark.end, text.length) }])) };
}

/** Reads pasted HTML into blocks: words, emphasis, links, lists and tables stay; styles, scripts and hidden text go. */
export function blocksOfHtml(document: Document): Pasted {
  const cleaner = new Cleaner();
  cleaner.read(document.body);
  const pasted = cleaner.end();
  pasted.inline = pasted.blocks.length === 1 && pasted.blocks[0]!.type === 'paragraph' && document.body.querySelector('p,div,section,li,table,h1,h2,h3') === null;
  return pasted;
}

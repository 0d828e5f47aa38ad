import type { ContentBlock, InlineMark } from '@govmedia-hub/contracts';
import { isLinkable } from './links.js';

/** What was pasted, as blocks; pictures in the text itself wait to be uploaded under their block's number. */
export interface Pasted {
  blocks: ContentBlock[];
  /** data: addresses of pictures by the position of their block. */
  pictures: { at: number; address: string }[];
  /** Pictures that stand elsewhere: never fetched, each has to be put in by hand. */
  refused: number;
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

class Cleaner {
  readonly pasted: Pasted = { blocks: [], pictures: [], refused: 0, inline: false };
  private line: Line = { text: '', marks: [] };
  private list: { ordered: boolean; items: Line[] } | null = null;

  /** Ends the line that is being read; a heading or item is kept as such. */
  private flush(kind: 'paragraph' | 'heading' | { ordered: boolean } = 'paragraph'): void {
    const line = trimmed(this.line);
    this.line = { text: '', marks: [] };
    if (line.text === '') return;
    if (typeof kind === 'object') {
      if (this.list && this.list.ordered !== kind.ordered) this.endList();
      this.list ??= { ordered: kind.ordered, items: [] };
      this.list.items.push(line);
      return;
    }
    this.endList();
    this.pasted.blocks.push(kind === 'heading' ? { type: 'heading', text: line.text.replace(/\n/g, ' ') } : { type: 'paragraph', text: line.text, ...(line.marks.length > 0 ? { marks: line.marks } : {}) });
  }

  private endList(): void {
    if (!this.list) return;
    const { ordered, items } = this.list;
    this.list = null;
    this.pasted.blocks.push({ type: 'list', items: items.map(({ text }) => text), ...(ordered ? { ordered: true as const } : {}), ...(items.some(({ marks }) => marks.length > 0) ? { marks: items.map(({ marks }) => marks) } : {}) });
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
      const ordered = element.parentElement?.tagName.toUpperCase() === 'OL';
      inside();
      return this.flush({ ordered });
    }
    if (tag === 'P' && /mso-list\s*:\s*l\d/.test(styleOf(element))) {
      this.flush();
      const before = [...element.querySelectorAll('span')].find((span) => /mso-list\s*:\s*ignore/.test(styleOf(span)))?.textContent ?? '';
      inside();
      if (before === '') this.line = cutHead(this.line, BULLET.exec(this.line.text)?.[0].length ?? 0);
      return this.flush({ ordered: /[\d一二三四五六七八九十a-z][.)．、）]/i.test(before) });
    }
    if (tag === 'UL' || tag === 'OL') { this.flush(); inside(); this.flush(); return this.endList(); }
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
    const grid: string[][] = rows.map(() => []);
    rows.forEach((row, r) => {
      let c = 0;
      for (const cell of row.children) {
        while (grid[r]![c] !== undefined) c += 1;
        const inner = new Cleaner();
        cell.childNodes.forEach((child) => inner.read(child));
        const { blocks, pictures, refused } = inner.end();
        this.pasted.refused += refused + pictures.length;
        const text = blocks.map((block) => (block.type === 'list' ? block.items.join('；') : block.type === 'table' ? block.rows.flat().join(' ') : 'text' in block ? block.text : '')).filter((part) => part !== '').join(' ').replace(/\s+/g, ' ');
        const down = Math.min(Number(cell.getAttribute('rowspan') ?? 1) || 1, rows.length - r);
        const across = Math.min(Number(cell.getAttribute('colspan') ?? 1) || 1, 50);
        // a cell over several rows is said in each of them, so that every row reads by itself
        for (let y = 0; y < down; y += 1) for (let x = 0; x < across; x += 1) grid[r + y]![c + x] = x === 0 ? text : '';
        c += across;
      }
    });
    const width = Math.max(...grid.map((row) => row.length));
    this.pasted.blocks.push({ type: 'table', rows: grid.filter((row) => row.some((cell) => cell)).map((row) => Array.from({ length: width }, (_, c) => row[c] ?? '')) });
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

import { drawnRows, LIMITS, type ContentBlock, type InlineMark, type ListBlock, type MergedCell, type TableBlock } from '@govmedia-hub/contracts';
import type { JSONContent } from '@tiptap/core';
import { isFieldBlock, newKey } from './field-blocks.js';

/** Text with its marks as the editor holds it: line breaks are nodes of length one, so that offsets stay. */
function inline(text: string, marks: readonly InlineMark[] = []): JSONContent[] {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end]), ...[...text.matchAll(/\n/g)].flatMap(({ index }) => [index, index + 1])])].filter((at) => at <= text.length).sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i): JSONContent => {
    const piece = text.slice(start, cuts[i + 1]);
    const over = marks.filter((mark) => mark.start <= start && mark.end >= cuts[i + 1]!);
    return { ...(piece === '\n' ? { type: 'hardBreak' } : { type: 'text', text: piece }), ...(over.length > 0 ? { marks: over.map((mark) => (mark.kind === 'bold' ? { type: 'bold' } : { type: 'link', attrs: { href: mark.href } })) } : {}) };
  });
}

const paragraph = (text: string, marks?: readonly InlineMark[]): JSONContent => ({ type: 'paragraph', ...(text === '' ? {} : { content: inline(text, marks) }) });

/** Items from..to that stand beside each other, each with the deeper ones behind it. */
function listNode(block: ListBlock, from: number, to: number): JSONContent {
  const levelOf = (i: number): number => block.levels?.[i] ?? 0;
  const content: JSONContent[] = [];
  for (let i = from; i < to; ) {
    let next = i + 1;
    while (next < to && levelOf(next) > levelOf(i)) next += 1;
    content.push({ type: 'listItem', content: [paragraph(block.items[i]!, block.marks?.[i]), ...(next > i + 1 ? [listNode(block, i + 1, next)] : [])] });
    i = next;
  }
  return { type: block.ordered ? 'orderedList' : 'bulletList', content };
}

function nodeOf(block: ContentBlock): JSONContent {
  if (isFieldBlock(block)) return { type: 'fieldBlock', attrs: { block, key: newKey() } };
  switch (block.type) {
    case 'heading':
      return { type: 'heading', attrs: { level: 2 }, ...(block.text === '' ? {} : { content: [{ type: 'text', text: block.text.replace(/\n/g, ' ') }] }) };
    case 'paragraph':
      return paragraph(block.text, block.marks);
    case 'list':
      return listNode(block, 0, block.items.length);
    case 'table': {
      const width = Math.max(1, ...block.rows.map((row) => row.length));
      const rows = block.rows.map((row) => Array.from({ length: width }, (_, c) => row[c] ?? ''));
      const spans = ({ rows: rowspan, columns: colspan }: MergedCell) => (rowspan * colspan > 1 ? { attrs: { rowspan, colspan } } : {});
      return { type: 'table', attrs: { caption: block.caption ?? '' }, content: drawnRows({ ...block, rows }).map((cells, r) => ({ type: 'tableRow', content: cells.map((cell) => ({ type: r === 0 ? 'tableHeader' : 'tableCell', ...spans(cell), content: [paragraph(cell.text, cell.marks)] })) })) };
    }
  }
}

/** The blocks of a text as the editor holds them. */
export function toDocument(blocks: readonly ContentBlock[]): JSONContent {
  const content = blocks.filter((block) => (block.type !== 'list' || block.items.length > 0) && (block.type !== 'table' || block.rows.length > 0)).map(nodeOf);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

/** Blocks as they come out of the editor when nobody touches them. */
export const throughEditor = (blocks: readonly ContentBlock[]): ContentBlock[] => (toDocument(blocks).content ?? []).flatMap((node) => toBlock(node) ?? []);

/** Text and marks of one line of the editor. */
function marked(node: JSONContent | undefined): MarkedLine {
  let text = '';
  const marks: InlineMark[] = [];
  const add = (mark: InlineMark): void => {
    const before = marks.findLast((other) => other.kind === mark.kind && other.end === mark.start && (other.kind === 'bold' || (mark.kind === 'link' && other.href === mark.href)));
    if (before) before.end = mark.end;
    else marks.push(mark);
  };
  for (const piece of node?.content ?? []) {
    const start = text.length;
    text += piece.type === 'hardBreak' ? '\n' : (piece.text ?? '');
    for (const mark of piece.marks ?? []) {
      if (mark.type === 'bold') add({ kind: 'bold', start, end: text.length });
      if (mark.type === 'link') add({ kind: 'link', start, end: text.length, href: String(mark.attrs?.['href'] ?? '') });
    }
  }
  return { text, marks: marks.sort((a, b) => a.start - b.start || a.end - b.end) };
}

interface MarkedLine { text: string; marks: InlineMark[] }

const itemsOf = (list: JSONContent, level: number): (MarkedLine & { level: number })[] =>
  (list.content ?? []).flatMap((item) => [{ ...marked(item.content?.[0]), level: Math.min(level, LIMITS.listLevels - 1) }, ...(item.content ?? []).slice(1).flatMap((inner) => itemsOf(inner, level + 1))]);

/** Where each cell of a table stands in its grid, row by row: cells that reach over others push the next ones on. */
export function placesOfCells(rows: readonly (readonly { rowspan: number; colspan: number }[])[]): MergedCell[][] {
  const taken = rows.map((): boolean[] => []);
  return rows.map((cells, row) => {
    let column = 0;
    return cells.map(({ rowspan, colspan }): MergedCell => {
      while (taken[row]![column]) column += 1;
      const place = { row, column, rows: Math.max(1, Math.min(rowspan, rows.length - row)), columns: Math.max(1, colspan) };
      for (let r = row; r < row + place.rows; r += 1) for (let c = column; c < column + place.columns; c += 1) taken[r]![c] = true;
      return place;
    });
  });
}

function tableBlock(node: JSONContent): TableBlock {
  const cells = (node.content ?? []).map((row) => row.content ?? []);
  const places = placesOfCells(cells.map((row) => row.map(({ attrs }) => ({ rowspan: Number(attrs?.['rowspan'] ?? 1), colspan: Number(attrs?.['colspan'] ?? 1) }))));
  const width = Math.max(0, ...places.flat().map(({ column, columns }) => column + columns));
  const rows = cells.map(() => Array.from({ length: width }, () => ''));
  const marks = cells.map(() => Array.from({ length: width }, (): InlineMark[] => []));
  cells.forEach((row, r) => row.forEach((cell, i) => {
    const line = marked(cell.content?.[0]);
    const { column } = places[r]![i]!;
    rows[r]![column] = line.text.replace(/\n/g, ' ');
    marks[r]![column] = line.marks;
  }));
  const merged = places.flat().filter((place) => place.rows * place.columns > 1);
  const caption = String(node.attrs?.['caption'] ?? '');
  return { type: 'table', rows, ...(caption === '' ? {} : { caption }), ...(marks.some((row) => row.some((own) => own.length > 0)) ? { marks } : {}), ...(merged.length > 0 ? { merged } : {}) };
}

/** One block of the editor as it is stored; null for a node that is none. */
export function toBlock(node: JSONContent): ContentBlock | null {
  switch (node.type) {
    case 'heading':
      return { type: 'heading', text: marked(node).text };
    case 'paragraph': {
      const { text, marks } = marked(node);
      return { type: 'paragraph', text, ...(marks.length > 0 ? { marks } : {}) };
    }
    case 'bulletList':
    case 'orderedList': {
      const items = itemsOf(node, 0);
      return {
        type: 'list', items: items.map(({ text }) => text), ...(node.type === 'orderedList' ? { ordered: true as const } : {}),
        ...(items.some(({ marks }) => marks.length > 0) ? { marks: items.map(({ marks }) => marks) } : {}), ...(items.some(({ level }) => level > 0) ? { levels: items.map(({ level }) => level) } : {}),
      };
    }
    case 'table':
      return tableBlock(node);
    case 'fieldBlock':
      return (node.attrs?.['block'] as ContentBlock | undefined) ?? null;
    default:
      return null;
  }
}

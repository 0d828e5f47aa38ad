import type { ContentBlock, InlineMark } from '@govmedia-hub/contracts';
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

function nodeOf(block: ContentBlock): JSONContent {
  if (isFieldBlock(block)) return { type: 'fieldBlock', attrs: { block, key: newKey() } };
  switch (block.type) {
    case 'heading':
      return { type: 'heading', attrs: { level: 2 }, ...(block.text === '' ? {} : { content: [{ type: 'text', text: block.text.replace(/\n/g, ' ') }] }) };
    case 'paragraph':
      return paragraph(block.text, block.marks);
    case 'list':
      return { type: block.ordered ? 'orderedList' : 'bulletList', content: block.items.map((item, i) => ({ type: 'listItem', content: [paragraph(item, block.marks?.[i])] })) };
    case 'table': {
      const width = Math.max(1, ...block.rows.map((row) => row.length));
      return { type: 'table', attrs: { caption: block.caption ?? '' }, content: block.rows.map((row, r) => ({ type: 'tableRow', content: Array.from({ length: width }, (_, c) => ({ type: r === 0 ? 'tableHeader' : 'tableCell', content: [paragraph(row[c] ?? '')] })) })) };
    }
  }
}

/** The blocks of a text as the editor holds them. */
export function toDocument(blocks: readonly ContentBlock[]): JSONContent {
  const content = blocks.filter((block) => (block.type !== 'list' || block.items.length > 0) && (block.type !== 'table' || block.rows.length > 0)).map(nodeOf);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

/** Text and marks of one line of the editor. */
function marked(node: JSONContent | undefined): { text: string; marks: InlineMark[] } {
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
      const items = (node.content ?? []).map((item) => marked(item.content?.[0]));
      return { type: 'list', items: items.map(({ text }) => text), ...(node.type === 'orderedList' ? { ordered: true as const } : {}), ...(items.some(({ marks }) => marks.length > 0) ? { marks: items.map(({ marks }) => marks) } : {}) };
    }
    case 'table': {
      const caption = String(node.attrs?.['caption'] ?? '');
      return { type: 'table', rows: (node.content ?? []).map((row) => (row.content ?? []).flatMap((cell) => [marked(cell.content?.[0]).text.replace(/\n/g, ' '), ...Array.from({ length: Math.max(0, Number(cell.attrs?.['colspan'] ?? 1) - 1) }, () => '')])), ...(caption === '' ? {} : { caption }) };
    }
    case 'fieldBlock':
      return (node.attrs?.['block'] as ContentBlock | undefined) ?? null;
    default:
      return null;
  }
}

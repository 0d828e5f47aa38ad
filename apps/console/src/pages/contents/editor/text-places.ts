import type { ContentBlock } from '@govmedia-hub/contracts';
import type { Node } from '@tiptap/pm/model';
import { placesOfCells, toBlock } from './text-document.js';

/** A block of the editor with the place of its node and, for blocks of fields, the name it keeps when it is moved. */
export interface PlacedBlock { block: ContentBlock; key: string; pos: number; node: Node }

/** All blocks of the editor in order. */
export function placedBlocks(doc: Node): PlacedBlock[] {
  const placed: PlacedBlock[] = [];
  doc.forEach((node, pos, index) => {
    const block = toBlock(node.toJSON() as never);
    if (block) placed.push({ block, key: node.type.name === 'fieldBlock' ? String(node.attrs['key']) : `n${index}`, pos, node });
  });
  return placed;
}

/** Where a piece of a block's text begins in the editor; null for a field, which is a text box of its own. */
export function placeOfPiece({ node, pos }: PlacedBlock, piece: string): number | null {
  const [head, first, second] = piece.split('.');
  if (node.type.name === 'paragraph' || node.type.name === 'heading') return head === 'text' ? pos + 1 : null;
  if (head === 'items') return itemStart(node, pos, Number(first));
  if (head === 'rows' && node.type.name === 'table') {
    const row = node.maybeChild(Number(first));
    const at = row ? childStart(node, pos, Number(first), 1) : null;
    const cell = cellsOf(node)[Number(first)]?.findIndex(({ column }) => column === Number(second)) ?? -1;
    return row && at !== null && cell >= 0 ? childStart(row, at - 1, cell, 2) : null;
  }
  return null;
}

function cellsOf(table: Node): ReturnType<typeof placesOfCells> {
  const rows: { rowspan: number; colspan: number }[][] = [];
  table.forEach((row) => {
    const cells: { rowspan: number; colspan: number }[] = [];
    row.forEach(({ attrs }) => cells.push({ rowspan: Number(attrs['rowspan'] ?? 1), colspan: Number(attrs['colspan'] ?? 1) }));
    rows.push(cells);
  });
  return placesOfCells(rows);
}

/** The inside of the n-th item of a list, those of its inner lists counted where they stand. */
function itemStart(list: Node, pos: number, index: number): number | null {
  let left = index;
  let found: number | null = null;
  list.descendants((node, at) => {
    if (node.type.name !== 'listItem' || found !== null) return found === null;
    if (left === 0) found = pos + 1 + at + 2;
    left -= 1;
    return true;
  });
  return found;
}

/** The inside of the n-th child, `deep` nodes down. */
function childStart(parent: Node, pos: number, index: number, deep: 1 | 2): number | null {
  if (index >= parent.childCount) return null;
  let at = pos + 1;
  for (let i = 0; i < index; i += 1) at += parent.child(i).nodeSize;
  return at + deep;
}

import type { ContentBlock } from '@govmedia-hub/contracts';
import { getSchema } from '@tiptap/core';
import { sayingOf } from './edited-content.js';
import { readFieldBlock, withField } from './field-blocks.js';
import { placedBlocks, placeOfPiece } from './text-places.js';
import { throughEditor, toBlock, toDocument } from './text-document.js';
import { FieldBlock, textSchema } from './text-schema.js';
import { shareOut } from './use-block-findings.js';

const blocks: ContentBlock[] = [
  { type: 'heading', text: '标准' },
  { type: 'paragraph', text: '每人每月\n400元，见通知', marks: [{ kind: 'bold', start: 2, end: 9 }, { kind: 'link', start: 10, end: 13, href: 'https://a.example/1' }] },
  { type: 'paragraph', text: '' },
  { type: 'list', items: ['身份证', '户口簿'], ordered: true, marks: [[], [{ kind: 'bold', start: 0, end: 2 }]] },
  { type: 'table', rows: [['年龄', '标准'], ['80周岁', '100元']], caption: '标准表' },
  { type: 'qa', question: '多少？', alternatives: ['几多'], answer: '400元。', documentId: null, anchor: null },
  { type: 'chart', form: 'line', title: '人数', unit: '人', rows: [['年', '数'], ['2025', '3']] },
];
const schema = getSchema([...textSchema, FieldBlock]);
const doc = schema.nodeFromJSON(toDocument(blocks));

describe('a text in the editor', () => {
  it('is what was stored, there and back, in the schema that typing keeps to', () => {
    doc.check();
    expect(placedBlocks(doc).map(({ block }) => block)).toEqual(blocks);
    expect(toBlock({ type: 'image', attrs: { src: 'x' } })).toBeNull();
  });

  it('is unchanged by the line that the editor adds as it opens a text that ends with a block of fields', () => {
    const stored: ContentBlock[] = [{ caption: '标准表', rows: [['年龄']], type: 'table' }, { ...blocks[5]! }];
    expect(sayingOf(throughEditor([...stored, { type: 'paragraph', text: '' }]))).toBe(sayingOf(throughEditor(stored)));
    expect(sayingOf(throughEditor([...stored, { type: 'paragraph', text: '又及' }]))).not.toBe(sayingOf(throughEditor(stored)));
  });

  it('has every piece at the place where the machine found it', () => {
    const placed = placedBlocks(doc);
    for (const [at, piece, words] of [[0, 'text', '标准'], [1, 'text', '每人每月'], [3, 'items.1', '户口簿'], [4, 'rows.1.1', '100元'], [4, 'rows.0.0', '年龄']] as const) {
      const from = placeOfPiece(placed[at]!, piece)!;
      expect(doc.textBetween(from, from + words.length, '\n', '\n')).toBe(words);
    }
    const broken = placeOfPiece(placed[1]!, 'text')!;
    expect(doc.textBetween(broken + 5, broken + 9, '\n', '\n')).toBe('400元');
    expect(placeOfPiece(placed[5]!, 'answer')).toBeNull();
    expect(placeOfPiece(placed[3]!, 'items.9')).toBeNull();
  });

  it('takes a block from the clipboard only in its own shape', () => {
    expect(readFieldBlock(JSON.stringify({ ...blocks[5], onclick: 'x', media: { sha256: 'x' } }))).toEqual(blocks[5]);
    for (const wrong of [null, '', '[]', '{"type":"script"}', '{"type":"paragraph","text":"x"}', 'null']) expect(readFieldBlock(wrong)).toBeNull();
    expect(readFieldBlock('{"type":"chart","rows":[[1]],"form":"pie","title":5}')).toEqual({ type: 'chart', form: 'bar', title: '', unit: '', rows: [['项目', '数量'], ['', ''], ['', '']] });
  });

  it('changes one field and leaves the others alone', () =>
    expect(withField({ type: 'chart' as const, rows: [['a', 'b'], ['c', 'd']] }, 'rows.1.0', 'x')).toEqual({ type: 'chart', rows: [['a', 'b'], ['x', 'd']] }));
});

describe('tables with joined cells and lists in lists', () => {
  const rich: ContentBlock[] = [
    { type: 'table', rows: [['对象', '标准', ''], ['80周岁', '城区', '100元'], ['', '乡镇', '90元']], marks: [[[], [], []], [[], [], [{ kind: 'bold', start: 0, end: 3 }]], [[], [{ kind: 'link', start: 0, end: 2, href: 'https://a.example' }], []]], merged: [{ row: 0, column: 1, rows: 1, columns: 2 }, { row: 1, column: 0, rows: 2, columns: 1 }] },
    { type: 'list', items: ['材料', '身份证', '复印件', '户口簿', '地点'], levels: [0, 1, 2, 1, 0] },
  ];
  const held = schema.nodeFromJSON(toDocument(rich));
  it('stay as they were stored', () => {
    held.check();
    expect(placedBlocks(held).map(({ block }) => block)).toEqual(rich);
  });

  it('have every piece at its place', () => {
    const placed = placedBlocks(held);
    for (const [at, piece, words] of [[0, 'rows.0.1', '标准'], [0, 'rows.1.2', '100元'], [0, 'rows.2.1', '乡镇'], [0, 'rows.2.2', '90元'], [1, 'items.0', '材料'], [1, 'items.2', '复印件'], [1, 'items.3', '户口簿'], [1, 'items.4', '地点']] as const) {
      const from = placeOfPiece(placed[at]!, piece)!;
      expect(held.textBetween(from, from + words.length, '\n', '\n')).toBe(words);
    }
    expect(placeOfPiece(placed[0]!, 'rows.2.0')).toBeNull();
  });
});

describe('findings of blocks that were screened together', () => {
  const finding = (start: number, end: number) => ({ gate: 'text', rule: 'r', severity: 'warn', start, end, text: '', message: '', suggestion: null, source: '' }) as const;
  it('go back to the block they lie in', () =>
    expect(shareOut(['甲乙', '丙丁戊'], [finding(0, 1), finding(3, 5), finding(5, 6), finding(1, 4)]).map((own) => own.map(({ start, end }) => [start, end]))).toEqual([[[0, 1], [1, 2]], [[0, 2], [2, 3]]]));
});

import { LIMITS, type ContentBlock } from '@govmedia-hub/contracts';
import { InvalidRequest } from '../../foundation/errors/problem-filter.js';

type Problem = { field: string; message: string };

const FIELDS: Record<ContentBlock['type'], readonly string[]> = {
  heading: ['type', 'text'],
  paragraph: ['type', 'text'],
  list: ['type', 'items'],
  table: ['type', 'rows'],
  qa: ['type', 'question', 'alternatives', 'answer', 'documentId', 'anchor'],
};
const MAX_ITEMS = 200;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Checks the blocks of a request one by one: a union of shapes is beyond decorators.
 * @throws InvalidRequest with one row per refused field
 */
export function readBlocks(value: readonly unknown[]): ContentBlock[] {
  const problems: Problem[] = [];
  const blocks = value.map((block, index) => readBlock(block, `blocks.${index}`, problems));
  if (problems.length > 0) throw new InvalidRequest(problems);
  return blocks as ContentBlock[];
}

function readBlock(value: unknown, field: string, problems: Problem[]): ContentBlock | null {
  const block = value as Record<string, unknown>;
  const type = typeof value === 'object' && value !== null ? (block['type'] as ContentBlock['type']) : null;
  if (!type || !Object.hasOwn(FIELDS, type)) {
    problems.push({ field: `${field}.type`, message: '不在可选范围内。' });
    return null;
  }
  for (const key of Object.keys(block)) if (!FIELDS[type].includes(key)) problems.push({ field: `${field}.${key}`, message: '没有这个字段，请删去。' });
  const text = (key: string, of: Record<string, unknown> = block): string => stringAt(of[key], `${field}.${key}`, problems);
  const list = (key: string): string[] => listAt(block[key], `${field}.${key}`, problems);
  switch (type) {
    case 'heading':
    case 'paragraph':
      return { type, text: text('text') };
    case 'list':
      return { type, items: list('items') };
    case 'table': {
      const rows = block['rows'];
      if (!Array.isArray(rows) || rows.length > MAX_ITEMS) {
        problems.push({ field: `${field}.rows`, message: `应为列表，最多 ${MAX_ITEMS} 行。` });
        return null;
      }
      return { type, rows: rows.map((row, index) => listAt(row, `${field}.rows.${index}`, problems)) };
    }
    case 'qa': {
      const documentId = block['documentId'] ?? null;
      const anchor = block['anchor'] ?? null;
      if (documentId !== null && !(typeof documentId === 'string' && UUID.test(documentId))) problems.push({ field: `${field}.documentId`, message: '编号格式不正确。' });
      if (anchor !== null && !(typeof anchor === 'string' && anchor.length <= 100)) problems.push({ field: `${field}.anchor`, message: '格式不正确。' });
      return { type, question: text('question'), alternatives: block['alternatives'] === undefined ? [] : list('alternatives'), answer: text('answer'), documentId: documentId as string | null, anchor: anchor as string | null };
    }
  }
}

function stringAt(value: unknown, field: string, problems: Problem[]): string {
  if (typeof value !== 'string') problems.push({ field, message: '应为文字。' });
  else if (value.length > LIMITS.blockChars) problems.push({ field, message: `超过长度上限（最多 ${LIMITS.blockChars} 个字符）。` });
  else return value;
  return '';
}

function listAt(value: unknown, field: string, problems: Problem[]): string[] {
  if (!Array.isArray(value) || value.length > MAX_ITEMS) {
    problems.push({ field, message: `应为列表，最多 ${MAX_ITEMS} 项。` });
    return [];
  }
  return value.map((item, index) => stringAt(item, `${field}.${index}`, problems));
}

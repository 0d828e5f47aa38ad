import type { BoundSourceView, ContentBlock, ContentKind, ContentView, GuideParts, SaveContentRequest } from '@govmedia-hub/contracts';
import { emptyFieldBlock } from './field-blocks.js';

/** What stands in the editor. */
export interface EditedContent {
  kind: ContentKind;
  title: string;
  topic: string | null;
  blocks: ContentBlock[];
  guide: GuideParts | null;
  sources: BoundSourceView[];
}

/** A finding that its writer called a false alarm, to be recorded with the next save. */
export interface Dismissal { rule: string; text: string; reason: string }

export const EMPTY_GUIDE: GuideParts = {
  audience: 'person', lifeEvent: '', conditions: [''], materials: [{ name: '', form: '原件', copies: 1, note: '' }], steps: [{ title: '', detail: '' }],
  timeLimit: { amount: 5, unit: 'working_day', text: '' }, fee: { free: true, text: '不收费' }, place: '', hours: '', phone: '', onlineUrl: null, oneVisit: false,
};

/** A new content of a kind: what its readers expect to find first. */
export function startContent(kind: ContentKind, sources: BoundSourceView[] = []): EditedContent {
  return { kind, title: '', topic: null, sources, guide: kind === 'guide' ? EMPTY_GUIDE : null, blocks: kind === 'guide' ? [] : [kind === 'qa' ? emptyFieldBlock('qa') : { type: 'paragraph', text: '' }] };
}

export function editContent(content: ContentView, revision = content.revision): EditedContent {
  return { kind: content.kind, title: revision.title, topic: content.topic, blocks: revision.blocks, guide: revision.guide, sources: revision.sources };
}

const filled = (text: string): boolean => text.trim() !== '';

/** A block without the empty lines and rows that nobody filled in, or null when nothing is left; marks move with their text. */
export function filledBlock(block: ContentBlock): ContentBlock | null {
  switch (block.type) {
    case 'heading':
      return filled(block.text) ? { ...block, text: block.text.trim() } : null;
    case 'paragraph': {
      if (!filled(block.text)) return null;
      const { text, marks } = trimMarked(block.text, block.marks);
      return { type: 'paragraph', text, ...(marks.length > 0 ? { marks } : {}) };
    }
    case 'list': {
      const items = block.items.map((item, i) => ({ ...trimMarked(item, block.marks?.[i]), level: block.levels?.[i] ?? 0 })).filter(({ text }) => text !== '');
      const levels: number[] = [];
      for (const { level } of items) levels.push(Math.min(level, levels.length === 0 ? 0 : levels.at(-1)! + 1));
      return items.length > 0 ? { type: 'list', items: items.map(({ text }) => text), ...(block.ordered ? { ordered: true } : {}), ...(items.some(({ marks }) => marks.length > 0) ? { marks: items.map(({ marks }) => marks) } : {}), ...(levels.some((level) => level > 0) ? { levels } : {}) } : null;
    }
    case 'table': {
      const cells = block.rows.map((row, r) => row.map((cell, c) => trimMarked(cell, block.marks?.[r]?.[c])));
      const { marks: _, ...table } = block;
      return cells.some((row) => row.some(({ text }) => text !== '')) ? { ...table, rows: cells.map((row) => row.map(({ text }) => text)), ...(cells.some((row) => row.some(({ marks }) => marks.length > 0)) ? { marks: cells.map((row) => row.map(({ marks }) => marks)) } : {}) } : null;
    }
    case 'qa':
      return filled(block.question) || filled(block.answer) ? { ...block, question: block.question.trim(), answer: block.answer.trim(), alternatives: block.alternatives.map((text) => text.trim()).filter(filled) } : null;
    case 'chart':
      return filled(block.title) || block.rows.slice(1).some((row) => row.some(filled)) ? { ...block, title: block.title.trim(), rows: block.rows.filter((row, r) => r === 0 || row.some(filled)).map((row) => row.map((cell) => cell.trim())) } : null;
    case 'attachment':
      return block.attachmentId === '' ? null : block;
    default:
      return block;
  }
}

function trimMarked(given: string, marks: Extract<ContentBlock, { type: 'paragraph' }>['marks'] = []): { text: string; marks: NonNullable<typeof marks> } {
  const text = given.trim();
  const lead = given.length - given.trimStart().length;
  return { text, marks: marks.map((mark) => ({ ...mark, start: Math.max(0, mark.start - lead), end: Math.min(text.length, mark.end - lead) })).filter((mark) => mark.start < mark.end) };
}

/** What the blocks say, to compare: the empty line that the editor keeps at the end says nothing. */
export const sayingOf = (blocks: readonly ContentBlock[]): string => JSON.stringify(blocks.flatMap((block) => filledBlock(block) ?? []));

/** Drops what nobody filled in, and says what is sent. */
export function toSaveRequest(edited: EditedContent, seenVersion?: number): SaveContentRequest {
  const blocks = edited.blocks.flatMap((block) => filledBlock(block) ?? []);
  const guide = edited.guide && {
    ...edited.guide,
    conditions: edited.guide.conditions.map((text) => text.trim()).filter(filled),
    materials: edited.guide.materials.filter((material) => filled(material.name)),
    steps: edited.guide.steps.filter((step) => filled(step.title) || filled(step.detail)),
    onlineUrl: edited.guide.onlineUrl?.trim() || null,
  };
  return {
    kind: edited.kind, title: edited.title.trim(), topic: edited.topic, blocks, guide: edited.kind === 'guide' ? guide : null,
    sources: edited.sources.map(({ documentId, anchor }) => ({ documentId, anchor })), ...(seenVersion === undefined ? {} : { seenVersion }),
  };
}

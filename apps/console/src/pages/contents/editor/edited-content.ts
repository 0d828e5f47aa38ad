import type { BoundSourceView, ContentBlock, ContentKind, ContentView, GuideParts, SaveContentRequest } from '@govmedia-hub/contracts';

/** A block with a key that stays with it when it moves. */
export interface EditedBlock { key: string; block: ContentBlock }

/** What stands in the editor. */
export interface EditedContent {
  kind: ContentKind;
  title: string;
  topic: string | null;
  blocks: EditedBlock[];
  guide: GuideParts | null;
  sources: BoundSourceView[];
}

export const EMPTY_GUIDE: GuideParts = {
  audience: 'person', lifeEvent: '', conditions: [''], materials: [{ name: '', form: '原件', copies: 1, note: '' }], steps: [{ title: '', detail: '' }],
  timeLimit: { amount: 5, unit: 'working_day', text: '' }, fee: { free: true, text: '不收费' }, place: '', hours: '', phone: '', onlineUrl: null, oneVisit: false,
};

export const EMPTY_KINDS = ['heading', 'paragraph', 'list', 'table', 'qa'] as const;

export function emptyBlock(type: (typeof EMPTY_KINDS)[number]): ContentBlock {
  switch (type) {
    case 'heading': return { type, text: '' };
    case 'paragraph': return { type, text: '' };
    case 'list': return { type, items: [''] };
    case 'table': return { type, rows: [['', ''], ['', '']] };
    case 'qa': return { type, question: '', alternatives: [], answer: '', documentId: null, anchor: null };
  }
}

let keys = 0;
export const keyed = (block: ContentBlock): EditedBlock => ({ key: `b${(keys += 1)}`, block });

/** A new content of a kind: what its readers expect to find first. */
export function startContent(kind: ContentKind, sources: BoundSourceView[] = []): EditedContent {
  return { kind, title: '', topic: null, sources, guide: kind === 'guide' ? EMPTY_GUIDE : null, blocks: kind === 'guide' ? [] : [keyed(emptyBlock(kind === 'qa' ? 'qa' : 'paragraph'))] };
}

export function editContent(content: ContentView): EditedContent {
  return { kind: content.kind, title: content.revision.title, topic: content.topic, blocks: content.revision.blocks.map(keyed), guide: content.revision.guide, sources: content.revision.sources };
}

/** Drops empty lines, rows and questions that nobody filled in, and says what is sent. */
export function toSaveRequest(edited: EditedContent, seenVersion?: number): SaveContentRequest {
  const filled = (text: string) => text.trim() !== '';
  const blocks = edited.blocks.flatMap(({ block }): ContentBlock[] => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return filled(block.text) ? [{ ...block, text: block.text.trim() }] : [];
      case 'list': {
        const items = block.items.map((item) => item.trim()).filter(filled);
        return items.length > 0 ? [{ type: 'list', items, ...(block.ordered ? { ordered: true } : {}) }] : [];
      }
      case 'table': {
        const rows = block.rows.map((row) => row.map((cell) => cell.trim()));
        return rows.some((row) => row.some(filled)) ? [{ ...block, rows }] : [];
      }
      case 'qa':
        return filled(block.question) || filled(block.answer) ? [{ ...block, question: block.question.trim(), answer: block.answer.trim(), alternatives: block.alternatives.map((text) => text.trim()).filter(filled) }] : [];
      default:
        return [block];
    }
  });
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

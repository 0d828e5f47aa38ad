import type { ContentBlock, GuideParts, InlineMark } from '@govmedia-hub/contracts';
import sanitizeHtml from 'sanitize-html';

const TAG = /<\/?[a-zA-Z!?][^<>]*>?/;
const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

/**
 * Plain text: markup pasted from editors and web pages is taken out (scripts with what is in them), line ends are
 * unified and control characters dropped. Signs of comparison (年龄 < 60 岁) stay.
 */
export function plainText(value: string): string {
  let text = value.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
  for (let round = 0; TAG.test(text) && round < 4; round += 1) {
    text = sanitizeHtml(text, { allowedTags: [], allowedAttributes: {} }).replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);
  }
  return TAG.test(text) ? text.replace(/[<>]/g, '') : text;
}

const plainLine = (text: string): string => plainText(text).replace(/[\t\n]/g, ' ');
const plainRows = (rows: readonly string[][]): string[][] => rows.map((row) => row.map(plainLine));

/** Marks stand on the text as it was sent: where markup had to be taken out of it, they are dropped with it. */
export function plainBlock(block: ContentBlock): ContentBlock {
  switch (block.type) {
    case 'heading':
      return { ...block, text: plainText(block.text) };
    case 'paragraph': {
      const text = plainText(block.text);
      return block.marks && text === block.text ? block : { type: 'paragraph', text };
    }
    case 'list': {
      const items = block.items.map(plainText);
      const marks = block.marks?.map((own, i): InlineMark[] => (items[i] === block.items[i] ? own : []));
      return { type: 'list', items, ...(block.ordered ? { ordered: true } : {}), ...(marks?.some((own) => own.length > 0) ? { marks } : {}), ...(block.levels ? { levels: block.levels } : {}) };
    }
    case 'table': {
      const rows = plainRows(block.rows);
      const marks = block.marks?.map((row, r) => row.map((own, c): InlineMark[] => (rows[r]?.[c] === block.rows[r]?.[c] ? own : [])));
      const { type, caption, merged } = block;
      return { type, rows, ...(caption === undefined ? {} : { caption: plainLine(caption) }), ...(marks?.some((row) => row.some((own) => own.length > 0)) ? { marks } : {}), ...(merged ? { merged } : {}) };
    }
    case 'picture':
      return { ...block, alt: plainText(block.alt), caption: plainText(block.caption) };
    case 'chart':
      return { ...block, title: plainLine(block.title), unit: plainLine(block.unit), rows: plainRows(block.rows) };
    case 'audio':
    case 'video':
      return { ...block, title: plainLine(block.title), transcript: plainText(block.transcript) };
    case 'citation':
      return { ...block, note: plainText(block.note) };
    case 'reprint':
      return { ...block, name: plainLine(block.name) };
    case 'attachment':
      return block;
    case 'qa':
      return { type: 'qa', question: plainText(block.question), alternatives: block.alternatives.map(plainText), answer: plainText(block.answer), documentId: block.documentId, anchor: block.anchor };
  }
}

export function plainGuide(guide: GuideParts): GuideParts {
  return {
    audience: guide.audience,
    lifeEvent: plainText(guide.lifeEvent),
    conditions: guide.conditions.map(plainText),
    materials: guide.materials.map(({ name, form, copies, note }) => ({ name: plainText(name), form: plainText(form), copies, note: plainText(note) })),
    steps: guide.steps.map(({ title, detail }) => ({ title: plainText(title), detail: plainText(detail) })),
    timeLimit: { amount: guide.timeLimit.amount, unit: guide.timeLimit.unit, text: plainText(guide.timeLimit.text) },
    fee: { free: guide.fee.free, text: plainText(guide.fee.text) },
    place: plainText(guide.place),
    hours: plainText(guide.hours),
    phone: plainText(guide.phone),
    onlineUrl: guide.onlineUrl,
    oneVisit: guide.oneVisit,
  };
}

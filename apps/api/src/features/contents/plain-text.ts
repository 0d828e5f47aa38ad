import type { ContentBlock, GuideParts } from '@govmedia-hub/contracts';
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

export function plainBlock(block: ContentBlock): ContentBlock {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return { type: block.type, text: plainText(block.text) };
    case 'list':
      return { type: 'list', items: block.items.map(plainText) };
    case 'table':
      return { type: 'table', rows: block.rows.map((row) => row.map((cell) => plainText(cell).replace(/[\t\n]/g, ' '))) };
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

import type { GuideParts, Validity } from '@govmedia-hub/contracts';
import { contentHtml, escapeHtml, type ContentRevisionEntity, type HtmlPlace } from '../../contents/contents.reader.js';

/** A frozen revision as it is put into HTML. */
export type OutgoingText = Pick<ContentRevisionEntity, 'title' | 'blocks' | 'guide' | 'sources' | 'attachments'>;

/** Where the HTML goes: with its own styles or without, with links or with addresses in words, and where pictures lie there. */
export interface OutgoingPlace { styled: boolean; links: boolean; mediaUrl?: HtmlPlace['mediaUrl']; validities?: ReadonlyMap<string, Validity> }

/** All that is read of a revision but its title, as HTML for a place outside the hub. */
export function plainHtml(text: OutgoingText, place: OutgoingPlace = { styled: false, links: true }): string {
  const sources = text.sources.map((source) => ({ ...source, validity: place.validities?.get(source.documentId) ?? 'in_force' }));
  const around: HtmlPlace = { sources, attachments: text.attachments, links: place.links, styled: place.styled, ...(place.mediaUrl ? { mediaUrl: place.mediaUrl } : {}) };
  return contentHtml(text.blocks, around) + (text.guide ? contentHtml(guideBlocks(text.guide), around) : '');
}

/** 依据：《…》（文号）第N条, one line each. */
export const basisLines = (text: Pick<OutgoingText, 'sources'>): string[] => text.sources.map(({ title, docNumber, label }) => `依据：《${title.replace(/^《|》$/g, '')}》${docNumber ? `（${docNumber}）` : ''}${label ?? ''}`);

export { escapeHtml };

/** The structured parts of a guide in the order in which residents read them. */
function guideBlocks(guide: GuideParts): ContentRevisionEntity['blocks'] {
  const heading = (text: string) => ({ type: 'heading' as const, text });
  const paragraph = (text: string) => ({ type: 'paragraph' as const, text });
  const list = (items: string[]) => ({ type: 'list' as const, items });
  const part = (title: string, inner: ContentRevisionEntity['blocks']): ContentRevisionEntity['blocks'] => (inner.length > 0 ? [heading(title), ...inner] : []);
  return [
    ...part('申请条件', guide.conditions.length > 0 ? [list(guide.conditions)] : []),
    ...part('申请材料', guide.materials.length > 0 ? [list(guide.materials.map((material) => [material.name, material.form, `${material.copies}份`, material.note].filter(Boolean).join('，')))] : []),
    ...part('办理流程', guide.steps.map((step) => paragraph(`${step.title}：${step.detail}`))),
    ...part('办理时限', [paragraph(guide.timeLimit.text)]), ...part('收费', [paragraph(guide.fee.text)]),
    ...part('办理地点和时间', [paragraph([guide.place, guide.hours, guide.phone].filter(Boolean).join('，'))]), ...part('网上办理', guide.onlineUrl ? [paragraph(guide.onlineUrl)] : []),
  ];
}

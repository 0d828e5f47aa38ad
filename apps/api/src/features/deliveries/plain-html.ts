import type { ContentBlock, GuideParts } from '@govmedia-hub/contracts';
import { contentHtml } from '../contents/contents.reader.js';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (mark) => ESCAPES[mark]!);
const lines = (text: string): string => escape(text).replace(/\n/g, '<br/>');

/** Inline styles by element; a platform that strips classes keeps these. */
export interface HtmlStyle { heading: string; paragraph: string; list: string; item: string; table: string; cell: string }

const BARE: HtmlStyle = { heading: '', paragraph: '', list: '', item: '', table: '', cell: '' };

/** What is read of a revision, without its title, as simple HTML: elements and inline styles only. */
export function plainHtml(revision: { blocks: readonly ContentBlock[]; guide: GuideParts | null }, style: HtmlStyle = BARE): string {
  const tag = (name: string, css: string, inner: string): string => `<${name}${css ? ` style="${css}"` : ''}>${inner}</${name}>`;
  const paragraph = (text: string): string => tag('p', style.paragraph, lines(text));
  const heading = (text: string): string => tag('h2', style.heading, lines(text));
  const list = (items: readonly string[]): string => tag('ul', style.list, items.map((item) => tag('li', style.item, lines(item))).join(''));
  const table = (rows: readonly (readonly string[])[]): string => tag('table', style.table, tag('tbody', '', rows.map((row) => tag('tr', '', row.map((cell) => tag('td', style.cell, lines(cell))).join(''))).join('')));
  const block = (its: ContentBlock): string => {
    switch (its.type) {
      case 'heading': return heading(its.text);
      case 'paragraph': return paragraph(its.text);
      case 'list': return list(its.items);
      case 'table': return table(its.rows);
      case 'qa': return heading(its.question) + paragraph(its.answer);
      default: return contentHtml([its], { sources: [], links: false, styled: style !== BARE });
    }
  };
  return revision.blocks.map(block).join('') + (revision.guide ? guideHtml(revision.guide, { heading, paragraph, list }) : '');
}

function guideHtml(guide: GuideParts, make: { heading: (text: string) => string; paragraph: (text: string) => string; list: (items: readonly string[]) => string }): string {
  const part = (title: string, inner: string): string => (inner ? make.heading(title) + inner : '');
  return [
    part('申请条件', guide.conditions.length ? make.list(guide.conditions) : ''),
    part('申请材料', guide.materials.length ? make.list(guide.materials.map((material) => [material.name, material.form, `${material.copies}份`, material.note].filter(Boolean).join('，'))) : ''),
    part('办理流程', guide.steps.map((step) => make.paragraph(`${step.title}：${step.detail}`)).join('')),
    part('办理时限', make.paragraph(guide.timeLimit.text)), part('收费', make.paragraph(guide.fee.text)),
    part('办理地点和时间', make.paragraph([guide.place, guide.hours, guide.phone].filter(Boolean).join('，'))), part('网上办理', guide.onlineUrl ? make.paragraph(guide.onlineUrl) : ''),
  ].join('');
}

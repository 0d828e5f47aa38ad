import { drawnRows, endpoints, LIMITS, runsOf, type ContentBlock, type InlineMark, type ListBlock, type MediaView } from '@govmedia-hub/contracts';
import type { Editor } from '@tiptap/react';
import { callWithFiles } from '../../../api/call.js';
import { newKey, type FieldBlockOf } from './field-blocks.js';
import { blocksOfHtml } from './paste-cleaner.js';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (mark) => ESCAPES[mark]!);
const inline = (text: string, marks?: readonly InlineMark[]): string => runsOf(text, marks).map(({ text: own, bold, href }) => {
  const words = bold ? `<strong>${escape(own).replace(/\n/g, '<br>')}</strong>` : escape(own).replace(/\n/g, '<br>');
  return href === null ? words : `<a href="${escape(href)}">${words}</a>`;
}).join('');

function listHtml(block: ListBlock, from: number, to: number): string {
  const levelOf = (i: number): number => block.levels?.[i] ?? 0;
  const tag = block.ordered ? 'ol' : 'ul';
  let items = '';
  for (let i = from; i < to; ) {
    let next = i + 1;
    while (next < to && levelOf(next) > levelOf(i)) next += 1;
    items += `<li><p>${inline(block.items[i]!, block.marks?.[i])}</p>${next > i + 1 ? listHtml(block, i + 1, next) : ''}</li>`;
    i = next;
  }
  return `<${tag}>${items}</${tag}>`;
}

/** Blocks as the plain HTML that the editor's schema reads. */
function htmlOf(block: ContentBlock, key: string): string {
  switch (block.type) {
    case 'heading': return `<h2>${escape(block.text)}</h2>`;
    case 'paragraph': return `<p>${inline(block.text, block.marks)}</p>`;
    case 'list': return listHtml(block, 0, block.items.length);
    case 'table': return `<table><tbody>${drawnRows(block).map((row, r) => `<tr>${row.map((cell) => `<${r === 0 ? 'th' : 'td'} rowspan="${cell.rows}" colspan="${cell.columns}"><p>${inline(cell.text, cell.marks)}</p></${r === 0 ? 'th' : 'td'}>`).join('')}</tr>`).join('')}</tbody></table>`;
    default: return `<div data-field-block="${escape(JSON.stringify(block))}" data-key="${key}"></div>`;
  }
}

/** The bytes of a data: address; nothing is fetched. */
function fileOf(address: string): File {
  const [head = '', body = ''] = address.split(',', 2);
  const type = /^data:([^;]+)/i.exec(head)?.[1] ?? '';
  const bytes = Uint8Array.from(atob(body.replace(/\s/g, '')), (character) => character.charCodeAt(0));
  return new File([bytes], `粘贴.${type.endsWith('png') ? 'png' : 'jpg'}`, { type });
}

/** Puts a picture's id into its block, wherever that stands by now; a block that was deleted meanwhile stays deleted. */
function fill(editor: Editor, key: string, media: MediaView | null): void {
  editor.state.doc.forEach((node, pos) => {
    if (node.type.name !== 'fieldBlock' || node.attrs['key'] !== key) return;
    if (media) editor.view.dispatch(editor.state.tr.setNodeMarkup(pos, undefined, { ...node.attrs, block: { ...(node.attrs['block'] as FieldBlockOf), mediaId: media.id } }));
  });
}

/**
 * Cleans what is pasted. Pictures that came inside the text are uploaded; those that stand elsewhere are left out and told.
 * @param say tells the person what was left out or failed
 */
export function paste(html: string, editor: Editor, say: (words: string) => void): string {
  if (/data-pm-slice=/.test(html) && /data-field-block=|<p|<h2|<li|<t[dh]/.test(html) && !/mso-|class="?Mso|<script|<style/i.test(html)) return html;
  const { blocks, pictures, refused, changed, inline: words } = blocksOfHtml(new DOMParser().parseFromString(html, 'text/html'));
  if (refused > 0) say(`有 ${refused} 张图片没有粘贴进来：图片在别处，系统不去抓取。请另存后在这里上传。`);
  if (changed.size > 0) say(`粘贴时有改动：${[...changed].join('；')}。`);
  const kept = blocks.slice(0, LIMITS.blocksPerRevision);
  if (kept.length < blocks.length) say(`粘贴的内容过长，只保留前 ${LIMITS.blocksPerRevision} 块。`);
  const keys = kept.map(() => newKey());
  for (const { at, address } of pictures) {
    const key = keys[at];
    if (!key) continue;
    void Promise.resolve().then(() => callWithFiles(endpoints.uploadMedia, {}, [fileOf(address)])).then(([media]) => fill(editor, key, media ?? null), () => say('有一张图片没有传上去，请在图片块里重新上传。'));
  }
  if (words && kept[0]?.type === 'paragraph') return inline(kept[0].text, kept[0].marks);
  return kept.map((block, i) => htmlOf(block, keys[i]!)).join('');
}

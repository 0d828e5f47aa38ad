import { articleAnchor, findArticleReferences, findCitations, parseNumeral, titleKey } from '@govmedia-hub/chinese-text';
import type { DocumentEffect } from './draft.js';
import type { SourceLine } from './source-lines.js';

const CHANGES = /修改|修订|修正|改为|删去|删除|增加|增设|调整为|合并|替换|废止|停止执行/;
/** 根据本决定作相应修改，重新公布: says nothing of its own. */
const CLOSING = /根据本(?:决定|通知|公告)|重新(?:公布|发布|印发)|(?:条文|条款)?(?:的)?(?:顺序|序号)作相应|^(?:本决定|本通知|本公告)自/;
const PART = /第 ?([一二三四五六七八九十\d]{1,3}) ?部分(?: ?第 ?[（(]?([一二三四五六七八九十\d]{1,3})[）)]? ?项)?/g;

/**
 * The anchors that an amendment touches in its target, read from the lines that follow the words of amendment.
 * Undefined when any of its instructions does not say which article it means: then the whole document counts as changed.
 */
export function amendedArticles(effect: Pick<DocumentEffect, 'title' | 'docNumber' | 'line'>, lines: readonly SourceLine[], nextLine: number): string[] | undefined {
  const found = new Set<string>();
  const region = lines.filter((line) => line.number >= effect.line && line.number < nextLine);
  let quoted = 0;
  let blind = false;
  for (const [index, line] of region.entries()) {
    const outside = outsideQuotes(line.text, quoted);
    quoted = outside.depth;
    let text = outside.text;
    if (index === 0) text = behindTitle(text, effect);
    if (!CHANGES.test(text) || CLOSING.test(text)) continue;
    const anchors = anchorsIn(text);
    for (const anchor of anchors) found.add(anchor);
    if (anchors.length === 0 && !opensList(text, index)) blind = true;
  }
  return blind || found.size === 0 ? undefined : [...found];
}

const opensList = (text: string, index: number): boolean => (index === 0 && /(?:修改|修订|修正)(?:[：:]|$)/.test(text)) || /(?:如下|以下|下列)(?:修改|修订|修正)[：:]?$/.test(text);

/** What stands behind the title of the target, so that the title's own words do not count. */
function behindTitle(text: string, effect: Pick<DocumentEffect, 'title' | 'docNumber'>): string {
  const own = findCitations(text).find((c) => (c.title !== null && effect.title !== null && titleKey(c.title) === titleKey(effect.title)) || (effect.docNumber !== null && c.docNumber === effect.docNumber));
  if (!own) return text;
  const article = own.article === null ? '' : own.article.text;
  return article + text.slice(own.end);
}

function anchorsIn(text: string): string[] {
  const others = findCitations(text).filter((c) => !c.self && (c.title !== null || c.docNumber !== null));
  const inOther = (at: number): boolean => others.some((c) => at >= c.start && at < c.end);
  const references = findArticleReferences(text).filter((reference) => !inOther(reference.start));
  const anchors = references.map((reference) => reference.anchor);
  for (const [i, reference] of references.entries()) {
    const next = references[i + 1];
    if (next && /^ ?(?:至|到) ?$/.test(text.slice(reference.end, next.start))) for (let n = reference.article + 1; n < next.article && n - reference.article < 200; n++) anchors.push(articleAnchor(n, null));
  }
  for (const match of text.matchAll(PART)) {
    const [part, item] = [parseNumeral(match[1]!), match[2] === undefined ? null : parseNumeral(match[2])];
    if (part !== null) anchors.push(item === null ? `sec-${part}` : `sec-${part}-${item}`);
  }
  return anchors;
}

/** The line without quoted text, which is old or new wording; a quotation may run over lines. */
function outsideQuotes(line: string, depth: number): { text: string; depth: number } {
  let text = '';
  for (const sign of line) {
    if (sign === '“') depth += 1;
    else if (sign === '”') depth = Math.max(0, depth - 1);
    else if (depth === 0) text += sign;
  }
  return { text, depth };
}

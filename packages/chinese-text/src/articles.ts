import { normalise, sourceSpan } from './normalise.js';
import { formatNumeral, parseNumeral } from './numerals.js';

/** 第十二条之一第二款第（三）项 */
export interface ArticleReference {
  start: number;
  end: number;
  text: string;
  article: number;
  /** 第X条之一 → 1 */
  sub: number | null;
  paragraph: number | null;
  item: number | null;
  /** 'art-12', 'art-12-1' for 之一. */
  anchor: string;
}

const N = '[〇零一二两三四五六七八九十百千\\d]{1,9}';
/** One reference, for use inside larger patterns of normalised text; six groups less one: article, sub, paragraph, item. */
export const ARTICLE_SOURCE = `第 ?(${N}) ?条(?: ?之 ?(${N}))?(?: ?第 ?(${N}) ?款)?(?: ?第 ?\\(? ?(${N}) ?\\)? ?项)?`;
const ARTICLE = new RegExp(ARTICLE_SOURCE, 'g');

export function articleAnchor(article: number, sub: number | null): string {
  return sub === null ? `art-${article}` : `art-${article}-${sub}`;
}

/** What an anchor of an article is called in text: 'art-12-1' → 第十二条之一; null for anchors of anything else. */
export function articleLabel(anchor: string): string | null {
  const [, article, sub] = /^art-(\d+)(?:-(\d+))?$/.exec(anchor) ?? [];
  return article === undefined ? null : `第${formatNumeral(Number(article))}条${sub === undefined ? '' : `之${formatNumeral(Number(sub))}`}`;
}

/** Every reference to an article of a law or a measure in the text, in order. Offsets are UTF-16 units of the text. */
export function findArticleReferences(text: string): ArticleReference[] {
  const n = normalise(text, { lowerCase: false, traditional: false });
  const found: ArticleReference[] = [];
  for (const match of n.text.matchAll(ARTICLE)) {
    const article = parseNumeral(match[1]!);
    if (article === null || !Number.isInteger(article)) continue;
    const part = (group: number): number | null => (match[group] === undefined ? null : parseNumeral(match[group]));
    const span = sourceSpan(n, match.index, match.index + match[0].length);
    found.push({ ...span, text: text.slice(span.start, span.end), article, sub: part(2), paragraph: part(3), item: part(4), anchor: articleAnchor(article, part(2)) });
  }
  return found;
}

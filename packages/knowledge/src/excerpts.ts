import { findArticleReferences, findDocumentNumbers, normalise, sourceSpan } from '@govmedia-hub/chinese-text';
import type { Unit } from './analysis.js';

/** UTF-16 offsets, end exclusive. */
export interface Span { start: number; end: number }

export interface Excerpt {
  text: string;
  /** Where it begins in the passage's text. */
  start: number;
  end: number;
  /** Spans of the excerpt's text. */
  highlights: Span[];
}

/** Every place in the text that says a unit of the question, merged and in order. */
export function highlightsOf(text: string, units: readonly Unit[]): Span[] {
  const n = normalise(text);
  const spans: Span[] = [];
  const mark = (form: string): void => {
    for (let at = n.text.indexOf(form); at >= 0; at = n.text.indexOf(form, at + form.length)) spans.push(sourceSpan(n, at, at + form.length));
  };
  const single = units.every((unit) => unit.word.length === 1);
  for (const unit of units) {
    for (const form of unit.forms) {
      if (form.startsWith('#')) continue;
      if (form.length < 2 && !single) continue;
      mark(form);
    }
    for (const part of unit.parts) if (part.length >= 2) mark(part);
  }
  const numbers = new Set(units.flatMap((unit) => unit.forms.filter((form) => form.startsWith('#'))));
  if (numbers.size > 0) {
    for (const { start, end, article, sub } of findArticleReferences(text)) {
      if (numbers.has(sub === null ? `#a:${article}` : `#a:${article}-${sub}`)) spans.push({ start, end });
    }
    for (const { start, end, agency, year, serial } of findDocumentNumbers(text)) {
      const writings = [`#n:${agency}:${year}:${serial}`, `#n:${agency}:${serial}`, `#n:${year}:${serial}`, `#n:${serial}`];
      if (writings.some((writing) => numbers.has(writing))) spans.push({ start, end });
    }
  }
  return merged(spans);
}

function merged(spans: Span[]): Span[] {
  spans.sort((a, b) => a.start - b.start || a.end - b.end);
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else joined.push({ ...span });
  }
  return joined;
}

/** The part of a text that holds most of the highlights, begun at a sentence where one is near. About `size` characters. */
export function excerptOf(text: string, highlights: readonly Span[], size = 120): Excerpt {
  let start = 0;
  let end = text.length;
  if (text.length > size) {
    let best = -1;
    for (const { start: from } of highlights) {
      const inside = highlights.filter((span) => span.start >= from && span.end <= from + size);
      const said = new Set(inside.map((span) => text.slice(span.start, span.end))).size;
      if (said > best) {
        best = said;
        start = from;
      }
    }
    start = sentenceStart(text, start, Math.floor(size / 3));
    start = Math.max(0, Math.min(start, text.length - size));
    end = Math.min(text.length, start + size);
    if (isLow(text, start)) start--;
    if (isLow(text, end)) end++;
  }
  const inside = highlights.filter((span) => span.start < end && span.end > start);
  return {
    text: text.slice(start, end), start, end,
    highlights: inside.map((span) => ({ start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start })),
  };
}

const isLow = (text: string, at: number): boolean => at > 0 && at < text.length && text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff;

function sentenceStart(text: string, from: number, reach: number): number {
  for (let at = from; at > 0 && from - at <= reach; at--) if ('。；！？\n'.includes(text[at - 1]!)) return at;
  return from <= reach ? 0 : from;
}

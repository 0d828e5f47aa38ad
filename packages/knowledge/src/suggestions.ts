import { normalise } from '@govmedia-hub/chinese-text';
import { ANSWERING, validityOn, type Passage } from './passages.js';
import type { Pronunciation } from './pronunciation.js';

export interface Suggestion {
  text: string;
  kind: Passage['kind'];
  id: string;
  /** Spans of the text that were typed. */
  highlights: { start: number; end: number }[];
}

interface Entry { key: string; text: string; passage: Passage; syllables: string[] | null }

const KINDS: readonly Passage['kind'][] = ['qa', 'guide', 'interpretation', 'document', 'article'];

/** Questions and titles in the order of their keys; what begins with the typed text comes before what only holds it. */
export class SuggestionList {
  private readonly entries: Entry[];

  constructor(passages: Iterable<Passage>, private readonly pronunciation: Pronunciation | null = null) {
    const byKey = new Map<string, Entry>();
    for (const passage of passages) {
      if (!passage.reviewed) continue;
      for (const text of passage.kind === 'qa' ? passage.questions : [passage.title]) {
        const key = keyOf(text);
        const known = byKey.get(key);
        if (key !== '' && (!known || passage.id < known.passage.id)) byKey.set(key, { key, text, passage, syllables: null });
      }
    }
    this.entries = [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  }

  find(typed: string, on: string, limit: number): Suggestion[] {
    const key = keyOf(typed);
    if (key === '') return [];
    const valid = (entry: Entry): boolean => ANSWERING.has(validityOn(entry.passage, on));
    const rank = (entry: Entry): number => KINDS.indexOf(entry.passage.kind);
    const order = (a: Entry, b: Entry): number => rank(a) - rank(b) || a.key.length - b.key.length || (a.key < b.key ? -1 : 1);
    const found: Entry[] = [];
    for (let at = this.lowerBound(key); at < this.entries.length && this.entries[at]!.key.startsWith(key); at++) {
      if (valid(this.entries[at]!)) found.push(this.entries[at]!);
    }
    found.sort(order);
    if (found.length === 0 && this.pronunciation && /^[a-z]{2,}$/.test(key)) return this.findBySound(key, this.pronunciation, (entry) => valid(entry), order, limit);
    if (found.length < limit && key.length >= 2) {
      const inner = this.entries.filter((entry) => entry.key.indexOf(key) > 0 && !entry.key.startsWith(key) && valid(entry));
      found.push(...inner.sort(order));
    }
    return found.slice(0, limit).map(({ text, passage }) => ({ text, kind: passage.kind, id: passage.id, highlights: typedIn(text, key) }));
  }

  /** gongjijin and gjj both find 公积金; what begins so comes before what only holds it. */
  private findBySound(typed: string, pronunciation: Pronunciation, valid: (entry: Entry) => boolean, order: (a: Entry, b: Entry) => number, limit: number): Suggestion[] {
    const found: { entry: Entry; from: number; to: number }[] = [];
    for (const entry of this.entries) {
      entry.syllables ??= pronunciation.syllables(entry.key);
      const place = placeOfSound(entry.syllables, typed);
      if (place && valid(entry)) found.push({ entry, ...place });
    }
    return found
      .sort((a, b) => Number(a.from > 0) - Number(b.from > 0) || order(a.entry, b.entry))
      .slice(0, limit)
      .map(({ entry: { key, text, passage }, from, to }) => ({ text, kind: passage.kind, id: passage.id, highlights: typedIn(text, key.slice(from, to)) }));
  }

  private lowerBound(key: string): number {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.entries[middle]!.key < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const keyOf = (text: string): string => normalise(text, { separators: true }).text;

/** The characters that are read as typed, in full (the last may be cut short) or by first letters. */
function placeOfSound(syllables: readonly string[], typed: string): { from: number; to: number } | null {
  for (let from = 0; from < syllables.length; from++) {
    let read = '';
    for (let to = from; to < syllables.length && typed.startsWith(read); to++) {
      read += syllables[to]!;
      if (read.startsWith(typed)) return { from, to: to + 1 };
    }
    if (from + typed.length <= syllables.length && [...typed].every((letter, i) => syllables[from + i]!.startsWith(letter))) return { from, to: from + typed.length };
  }
  return null;
}

function typedIn(text: string, key: string): { start: number; end: number }[] {
  const n = normalise(text, { separators: true });
  const at = n.text.indexOf(key);
  if (at < 0) return [];
  const last = n.map[at + key.length - 1]!;
  return [{ start: n.map[at]!, end: last + 1 }];
}

import { normalise } from '@govmedia-hub/chinese-text';
import { ANSWERING, validityOn, type Passage } from './passages.js';

export interface Suggestion {
  text: string;
  kind: Passage['kind'];
  id: string;
  /** Spans of the text that were typed. */
  highlights: { start: number; end: number }[];
}

interface Entry { key: string; text: string; passage: Passage }

const KINDS: readonly Passage['kind'][] = ['qa', 'guide', 'interpretation', 'document', 'article'];

/** Questions and titles in the order of their keys; what begins with the typed text comes before what only holds it. */
export class SuggestionList {
  private readonly entries: Entry[];

  constructor(passages: Iterable<Passage>) {
    const byKey = new Map<string, Entry>();
    for (const passage of passages) {
      if (!passage.reviewed) continue;
      for (const text of passage.kind === 'qa' ? passage.questions : [passage.title]) {
        const key = keyOf(text);
        const known = byKey.get(key);
        if (key !== '' && (!known || passage.id < known.passage.id)) byKey.set(key, { key, text, passage });
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
    if (found.length < limit && key.length >= 2) {
      const inner = this.entries.filter((entry) => entry.key.indexOf(key) > 0 && !entry.key.startsWith(key) && valid(entry));
      found.push(...inner.sort(order));
    }
    return found.slice(0, limit).map(({ text, passage }) => ({ text, kind: passage.kind, id: passage.id, highlights: typedIn(text, key) }));
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

function typedIn(text: string, key: string): { start: number; end: number }[] {
  const n = normalise(text, { separators: true });
  const at = n.text.indexOf(key);
  if (at < 0) return [];
  const last = n.map[at + key.length - 1]!;
  return [{ start: n.map[at]!, end: last + 1 }];
}

import { normalise } from '@govmedia-hub/chinese-text';
import type { OfferedText } from './offered-texts.js';
import type { Common } from './passage-table.js';
import { ANSWERING, validityOn, type Passage } from './passages.js';
import type { Pronunciation } from './pronunciation.js';

export interface Suggestion {
  text: string;
  kind: Passage['kind'];
  id: string;
  /** Spans of the text that were typed. */
  highlights: { start: number; end: number }[];
}

interface Entry extends OfferedText { key: string; syllables: string[] }

const KINDS: readonly Common['kind'][] = ['qa', 'guide', 'interpretation', 'document', 'article'];

/** Questions and titles in the order of their keys; what begins with the typed text comes before what only holds it. */
export class SuggestionList {
  private constructor(private readonly entries: readonly Entry[], private readonly readable: boolean) {}

  /** Made of what is offered; where it yields, others may be served. */
  static *of(offered: Iterable<OfferedText | null>, pronunciation: Pronunciation | null): Generator<void, SuggestionList> {
    const byKey = new Map<string, Entry>();
    for (const one of offered) {
      if (one === null) yield;
      else if (one.common.reviewed) {
        const key = keyOf(one.text);
        const known = byKey.get(key);
        if (key !== '' && (!known || one.id < known.id)) byKey.set(key, { ...one, key, syllables: [] });
      }
    }
    const entries = [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    for (const [i, entry] of entries.entries()) {
      if (i % AT_ONCE === 0) yield;
      if (pronunciation) entry.syllables = pronunciation.syllables(entry.key);
    }
    return new SuggestionList(entries, pronunciation !== null);
  }

  find(typed: string, on: string, limit: number): Suggestion[] {
    const key = keyOf(typed);
    if (key === '') return [];
    const valid = (entry: Entry): boolean => ANSWERING.has(validityOn(entry.common, on));
    const rank = (entry: Entry): number => KINDS.indexOf(entry.common.kind);
    const order = (a: Entry, b: Entry): number => rank(a) - rank(b) || a.key.length - b.key.length || (a.key < b.key ? -1 : 1);
    const found: Entry[] = [];
    for (let at = this.lowerBound(key); at < this.entries.length && this.entries[at]!.key.startsWith(key); at++) {
      if (valid(this.entries[at]!)) found.push(this.entries[at]!);
    }
    found.sort(order);
    if (found.length === 0 && this.readable && /^[a-z]{2,}$/.test(key)) return this.findBySound(key, valid, order, limit);
    if (found.length < limit && key.length >= 2) {
      const inner = this.entries.filter((entry) => entry.key.indexOf(key) > 0 && !entry.key.startsWith(key) && valid(entry));
      found.push(...inner.sort(order));
    }
    return found.slice(0, limit).map(({ text, id, common: { kind } }) => ({ text, kind, id, highlights: typedIn(text, key) }));
  }

  /** gongjijin and gjj both find 公积金; what begins so comes before what only holds it. */
  private findBySound(typed: string, valid: (entry: Entry) => boolean, order: (a: Entry, b: Entry) => number, limit: number): Suggestion[] {
    const found: { entry: Entry; from: number; to: number }[] = [];
    for (const entry of this.entries) {
      const place = placeOfSound(entry.syllables, typed);
      if (place && valid(entry)) found.push({ entry, ...place });
    }
    return found
      .sort((a, b) => Number(a.from > 0) - Number(b.from > 0) || order(a.entry, b.entry))
      .slice(0, limit)
      .map(({ entry: { key, text, id, common: { kind } }, from, to }) => ({ text, kind, id, highlights: typedIn(text, key.slice(from, to)) }));
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

/** So many are read out at one go. */
const AT_ONCE = 200;

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

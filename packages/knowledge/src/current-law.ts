import { normalise } from '@govmedia-hub/chinese-text';
import type { AnalysedQuestion } from './analysis.js';
import { documentNumberTokens } from './number-tokens.js';
import type { Passage, PassageValidity } from './passages.js';

/** From what holds to what no longer does. */
const ORDER: readonly PassageValidity[] = ['in_force', 'amended', 'unknown', 'not_yet_in_force', 'expired', 'declared_lapsed', 'repealed'];
const ENDED = ORDER.indexOf('expired'); // all that have ended stand alike

/** A passage that was found, and the share of the question that it says. */
export interface Current { validity: PassageValidity; said: number; /** The question asks for this very document, or for a former day. */ asked: boolean }

/**
 * What holds comes first: a passage stands behind every better standing one that says enough of the question beside it.
 * Among what stands alike the given order is kept.
 */
export function currentFirst<T extends Current>(found: readonly T[], yields: Record<PassageValidity, number>): T[] {
  const rank = ({ validity, asked }: T): number => (asked ? 0 : Math.min(ORDER.indexOf(validity), ENDED));
  if (found.every((one) => rank(one) === rank(found[0]!))) return [...found];
  const place = new Map(found.map((one, at) => [one, at]));
  const ordered: T[] = [];
  for (const one of [...found].sort((a, b) => rank(a) - rank(b) || place.get(a)! - place.get(b)!)) {
    let at = ordered.length;
    while (at > 0) {
      const before = ordered[at - 1]!;
      const holdsBetter = rank(before) < rank(one) && before.said >= yields[one.validity] * one.said;
      if (holdsBetter || place.get(before)! < place.get(one)!) break;
      at -= 1;
    }
    ordered.splice(at, 0, one);
  }
  return ordered;
}

/** True for the passages of a document that the question calls by its number or its title, with or without the place before it. */
export function asksFor({ text, numbers }: AnalysedQuestion, nameOf: (title: string) => string = documentName): (passage: Passage) => boolean {
  const tokens = new Set(numbers.flatMap((number) => (number.tokens.length > 1 ? number.tokens.slice(0, -1) : number.tokens)).filter((token) => token.startsWith('#n:'))); // the last is the bare number
  const known = new Map<string, boolean>();
  return ({ documentId, title, docNumber }) => {
    let named = known.get(documentId);
    if (named === undefined) {
      const name = nameOf(title);
      named = (name.length >= 3 && text.includes(name)) || (tokens.size > 0 && documentNumberTokens(docNumber ?? '').some((token) => tokens.has(token)));
      known.set(documentId, named);
    }
    return named;
  };
}

/** What a document is called, without the place before it and what stands in brackets after it. */
export function documentName(title: string): string {
  return normalise(title).text.replace(/[《》]/g, '').replace(/\(.*?\)$/, '').replace(/^(?:中华人民共和国|[^的]{2,8}?[省市县区](?=.{3}))/, '');
}

/** True when the question names a year before the day on which it is asked; the year of a 文号 is none. */
export function asksForFormerDay({ text, numbers }: AnalysedQuestion, on: string): boolean {
  for (const { index, 1: year } of text.matchAll(/((?:19|20)\d{2}) ?年/g)) {
    if (Number(year) < Number(on.slice(0, 4)) && !numbers.some(({ start, end }) => index >= start && index < end)) return true;
  }
  return false;
}

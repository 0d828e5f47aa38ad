import { findArticleReferences, findCitations, findDates, type ArticleReference, type Citation, type DateMention } from '@govmedia-hub/chinese-text';

const KEPT = 4;

/** Several gates read the same text: what one has found in it serves the others. Results are shared and never changed. */
function remembering<T>(find: (text: string) => T[]): (text: string) => readonly T[] {
  const known: { text: string; found: readonly T[] }[] = [];
  return (text) => {
    const before = known.find((entry) => entry.text === text);
    if (before) return before.found;
    const found = find(text);
    if (text.length < 400_000) {
      if (known.length === KEPT) known.shift();
      known.push({ text, found });
    }
    return found;
  };
}

export const citationsIn: (text: string) => readonly Citation[] = remembering(findCitations);
export const datesIn: (text: string) => readonly DateMention[] = remembering(findDates);
export const articlesIn: (text: string) => readonly ArticleReference[] = remembering(findArticleReferences);

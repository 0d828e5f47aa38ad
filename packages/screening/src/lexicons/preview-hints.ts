/** When a preview doubts a term: short terms that stand often in texts that were released and are right. */
export const PREVIEW_THRESHOLDS = {
  version: '2026-11',
  source: '本系统默认值，由主管单位按试用情况调整',
  /** Terms up to this many characters are short. */
  shortTermChars: 3,
  /** A short term found more often than this in released documents is probably part of ordinary words. */
  shortTermHits: 3,
  /** A longer term found more often than this is doubtful too. */
  longTermHits: 20,
} as const;

export interface TermCount {
  term: string;
  /** Occurrences in released documents of the library. */
  libraryHits: number;
  /** Of these documents, how many. */
  libraryDocuments: number;
}

export interface FalseAlarmHint extends TermCount {
  message: string;
}

/** Terms that would probably fire inside ordinary official prose, most frequent first. */
export function falseAlarmHints(counts: readonly TermCount[], thresholds: { shortTermChars: number; shortTermHits: number; longTermHits: number } = PREVIEW_THRESHOLDS): FalseAlarmHint[] {
  return counts
    .filter(({ term, libraryHits }) => libraryHits > (term.length <= thresholds.shortTermChars ? thresholds.shortTermHits : thresholds.longTermHits))
    .sort((a, b) => b.libraryHits - a.libraryHits || (a.term < b.term ? -1 : 1))
    .map((count) => ({ ...count, message: `“${count.term}”在文件库${count.libraryDocuments}份已公开文件中出现${count.libraryHits}次，很可能误报；请改用更长的写法，或补上安全短语` }));
}

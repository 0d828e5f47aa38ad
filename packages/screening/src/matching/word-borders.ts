const LONGEST = 4;

/** Everyday words that tell where words begin and end. */
export class WordBorders {
  private readonly words: ReadonlySet<string>;

  constructor(words: Iterable<string>) {
    this.words = new Set([...words].filter((word) => word.length >= 2 && word.length <= LONGEST));
  }

  /** Whether a hit is the end of one word and the beginning of another (发票 in 开发票据, read as 开发 and 票据): it stands there by chance. */
  cutThrough(text: string, start: number, end: number): boolean {
    if (end - start > 2 * LONGEST - 2) return false;
    for (let middle = start + 1; middle < end; middle += 1) if (this.reaches(text, start - LONGEST + 1, start - 1, middle, middle) && this.reaches(text, middle, middle, end + 1, middle + LONGEST)) return true;
    return false;
  }

  private reaches(text: string, firstStart: number, lastStart: number, firstEnd: number, lastEnd: number): boolean {
    for (let from = Math.max(0, firstStart); from <= lastStart; from += 1) {
      for (let to = Math.max(firstEnd, from + 2); to <= Math.min(text.length, lastEnd, from + LONGEST); to += 1) if (this.words.has(text.slice(from, to))) return true;
    }
    return false;
  }
}

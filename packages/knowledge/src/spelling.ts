import type { Analysis } from './analysis.js';
import type { OfferedText } from './offered-texts.js';
import type { Pronunciation } from './pronunciation.js';

const WORD = /^[\u3400-\u9fff]{2,8}$/;
const HAN = /[\u3400-\u9fff]/;
const LATIN = /[a-z]{3,}/g;
const LONGEST = 8;

/** A word of the texts counts as one that may have been meant when it stands in so many passages; of titles and questions every word does. */
const COMMON_FROM = 5;
/** So many words are looked at, or read out, at one go. */
const [LOOKED_AT, READ_OUT] = [5_000, 200];

/** Words by how they are read and, with one character left open, by how they are written; the most used first. */
export class Spelling {
  private readonly counts = new Map<string, number>();
  private readonly bySound = new Map<string, string>();
  private readonly byInitials = new Map<string, string>();
  private readonly byShape = new Map<string, string>();

  private constructor(private readonly analysis: Analysis, private readonly pronunciation: Pronunciation | null) {}

  /**
   * Made of titles and questions and of the words that the index holds anyway; where it yields, others may be served.
   * @param terms of the index, with the number of passages in which each stands
   */
  static *of(offered: Iterable<OfferedText | null>, terms: Iterable<[term: string, passages: number]>, analysis: Analysis, pronunciation: Pronunciation | null): Generator<void, Spelling> {
    const made = new Spelling(analysis, pronunciation);
    const texts = new Set<string>();
    for (const one of offered) {
      if (one === null) yield;
      else for (const text of [one.text, ...one.common.topics]) texts.add(text);
    }
    let looked = 0;
    const named = new Set<string>();
    for (const text of texts) {
      if (++looked % READ_OUT === 0) yield;
      for (const word of analysis.words(analysis.plain(text))) if (WORD.test(word)) named.add(word);
    }
    for (const [term, passages] of terms) {
      if (++looked % LOOKED_AT === 0) yield;
      if (passages > 0 && (passages >= COMMON_FROM || named.has(term)) && WORD.test(term)) made.counts.set(term, passages);
    }
    const words = [...made.counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    for (const [i, [word]] of words.entries()) {
      if (i % READ_OUT === 0) yield;
      made.add(word);
    }
    return made;
  }

  private add(word: string): void {
    if (this.pronunciation) {
      const syllables = this.pronunciation.syllables(word);
      keepFirst(this.bySound, syllables.join(' '), word);
      keepFirst(this.bySound, syllables.join(''), word);
      if (word.length >= 3) keepFirst(this.byInitials, syllables.map((syllable) => syllable[0]).join(''), word);
    }
    if (word.length >= 3) for (let at = 0; at < word.length; at++) keepFirst(this.byShape, masked(word, at), word);
  }

  /** The question with what nobody here writes put right: read alike, one character off, or typed as it is read. Null when nothing is to be put right. */
  correct(query: string, known: (word: string) => boolean): string | null {
    const plain = this.analysis.plain(query);
    let corrected = plain.replace(LATIN, (typed) => this.bySound.get(typed) ?? this.byInitials.get(typed) ?? typed);
    if (corrected === plain) corrected = this.correctRuns(plain, known);
    return corrected === plain ? null : corrected;
  }

  private correctRuns(plain: string, known: (word: string) => boolean): string {
    let corrected = '';
    let run = '';
    const close = (): void => {
      corrected += this.correctRun(run);
      run = '';
    };
    for (const word of this.analysis.cut(plain)) {
      if (!HAN.test(word) || (word.length >= 2 && (known(word) || this.analysis.isStop(word)))) {
        close();
        corrected += word;
      } else run += word;
    }
    close();
    return corrected;
  }

  private correctRun(run: string): string {
    for (let length = Math.min(LONGEST, run.length); length >= 2; length--) {
      for (let at = 0; at + length <= run.length; at++) {
        const written = run.slice(at, at + length);
        const meant = this.meant(written);
        if (meant !== null) return this.correctRun(run.slice(0, at)) + meant + this.correctRun(run.slice(at + length));
      }
    }
    return run;
  }

  private meant(written: string): string | null {
    if (this.counts.has(written)) return written;
    const idle = [...written].filter((char) => this.analysis.isStop(char)).length;
    if (idle > 0 && written.length - idle < 2) return null;
    const alike = this.pronunciation && this.bySound.get(this.pronunciation.syllables(written).join(' '));
    if (alike) return alike;
    for (let at = 0; at < written.length; at++) {
      const word = this.byShape.get(masked(written, at));
      if (word) return word;
    }
    return null;
  }
}

const masked = (word: string, at: number): string => `${word.slice(0, at)}?${word.slice(at + 1)}`;

function keepFirst(into: Map<string, string>, key: string, word: string): void {
  if (!into.has(key)) into.set(key, word);
}

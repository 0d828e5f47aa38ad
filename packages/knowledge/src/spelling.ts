import type { Analysis } from './analysis.js';
import type { Passage } from './passages.js';
import type { Pronunciation } from './pronunciation.js';

const WORD = /^[\u3400-\u9fff]{2,8}$/;
const HAN = /[\u3400-\u9fff]/;
const LATIN = /[a-z]{3,}/g;
const LONGEST = 8;

/** Words of titles, headings and questions by how they are read and, with one character left open, by how they are written. */
export class Spelling {
  private readonly counts = new Map<string, number>();
  private readonly bySound = new Map<string, string>();
  private readonly byInitials = new Map<string, string>();
  private readonly byShape = new Map<string, string>();

  constructor(passages: Iterable<Passage>, private readonly analysis: Analysis, private readonly pronunciation: Pronunciation | null) {
    const texts = new Map<string, number>();
    for (const { title, heading, questions, topics } of passages) for (const text of [title, heading, ...questions, ...topics]) texts.set(text, (texts.get(text) ?? 0) + 1);
    for (const [text, times] of texts) {
      for (const word of this.analysis.words(this.analysis.plain(text))) if (WORD.test(word)) this.counts.set(word, (this.counts.get(word) ?? 0) + times);
    }
    const words = [...this.counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    for (const [word] of words) {
      if (pronunciation) {
        const syllables = pronunciation.syllables(word);
        keepFirst(this.bySound, syllables.join(' '), word);
        keepFirst(this.bySound, syllables.join(''), word);
        if (word.length >= 3) keepFirst(this.byInitials, syllables.map((syllable) => syllable[0]).join(''), word);
      }
      if (word.length >= 3) for (let at = 0; at < word.length; at++) keepFirst(this.byShape, masked(word, at), word);
    }
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

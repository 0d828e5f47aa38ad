import type { Analysis, AnalysedQuestion } from './analysis.js';
import { comparableOf, type Comparable } from './coverage.js';
import type { Passage } from './passages.js';

/** A way of asking that a passage is known to answer. */
export interface KnownQuestion { text: string; analysed: AnalysedQuestion; comparable: Comparable }

const KEPT = 20_000;

/** Passages made ready for the comparison with a question, kept while they are asked for again. */
export class PreparedPassages {
  private readonly comparables = new Map<Passage, Comparable>();
  private readonly titles = new Map<Passage, AnalysedQuestion['units']>();
  private readonly subjects = new Map<Passage, Comparable>();
  private readonly questions = new Map<Passage, KnownQuestion[]>();

  constructor(private readonly analysis: Analysis) {}

  /** Everything a passage says. */
  comparable(passage: Passage): Comparable {
    return kept(this.comparables, passage, (p) => comparableOf(this.analysis.comparable(p.title, p.heading, ...p.questions, p.text, p.topics.join(' ')), p.docNumber ?? '', p.heading, p.text));
  }

  /** The words of a guide's title; none for others. */
  title(passage: Passage): AnalysedQuestion['units'] {
    return passage.kind === 'guide' ? kept(this.titles, passage, () => this.analysis.question(passage.title).units) : [];
  }

  /** What its title and heading say, for a Q&A the title of its basis. */
  subject(passage: Passage): Comparable {
    return kept(this.subjects, passage, (p) => comparableOf(this.analysis.comparable(p.title, p.heading, p.topics.join(' '))));
  }

  /** The questions of a Q&A; none for what was not written as an answer. */
  knownQuestions(passage: Passage): KnownQuestion[] {
    const asked = passage.kind === 'qa' ? passage.questions : [];
    if (asked.length === 0) return [];
    return kept(this.questions, passage, () => asked.map((text) => ({ text, analysed: this.analysis.question(text), comparable: comparableOf(this.analysis.comparable(text)) })));
  }

  forget(passage: Passage | null): void {
    if (!passage) return;
    this.comparables.delete(passage);
    this.titles.delete(passage);
    this.subjects.delete(passage);
    this.questions.delete(passage);
  }
}

function kept<T>(from: Map<Passage, T>, passage: Passage, make: (passage: Passage) => T): T {
  const known = from.get(passage);
  if (known !== undefined) return known;
  if (from.size >= KEPT) from.delete(from.keys().next().value!);
  const made = make(passage);
  from.set(passage, made);
  return made;
}

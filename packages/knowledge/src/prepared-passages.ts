import type { Analysis, AnalysedQuestion } from './analysis.js';
import { documentName } from './current-law.js';
import { comparableOf, type Comparable } from './coverage.js';
import type { GramAnalysis, Grams } from './grams.js';
import type { Passage } from './passages.js';

/** A way of asking that a passage is known to answer. */
export interface KnownQuestion { text: string; analysed: AnalysedQuestion; comparable: Comparable; grams: Grams }

const KEPT = 20_000;

/** Passages made ready for the comparison with a question, kept while they are asked for again. */
export class PreparedPassages {
  private readonly comparables = new Map<Passage, Comparable>();
  private readonly titles = new Map<Passage, AnalysedQuestion['units']>();
  private readonly subjects = new Map<Passage, Comparable>();
  private readonly names = new Map<string, string>();
  private readonly questions = new Map<Passage, KnownQuestion[]>();
  private readonly said = new Map<Passage, Grams>();
  private readonly naming = new Map<Passage, Grams>();

  constructor(private readonly analysis: Analysis, private readonly grams: GramAnalysis) {}

  /** Everything a passage says. */
  comparable(passage: Passage): Comparable {
    return kept(this.comparables, passage, (p) => comparableOf(this.analysis.comparable(p.title, p.heading, ...p.questions, p.text, p.topics.join(' ')), p.docNumber ?? '', p.heading, p.text));
  }

  /** The words of a guide's title; none for others. */
  title(passage: Passage): AnalysedQuestion['units'] {
    return passage.kind === 'guide' ? kept(this.titles, passage, () => this.analysis.question(passage.title).units) : [];
  }

  /** Of everything that it says. */
  gramsOf(passage: Passage): Grams {
    return kept(this.said, passage, (p) => this.grams.of(this.comparable(p).text));
  }

  /** Of its title and heading and the questions it is known to answer. */
  namingOf(passage: Passage): Grams {
    return kept(this.naming, passage, (p) => this.grams.of([this.subject(p).text, ...this.knownQuestions(p).map(({ analysed }) => analysed.text)].join('\n')));
  }

  /** What its title and heading say, for a Q&A the title of its basis. */
  subject(passage: Passage): Comparable {
    return kept(this.subjects, passage, (p) => comparableOf(this.analysis.comparable(p.title, p.heading, p.topics.join(' '))));
  }

  /** The questions of a Q&A; none for what was not written as an answer. */
  knownQuestions(passage: Passage): KnownQuestion[] {
    const asked = passage.kind === 'qa' ? passage.questions : [];
    if (asked.length === 0) return [];
    return kept(this.questions, passage, () => asked.map((text) => {
      const analysed = this.analysis.question(text);
      return { text, analysed, comparable: comparableOf(this.analysis.comparable(text)), grams: this.grams.of(analysed.text) };
    }));
  }

  /** What the document of a title is called. */
  name(title: string): string {
    return kept(this.names, title, documentName);
  }

  forget(passage: Passage | null): void {
    if (!passage) return;
    this.comparables.delete(passage);
    this.titles.delete(passage);
    this.said.delete(passage);
    this.naming.delete(passage);
    this.subjects.delete(passage);
    this.questions.delete(passage);
  }
}

function kept<K, T>(from: Map<K, T>, passage: K, make: (passage: K) => T): T {
  const known = from.get(passage);
  if (known !== undefined) return known;
  if (from.size >= KEPT) from.delete(from.keys().next().value!);
  const made = make(passage);
  from.set(passage, made);
  return made;
}

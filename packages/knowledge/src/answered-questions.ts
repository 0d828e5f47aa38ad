import type { Analysis, QueryTerm } from './analysis.js';
import { hash64 } from './digest.js';
import { LEARNING_PROFILE, type LearningProfile } from './learning-profile.js';
import type { Passage } from './passages.js';

/** A question that staff have answered, and the passages that they cited. */
export interface AnsweredQuestion { question: string; passageIds: readonly string[] }

/** What answered questions say about a new one. */
export interface Learnt {
  /** Terms that passages cited for such questions use, as further terms of the question. */
  terms: QueryTerm[];
  /** By passage: how strongly the nearest answered questions vote for it; the strongest is 1. */
  votes: ReadonlyMap<string, number>;
  /** By document: how strongly the nearest answered questions and all citations speak for it, 0..1. */
  documents: ReadonlyMap<string, number>;
  /** 0..1: how near the nearest answered question is. */
  nearness: number;
}

interface Known { passages: Passage[]; norm: number }

/**
 * What the library has learnt from answered questions: which are near a new one, which words of passages go with which words
 * of questions, and which documents are cited often. Pure: the same questions and passages give the same state in any order.
 */
export class AnsweredQuestions {
  /** Changes with what has been learnt and how it is used. */
  readonly version: string;
  private readonly known: Known[] = [];
  private readonly asked = new Map<string, number[]>();
  private readonly goesWith = new Map<string, Map<string, number>>();
  private readonly citations = new Map<string, number>();
  private readonly mostCited: number;

  constructor(private readonly analysis: Analysis, answered: Iterable<AnsweredQuestion>, passageOf: (id: string) => Passage | null, private readonly profile: LearningProfile = LEARNING_PROFILE) {
    const sorted = [...answered].sort((a, b) => (a.question < b.question ? -1 : a.question > b.question ? 1 : 0));
    const together = new Map<string, Map<string, number>>();
    const ofQuestion = new Map<string, number>();
    const ofPassage = new Map<string, number>();
    let pairs = 0;
    const wordsOf = new Map<string, Set<string>>();
    for (const { question, passageIds } of sorted) {
      const passages = passageIds.flatMap((id) => passageOf(id) ?? []);
      if (passages.length === 0) continue;
      const terms = this.termsOf(question);
      for (const term of terms) append(this.asked, term, this.known.length);
      this.known.push({ passages, norm: 0 });
      for (const passage of passages) {
        pairs++;
        add(this.citations, passage.documentId, 1 / passages.length);
        let said = wordsOf.get(passage.id);
        if (!said) wordsOf.set(passage.id, (said = new Set(analysis.fieldTerms(`${passage.title} ${passage.text}`, {}).keys())));
        for (const word of said) add(ofPassage, word, 1);
        for (const term of terms) {
          add(ofQuestion, term, 1);
          let row = together.get(term);
          if (!row) together.set(term, (row = new Map()));
          for (const word of said) add(row, word, 1);
        }
      }
    }
    for (const [term, list] of this.asked) {
      const weight = this.weightOf(term) ** 2;
      for (const i of list) this.known[i]!.norm += weight;
    }
    for (const one of this.known) one.norm = Math.sqrt(one.norm);
    for (const [term, row] of together) this.keepAssociations(term, row, ofQuestion.get(term)!, ofPassage, pairs);
    this.mostCited = Math.max(1, ...this.citations.values());
    const [high, low] = hash64(JSON.stringify(sorted));
    this.version = `${this.known.length}-${high.toString(16).padStart(8, '0')}${low.toString(16).padStart(8, '0')}-l${profile.version}`;
  }

  get size(): number {
    return this.known.length;
  }

  about(question: string): Learnt {
    const terms = this.termsOf(question);
    const near = this.nearest(terms);
    const votes = new Map<string, number>();
    const documents = new Map<string, number>();
    const { neighbours, sharpness, citedOften } = this.profile;
    for (const { index, likeness } of near.slice(0, neighbours)) {
      const weight = likeness ** sharpness;
      const { passages } = this.known[index]!;
      const seen = new Set<string>();
      for (const { id, documentId } of passages) {
        add(votes, id, weight / Math.sqrt(passages.length));
        if (!seen.has(documentId)) add(documents, documentId, weight);
        seen.add(documentId);
      }
    }
    scale(votes);
    scale(documents);
    for (const [documentId, count] of this.citations) {
      documents.set(documentId, (1 - citedOften) * (documents.get(documentId) ?? 0) + (citedOften * Math.log1p(count)) / Math.log1p(this.mostCited));
    }
    return { terms: this.associated(terms), votes, documents, nearness: near[0]?.likeness ?? 0 };
  }

  private nearest(terms: readonly string[]): { index: number; likeness: number }[] {
    const sums = new Map<number, number>();
    let norm = 0;
    for (const term of terms) {
      const weight = this.weightOf(term) ** 2;
      norm += weight;
      for (const i of this.asked.get(term) ?? []) add(sums, i, weight);
    }
    return [...sums]
      .map(([index, sum]) => ({ index, likeness: sum / (Math.sqrt(norm) * this.known[index]!.norm || 1) }))
      .sort((a, b) => b.likeness - a.likeness || a.index - b.index);
  }

  private associated(terms: readonly string[]): QueryTerm[] {
    const sums = new Map<string, number>();
    let whole = 0;
    for (const term of terms) {
      const weight = this.weightOf(term);
      whole += weight;
      for (const [word, strength] of this.goesWith.get(term) ?? []) add(sums, word, weight * strength);
    }
    return [...sums]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, this.profile.addedTerms)
      .map(([word, sum]) => ({ anyOf: [word], weight: (this.profile.addedWeight * sum) / whole }));
  }

  /** Keeps the words of passages that stand with a word of questions more often than by chance. */
  private keepAssociations(term: string, row: ReadonlyMap<string, number>, count: number, ofPassage: ReadonlyMap<string, number>, pairs: number): void {
    const { leastTogether, doubt, kept } = this.profile;
    const strong: [string, number][] = [];
    for (const [word, both] of row) {
      if (both < leastTogether) continue;
      const lift = (both * pairs) / (count * ofPassage.get(word)!);
      if (lift > 1.5) strong.push([word, (both / (count + doubt)) * Math.log(lift)]);
    }
    if (strong.length === 0) return;
    strong.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    this.goesWith.set(term, new Map(strong.slice(0, kept)));
  }

  private termsOf(question: string): string[] {
    return [...this.analysis.fieldTerms(question, { official: true }).keys()];
  }

  private weightOf(term: string): number {
    const df = this.asked.get(term)?.length ?? 0;
    return Math.log(1 + (this.known.length - df + 0.5) / (df + 0.5)) * (term.startsWith('_') ? this.profile.pairWeight : 1);
  }
}

function add<K>(to: Map<K, number>, key: K, amount: number): void {
  to.set(key, (to.get(key) ?? 0) + amount);
}

function append<K>(to: Map<K, number[]>, key: K, value: number): void {
  const list = to.get(key);
  if (list) list.push(value);
  else to.set(key, [value]);
}

function scale(sums: Map<string, number>): void {
  let most = 0;
  for (const value of sums.values()) most = Math.max(most, value);
  if (most > 0) for (const [key, value] of sums) sums.set(key, value / most);
}

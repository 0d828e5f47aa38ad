import type { Analysis, QueryTerm } from './analysis.js';
import { hash64 } from './digest.js';
import { LEARNING_PROFILE, type LearningProfile } from './learning-profile.js';
import { solve } from './linear-systems.js';
import type { Passage } from './passages.js';

/** A question that staff have answered, and the passages that they cited. */
export interface AnsweredQuestion { question: string; passageIds: readonly string[] }

/** What answered questions say about a new one. */
export interface Learnt {
  /** Terms of the passages that answer it, as far as known questions tell; weights may be below zero. */
  terms: QueryTerm[];
  /** By passage: how far known questions explain this one, every likeness counted once however many share it. */
  explained: ReadonlyMap<string, number>;
  /** By passage: votes of the nearest questions. */
  votes: ReadonlyMap<string, number>;
  /** The same by document. */
  explainedDocuments: ReadonlyMap<string, number>;
  votedDocuments: ReadonlyMap<string, number>;
  /** How often a passage and a document were cited, on a logarithmic scale. */
  citedPassage(id: string): number;
  citedDocument(id: string): number;
}

/** What the collection knows of a term: how telling it is. */
export interface TermKnowledge { idfOf(term: string): number; impactsOf(passage: Passage): Map<string, number> }

interface Vector { terms: Uint32Array; weights: Float64Array }
interface Known { question: string; passages: Passage[]; vector: Vector }
interface Near { index: number; likeness: number }

/**
 * What the library has learnt from answered questions. A new question is written as a mixture of the known ones that are
 * nearest (kernel ridge regression over their words); the same mixture of their passages is what answers it, and its terms
 * find passages that nobody has cited yet. Pure: the same questions and passages give the same state in any order.
 */
export class AnsweredQuestions {
  /** Changes with what has been learnt and how it is used. */
  readonly version: string;
  private readonly known: Known[] = [];
  private readonly asked = new Map<string, number>();
  private readonly holders: { index: number; weight: number }[][] = [];
  private readonly words: string[] = [];
  private readonly saidBy = new Map<string, Vector>();
  private readonly passageCitations = new Map<string, number>();
  private readonly documentCitations = new Map<string, number>();
  private readonly scratch: Float64Array;
  private readonly mixed: Float64Array;

  constructor(
    private readonly analysis: Analysis,
    answered: Iterable<AnsweredQuestion>,
    passageOf: (id: string) => Passage | null,
    private readonly knowledge: TermKnowledge,
    private readonly profile: LearningProfile = LEARNING_PROFILE,
  ) {
    const sorted = [...answered].sort((a, b) => (a.question < b.question ? -1 : a.question > b.question ? 1 : 0));
    const words = new Map<string, number>();
    for (const { question, passageIds } of sorted) {
      const passages = passageIds.flatMap((id) => passageOf(id) ?? []);
      if (passages.length === 0) continue;
      const vector = this.vectorOf(question, true);
      vector.terms.forEach((term, i) => this.holders[term]!.push({ index: this.known.length, weight: vector.weights[i]! }));
      this.known.push({ question, passages, vector });
      this.cite(passages, 1);
      for (const passage of passages) if (!this.saidBy.has(passage.id)) this.saidBy.set(passage.id, this.wordsOf(passage, words));
    }
    this.words = [...words.keys()];
    this.scratch = new Float64Array(this.holders.length);
    this.mixed = new Float64Array(this.words.length);
    const [high, low] = hash64(JSON.stringify(sorted));
    this.version = `${this.known.length}-${high.toString(16).padStart(8, '0')}${low.toString(16).padStart(8, '0')}-l${profile.version}`;
  }

  get size(): number {
    return this.known.length;
  }

  /** Every known question with the passages cited for it, in the order of their texts. */
  get questions(): readonly { question: string; passages: readonly Passage[] }[] {
    return this.known;
  }

  about(question: string): Learnt {
    return this.learntFrom(this.nearest(this.vectorOf(question, false)));
  }

  /** What would be said about a known question if neither it nor one nearly the same were known. */
  aboutKnown(index: number): Learnt {
    const all = this.nearest(this.known[index]!.vector);
    const itself = all.filter((near) => near.index === index || near.likeness >= this.profile.sameQuestion);
    for (const near of itself) this.cite(this.known[near.index]!.passages, -1);
    const citedPassages = new Map(this.passageCitations);
    const citedDocuments = new Map(this.documentCitations);
    for (const near of itself) this.cite(this.known[near.index]!.passages, 1);
    return this.learntFrom(all.filter((near) => !itself.includes(near)), citedPassages, citedDocuments);
  }

  private learntFrom(all: readonly Near[], citedPassages = this.passageCitations, citedDocuments = this.documentCitations): Learnt {
    const near = all.slice(0, this.profile.neighbours);
    const shares = this.mixture(near);
    const explained = new Map<string, number>();
    const votes = new Map<string, number>();
    const explainedDocuments = new Map<string, number>();
    const votedDocuments = new Map<string, number>();
    near.forEach(({ index, likeness }, i) => {
      const { passages } = this.known[index]!;
      const part = 1 / Math.sqrt(passages.length);
      const vote = i < this.profile.voters ? likeness ** this.profile.sharpness : 0;
      for (const { id, documentId } of passages) {
        add(explained, id, shares[i]! * part);
        add(explainedDocuments, documentId, shares[i]! * part);
        if (vote === 0) continue;
        add(votes, id, vote * part);
        add(votedDocuments, documentId, vote * part);
      }
    });
    return {
      terms: this.mixedTerms(near, shares), explained, votes, explainedDocuments, votedDocuments,
      citedPassage: (id) => Math.log1p(citedPassages.get(id) ?? 0),
      citedDocument: (id) => Math.log1p(citedDocuments.get(id) ?? 0),
    };
  }

  private nearest({ terms, weights }: Vector): Near[] {
    const sums = new Float64Array(this.known.length);
    terms.forEach((term, i) => {
      for (const { index, weight } of this.holders[term] ?? []) sums[index]! += weights[i]! * weight;
    });
    const near: Near[] = [];
    sums.forEach((likeness, index) => {
      if (likeness > 0) near.push({ index, likeness });
    });
    return near.sort((a, b) => b.likeness - a.likeness || a.index - b.index);
  }

  /** How much of each known question is in the new one. */
  private mixture(near: readonly Near[]): Float64Array {
    const n = near.length;
    const alike = new Float64Array(n * n);
    const { scratch } = this;
    for (let i = 0; i < n; i++) {
      const one = this.known[near[i]!.index]!.vector;
      one.terms.forEach((term, t) => (scratch[term] = one.weights[t]!));
      for (let j = 0; j <= i; j++) {
        const other = this.known[near[j]!.index]!.vector;
        let sum = i === j ? this.profile.doubt : 0;
        for (let t = 0; t < other.terms.length; t++) sum += other.weights[t]! * scratch[other.terms[t]!]!;
        alike[i * n + j] = sum;
      }
      one.terms.forEach((term) => (scratch[term] = 0));
    }
    return solve(alike, Float64Array.from(near, ({ likeness }) => likeness));
  }

  private mixedTerms(near: readonly Near[], shares: Float64Array): QueryTerm[] {
    const { mixed, words } = this;
    const touched: number[] = [];
    near.forEach(({ index }, i) => {
      const { passages } = this.known[index]!;
      const share = shares[i]! / Math.sqrt(passages.length);
      for (const { id } of passages) {
        const { terms, weights } = this.saidBy.get(id)!;
        for (let t = 0; t < terms.length; t++) {
          if (mixed[terms[t]!] === 0) touched.push(terms[t]!);
          mixed[terms[t]!]! += share * weights[t]!;
        }
      }
    });
    const strongest = [...new Set(touched)].map((term) => ({ word: words[term]!, weight: mixed[term]! }));
    for (const term of touched) mixed[term] = 0;
    return strongest
      .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
      .slice(0, this.profile.addedTerms)
      .filter(({ weight }) => weight > 0)
      .map(({ word, weight }) => ({ anyOf: [word], weight }));
  }

  /** A question as a vector of length 1 over its terms; new terms are remembered only when it is learnt. */
  private vectorOf(question: string, remember: boolean): Vector {
    const terms: number[] = [];
    const weights: number[] = [];
    let norm = 0;
    for (const term of this.analysis.fieldTerms(question, { official: true }).keys()) {
      const weight = this.knowledge.idfOf(term) * (term.startsWith('_') ? this.profile.pairWeight : 1);
      norm += weight * weight;
      let id = this.asked.get(term);
      if (id === undefined && remember) {
        this.asked.set(term, (id = this.asked.size));
        this.holders.push([]);
      }
      if (id === undefined) continue;
      terms.push(id);
      weights.push(weight);
    }
    const length = Math.sqrt(norm) || 1;
    return { terms: Uint32Array.from(terms), weights: Float64Array.from(weights, (weight) => weight / length) };
  }

  private wordsOf(passage: Passage, words: Map<string, number>): Vector {
    const terms: number[] = [];
    const weights: number[] = [];
    let norm = 0;
    for (const [term, impact] of this.knowledge.impactsOf(passage)) {
      let id = words.get(term);
      if (id === undefined) words.set(term, (id = words.size));
      const weight = impact * this.knowledge.idfOf(term);
      norm += weight * weight;
      terms.push(id);
      weights.push(weight);
    }
    const length = Math.sqrt(norm) || 1;
    return { terms: Uint32Array.from(terms), weights: Float64Array.from(weights, (weight) => weight / length) };
  }

  private cite(passages: readonly Passage[], times: number): void {
    for (const { id, documentId } of passages) {
      add(this.passageCitations, id, times);
      add(this.documentCitations, documentId, times / Math.sqrt(passages.length));
    }
  }
}

function add<K>(to: Map<K, number>, key: K, amount: number): void {
  to.set(key, (to.get(key) ?? 0) + amount);
}

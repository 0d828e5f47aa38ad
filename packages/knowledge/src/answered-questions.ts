import type { Analysis } from './analysis.js';
import { hash64 } from './digest.js';
import { weightOf } from './echo.js';
import { LEARNING_PROFILE, type LearningProfile, type LookDepth } from './learning-profile.js';
import { mixtureOf, type Vector } from './mixture.js';
import { NthGreatest } from './nth-greatest.js';
import type { PassageStore } from './passage-store.js';
import type { Passage } from './passages.js';
import { TopTerms } from './top-terms.js';

/** A question that staff have answered, and the passages that they cited. */
export interface AnsweredQuestion { question: string; passageIds: readonly string[] }

/** What answered questions say about a new one, until the next is asked; cited passages and documents have numbers of their own here. */
export interface Learnt {
  /** Terms of the passages that answer it, as far as known questions tell, by their numbers in the library. */
  terms: readonly { term: number; weight: number }[];
  /** Ids of the passages cited for the nearest questions. */
  near: Iterable<string>;
  /** Number of a cited passage and of a cited document; undefined: never cited. */
  passage(id: string): number | undefined;
  document(id: string): number | undefined;
  /** By passage: how far known questions explain this one, every likeness counted once however many share it, and the votes of the nearest. */
  explained: Float64Array;
  votes: Float64Array;
  explainedDocuments: Float64Array;
  votedDocuments: Float64Array;
  mostVotes: number;
  mostVotesOfDocument: number;
  /** How often each was cited, on a logarithmic scale. */
  citedPassages: Float64Array;
  citedDocuments: Float64Array;
}

interface Known { question: string; passages: Passage[]; cited: Uint32Array; documents: Uint32Array; vector: Vector }
/** The most telling terms of a cited passage, the most telling first, by numbers that only the terms of cited passages have. */
type Row = Vector;
interface Near { index: number; likeness: number }
type LearntDepth = Pick<LookDepth, 'neighbours' | 'littleShare' | 'lentTerms' | 'addedTerms'>;
interface Citations { passages: Float64Array; documents: Float64Array }

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
  private readonly holders: Vector[];
  private readonly passageNumbers = new Map<string, number>();
  private readonly documentNumbers = new Map<string, number>();
  private readonly rows: Row[] = [];
  /** Terms of cited passages: few beside those of the library, so that their sums stay near the processor. */
  private readonly lent = new Map<number, number>();
  private readonly lentTerms: number[] = [];
  /** As many terms of a cited passage as the deepest look asks for. */
  private readonly mostLent: number;
  private readonly citations: Citations;
  private readonly logarithms: Citations;
  private readonly scratch: Float64Array;
  private readonly likenesses: Float64Array;
  private readonly told: { explained: Float64Array; votes: Float64Array; explainedDocuments: Float64Array; votedDocuments: Float64Array };
  private toldBy: readonly Near[] = [];
  private readonly mixed: TopTerms;
  private readonly nth = new NthGreatest();

  constructor(
    private readonly analysis: Analysis,
    answered: Iterable<AnsweredQuestion>,
    private readonly store: PassageStore,
    private readonly profile: LearningProfile = LEARNING_PROFILE,
  ) {
    this.mostLent = Math.max(...profile.looks.map(({ depth }) => depth.lentTerms));
    const sorted = [...answered].sort((a, b) => (a.question < b.question ? -1 : a.question > b.question ? 1 : 0));
    const holders: { index: number; weight: number }[][] = [];
    for (const { question, passageIds } of sorted) {
      const passages = passageIds.flatMap((id) => store.get(id) ?? []);
      if (passages.length === 0) continue;
      const vector = this.vectorOf([...analysis.fieldTerms(question, { official: true }).keys()], true);
      vector.terms.forEach((term, i) => (holders[term] ??= []).push({ index: this.known.length, weight: vector.weights[i]! }));
      const cited = Uint32Array.from(passages, (passage) => this.numberOf(passage));
      const documents = Uint32Array.from(passages, ({ documentId }) => numbered(this.documentNumbers, documentId));
      this.known.push({ question, passages, cited, documents, vector });
    }
    this.holders = holders.map((list) => ({ terms: Uint32Array.from(list, ({ index }) => index), weights: Float64Array.from(list, ({ weight }) => weight) }));
    this.citations = { passages: new Float64Array(this.passageNumbers.size), documents: new Float64Array(this.documentNumbers.size) };
    for (const known of this.known) this.cite(known, 1);
    this.logarithms = this.logarithmsNow();
    this.scratch = new Float64Array(this.holders.length);
    this.likenesses = new Float64Array(this.known.length);
    this.told = {
      explained: new Float64Array(this.passageNumbers.size), votes: new Float64Array(this.passageNumbers.size),
      explainedDocuments: new Float64Array(this.documentNumbers.size), votedDocuments: new Float64Array(this.documentNumbers.size),
    };
    this.mixed = new TopTerms((term) => store.textOf(this.lentTerms[term]!));
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

  /** @param asked the terms of the question, as Analysis has them */
  about(asked: readonly string[], depth: LearntDepth): Learnt {
    return this.learntFrom(this.nearest(this.vectorOf(asked, false), depth.neighbours), this.logarithms, depth);
  }

  /** What would be said about a known question if neither it nor one nearly the same were known. */
  aboutKnown(index: number, depth: LearntDepth): Learnt {
    const all = this.nearest(this.known[index]!.vector, this.known.length);
    const itself = new Set(all.filter((near) => near.index === index || near.likeness >= this.profile.sameQuestion));
    for (const near of itself) this.cite(this.known[near.index]!, -1);
    const logarithms = this.logarithmsNow();
    for (const near of itself) this.cite(this.known[near.index]!, 1);
    return this.learntFrom(all.filter((near) => !itself.has(near)).slice(0, depth.neighbours), logarithms, depth);
  }

  private learntFrom(near: readonly Near[], cited: Citations, depth: LearntDepth): Learnt {
    const { known, passageNumbers, documentNumbers, profile } = this;
    const shares = mixtureOf(near.map(({ index }) => known[index]!.vector), near.map(({ likeness }) => likeness), profile.doubt, this.scratch);
    const { explained, votes, explainedDocuments, votedDocuments } = this.forget();
    this.toldBy = near;
    let [mostVotes, mostVotesOfDocument] = [0, 0];
    this.mixed.begin(this.lentTerms.length);
    const little = depth.littleShare * shares.reduce((most, share) => Math.max(most, Math.abs(share)), 0);
    for (let i = 0; i < near.length; i++) {
      const { index, likeness } = near[i]!;
      const { cited: numbers, documents } = known[index]!;
      const part = 1 / Math.sqrt(numbers.length);
      const share = shares[i]! * part;
      const vote = i < profile.voters ? likeness ** profile.sharpness * part : 0;
      const worth = Math.abs(share) > little;
      for (let p = 0; p < numbers.length; p++) {
        const [number, document] = [numbers[p]!, documents[p]!];
        explained[number]! += share;
        explainedDocuments[document]! += share;
        const [voted, votedDocument] = [votes[number]! + vote, votedDocuments[document]! + vote];
        votes[number] = voted;
        votedDocuments[document] = votedDocument;
        if (voted > mostVotes) mostVotes = voted;
        if (votedDocument > mostVotesOfDocument) mostVotesOfDocument = votedDocument;
        if (worth) this.mixed.addFirst(depth.lentTerms, this.rows[number]!, share);
      }
    }
    const terms: { term: number; weight: number }[] = [];
    this.mixed.best(depth.addedTerms, (term, weight) => terms.push({ term: this.lentTerms[term]!, weight }));
    return {
      terms, near: this.citedFor(near), explained, votes, explainedDocuments, votedDocuments, mostVotes: mostVotes || 1, mostVotesOfDocument: mostVotesOfDocument || 1,
      citedPassages: cited.passages, citedDocuments: cited.documents,
      passage: (id) => passageNumbers.get(id), document: (id) => documentNumbers.get(id),
    };
  }

  /** Clears what was told of the last question. */
  private forget(): AnsweredQuestions['told'] {
    const { told } = this;
    for (const { index } of this.toldBy) {
      const { cited, documents } = this.known[index]!;
      for (let p = 0; p < cited.length; p++) {
        told.explained[cited[p]!] = told.votes[cited[p]!] = 0;
        told.explainedDocuments[documents[p]!] = told.votedDocuments[documents[p]!] = 0;
      }
    }
    return told;
  }

  /** Ids of the passages cited for known questions, each once, those of the first first. */
  private *citedFor(near: readonly Near[]): IterableIterator<string> {
    const given = new Set<number>();
    for (const { index } of near) {
      const { cited, passages } = this.known[index]!;
      for (let p = 0; p < cited.length; p++) {
        if (given.has(cited[p]!)) continue;
        given.add(cited[p]!);
        yield passages[p]!.id;
      }
    }
  }

  /** The n nearest, nearest first. */
  private nearest({ terms, weights }: Vector, n: number): Near[] {
    const { likenesses, holders } = this;
    likenesses.fill(0);
    for (let t = 0; t < terms.length; t++) {
      const holder = holders[terms[t]!];
      if (!holder) continue;
      for (let i = 0; i < holder.terms.length; i++) likenesses[holder.terms[i]!]! += weights[t]! * holder.weights[i]!;
    }
    const least = n < likenesses.length ? this.nth.of(likenesses, n, null, likenesses.length) : 0;
    const near: Near[] = [];
    for (let index = 0; index < likenesses.length; index++) if (likenesses[index]! > 0 && likenesses[index]! >= least) near.push({ index, likeness: likenesses[index]! });
    return near.sort((a, b) => b.likeness - a.likeness || a.index - b.index).slice(0, n);
  }

  /** A question as a vector of length 1 over its terms; new terms are remembered only when it is learnt. */
  private vectorOf(asked: readonly string[], remember: boolean): Vector {
    const terms: number[] = [];
    const weights: number[] = [];
    let norm = 0;
    for (const term of asked) {
      const weight = this.store.idfOf(term) * (term.startsWith('_') ? this.profile.pairWeight : 1);
      norm += weight * weight;
      const id = remember ? numbered(this.asked, term) : this.asked.get(term);
      if (id === undefined) continue;
      terms.push(id);
      weights.push(weight);
    }
    const length = Math.sqrt(norm) || 1;
    const vector = { terms: new Uint32Array(terms), weights: new Float64Array(weights) };
    for (let i = 0; i < weights.length; i++) vector.weights[i]! /= length;
    return vector;
  }

  /** The number of a cited passage; what it says is remembered with the first. */
  private numberOf({ id }: Passage): number {
    const number = numbered(this.passageNumbers, id);
    if (number < this.rows.length) return number;
    const { store, store: { rows } } = this;
    const slot = store.slotOf(id)!;
    const { terms, impacts } = rows.pageOf(slot);
    const from = rows.offsetOf(slot);
    const to = from + rows.lengths[slot]!;
    const row = { terms: terms.slice(from, to), weights: new Float64Array(to - from) };
    let norm = 0;
    for (let at = from; at < to; at++) norm += (row.weights[at - from] = weightOf(impacts[at]!, store.idfOfTerm(terms[at]!))) ** 2;
    const length = Math.sqrt(norm) || 1;
    const telling = Array.from(row.terms.keys()).sort((a, b) => row.weights[b]! - row.weights[a]! || (store.textOf(row.terms[a]!) < store.textOf(row.terms[b]!) ? -1 : 1)).slice(0, this.mostLent);
    this.rows.push({ terms: Uint32Array.from(telling, (i) => this.lentNumberOf(row.terms[i]!)), weights: Float64Array.from(telling, (i) => row.weights[i]! / length) });
    return number;
  }

  private lentNumberOf(term: number): number {
    const number = numbered(this.lent, term);
    this.lentTerms[number] = term;
    return number;
  }

  private cite({ cited, documents }: Known, times: number): void {
    for (const number of cited) this.citations.passages[number]! += times;
    for (const number of documents) this.citations.documents[number]! += times / Math.sqrt(cited.length);
  }

  private logarithmsNow(): Citations {
    const { passages, documents } = this.citations;
    return { passages: passages.map((count) => Math.log1p(Math.max(0, count))), documents: documents.map((count) => Math.log1p(Math.max(0, count))) };
  }
}

function numbered<Key>(numbers: Map<Key, number>, key: Key): number {
  let number = numbers.get(key);
  if (number === undefined) numbers.set(key, (number = numbers.size));
  return number;
}

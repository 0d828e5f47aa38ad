import type { AnalysedQuestion } from './analysis.js';
import type { AnsweredQuestions, Learnt } from './answered-questions.js';
import type { CitedDocuments } from './cited-documents.js';
import { Echo } from './echo.js';
import { FirstLook } from './first-look.js';
import type { LearningProfile, LookDepth } from './learning-profile.js';
import type { PassageStore } from './passage-store.js';
import type { Passage } from './passages.js';
import { QueryTerms } from './query-terms.js';
import { fitWeights, type Example } from './signal-weights.js';

/** What a passage is ranked by, in the order of the weights. The first nine need no answered questions. */
export const SIGNALS = [
  'said', 'saidShare', 'covered', 'placeSaid', 'echoed', 'placeEchoed', 'bestOfDocument', 'shareOfDocument', 'citedByLibrary',
  'added', 'placeAdded', 'explained', 'voted', 'explainedDocument', 'votedDocument', 'citedDocument', 'citedPassage',
] as const;
const WIDTH = SIGNALS.length;

/** How many of the best passages tell which documents a question is about. */
const TELLING = 50;

/** How many places of a list tell anything. */
const PLACES = 300;

/** How many of the nearest cited passages tell how much of what was learnt one passage says at most. */
const HEARD = 10;

/** A passage worth a closer look, with what it says of the question. */
export interface Found { slot: number; passage: Passage; score: number; /** Share of the words of the question that it says, 0..1. */ shared: number }

interface Looked { slots: number[]; signals: Float64Array; shared: Float64Array }

/** Ranks passages by what they say of a question and, where there are any, by what answered questions tell. */
export class SignalRanking {
  private readonly terms: QueryTerms;
  private readonly look: FirstLook;
  private readonly echo: Echo;
  private taken = new Uint8Array(1024);
  private documents = new Float64Array(1024);
  private bestOf = new Float64Array(1024);

  constructor(
    private readonly store: PassageStore,
    private readonly cited: CitedDocuments,
    private readonly profile: LearningProfile,
  ) {
    this.terms = new QueryTerms(store);
    this.look = new FirstLook(store);
    this.echo = new Echo(store);
  }

  /** The best n, each with its priors. @param unitWeights weights of the question's units */
  rank(question: AnalysedQuestion, unitWeights: readonly number[], learnt: Learnt | null, weights: readonly number[], n: number, depth: LookDepth, accept: (passage: Passage) => boolean, prior: (passage: Passage) => number): Found[] {
    const { slots, signals, shared } = this.lookAt(question, unitWeights, learnt, depth, accept);
    const scores = new Float64Array(slots.length);
    let most = -Infinity;
    for (let i = 0; i < slots.length; i++) {
      let sum = 0;
      for (let s = 0; s < WIDTH; s++) sum += signals[i * WIDTH + s]! * weights[s]!;
      scores[i] = sum;
      if (sum > most) most = sum;
    }
    for (let i = 0; i < slots.length; i++) scores[i] = Math.exp(scores[i]! - most) * prior(this.store.at(slots[i]!));
    const least = slots.length <= n ? -Infinity : scores.slice().sort()[slots.length - n]!;
    const found: (Found & { id: string })[] = [];
    for (let i = 0; i < slots.length; i++) {
      if (scores[i]! < least) continue;
      const passage = this.store.at(slots[i]!);
      found.push({ slot: slots[i]!, passage, id: passage.id, score: scores[i]!, shared: shared[i]! });
    }
    return found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, n);
  }

  /** Weights fitted to the answered questions, each judged as if it were new; with too few of them the profile's own. */
  fit(answered: AnsweredQuestions, analyse: (question: string) => AnalysedQuestion, depth: LookDepth): readonly number[] {
    const { questions } = answered;
    if (questions.length < this.profile.leastToFit) return this.profile.taughtWeights;
    const every = Math.max(1, questions.length / this.profile.mostToFit);
    const examples: Example[] = [];
    for (let at = 0; at < questions.length; at += every) {
      const index = Math.floor(at);
      const { question, passages } = questions[index]!;
      const right = new Set(passages.map(({ id }) => id));
      const { slots, signals } = this.lookAt(analyse(question), [], answered.aboutKnown(index, depth), depth, () => true);
      examples.push({ rows: slots.map((_, i) => signals.subarray(i * WIDTH, (i + 1) * WIDTH)), answers: slots.map((slot) => right.has(this.store.at(slot).id)) });
    }
    return fitWeights(examples, WIDTH);
  }

  private lookAt(question: AnalysedQuestion, unitWeights: readonly number[], learnt: Learnt | null, depth: LookDepth, accept: (passage: Passage) => boolean): Looked {
    const { store, terms, look } = this;
    const postings = depth.postings(store.size);
    terms.begin();
    terms.addTyped(question.terms);
    terms.addUnits(unitWeights.length === 0 ? [] : question.units, unitWeights);
    look.run(terms.askedAsTyped(), postings);
    const chosen = look.choose(depth.typed, accept);
    const first = this.scored([...chosen]);
    const heard = first.slice(0, depth.listened);
    this.echo.terms(heard, depth.echoedTerms, (term, weight) => terms.addEchoed(term, weight));
    for (const { term, weight } of learnt?.terms ?? []) terms.addLearnt(term, weight);
    const mostSaid = first[0]?.score ?? 1;
    const near: number[] = [];
    for (const id of learnt?.near ?? []) {
      if (near.length === depth.cited) break;
      const slot = store.slotOf(id);
      if (slot !== null && accept(store.at(slot))) near.push(slot);
    }
    const echo = this.share(heard.map(({ slot }) => slot), mostSaid, depth.echoed, 'saidEchoed');
    look.more(terms.askedBesides(echo, this.share(near.slice(0, HEARD), mostSaid, depth.added, 'saidAdded')), postings);
    const slots = this.together(first.map(({ slot }) => slot), [...look.choose(depth.widened, accept, { slots: chosen, impacts: chosen, from: 0, to: chosen.length })], near);
    return this.signalsOf(slots, learnt);
  }

  /** What to multiply a way of asking with, so that its best passages count as given beside the best of what was typed. */
  private share(best: readonly number[], mostSaid: number, part: number, way: 'saidEchoed' | 'saidAdded'): number {
    let most = 0;
    for (const slot of best) {
      this.terms.look(slot);
      if (this.terms[way] > most) most = this.terms[way];
    }
    return most === 0 ? 1 : (part * mostSaid) / most;
  }

  /** Those slots with all that they say of what was typed, best first. */
  private scored(slots: number[]): { slot: number; score: number }[] {
    const { store, terms } = this;
    return slots
      .map((slot) => {
        terms.look(slot);
        return { slot, score: terms.saidTyped };
      })
      .sort((a, b) => b.score - a.score || (store.idAt(a.slot) < store.idAt(b.slot) ? -1 : 1));
  }

  private together(...lists: readonly (readonly number[])[]): number[] {
    if (this.taken.length < this.store.slots) this.taken = new Uint8Array(Math.max(this.store.slots, this.taken.length * 2));
    const slots: number[] = [];
    for (const list of lists) {
      for (const slot of list) {
        if (this.taken[slot] !== 0) continue;
        this.taken[slot] = 1;
        slots.push(slot);
      }
    }
    for (const slot of slots) this.taken[slot] = 0;
    return slots;
  }

  private signalsOf(slots: number[], learnt: Learnt | null): Looked {
    const { store, terms } = this;
    const n = slots.length;
    const signals = new Float64Array(n * WIDTH);
    const shared = new Float64Array(n);
    const [said, echoed, added] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
    for (let i = 0; i < n; i++) {
      terms.look(slots[i]!);
      said[i] = terms.saidTyped;
      echoed[i] = terms.saidEchoed;
      added[i] = terms.saidAdded;
      signals[i * WIDTH + 2] = terms.covered;
      shared[i] = terms.shared();
    }
    const [placesSaid, placesEchoed, placesAdded] = [said.slice().sort(), echoed.slice().sort(), added.slice().sort()];
    const [mostSaid, mostEchoed, mostAdded] = [placesSaid[n - 1] || 1, placesEchoed[n - 1] || 1, placesAdded[n - 1] || 1];
    this.countDocuments(slots, said, placesSaid);
    const { cited } = this;
    for (let i = 0; i < n; i++) {
      const passage = store.at(slots[i]!);
      const document = store.documentOf[slots[i]!]!;
      const at = i * WIDTH;
      signals[at] = said[i]! / 100;
      signals[at + 1] = said[i]! / mostSaid;
      signals[at + 3] = place(placesSaid, said[i]!);
      signals[at + 4] = echoed[i]! / mostEchoed;
      signals[at + 5] = place(placesEchoed, echoed[i]!);
      signals[at + 6] = this.bestOf[document]! / mostSaid;
      signals[at + 7] = this.documents[document]!;
      signals[at + 8] = cited.share(passage.title);
      if (!learnt) continue;
      signals[at + 9] = added[i]! / mostAdded;
      signals[at + 10] = place(placesAdded, added[i]!);
      const number = learnt.passage(passage.id);
      if (number !== undefined) {
        signals[at + 11] = learnt.explained[number]!;
        signals[at + 12] = learnt.votes[number]! / learnt.mostVotes;
        signals[at + 16] = learnt.citedPassages[number]!;
      }
      const known = learnt.document(passage.documentId);
      if (known === undefined) continue;
      signals[at + 13] = learnt.explainedDocuments[known]!;
      signals[at + 14] = learnt.votedDocuments[known]! / learnt.mostVotesOfDocument;
      signals[at + 15] = learnt.citedDocuments[known]!;
    }
    return { slots, signals, shared };
  }

  /** For the documents of these passages: the best that one of their passages says, and their share of what the best passages say. */
  private countDocuments(slots: readonly number[], said: Float64Array, sorted: Float64Array): void {
    const { store } = this;
    if (this.documents.length < store.documentCount) [this.documents, this.bestOf] = [new Float64Array(store.documentCount * 2), new Float64Array(store.documentCount * 2)];
    const { documents, bestOf } = this;
    for (const slot of slots) documents[store.documentOf[slot]!] = bestOf[store.documentOf[slot]!] = 0;
    const least = sorted[Math.max(0, sorted.length - TELLING)] ?? 0;
    let whole = 0;
    for (let i = 0; i < slots.length; i++) if (said[i]! >= least) whole += said[i]!;
    for (let i = 0; i < slots.length; i++) {
      const document = store.documentOf[slots[i]!]!;
      if (said[i]! > bestOf[document]!) bestOf[document] = said[i]!;
      if (said[i]! >= least && whole > 0) documents[document]! += said[i]! / whole;
    }
  }
}

/** 1 for the greatest, less with every greater one; nothing for what says nothing. */
function place(sorted: Float64Array, value: number): number {
  if (value === 0) return 0;
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! > value) high = middle;
    else low = middle + 1;
  }
  const before = sorted.length - low;
  return before >= PLACES ? 0 : 1 / Math.log2(2 + before);
}

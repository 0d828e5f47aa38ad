import type { AnalysedQuestion } from './analysis.js';
import type { AnsweredQuestions, Learnt, TermKnowledge } from './answered-questions.js';
import type { CitedDocuments } from './cited-documents.js';
import { Echo } from './echo.js';
import type { LearningProfile } from './learning-profile.js';
import type { PassageStore } from './passage-store.js';
import type { Passage } from './passages.js';
import { byScore, Scoring, type Scored } from './scoring.js';
import { fitWeights, type Example } from './signal-weights.js';

/** What a passage is ranked by, in the order of the weights. The first nine need no answered questions. */
export const SIGNALS = [
  'said', 'saidShare', 'covered', 'placeSaid', 'echoed', 'placeEchoed', 'bestOfDocument', 'shareOfDocument', 'citedByLibrary',
  'added', 'placeAdded', 'explained', 'voted', 'explainedDocument', 'votedDocument', 'citedDocument', 'citedPassage',
] as const;

/** How many of the best passages tell which documents a question is about. */
const TELLING = 50;

interface Candidates { found: Scored[]; rows: Float64Array[] }

/** Ranks passages by what they say of a question and, where there are any, by what answered questions tell. */
export class SignalRanking {
  readonly typed: Scoring;
  private readonly echoed: Scoring;
  private readonly added: Scoring;
  private readonly echo: Echo;
  private bestOf = new Float64Array(0);

  constructor(
    private readonly store: PassageStore,
    knowledge: TermKnowledge,
    private readonly cited: () => CitedDocuments,
    private readonly profile: LearningProfile,
  ) {
    this.typed = new Scoring(store);
    this.echoed = new Scoring(store);
    this.added = new Scoring(store);
    this.echo = new Echo(knowledge, profile);
  }

  /** The best k, each with its priors. */
  rank(question: AnalysedQuestion, learnt: Learnt | null, weights: readonly number[], k: number, accept: (passage: Passage) => boolean, prior: (passage: Passage) => number): Scored[] {
    const { found, rows } = this.candidates(question, learnt, accept);
    const sums = new Float64Array(rows.length);
    let most = -Infinity;
    for (let i = 0; i < rows.length; i++) {
      let sum = 0;
      for (let s = 0; s < weights.length; s++) sum += rows[i]![s]! * weights[s]!;
      sums[i] = sum;
      if (sum > most) most = sum;
    }
    return found
      .map(({ slot, passage }, i) => ({ slot, passage, id: passage.id, score: Math.exp(sums[i]! - most) * prior(passage) }))
      .sort(byScore)
      .slice(0, k);
  }

  /** Weights fitted to the answered questions, each judged as if it were new; with too few of them the profile's own. */
  fit(answered: AnsweredQuestions, analyse: (question: string) => AnalysedQuestion): readonly number[] {
    const { questions } = answered;
    if (questions.length < this.profile.leastToFit) return this.profile.taughtWeights;
    const every = Math.max(1, questions.length / this.profile.mostToFit);
    const examples: Example[] = [];
    for (let at = 0; at < questions.length; at += every) {
      const index = Math.floor(at);
      const { question, passages } = questions[index]!;
      const right = new Set(passages.map(({ id }) => id));
      const { found, rows } = this.candidates(analyse(question), answered.aboutKnown(index), () => true);
      examples.push({ rows, answers: found.map(({ passage }) => right.has(passage.id)) });
    }
    return fitWeights(examples, SIGNALS.length);
  }

  private candidates(question: AnalysedQuestion, learnt: Learnt | null, accept: (passage: Passage) => boolean): Candidates {
    const { store, typed, echoed, added, profile } = this;
    const same = (): number => 1;
    typed.run(question.terms);
    const said = typed.best(profile.candidates, accept, same);
    echoed.run(this.echo.terms(said));
    const again = echoed.best(profile.candidates, accept, same);
    added.run(learnt?.terms ?? []);
    const through = added.best(profile.candidates, accept, same);
    const [placeSaid, placeEchoed, placeAdded] = [said, again, through].map((list) => new Map(list.map(({ slot }, place) => [slot, place]))) as [Places, Places, Places];
    const slots = new Set([...placeSaid.keys(), ...placeEchoed.keys(), ...placeAdded.keys()]);
    for (const id of learnt?.explained.keys() ?? []) {
      const slot = store.slotOf(id);
      if (slot !== null && accept(store.at(slot))) slots.add(slot);
    }
    const bestOf = this.bestOfDocuments();
    const shareOf = sharesOfDocuments(said);
    const mostSaid = said[0]?.score ?? 1;
    const mostEchoed = again[0]?.score ?? 1;
    const mostAdded = through[0]?.score ?? 1;
    const votes = greatest(learnt?.votes);
    const votedDocuments = greatest(learnt?.votedDocuments);
    const cited = this.cited();
    const found: Scored[] = [];
    const rows: Float64Array[] = [];
    for (const slot of slots) {
      const passage = store.at(slot);
      const { id, documentId } = passage;
      const score = typed.sums.values[slot]!;
      found.push({ slot, passage, score });
      rows.push(Float64Array.of(
        score / 100, score / mostSaid, typed.coverage(slot), place(placeSaid.get(slot)), echoed.sums.values[slot]! / mostEchoed, place(placeEchoed.get(slot)),
        bestOf[store.documentOf[slot]!]! / mostSaid, shareOf.get(documentId) ?? 0, cited.share(passage.title),
        added.sums.values[slot]! / mostAdded, place(placeAdded.get(slot)), learnt?.explained.get(id) ?? 0, (learnt?.votes.get(id) ?? 0) / votes,
        learnt?.explainedDocuments.get(documentId) ?? 0, (learnt?.votedDocuments.get(documentId) ?? 0) / votedDocuments,
        learnt?.citedDocument(documentId) ?? 0, learnt?.citedPassage(id) ?? 0,
      ));
    }
    return { found, rows };
  }

  /** For every document the best that one of its passages says. */
  private bestOfDocuments(): Float64Array {
    const { store } = this;
    const { values, touched, count } = this.typed.sums;
    if (this.bestOf.length < store.documentCount) this.bestOf = new Float64Array(store.documentCount);
    else this.bestOf.fill(0);
    for (let i = 0; i < count; i++) {
      const slot = touched[i]!;
      const document = store.documentOf[slot]!;
      if (values[slot]! > this.bestOf[document]!) this.bestOf[document] = values[slot]!;
    }
    return this.bestOf;
  }
}

type Places = Map<number, number>;

const place = (at: number | undefined): number => (at === undefined ? 0 : 1 / Math.log2(2 + at));

/** Which documents the best passages belong to, their scores as shares of all. */
function sharesOfDocuments(said: readonly Scored[]): Map<string, number> {
  const first = said.slice(0, TELLING);
  const whole = first.reduce((sum, { score }) => sum + score, 0) || 1;
  const shares = new Map<string, number>();
  for (const { passage, score } of first) shares.set(passage.documentId, (shares.get(passage.documentId) ?? 0) + score / whole);
  return shares;
}

function greatest(sums: ReadonlyMap<string, number> | undefined): number {
  let most = 0;
  for (const value of sums?.values() ?? []) most = Math.max(most, value);
  return most || 1;
}

import { Analysis, type AnalysedQuestion, type AnalysisOptions } from './analysis.js';
import { confidenceOfQuestions, confidenceOfText, type Confidence } from './ask.js';
import type { Candidate, TypedQuestion } from './candidates.js';
import { AnsweredQuestions, type AnsweredQuestion, type Learnt } from './answered-questions.js';
import { CitedDocuments } from './cited-documents.js';
import { comparableOf, coverageOf, type Comparable } from './coverage.js';
import { excerptOf, highlightsOf, type Excerpt, type Span } from './excerpts.js';
import { PassageStore } from './passage-store.js';
import { ANSWERING, validityOn, type Passage, type PassageKind, type PassageValidity } from './passages.js';
import { PreparedPassages } from './prepared-passages.js';
import { RANKING_PROFILE, type RankingProfile } from './ranking-profile.js';
import { byScore, Scoring, type Scored } from './scoring.js';
import { SuggestionList, type Suggestion } from './suggestions.js';

export interface KnowledgeOptions extends AnalysisOptions { profile?: RankingProfile }

export interface SearchFilters {
  kinds?: readonly PassageKind[];
  issuers?: readonly string[];
  topics?: readonly string[];
  validity?: readonly PassageValidity[];
  /** 'YYYY-MM-DD', both inclusive; a passage without a date is left out when either is given. */
  fromOn?: string;
  toOn?: string;
}

export interface SearchRequest {
  /** The civil day on which validity is judged. */
  on: string;
  k?: number;
  filters?: SearchFilters;
  /** What the caller knows to be true now; asked last, after the passage's own dates. Null: gone, never shown. */
  validityOf?: (passage: Passage) => PassageValidity | null;
}

export interface Hit {
  id: string;
  kind: PassageKind;
  passage: Passage;
  validity: PassageValidity;
  score: number;
  /** Share of the question's weight that the passage covers, 0..1. */
  coverage: number;
  /** Words of the question, as typed or in official terms, that were found. */
  matched: string[];
  /** Spans of the passage's text, and of its title. */
  highlights: Span[];
  titleHighlights: Span[];
  excerpt: Excerpt;
}

export interface SearchResult { hits: Hit[]; total: number; indexVersion: string }

export interface Answer {
  kind: PassageKind;
  passageId: string;
  /** Set when a reviewed Q&A answers. */
  qaId: string | null;
  /** The known question that came closest. */
  question: string | null;
  text: string;
  hit: Hit;
}

export interface AskResult {
  answered: boolean;
  confidence: number;
  answer: Answer | null;
  passages: Hit[];
  similarQuestions: { id: string; question: string; likeness: number }[];
  indexVersion: string;
}

/** The in-process index of everything that residents can find. Derived data: the same passages give the same ranking in any order of arrival. */
export class KnowledgeIndex {
  readonly analysis: Analysis;
  private readonly profile: RankingProfile;
  private readonly store: PassageStore;
  private readonly scoring: Scoring;
  private readonly prepared: PreparedPassages;
  private suggestions: SuggestionList | null = null;
  private learnt: AnsweredQuestions | null = null;
  private cited: CitedDocuments | null = null;

  constructor(options: KnowledgeOptions) {
    this.analysis = new Analysis(options);
    this.profile = options.profile ?? RANKING_PROFILE;
    this.store = new PassageStore(this.analysis);
    this.prepared = new PreparedPassages(this.analysis);
    this.scoring = new Scoring(this.store, this.profile);
  }

  /** Names content, analysis and weights; equal versions answer equally. */
  get version(): string {
    return `${this.store.size}-${this.store.hex}-${this.analysis.version}-r${this.profile.version}${this.learnt ? `-a${this.learnt.version}` : ''}`;
  }

  get size(): number {
    return this.store.size;
  }

  /** Bytes of the sealed postings and the number of different terms. */
  get footprint(): { bytes: number; terms: number } {
    return { bytes: this.store.bytes, terms: this.store.terms };
  }

  get(id: string): Passage | null {
    return this.store.get(id);
  }

  ids(): string[] {
    return [...this.store.all()].map((passage) => passage.id).sort();
  }

  /** Adds a passage or replaces the one with its id. */
  put(passage: Passage): void {
    this.prepared.forget(this.store.get(passage.id));
    this.store.put(passage);
    this.cited = null;
    this.suggestions = null;
  }

  /** True when there was something to remove. */
  remove(id: string): boolean {
    this.suggestions = null;
    this.cited = null;
    this.prepared.forget(this.store.get(id));
    return this.store.remove(id);
  }

  /** Rewrites everything into one segment; for after a bulk load. */
  compact(): void {
    this.store.compact();
  }

  /** Takes over what staff have answered, in place of what was learnt before; searches follow it from now on. */
  learn(answered: Iterable<AnsweredQuestion>): void {
    const learnt = new AnsweredQuestions(this.analysis, answered, (id) => this.store.get(id), this.profile.learning);
    this.learnt = learnt.size > 0 ? learnt : null;
  }

  search(query: string, request: SearchRequest): SearchResult {
    const k = request.k ?? 20;
    const question = this.analysis.question(query);
    const standing = this.standing(request);
    const accept = accepted(request.filters ?? {}, standing);
    const learnt = this.learnt?.about(query) ?? null;
    this.scoring.run(learnt ? { ...question, terms: [...question.terms, ...learnt.terms] } : question);
    if (learnt) this.scoring.favour(learnt.votes, this.profile.learning.voteWeight * learnt.nearness ** this.profile.learning.caution);
    const favour = this.favour(learnt);
    const { best, total } = this.scoring.best(Math.max(k, this.profile.compared), accept, (passage) => this.prior(passage, standing) * favour(passage));
    this.scoring.clear();
    const weights = this.unitWeights(question.units);
    // what was learnt finds passages that do not say the words of the question
    const hits = this.compare(question, weights, best, learnt ? this.profile.learning.coverageWeight : this.profile.coverage).slice(0, k).map((found) => this.hit(question, found, standing));
    return { hits, total, indexVersion: this.version };
  }

  /** A reviewed answer with the passages it can be checked against, or an honest no. */
  ask(text: string, request: Omit<SearchRequest, 'filters'>): AskResult {
    const k = request.k ?? 5;
    const line = this.profile.answer;
    const question = this.analysis.question(text);
    const standing = this.standing(request);
    const valid = (passage: Passage): boolean => passage.reviewed && ANSWERING.has(standing(passage) ?? 'unknown');
    const prior = (passage: Passage): number => this.prior(passage, standing);
    this.scoring.run(question);
    const asked = this.scoring.best(30, (passage) => passage.kind === 'qa' && valid(passage), prior).best;
    const others = this.scoring.best(this.profile.compared, (passage) => passage.kind !== 'qa' && valid(passage), prior).best;
    this.scoring.clear();
    const weights = this.unitWeights(question.units);
    const typed = { analysed: question, weights, comparable: comparableOf(this.analysis.comparable(question.text)) };
    const judged = this.judge(typed, this.compare(question, weights, [...asked, ...others]));
    const qas = judged.filter(({ passage }) => passage.kind === 'qa').sort((a, b) => b.confidence.value - a.confidence.value || byScore(a, b));
    const rest = judged.filter(({ passage }) => passage.kind !== 'qa');
    const reviewed = qas.find(({ confidence }) => confidence.enough) ?? null;
    const plain = rest.find(({ passage, confidence }) => passage.kind === 'guide' && confidence.enough) ?? rest.find(({ confidence }) => confidence.enough) ?? null;
    const chosen = reviewed ?? plain;
    const passages = judged.filter(({ id, coverage }) => id !== chosen?.id && coverage >= line.similar).slice(0, k).map((found) => this.hit(question, found, standing));
    return {
      answered: chosen !== null,
      confidence: chosen?.confidence.value ?? Math.max(0, ...judged.map(({ confidence }) => confidence.value)),
      answer: chosen === null ? null : this.answer(question, chosen, standing),
      passages,
      similarQuestions: qas
        .filter(({ id, confidence }) => id !== chosen?.id && (confidence.likeness >= line.similar || confidence.value >= line.similarValue))
        .slice(0, 5)
        .map(({ id, passage, confidence }) => ({ id, question: confidence.question ?? passage.questions[0] ?? passage.title, likeness: confidence.likeness })),
      indexVersion: this.version,
    };
  }

  /** Questions and titles that go on from what has been typed. */
  suggest(typed: string, request: { on: string; limit?: number }): Suggestion[] {
    this.suggestions ??= new SuggestionList(this.store.all());
    return this.suggestions.find(typed.slice(0, 60), request.on, request.limit ?? 8);
  }

  /**
   * Texts that are not in the index, by their keys: those that say enough of what was typed, best first. Every word counts the
   * same here but weak ones; equals keep the order in which they came.
   */
  rankTexts(typed: string, texts: ReadonlyMap<string, string>): string[] {
    const { units } = this.analysis.question(typed);
    const weights = units.map((unit) => (unit.weak ? 0.3 : 1));
    return [...texts]
      .map(([key, text]) => ({ key, share: coverageOf(units, weights, comparableOf(this.analysis.comparable(text))).share }))
      .filter(({ share }) => share >= this.profile.answer.textShare)
      .sort((a, b) => b.share - a.share)
      .map(({ key }) => key);
  }

  private answer(question: AnalysedQuestion, chosen: Compared & { confidence: Confidence }, standing: Standing): Answer {
    const { passage, confidence } = chosen;
    return {
      kind: passage.kind, passageId: passage.id, qaId: passage.kind === 'qa' ? passage.id : null,
      question: confidence.question, text: passage.text, hit: this.hit(question, chosen, standing),
    };
  }

  private standing(request: Pick<SearchRequest, 'on' | 'validityOf'>): Standing {
    const { on, validityOf } = request;
    return (passage) => {
      const stated = validityOf ? validityOf(passage) : passage.validity;
      if (stated === null) return null;
      const own = validityOn(passage, on);
      return ANSWERING.has(own) ? validityOn(passage, on, stated) : own; // whichever of the two says no, wins
    };
  }

  private prior(passage: Passage, standing: Standing): number {
    return this.profile.kinds[passage.kind] * this.profile.validities[standing(passage) ?? 'unknown'];
  }

  private judge(typed: TypedQuestion, found: readonly Compared[]): (Compared & { confidence: Confidence })[] {
    const candidates = found.map(({ passage }): Candidate => ({
      passage, comparable: this.prepared.comparable(passage), subject: this.prepared.subject(passage), title: this.prepared.title(passage), basis: this.basisOf(passage), questions: this.prepared.knownQuestions(passage),
    }));
    const asked = candidates.filter(({ questions }) => questions.length > 0);
    const sure = new Map(confidenceOfQuestions(typed, asked, (units) => this.unitWeights(units), this.profile.answer).map((confidence, i) => [asked[i]!.passage, confidence]));
    return found.map((one, i) => ({ ...one, confidence: sure.get(one.passage) ?? confidenceOfText(typed, candidates[i]!, (units) => this.unitWeights(units), this.profile.answer) }));
  }

  private basisOf(passage: Passage): Comparable | null {
    const basis = passage.basisId ? this.store.get(passage.basisId) : null;
    return basis && this.prepared.comparable(basis);
  }

  /** What documents gain by being cited often, by answers where there are any, and by the library itself. */
  private favour(learnt: Learnt | null): (passage: Passage) => number {
    const { documentWeight, citedWeight } = this.profile.learning;
    const cited = (this.cited ??= new CitedDocuments(this.store.all()));
    if (!learnt) return ({ title }) => 1 + citedWeight * cited.share(title);
    return ({ documentId }) => 1 + documentWeight * (learnt.documents.get(documentId) ?? 0);
  }

  private unitWeights(units: AnalysedQuestion['units']): number[] {
    return this.scoring.unitWeights(units, (form) => [form, ...this.analysis.words(form)]);
  }

  private compare(question: AnalysedQuestion, weights: readonly number[], found: readonly Scored[], share = this.profile.coverage): Compared[] {
    return found
      .map(({ passage, score }) => {
        const coverage = coverageOf(question.units, weights, this.prepared.comparable(passage)).share;
        return { id: passage.id, passage, coverage, score: score * (1 - share + share * coverage) };
      })
      .sort(byScore);
  }

  private hit(question: AnalysedQuestion, { passage, score, coverage }: Compared, standing: Standing): Hit {
    const highlights = highlightsOf(passage.text, question.units);
    const titleHighlights = highlightsOf(passage.title, question.units);
    const said = [...highlights.map((span) => passage.text.slice(span.start, span.end)), ...titleHighlights.map((span) => passage.title.slice(span.start, span.end))];
    return {
      id: passage.id, kind: passage.kind, passage, validity: standing(passage) ?? 'unknown', score, coverage,
      matched: [...new Set(said)], highlights, titleHighlights, excerpt: excerptOf(passage.text, highlights),
    };
  }
}

type Standing = (passage: Passage) => PassageValidity | null;
interface Compared { id: string; passage: Passage; coverage: number; score: number }

function accepted(filters: SearchFilters, standing: Standing): (passage: Passage) => boolean {
  const { kinds, issuers, topics, validity, fromOn, toOn } = filters;
  return (passage) => {
    const stands = standing(passage);
    if (stands === null || (validity && !validity.includes(stands))) return false;
    if (kinds && !kinds.includes(passage.kind)) return false;
    if (issuers && (passage.issuer === null || !issuers.includes(passage.issuer))) return false;
    if (topics && !passage.topics.some((topic) => topics.includes(topic))) return false;
    if (fromOn === undefined && toOn === undefined) return true;
    return passage.publishedOn !== null && passage.publishedOn >= (fromOn ?? '') && passage.publishedOn <= (toOn ?? '9999');
  };
}

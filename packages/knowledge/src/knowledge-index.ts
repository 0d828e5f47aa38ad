import { Analysis, type AnalysedQuestion, type AnalysisOptions } from './analysis.js';
import { confidenceOfQuestions, confidenceOfText, type Confidence } from './ask.js';
import type { Candidate, TypedQuestion } from './candidates.js';
import { AnsweredQuestions, type AnsweredQuestion } from './answered-questions.js';
import { CitedDocuments } from './cited-documents.js';
import { closestOf } from './closest.js';
import { comparableOf, coverageOf, type Comparable } from './coverage.js';
import { asksFor, asksForFormerDay, currentFirst } from './current-law.js';
import { GramAnalysis } from './grams.js';
import { followUpOf, subjectOf } from './follow-up.js';
import { excerptOf, highlightsOf } from './excerpts.js';
import { accepted, type Answer, type AskResult, type Hit, type SearchRequest, type SearchResult, type Standing } from './search-model.js';
import { SignalRanking } from './signal-ranking.js';
import type { NearCandidate } from './near-candidates.js';
import { offeredTexts } from './offered-texts.js';
import { isNotForTheLibrary } from './not-for-the-library.js';
import { PassageStore } from './passage-store.js';
import { ANSWERING, validityOn, type Passage, type PassageKind } from './passages.js';
import { PreparedPassages } from './prepared-passages.js';
import type { LookDepth } from './learning-profile.js';
import type { Pronunciation } from './pronunciation.js';
import { RANKING_PROFILE, type RankingProfile } from './ranking-profile.js';
import { byScore, Scoring, type Scored } from './scoring.js';
import { archiveOf, recordsOf, type SnapshotRecord } from './snapshot.js';
import { Spelling } from './spelling.js';
import { SuggestionList, type Suggestion } from './suggestions.js';

export interface KnowledgeOptions extends AnalysisOptions { profile?: RankingProfile; /** Without it nothing is found by how it is read. */ pronunciation?: Pronunciation }

/** How much the other words of what was typed count when passages are looked for that come close. */
const OTHER_WORDS = 0.3;

/** Of so many passages suggestions and corrections are made at a question, in some milliseconds. */
const SMALL = 5_000;

/** So many results are counted; of more it is only said that there are more. */
const COUNTED = 1_000;

/** The in-process index of everything that residents can find. Derived data: the same passages give the same ranking in any order of arrival. */
export class KnowledgeIndex {
  readonly analysis: Analysis;
  private readonly profile: RankingProfile;
  private readonly store: PassageStore;
  private readonly scoring: Scoring;
  private readonly prepared: PreparedPassages;
  private readonly grams: GramAnalysis;
  private readonly pronunciation: Pronunciation | null;
  /** Made of the index as it stood after so many changes. */
  private words: { changes: number; suggestions: SuggestionList; spelling: Spelling } | null = null;
  private changes = 0;
  private readonly ranking: SignalRanking;
  private readonly kindPriors: Record<PassageKind, number>;
  private learnt: { answered: AnsweredQuestions; weights: readonly number[] } | null = null;
  private readonly cited = new CitedDocuments();

  constructor(options: KnowledgeOptions) {
    this.analysis = new Analysis(options);
    this.pronunciation = options.pronunciation ?? null;
    this.profile = options.profile ?? RANKING_PROFILE;
    this.kindPriors = Object.fromEntries(Object.entries(this.profile.kinds).map(([kind, prior]) => [kind, prior ** this.profile.learning.kind])) as Record<PassageKind, number>;
    this.store = new PassageStore(this.analysis, this.profile);
    this.grams = new GramAnalysis((term) => this.store.idfOf(term));
    this.prepared = new PreparedPassages(this.analysis, this.grams);
    this.ranking = new SignalRanking(this.store, this.cited, this.profile.learning);
    this.scoring = new Scoring(this.store);
  }

  /** Names content, analysis and weights; equal versions answer equally. */
  get version(): string {
    return `${this.store.size}-${this.store.hex}-${this.analysis.version}-r${this.profile.version}${this.learnt ? `-a${this.learnt.answered.version}` : ''}`;
  }

  /** What postings are made with. */
  private get basis(): string {
    return `${this.analysis.version}-r${this.profile.version}`;
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
    return Array.from(this.store.living(), (slot) => this.store.idAt(slot)).sort();
  }

  /** What was kept beside a passage; null: nothing, or no such passage. */
  noteOf(id: string): string | null {
    const slot = this.store.slotOf(id);
    return slot === null ? null : this.store.noteAt(slot);
  }

  /** Documents of which there are passages. */
  *documentIds(): IterableIterator<string> {
    for (const documentId of this.store.documentIds()) if (!this.store.slotsOf(documentId).next().done) yield documentId;
  }

  /** Ids of the passages of a document, the latest first. */
  *idsOf(documentId: string): IterableIterator<string> {
    for (const slot of this.store.slotsOf(documentId)) yield this.store.idAt(slot);
  }

  *ofKind(kind: PassageKind): IterableIterator<Passage> {
    for (const slot of this.store.living()) if (this.store.commonAt(slot).kind === kind) yield this.store.at(slot);
  }

  /** Adds a passage or replaces the one with its id. @param note what the caller wants kept beside it, in snapshots too */
  put(passage: Passage, note: string | null = null): void {
    this.leave(passage.id);
    this.store.put(passage, note);
    this.cited.count(passage, 1);
    this.changed();
  }

  /** True when there was something to remove. */
  remove(id: string): boolean {
    this.changed();
    this.leave(id);
    return this.store.remove(id);
  }

  private leave(id: string): void {
    const passage = this.store.get(id);
    if (passage === null) return;
    this.prepared.forget(passage);
    this.cited.count(passage, -1);
  }

  /** Rewrites everything into one segment; for after a bulk load. */
  compact(): void {
    this.store.compact();
  }

  /** Everything but what was learnt, as records of a file; a picture of this moment, however long the writing takes. */
  snapshot(): IterableIterator<SnapshotRecord> {
    return recordsOf({ ...this.store.picture(), cited: this.cited.counts() }, this.basis);
  }

  /** Takes over a snapshot in place of what was there. @throws Error when it is not whole or was taken with another analysis or ranking */
  restore(records: Iterable<SnapshotRecord>): void {
    const archive = archiveOf(records, this.basis);
    this.cited.take([]);
    this.store.restore(archive);
    this.cited.take(archive.cited);
    this.learnt = null;
    this.changed();
  }

  /**
   * Takes over what staff have answered, in place of what was learnt before; searches follow it from now on. Fitting the weights
   * of the ranking to the answered questions takes seconds and can be left out: then the profile's own hold.
   */
  learn(answered: Iterable<AnsweredQuestion>, options: { fit?: boolean } = {}): void {
    const known = new AnsweredQuestions(this.analysis, answered, this.store, this.profile.learning);
    this.learnt = known.size === 0 ? null : { answered: known, weights: options.fit === false ? this.profile.learning.taughtWeights : this.ranking.fit(known, (question) => this.analysis.question(question), this.depth(Infinity)) };
  }

  /** The order of passages for a question, as search has it, without what is shown of each. */
  rank(question: AnalysedQuestion, request: SearchRequest): { ranked: Scored[]; total: () => number } {
    const k = request.k ?? 20;
    const standing = this.standing(request);
    const accept = accepted(request.filters ?? {}, standing);
    const { learnt, profile } = this;
    const asksForIt = asksFor(question, (title) => this.prepared.name(title));
    const formerDay = asksForFormerDay(question, request.on);
    const asked = (passage: Passage): boolean => formerDay || asksForIt(passage);
    const kinds = this.kindPriors;
    const prior = (passage: Passage): number => kinds[passage.kind] * (asked(passage) ? 1 : profile.validities[standing(passage) ?? 'unknown']);
    const weights = learnt?.weights ?? profile.learning.untaughtWeights;
    const depth = this.depth(k);
    const found = this.ranking.rank(question, this.unitWeights(question.units), learnt?.answered.about(question.asked, depth) ?? null, weights, Math.max(k, profile.compared), depth, accept, prior);
    const compared = found
      .map((one, place) => {
        const said = place < profile.compared ? one.shared : 0;
        const { slot, passage } = one;
        return { slot, passage, id: passage.id, said, score: one.score * Math.exp(profile.learning.comparison * said), validity: standing(passage) ?? ('unknown' as const), asked: asked(passage) };
      })
      .sort(byScore);
    const ranked = currentFirst(compared, profile.yields).slice(0, k);
    return { ranked, total: () => Math.max(ranked.length, this.countOf(question, accept)) };
  }

  search(query: string, request: SearchRequest): SearchResult {
    const question = this.analysis.question(query);
    const standing = this.standing(request);
    const { ranked, total } = this.rank(question, request);
    const weights = this.unitWeights(question.units);
    const hits = ranked.map(({ slot, passage, score }) => this.hit(question, { id: passage.id, slot, passage, score, coverage: this.sharedWith(question, weights, passage) }, standing));
    const counted = total();
    return { hits, total: counted, more: counted >= COUNTED, indexVersion: this.version };
  }

  /** A question made ready once, for everything that is then asked of it. */
  analyse(text: string): AnalysedQuestion {
    return this.analysis.question(text);
  }

  /** A reviewed answer with the passages it can be checked against, or an honest no. */
  ask(asked: string | AnalysedQuestion, request: Omit<SearchRequest, 'filters'>): AskResult {
    const k = request.k ?? 5;
    const line = this.profile.answer;
    const question = this.analysed(asked);
    const standing = this.standing(request);
    const valid = (passage: Passage): boolean => passage.reviewed && ANSWERING.has(standing(passage) ?? 'unknown');
    const prior = (passage: Passage): number => this.prior(passage, standing);
    this.scoring.run(question.terms);
    const known = this.scoring.best(30, (passage) => passage.kind === 'qa' && valid(passage), prior, 3);
    const others = this.scoring.best(this.profile.compared, (passage) => passage.kind !== 'qa' && valid(passage), prior, 3);
    const weights = this.unitWeights(question.units);
    const typed = { analysed: question, weights, comparable: comparableOf(this.analysis.comparable(question.text)) };
    const judged = this.judge(typed, this.compare(question, weights, [...known, ...others]));
    const qas = judged.filter(({ passage }) => passage.kind === 'qa').sort((a, b) => b.confidence.value - a.confidence.value || byScore(a, b));
    const rest = judged.filter(({ passage }) => passage.kind !== 'qa');
    const reviewed = qas.find(({ confidence }) => confidence.enough) ?? null;
    const plain = rest.find(({ passage, confidence }) => passage.kind === 'guide' && confidence.enough) ?? rest.find(({ confidence }) => confidence.enough) ?? null;
    const found = reviewed ?? plain;
    const surest = found && (found.confidence.value === 1 || !isNotForTheLibrary(question.text, [found.passage.title, found.passage.issuer ?? '', found.passage.text])) ? found : null;
    const closest = surest === null ? this.closest(question, weights, valid, prior) : null;
    const chosen = surest ?? closest;
    const passages = judged.filter(({ id, coverage }) => id !== chosen?.id && coverage >= line.similar).slice(0, k).map((found) => this.hit(question, found, standing));
    return {
      answered: chosen !== null,
      certainty: surest !== null ? 'sure' : closest !== null ? 'closest' : null,
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

  /** What a question is about, for the next one to go on from; null when it names nothing. */
  subjectOf(asked: string | AnalysedQuestion): string | null {
    return subjectOf(this.analysed(asked), this.grams);
  }

  /** A question that goes on from a subject, with that subject in front; null when it stands by itself. */
  followUpOf(asked: string | AnalysedQuestion, subject: string): string | null {
    return followUpOf(this.analysed(asked), subject, this.grams);
  }

  /** Questions and titles that go on from what has been typed. */
  suggest(typed: string, request: { on: string; limit?: number }): Suggestion[] {
    return this.wordsNow().suggestions.find(typed.slice(0, 60), request.on, request.limit ?? 8);
  }

  /** What was probably meant, when what was typed is written as nothing here is; null when there is nothing to put right. */
  didYouMean(typed: string): string | null {
    return this.wordsNow().spelling.correct(typed, (word) => this.store.frequencyOf(word) > 0);
  }

  /** False when the first suggestion or correction would keep everybody waiting: prepareWords comes first. */
  get wordsAreReady(): boolean {
    return this.words !== null || this.store.size <= SMALL;
  }

  /** False when suggestions and corrections do not know of the latest changes. */
  get wordsAreFresh(): boolean {
    return this.words?.changes === this.changes;
  }

  /** Makes suggestions and corrections ready for the passages there are now; where it yields, others may be served and the index may change. */
  *prepareWords(): Generator<void, void> {
    const { changes } = this;
    const suggestions = yield* SuggestionList.of(offeredTexts(this.store), this.pronunciation);
    const spelling = yield* Spelling.of(offeredTexts(this.store), this.store.frequenciesOfTerms(), this.analysis, this.pronunciation);
    this.words = { changes, suggestions, spelling };
  }

  /** Of a small index always as it is; a large one is not read anew at a question, that is for who prepares its words. */
  private wordsNow(): { suggestions: SuggestionList; spelling: Spelling } {
    if (this.words === null || (!this.wordsAreFresh && this.store.size <= SMALL)) for (const _ of this.prepareWords()); // at one go
    return this.words!;
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

  private analysed(asked: string | AnalysedQuestion): AnalysedQuestion {
    return typeof asked === 'string' ? this.analysis.question(asked) : asked;
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

  /** What comes closest when nothing surely answers, found also by other words of the same meaning. */
  private closest(question: AnalysedQuestion, weights: readonly number[], valid: (passage: Passage) => boolean, prior: (passage: Passage) => number): (Compared & { confidence: Confidence }) | null {
    this.scoring.run([...question.terms, ...this.grams.otherPairs(question.text).map((pair) => ({ anyOf: [pair], weight: OTHER_WORDS }))]);
    const found = this.compare(question, weights, [
      ...this.scoring.best(30, (passage) => passage.kind === 'qa' && valid(passage), prior, 3),
      ...this.scoring.best(this.profile.compared, (passage) => passage.kind !== 'qa' && valid(passage), prior, 3),
    ]);
    const near = closestOf({ analysed: question, weights, grams: this.grams.ofQuestion(question) }, found.map(({ passage }) => this.nearCandidate(passage)), this.grams, this.profile.answer);
    return near && { ...found[near.at]!, confidence: { value: near.value, coverage: found[near.at]!.coverage, likeness: near.value, enough: true, question: near.question } };
  }

  private nearCandidate(passage: Passage): NearCandidate {
    const { prepared } = this;
    const basis = passage.basisId ? this.store.get(passage.basisId) : null;
    const own = prepared.comparable(passage);
    const said = prepared.gramsOf(passage);
    return {
      passage, document: basis?.documentId ?? passage.documentId, place: passage.basisId ?? passage.id, subject: prepared.subject(passage), naming: prepared.namingOf(passage), questions: prepared.knownQuestions(passage),
      everything: basis ? { text: `${own.text}\n${basis.text}`, tokens: new Set([...own.tokens, ...prepared.comparable(basis).tokens]) } : own,
      grams: basis ? new Map([...prepared.gramsOf(basis), ...said]) : said,
    };
  }

  private basisOf(passage: Passage): Comparable | null {
    const basis = passage.basisId ? this.store.get(passage.basisId) : null;
    return basis && this.prepared.comparable(basis);
  }

  /** How many passages say anything of the question and are accepted; no more are counted than there is use for. */
  private countOf({ terms }: AnalysedQuestion, accept: (passage: Passage) => boolean): number {
    return this.scoring.count(terms, accept, COUNTED);
  }

  private depth(k: number): LookDepth {
    const { looks } = this.profile.learning;
    return (looks.find(({ upTo }) => k <= upTo) ?? looks.at(-1)!).depth;
  }

  private changed(): void {
    this.changes += 1;
  }

  private unitWeights(units: AnalysedQuestion['units']): number[] {
    return this.scoring.unitWeights(units);
  }

  /** Share of the question's weight that the passage says, word for word or in official terms. */
  private sharedWith({ units }: AnalysedQuestion, weights: readonly number[], passage: Passage): number {
    return coverageOf(units, weights, this.prepared.comparable(passage)).share;
  }

  private compare(question: AnalysedQuestion, weights: readonly number[], found: readonly Scored[], share = this.profile.coverage): Compared[] {
    return found
      .map(({ slot, passage, score }) => {
        const coverage = this.sharedWith(question, weights, passage);
        return { id: passage.id, slot, passage, coverage, score: score * (1 - share + share * coverage) };
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

interface Compared extends Scored { id: string; coverage: number }

import { Injectable } from '@nestjs/common';
import type { AskView, FeedbackRequest, IndexCheckView, QuestionView, SearchQuery, SearchView, Validity } from '@govmedia-hub/contracts';
import type { Answer, AskResult, Hit, Passage, SearchFilters } from '@govmedia-hub/knowledge';
import { Clock } from '../../foundation/clock/clock.js';
import { Database } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { withoutPersonalData } from '../../foundation/personal-data/mask-personal-data.js';
import { GenerationService } from '../generation/generation.service.js';
import { AnswerLog } from './answer-log.service.js';
import { HitCheck } from './hit-check.js';
import { IndexKeeper } from './index-keeper.js';
import { worstValidity, type IndexedPassage } from './indexed-passage.js';
import { toPassageView } from './knowledge.dto.js';

/** Longer articles answer with the part that holds the words of the question. */
const ANSWER_CHARS = 300;
/** How often an answer is tried again without hits that the tables no longer know. */
const TRIES = 4;
/** How many issuers and topics are offered for narrowing. */
const NARROWING = 8;

/** Asking and searching, for residents and the command line. */
@Injectable()
export class KnowledgeService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keeper: IndexKeeper,
    private readonly check: HitCheck,
    private readonly log: AnswerLog,
    private readonly generation: GenerationService,
  ) {}

  /**
   * A reviewed answer with the passages it can be checked against, or an honest no with similar questions.
   * @throws DomainError knowledge.empty_question
   */
  async ask(question: string, k = 5): Promise<AskView> {
    if (question.trim() === '') throw new DomainError('knowledge.empty_question');
    const plain = withoutPersonalData(question) || question;
    await this.keeper.ready();
    const { result, questionOf, entryOf } = await this.checked((validityOf) => {
      const asked = this.keeper.index.ask(plain, { on: this.clock.today(), k, validityOf });
      const similar = asked.similarQuestions.map(({ id }) => id);
      return { result: asked, ids: [...(asked.answer ? [asked.answer.passageId] : []), ...asked.passages.map(({ id }) => id), ...similar] };
    });
    const told = {
      question, answered: result.answered,
      answer: result.answer && this.toAnswer(result.answer, questionOf(result.answer.passageId), entryOf),
      passages: result.passages.map((hit) => toPassageView(hit, entryOf(hit.id))),
    };
    const rephrased = this.generation.on ? await this.generation.rephrase(told) : null;
    const answerId = await this.log.record(question, result, rephrased?.outcome ?? null);
    return {
      answerId, ...told, rephrased: rephrased?.view ?? null,
      similarQuestions: similarOf(result, (id) => entryOf(id).questionId),
      indexVersion: result.indexVersion,
    };
  }

  async search(query: SearchQuery): Promise<SearchView> {
    await this.keeper.ready();
    const { result, entryOf } = await this.checked((validityOf) => {
      const found = this.keeper.index.search(query.q, { on: this.clock.today(), k: query.limit ?? 20, filters: filtersOf(query), validityOf });
      return { result: found, ids: found.hits.map(({ id }) => id) };
    });
    const passages = result.hits.map(({ passage }) => passage);
    return {
      q: query.q, total: result.total, items: result.hits.map((hit) => toPassageView(hit, entryOf(hit.id))),
      didYouMean: this.keeper.index.didYouMean(query.q),
      issuers: [...new Set(passages.flatMap(({ issuer }) => issuer ?? []))].slice(0, NARROWING), topics: [...new Set(passages.flatMap(({ topics }) => topics))].slice(0, NARROWING),
      indexVersion: result.indexVersion,
    };
  }

  /** Questions and titles that go on from what has been typed. */
  async suggest(typed: string): Promise<string[]> {
    await this.keeper.ready();
    const validityOf = await this.keeper.validitiesToday();
    return this.keeper.index
      .suggest(typed, { on: this.clock.today(), limit: 24 })
      .filter(({ id }) => ['in_force', 'amended'].includes(worstValidity(this.keeper.entry(id)?.basis ?? [], validityOf)))
      .slice(0, 8)
      .map(({ text }) => text);
  }

  /** @throws DomainError knowledge.answer_not_found */
  feedback(answerId: string, request: FeedbackRequest): Promise<void> {
    return this.log.feedback(answerId, request);
  }

  /** Where a passage stands, for those who look after it; null when it is no longer in the index. */
  placeOf(passageId: string): { title: string; label: string; link: string } | null {
    const entry = this.keeper.entry(passageId);
    return entry && { title: entry.title, label: entry.label, link: entry.link };
  }

  /** Version of the index that would answer now; null until it is loaded. */
  indexVersion(): string | null {
    return this.keeper.loaded ? this.keeper.index.version : null;
  }

  /** Holds the index of this process against the tables, puts right what differs, and says what that was. */
  async checkIndex(): Promise<IndexCheckView> {
    const differences = await this.keeper.reread();
    return { passages: this.keeper.index.size, indexVersion: this.keeper.index.version, differences };
  }

  /** The texts that say what was typed, in everyday or official words, best first; by their keys. */
  rank(typed: string, texts: ReadonlyMap<string, string>): string[] {
    return this.keeper.index.rankTexts(typed, texts);
  }

  /** Runs a question, looks up its hits in the tables, and runs it again without those that are gone or stand otherwise. */
  private async checked<T>(run: (validityOf: (passage: Passage) => Validity | null) => { result: T; ids: string[] }): Promise<Checked<T>> {
    const stated = await this.keeper.validitiesToday();
    const corrected = new Map<string, Validity | null>();
    const validityOf = (passage: Passage): Validity | null => {
      const known = corrected.get(passage.id);
      if (known !== undefined) return known;
      const entry = this.keeper.entry(passage.id);
      return entry === null ? null : worstValidity(entry.basis, stated);
    };
    for (let left = TRIES; ; left -= 1) {
      const { result, ids } = run(validityOf);
      const entries = ids.flatMap((id) => this.keeper.entry(id) ?? []);
      const held = new Map(entries.map((entry) => [entry.passage.id, entry])); // the index may lose them while the tables are asked
      const standing = await this.database.read((db) => this.check.standing(db, entries, this.clock.today()));
      const wrong = entries.filter(({ passage }) => standing.validityOf(passage.id) !== validityOf(passage));
      if (wrong.length === 0 || left === 1) return { result, questionOf: standing.questionOf, entryOf: (id) => held.get(id)! };
      for (const { passage } of wrong) corrected.set(passage.id, standing.validityOf(passage.id));
    }
  }

  private toAnswer(answer: Answer, question: QuestionView | null, entryOf: Checked<AskResult>['entryOf']): AskView['answer'] {
    const entry = entryOf(answer.passageId);
    return { text: entry.summary ?? shortened(answer.hit), question, passage: toPassageView(answer.hit, entry) };
  }
}

interface Checked<T> {
  result: T;
  questionOf: (passageId: string) => QuestionView | null;
  /** Of what was looked up. */
  entryOf: (passageId: string) => IndexedPassage;
}

function filtersOf({ kind, validity, topic, issuer, from, to }: SearchQuery): SearchFilters {
  return {
    ...(kind ? { kinds: [kind] } : {}), ...(validity ? { validity: [validity] } : {}), ...(topic ? { topics: [topic] } : {}), ...(issuer ? { issuers: [issuer] } : {}),
    ...(from ? { fromOn: from } : {}), ...(to ? { toOn: to } : {}),
  };
}

function shortened({ passage, excerpt }: Hit): string {
  if (passage.kind === 'qa' || passage.text.length <= ANSWER_CHARS) return passage.text;
  return `${excerpt.start > 0 ? '…' : ''}${excerpt.text}${excerpt.end < passage.text.length ? '…' : ''}`;
}

function similarOf(result: AskResult, questionIdOf: (passageId: string) => string | null): AskView['similarQuestions'] {
  return result.similarQuestions.flatMap(({ id, question }) => {
    const questionId = questionIdOf(id);
    return questionId === null ? [] : [{ id: questionId, question }];
  });
}

import { Injectable } from '@nestjs/common';
import type { AnswerReplayView, AreaQuery, AskRequest, AskView, FeedbackRequest, IndexCheckView, QuestionView, SearchQuery, SearchView, SuggestionView } from '@govmedia-hub/contracts';
import type { Answer, AskResult, Hit, SearchFilters } from '@govmedia-hub/knowledge';
import { areasAround, describedArea } from '@govmedia-hub/official-documents';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { withoutPersonalData } from '../../foundation/personal-data/mask-personal-data.js';
import { GenerationService } from '../generation/generation.service.js';
import { LibraryIndexService, type Checked } from '../library-index/library-index.service.js';
import { AnswerLog } from './answer-log.service.js';
import { Conversations } from './conversations.js';
import { toPassageView, toSuggestionView } from './knowledge.dto.js';

/** Longer articles answer with the part that holds the words of the question. */
const ANSWER_CHARS = 300;
/** How many issuers and topics are offered for narrowing. */
const NARROWING = 8;
const SUGGESTIONS = 8;

/** Asking and searching, for residents and the command line. */
@Injectable()
export class KnowledgeService {
  constructor(
    private readonly library: LibraryIndexService,
    private readonly log: AnswerLog,
    private readonly generation: GenerationService,
    private readonly conversations: Conversations,
  ) {}

  /**
   * A reviewed answer with the passages it can be checked against, or an honest no with similar questions.
   * @throws DomainError knowledge.empty_question
   */
  async ask({ question, k = 5, conversation, ...where }: AskRequest): Promise<AskView> {
    if (question.trim() === '') throw new DomainError('knowledge.empty_question');
    const plain = withoutPersonalData(question) || question;
    const before = conversation === undefined ? null : this.conversations.subjectOf(conversation);
    const { result, questionOf, entryOf, subject, joined, didYouMean } = await this.library.ask(plain, k, before, areasOf(where));
    const goesOn = joined !== null;
    const told = {
      question: joined ?? question, answered: result.answered, certainty: result.certainty,
      answer: result.answer && this.toAnswer(result.answer, questionOf(result.answer.passageId), entryOf),
      passages: result.passages.map((hit) => toPassageView(hit, entryOf(hit.id))),
    };
    const rephrased = this.generation.on && result.certainty === 'sure' ? await this.generation.rephrase(told) : null;
    const answerId = await this.log.record(told.question, result, { rephrasing: rephrased?.outcome ?? null, ...where });
    return {
      answerId, ...told, question, follows: goesOn ? before : null, conversation: this.conversations.start(goesOn ? before : subject), didYouMean, rephrased: rephrased?.view ?? null,
      similarQuestions: similarOf(result, (id) => entryOf(id).questionId),
      indexVersion: result.indexVersion,
    };
  }

  async search(query: SearchQuery): Promise<SearchView> {
    const { result, entryOf } = await this.library.search(query.q, query.limit ?? 20, filtersOf(query), areasOf(query));
    const passages = result.hits.map(({ passage }) => passage);
    const areas = new Set(result.hits.flatMap(({ id }) => entryOf(id).area ?? []));
    return {
      q: query.q, total: result.total, more: result.more, items: result.hits.map((hit) => toPassageView(hit, entryOf(hit.id))),
      didYouMean: this.library.didYouMean(query.q),
      issuers: [...new Set(passages.flatMap(({ issuer }) => issuer ?? []))].slice(0, NARROWING), topics: [...new Set(passages.flatMap(({ topics }) => topics))].slice(0, NARROWING),
      areas: [...areas].flatMap((code) => describedArea(code) ?? []).slice(0, NARROWING),
      indexVersion: result.indexVersion,
    };
  }

  /** Questions and titles that go on from what has been typed. */
  async suggest(typed: string): Promise<SuggestionView[]> {
    return (await this.library.suggest(typed, SUGGESTIONS)).map(toSuggestionView);
  }

  /** @throws DomainError knowledge.answer_not_found */
  feedback(answerId: string, request: FeedbackRequest): Promise<void> {
    return this.log.feedback(answerId, request);
  }

  /** Asks a logged question again and says whether it is answered as it was. @throws DomainError knowledge.answer_not_found */
  async replay(answerId: string): Promise<AnswerReplayView> {
    const logged = await this.log.get(answerId);
    const before = { answered: logged.answered, passageId: logged.passageId, hits: logged.hits.map(({ id }) => id) };
    const shown = before.hits.length - (before.passageId === null ? 0 : 1);
    const { result } = await this.library.ask(withoutPersonalData(logged.question) || logged.question, Math.max(1, shown), null, areasOf({ area: logged.area ?? undefined, heldIn: logged.heldIn ?? undefined }));
    const passages = result.passages.slice(0, shown);
    const now = { answered: result.answered, passageId: result.answer?.passageId ?? null, hits: [...(result.answer ? [result.answer.passageId] : []), ...passages.map(({ id }) => id)] };
    return {
      answerId, askedAt: logged.askedAt.toISOString(), question: logged.question, indexVersion: logged.indexVersion, indexVersionNow: result.indexVersion,
      equal: JSON.stringify(before) === JSON.stringify(now), then: before, now,
    };
  }

  /** Holds the index of this process against the tables, puts right what differs, and says what that was. */
  checkIndex(): Promise<IndexCheckView> {
    return this.library.reread();
  }

  private toAnswer(answer: Answer, question: QuestionView | null, entryOf: Checked<AskResult>['entryOf']): AskView['answer'] {
    const entry = entryOf(answer.passageId);
    return { text: entry.summary ?? shortened(answer.hit), question, passage: toPassageView(answer.hit, entry) };
  }
}

function filtersOf({ kind, validity, topic, issuer, from, to }: SearchQuery): SearchFilters {
  return {
    ...(kind ? { kinds: [kind] } : {}), ...(validity ? { validity: [validity] } : {}), ...(topic ? { topics: [topic] } : {}), ...(issuer ? { issuers: [issuer] } : {}),
    ...(from ? { fromOn: from } : {}), ...(to ? { toOn: to } : {}),
  };
}

/** Codes of the areas asked for; null when any will do. */
function areasOf({ area, heldIn }: AreaQuery): ReadonlySet<string> | null {
  if (heldIn === undefined) return area === undefined ? null : new Set([area]);
  const held = [heldIn, ...areasAround(heldIn).map(({ code }) => code)];
  return new Set(area === undefined ? held : held.filter((code) => code === area));
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

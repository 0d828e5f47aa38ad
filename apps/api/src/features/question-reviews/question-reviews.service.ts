import { Injectable } from '@nestjs/common';
import type { ListQuestionReviewsQuery, Page, QuestionReviewReason, QuestionReviewView } from '@govmedia-hub/contracts';
import { addDays } from '@govmedia-hub/working-days';
import { civilDate, Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { pageOfList } from '../../foundation/http/paging.js';
import { seesWholeCity, type Actor } from '../../foundation/session/actor.js';
import { AnswerLogReader, type AnswerOpinion } from '../knowledge/answer-log.reader.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { PublishingReader } from '../publishing/publishing.reader.js';
import { lowRatedDue, lowRatedOn, QUESTION_REVIEW_RULES, reviewDue, type Due } from './review-rules.js';

const SAID = 5;

/** Published Q&As that come up again, by date: those that residents say do not help, and those whose review is due. Worked out when asked. */
@Injectable()
export class QuestionReviewsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: AnswerLogReader,
    private readonly publishing: PublishingReader,
    private readonly organisations: OrganisationsService,
  ) {}

  /** Of the own unit; of all for those who supervise. The first due first. */
  list(actor: Actor, query: ListQuestionReviewsQuery): Promise<Page<QuestionReviewView>> {
    return this.database.read(async (db) => {
      const orgId = seesWholeCity(actor) ? query.orgId : actor.orgId;
      const all = await this.due(db, orgId);
      const kept = all.filter((view) => (!query.reason || view.reasons.includes(query.reason)) && (!query.overdue || view.overdue));
      return pageOfList(kept, query);
    });
  }

  private async due(db: Db, orgId: string | undefined): Promise<QuestionReviewView[]> {
    const today = this.clock.today();
    const listedTo = addDays(today, QUESTION_REVIEW_RULES.listedDaysBefore);
    const questions = await this.publishing.questionsOfUnit(db, orgId);
    const opinions = await this.log.opinions(db, questions.map(({ id }) => `qa:${id}`));
    const names = await this.organisations.namesOf(db, questions.map((question) => question.orgId));
    const views = questions.flatMap((question): QuestionReviewView[] => {
      const said = (opinions.get(`qa:${question.id}`) ?? []).filter(({ at }) => at >= question.changedAt);
      const low = lowRatedOn(said.map(({ helpful, at }) => ({ helpful, on: civilDate(at) })));
      const review = reviewDue(question.reviewedOn);
      const dues: [QuestionReviewReason, Due][] = [...(low === null ? [] : [['low_rated', lowRatedDue(low)] as [QuestionReviewReason, Due]]), ...(review.dueOn <= listedTo ? [['review_due', review] as [QuestionReviewReason, Due]] : [])];
      if (dues.length === 0) return [];
      const [first] = [...dues].sort((a, b) => (a[1].dueOn < b[1].dueOn ? -1 : 1));
      return [{
        questionId: question.id, question: question.question, publicationId: question.publicationId, contentId: question.contentId, orgId: question.orgId, orgName: names.get(question.orgId) ?? '', reviewedOn: question.reviewedOn,
        reasons: dues.map(([reason]) => reason), helpful: said.filter(({ helpful }) => helpful).length, unhelpful: said.filter(({ helpful }) => !helpful).length, said: wordsOf(said),
        dueOn: first![1].dueOn, dueExplained: dues.flatMap(([, due]) => due.explained), overdue: first![1].dueOn < today,
      }];
    });
    return views.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.questionId < b.questionId ? -1 : 1));
  }
}

const wordsOf = (said: readonly AnswerOpinion[]): string[] => [...said].reverse().flatMap(({ helpful, why }) => (why && !helpful ? [why] : [])).slice(0, SAID);

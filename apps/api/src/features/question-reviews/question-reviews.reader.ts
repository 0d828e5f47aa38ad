import { Injectable } from '@nestjs/common';
import type { ListQuestionReviewsQuery, ListQuestionTasksQuery, Page, QuestionReviewReason, QuestionReviewView, QuestionTaskView } from '@govmedia-hub/contracts';
import { addDays } from '@govmedia-hub/working-days';
import { In } from 'typeorm';
import { civilDate, Clock } from '../../foundation/clock/clock.js';
import type { Db } from '../../foundation/database/database.js';
import { pageOf, pageOfList, toPage } from '../../foundation/http/paging.js';
import { hasRole, seesWholeCity, type Actor } from '../../foundation/session/actor.js';
import { ContentsReader } from '../contents/contents.reader.js';
import { AnswerLogReader, type AnswerOpinion } from '../knowledge/answer-log.reader.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { PublishingReader, type QuestionInUse } from '../publishing/publishing.reader.js';
import { QuestionConfirmationEntity, QuestionTaskEntity } from './question-review.entity.js';
import { lowRatedDue, lowRatedOn, QUESTION_REVIEW_RULES, reviewDue, type Due } from './review-rules.js';

const SAID = 5;
const BATCH = 400;

interface Listed { question: QuestionInUse; dues: [QuestionReviewReason, Due][]; said: AnswerOpinion[]; confirmation: QuestionConfirmationEntity | null }

/** Published Q&As that come up again, by date. Worked out when asked, but for the tasks that residents opened. */
@Injectable()
export class QuestionReviewsReader {
  constructor(
    private readonly clock: Clock,
    private readonly log: AnswerLogReader,
    private readonly contents: ContentsReader,
    private readonly publishing: PublishingReader,
    private readonly organisations: OrganisationsService,
  ) {}

  /** Of the own unit; of all for those who supervise. The first due first. */
  async list(db: Db, actor: Actor, query: ListQuestionReviewsQuery): Promise<Page<QuestionReviewView>> {
    const today = this.clock.today();
    const listed = (await this.listed(db, seesWholeCity(actor) ? query.orgId : actor.orgId)).filter(({ dues }) => (!query.reason || dues.some(([reason]) => reason === query.reason)) && (!query.overdue || dueOf(dues) < today));
    const page = pageOfList(listed, query);
    return { ...page, items: await this.views(db, actor, page.items) };
  }

  /** Tasks that residents opened, the last opened first. */
  async tasks(db: Db, actor: Actor, query: ListQuestionTasksQuery): Promise<Page<QuestionTaskView>> {
    const builder = db.createQueryBuilder(QuestionTaskEntity, 'task');
    if (!seesWholeCity(actor)) builder.andWhere('task.orgId = :own', { own: actor.orgId });
    if (query.status) builder.andWhere('task.status = :status', { status: query.status });
    const page = await pageOf(builder, 'task', 'openedAt', query);
    const [units, people] = [await this.organisations.namesOf(db, page.rows.map(({ orgId }) => orgId)), await this.organisations.peopleNames(db, page.rows.map(({ closedById }) => closedById))];
    return toPage(page, (row): QuestionTaskView => ({
      id: row.id, status: row.status, questionId: row.questionId, question: row.question, contentId: row.contentId, orgId: row.orgId, orgName: units.get(row.orgId) ?? '', openedAt: row.openedAt.toISOString(), dueOn: row.dueOn, dueExplained: row.dueExplained,
      overdue: row.status === 'open' && row.dueOn < this.clock.today(), result: row.result, closedAt: row.closedAt?.toISOString() ?? null, closedByName: row.closedById === null ? null : (people.get(row.closedById) ?? null),
    }));
  }

  /** How often a Q&A was found still right. */
  async versionOf(db: Db, questionId: string): Promise<number> {
    return db.countBy(QuestionConfirmationEntity, { questionId });
  }

  private async listed(db: Db, orgId: string | undefined): Promise<Listed[]> {
    const listedTo = addDays(this.clock.today(), QUESTION_REVIEW_RULES.listedDaysBefore);
    const questions = await this.publishing.questionsOfUnit(db, orgId);
    const opinions = await this.log.opinions(db, questions.map(({ id }) => `qa:${id}`));
    const tasks = new Map((await db.findBy(QuestionTaskEntity, { status: 'open', ...(orgId ? { orgId } : {}) })).map((task) => [task.questionId, task]));
    const confirmations = await lastOfEach(db, questions.map(({ id }) => id));
    const found = questions.flatMap((question): Listed[] => {
      const last = confirmations.get(question.id);
      const confirmation = last && last.confirmedAt >= question.changedAt ? last : null;
      const said = (opinions.get(`qa:${question.id}`) ?? []).filter(({ at }) => at >= question.changedAt && (!confirmation || at > confirmation.confirmedAt));
      const task = tasks.get(question.id);
      const low = lowRatedOn(said.map(({ helpful, at }) => ({ helpful, on: civilDate(at) })));
      const review = reviewDue(question.reviewedOn, confirmation?.nextReviewOn ?? null);
      const dues: Listed['dues'] = [];
      if (task) dues.push(['reported', { dueOn: task.dueOn, explained: task.dueExplained }]);
      if (low !== null) dues.push(['low_rated', lowRatedDue(low)]);
      if (review.dueOn <= listedTo) dues.push(['review_due', review]);
      return dues.length === 0 ? [] : [{ question, dues, said, confirmation: last ?? null }];
    });
    return found.sort((a, b) => (dueOf(a.dues) < dueOf(b.dues) ? -1 : dueOf(a.dues) > dueOf(b.dues) ? 1 : a.question.id < b.question.id ? -1 : 1));
  }

  private async views(db: Db, actor: Actor, listed: readonly Listed[]): Promise<QuestionReviewView[]> {
    const units = await this.organisations.namesOf(db, listed.map(({ question }) => question.orgId));
    const people = await this.organisations.peopleNames(db, listed.map(({ confirmation }) => confirmation?.confirmedById ?? null));
    const views: QuestionReviewView[] = [];
    for (const { question, dues, said, confirmation } of listed) {
      const ownText = (await this.contents.get(db, question.contentId)).authorIds.includes(actor.personId);
      views.push({
        questionId: question.id, question: question.question, publicationId: question.publicationId, contentId: question.contentId, orgId: question.orgId, orgName: units.get(question.orgId) ?? '', reviewedOn: question.reviewedOn,
        reasons: dues.map(([reason]) => reason), helpful: said.filter(({ helpful }) => helpful).length, unhelpful: said.filter(({ helpful }) => !helpful).length, said: wordsOf(said),
        dueOn: dueOf(dues), dueExplained: dues.flatMap(([, due]) => due.explained), overdue: dueOf(dues) < this.clock.today(), version: confirmation?.turn ?? 0,
        lastConfirmation: confirmation && { byName: people.get(confirmation.confirmedById) ?? '', on: civilDate(confirmation.confirmedAt), reason: confirmation.reason, nextReviewOn: confirmation.nextReviewOn },
        mayConfirm: hasRole(actor, 'reviewer') && actor.orgId === question.orgId && !ownText, basisChanged: (await this.publishing.getQuestion(db, question.id)).underReview,
      });
    }
    return views;
  }
}

const dueOf = (dues: Listed['dues']): string => dues.map(([, { dueOn }]) => dueOn).sort()[0]!;
const wordsOf = (said: readonly AnswerOpinion[]): string[] => [...said].reverse().flatMap(({ helpful, why }) => (why && !helpful ? [why] : [])).slice(0, SAID);

async function lastOfEach(db: Db, questionIds: readonly string[]): Promise<Map<string, QuestionConfirmationEntity>> {
  const found = new Map<string, QuestionConfirmationEntity>();
  for (let i = 0; i < questionIds.length; i += BATCH) for (const row of await db.find(QuestionConfirmationEntity, { where: { questionId: In(questionIds.slice(i, i + BATCH)) }, order: { turn: 'ASC' } })) found.set(row.questionId, row);
  return found;
}

import { Injectable } from '@nestjs/common';
import { QUESTION_REVIEW_REASONS, type ListQuestionReviewsQuery, type ListQuestionTasksQuery, type Page, type QuestionReviewReason, type QuestionReviewView, type QuestionTaskView } from '@govmedia-hub/contracts';
import { civilDate, Clock } from '../../foundation/clock/clock.js';
import type { Db } from '../../foundation/database/database.js';
import { pageOf, pageOfList, toPage } from '../../foundation/http/paging.js';
import { hasRole, seesWholeCity, type Actor } from '../../foundation/session/actor.js';
import { ContentsReader } from '../contents/contents.reader.js';
import { AnswerLogReader, type AnswerOpinion } from '../knowledge/answer-log.reader.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { PublishingReader, type QuestionInUse } from '../publishing/publishing.reader.js';
import { questionReviewRulesOn } from '../rulebook/rulebook.service.js';
import { causeOf, confirmationOf, lastConfirmations } from './last-confirmations.js';
import { QuestionConfirmationEntity, QuestionTaskEntity } from './question-review.entity.js';
import { duesOf, type Due } from './review-rules.js';

const SAID = 5;

interface Listed { question: QuestionInUse; dues: [QuestionReviewReason, Due][]; said: AnswerOpinion[]; confirmation: QuestionConfirmationEntity | null }

/** Published Q&As that come up again, by date. Worked out when asked, so that it is right at that moment; the tasks of the same reasons are opened by QuestionTaskOpener. */
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
    const page = pageOfList(await this.narrowed(db, actor, query), query);
    return { ...page, items: await this.views(db, actor, page.items) };
  }

  /** The whole list, as narrowed. */
  async all(db: Db, actor: Actor, query: ListQuestionReviewsQuery): Promise<QuestionReviewView[]> {
    return this.views(db, actor, await this.narrowed(db, actor, query));
  }

  private async narrowed(db: Db, actor: Actor, { reason, overdue, orgId, dueFrom, dueTo }: ListQuestionReviewsQuery): Promise<Listed[]> {
    const today = this.clock.today();
    return (await this.listed(db, seesWholeCity(actor) ? orgId : actor.orgId)).filter(({ dues }) => {
      const dueOn = dueOf(dues);
      return (!reason || dues.some(([one]) => one === reason)) && (!overdue || dueOn < today) && (!dueFrom || dueOn >= dueFrom) && (!dueTo || dueOn <= dueTo);
    });
  }

  /** Tasks on published Q&As, by their day. */
  async tasks(db: Db, actor: Actor, query: ListQuestionTasksQuery): Promise<Page<QuestionTaskView>> {
    const builder = db.createQueryBuilder(QuestionTaskEntity, 'task');
    const orgId = seesWholeCity(actor) ? query.orgId : actor.orgId;
    if (orgId) builder.andWhere('task.orgId = :orgId', { orgId });
    if (query.status) builder.andWhere('task.status = :status', { status: query.status });
    if (query.cause) builder.andWhere(query.cause === 'reported' ? "(task.cause = 'reported' OR task.cause IS NULL)" : 'task.cause = :cause', { cause: query.cause });
    const page = await pageOf(builder, 'task', 'dueOn', query, 'ASC');
    const [units, people] = [await this.organisations.namesOf(db, page.rows.map(({ orgId }) => orgId)), await this.organisations.peopleNames(db, page.rows.map(({ closedById }) => closedById))];
    return toPage(page, (row): QuestionTaskView => ({
      id: row.id, cause: causeOf(row), status: row.status, questionId: row.questionId, question: row.question, contentId: row.contentId, orgId: row.orgId, orgName: units.get(row.orgId) ?? '', openedAt: row.openedAt.toISOString(), dueOn: row.dueOn, dueExplained: row.dueExplained,
      overdue: row.status === 'open' && row.dueOn < this.clock.today(), result: row.result, closedAt: row.closedAt?.toISOString() ?? null, closedByName: row.closedById === null ? null : (people.get(row.closedById) ?? null),
    }));
  }

  /** How often a Q&A was found still right. */
  async versionOf(db: Db, questionId: string): Promise<number> {
    return db.countBy(QuestionConfirmationEntity, { questionId });
  }

  private async listed(db: Db, orgId: string | undefined): Promise<Listed[]> {
    const [today, rules] = [this.clock.today(), questionReviewRulesOn(this.clock.today())];
    const questions = await this.publishing.questionsOfUnit(db, orgId);
    const opinions = await this.log.opinions(db, questions.map(({ id }) => `qa:${id}`));
    const tasks = new Map((await db.findBy(QuestionTaskEntity, { status: 'open', ...(orgId ? { orgId } : {}) })).map((task) => [`${causeOf(task)} ${task.questionId}`, task]));
    const confirmations = await lastConfirmations(db, questions.map(({ id }) => id));
    const found = questions.flatMap((question): Listed[] => {
      const last = confirmations.get(question.id);
      const confirmation = confirmationOf(last, question.changedAt);
      const said = (opinions.get(`qa:${question.id}`) ?? []).filter(({ at }) => at >= question.changedAt && (!confirmation || at > confirmation.confirmedAt));
      const reasons = duesOf({ reviewedOn: question.reviewedOn, said: said.map(({ helpful, at }) => ({ helpful, on: civilDate(at) })), nextReviewOn: confirmation?.nextReviewOn ?? null }, today, rules);
      const dues = QUESTION_REVIEW_REASONS.flatMap((reason): Listed['dues'] => {
        const task = tasks.get(`${reason} ${question.id}`);
        const due = reason === 'reported' ? null : (reasons.get(reason) ?? null);
        if (reason !== 'reported' && due === null) return []; // settled since, its task is about to be closed
        return task ? [[reason, { dueOn: task.dueOn, explained: task.dueExplained }]] : due ? [[reason, due]] : [];
      });
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

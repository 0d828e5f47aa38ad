import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { QuestionReviewReason, QuestionTaskResult } from '@govmedia-hub/contracts';
import { civilDate, Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DailyWork } from '../../foundation/jobs/daily-work.js';
import { EventLogService, type SealedEvent } from '../event-log/event-log.service.js';
import { AnswerLogReader } from '../knowledge/answer-log.reader.js';
import { PublishingReader, type QuestionInUse } from '../publishing/publishing.reader.js';
import { questionReviewRulesOn } from '../rulebook/rulebook.service.js';
import { causeOf, confirmationOf, lastConfirmations } from './last-confirmations.js';
import { QuestionTaskEntity } from './question-review.entity.js';
import { duesOf, reportedDue, type Due } from './review-rules.js';

const SYSTEM = { personId: 'system', orgId: '' };
const OF_QUESTIONS = 'qa:';

interface Opening { cause: QuestionReviewReason; due: Due }
interface Moves { question: QuestionInUse | null; closings: { task: QuestionTaskEntity; result: QuestionTaskResult }[]; openings: Opening[]; turn: number }

/**
 * Opens the dated tasks on published Q&As: when a resident says why one does not help, when many say so, and as its review comes
 * near; closes them when the text was published anew or withdrawn, or when enough others say that it helps. Follows the event feed and
 * looks every day; each step asks the tables what is so now, so that it may be done twice and by several processes.
 */
@Injectable()
export class QuestionTaskOpener implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('question-tasks');
  private readonly daily: DailyWork;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly log: AnswerLogReader,
    private readonly publishing: PublishingReader,
  ) {
    this.daily = new DailyWork(clock, () => this.sweep(), (error) => this.logger.error(`sweep: ${error.message}`));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.events.join({ name: 'question-tasks', follow: (events) => this.follow(events) });
    this.daily.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.daily.stop();
  }

  /** Looks at every Q&A that residents spoke of or whose review is near: nobody has to ask, and a process that was down has not heard of it. */
  async sweep(): Promise<void> {
    const ids = await this.database.read(async (db) => {
      const open = (await db.findBy(QuestionTaskEntity, { status: 'open' })).map(({ questionId }) => questionId);
      const questions = await this.publishing.questionsOfUnit(db);
      const opinions = await this.log.opinions(db, questions.map(({ id }) => OF_QUESTIONS + id));
      const confirmations = await lastConfirmations(db, questions.map(({ id }) => id));
      const [today, rules] = [this.clock.today(), questionReviewRulesOn(this.clock.today())];
      const due = questions.filter(({ id, reviewedOn, changedAt }) => duesOf({ reviewedOn, said: [], nextReviewOn: confirmationOf(confirmations.get(id), changedAt)?.nextReviewOn ?? null }, today, rules).size > 0).map(({ id }) => id);
      const spokenOf = [...opinions].flatMap(([passageId, said]) => (said.some(({ helpful }) => !helpful) ? [passageId.slice(OF_QUESTIONS.length)] : []));
      return new Set([...open, ...spokenOf, ...due]);
    });
    for (const id of ids) {
      if (this.daily.ended) return;
      await this.reconcile(id);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  private async follow(events: SealedEvent[]): Promise<void> {
    const ids = new Set<string>();
    await this.database.read(async (db) => {
      for (const { verb, subjectId, facts } of events) {
        if (verb === 'knowledge.feedback_given') {
          const passageId = await this.log.passageOf(db, subjectId);
          if (passageId?.startsWith(OF_QUESTIONS)) ids.add(passageId.slice(OF_QUESTIONS.length));
        }
        if (typeof facts['publicationId'] === 'string') for (const { questionId } of await db.findBy(QuestionTaskEntity, { publicationId: facts['publicationId'], status: 'open' })) ids.add(questionId);
      }
    });
    for (const id of ids) await this.reconcile(id);
  }

  private async reconcile(questionId: string): Promise<void> {
    const moves = await this.database.read((db) => this.movesOf(db, questionId));
    if (moves.closings.length + moves.openings.length === 0) return;
    await this.database.transaction(async (db) => {
      const { question, closings, openings, turn } = await this.movesOf(db, questionId);
      for (const { task, result } of closings) await this.close(db, task, result);
      if (question) for (const [i, opening] of openings.entries()) await this.open(db, question, opening, turn + i);
    });
  }

  private async movesOf(db: Db, questionId: string): Promise<Moves> {
    const question = await this.publishing.findQuestionInUse(db, questionId);
    const tasks = await db.find(QuestionTaskEntity, { where: { questionId }, order: { turn: 'DESC' } });
    const open = tasks.filter(({ status }) => status === 'open');
    const turn = (tasks[0]?.turn ?? 0) + 1;
    if (question === null) return { question, closings: open.map((task) => ({ task, result: 'withdrawn' })), openings: [], turn };
    const confirmation = confirmationOf((await lastConfirmations(db, [questionId])).get(questionId), question.changedAt);
    const heard = ((await this.log.opinions(db, [OF_QUESTIONS + questionId])).get(OF_QUESTIONS + questionId) ?? []).filter(({ at }) => at >= question.changedAt && (!confirmation || at > confirmation.confirmedAt));
    const today = this.clock.today();
    const dues = new Map<QuestionReviewReason, Due>(duesOf({ reviewedOn: question.reviewedOn, said: heard.map(({ helpful, at }) => ({ helpful, on: civilDate(at) })), nextReviewOn: confirmation?.nextReviewOn ?? null }, today, questionReviewRulesOn(today)));
    const settledAt = Math.max(0, ...tasks.filter((task) => causeOf(task) === 'reported').map(({ closedAt }) => closedAt?.getTime() ?? 0));
    if (heard.some(({ helpful, why, at }) => !helpful && why !== null && at.getTime() > settledAt)) dues.set('reported', reportedDue(today));
    const closings = open.flatMap((task): Moves['closings'] => (question.changedAt > task.openedAt ? [{ task, result: 'revised' }] : causeOf(task) === 'low_rated' && !dues.has('low_rated') ? [{ task, result: 'recovered' }] : []));
    const kept = new Set(open.filter((task) => !closings.some((closing) => closing.task === task)).map(causeOf));
    return { question, closings, openings: [...dues].flatMap(([cause, due]) => (kept.has(cause) ? [] : [{ cause, due }])), turn };
  }

  private async open(db: Db, { id: questionId, question, publicationId, contentId, orgId }: QuestionInUse, { cause, due: { dueOn, explained } }: Opening, turn: number): Promise<void> {
    const id = newId();
    await db.insert(QuestionTaskEntity, { id, questionId, turn, cause, status: 'open', question, publicationId, contentId, orgId, openedAt: this.clock.now(), dueOn, dueExplained: explained, result: null, closedAt: null, closedById: null, version: 1 });
    await this.events.record(db, SYSTEM, { verb: 'question_tasks.opened', subjectType: 'question_task', subjectId: id, facts: { questionId, cause, dueOn }, onBehalfOfOrgId: orgId });
  }

  private async close(db: Db, task: QuestionTaskEntity, result: QuestionTaskResult): Promise<void> {
    const { affected } = await db.update(QuestionTaskEntity, { id: task.id, version: task.version, status: 'open' }, { status: 'closed', result, closedAt: this.clock.now(), closedById: 'system', version: task.version + 1 });
    if (affected === 1) await this.events.record(db, SYSTEM, { verb: 'question_tasks.closed', subjectType: 'question_task', subjectId: task.id, facts: { questionId: task.questionId, result }, onBehalfOfOrgId: task.orgId });
  }
}

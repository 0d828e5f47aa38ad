import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { QuestionTaskResult } from '@govmedia-hub/contracts';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DailyWork } from '../../foundation/jobs/daily-work.js';
import { EventLogService, type SealedEvent } from '../event-log/event-log.service.js';
import { AnswerLogReader } from '../knowledge/answer-log.reader.js';
import { PublishingReader, type QuestionInUse } from '../publishing/publishing.reader.js';
import { QuestionConfirmationEntity, QuestionTaskEntity } from './question-review.entity.js';
import { reportedDue } from './review-rules.js';

const SYSTEM = { personId: 'system', orgId: '' };
const OF_QUESTIONS = 'qa:';

interface Moves { question: QuestionInUse | null; close: QuestionTaskEntity | null; result: QuestionTaskResult; opens: boolean; turn: number }

/**
 * Follows the event feed: opens a task on a published Q&A when a resident says why it does not help, and closes it when the text
 * was published anew or withdrawn. Each step asks the tables what is so now, so that it may be done twice and by several processes.
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

  /** Looks at every Q&A that residents spoke of: a process that was down has not heard of it. */
  async sweep(): Promise<void> {
    const ids = await this.database.read(async (db) => {
      const open = (await db.findBy(QuestionTaskEntity, { status: 'open' })).map(({ questionId }) => questionId);
      const opinions = await this.log.opinions(db, (await this.publishing.questionsOfUnit(db)).map(({ id }) => OF_QUESTIONS + id));
      const spokenOf = [...opinions].flatMap(([passageId, said]) => (said.some(({ helpful, why }) => !helpful && why) ? [passageId.slice(OF_QUESTIONS.length)] : []));
      return new Set([...open, ...spokenOf]);
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
        if (verb === 'knowledge.feedback_given' && facts['reasoned'] === true && facts['helpful'] === false) {
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
    if (!moves.close && !moves.opens) return;
    await this.database.transaction(async (db) => {
      const { question, close, result, opens, turn } = await this.movesOf(db, questionId);
      if (close) await this.close(db, close, result);
      if (opens && question) await this.open(db, question, turn);
    });
  }

  private async movesOf(db: Db, questionId: string): Promise<Moves> {
    const question = await this.publishing.findQuestionInUse(db, questionId);
    const [last] = await db.find(QuestionTaskEntity, { where: { questionId }, order: { turn: 'DESC' }, take: 1 });
    const [confirmed] = await db.find(QuestionConfirmationEntity, { where: { questionId }, order: { turn: 'DESC' }, take: 1 });
    const open = last?.status === 'open' ? last : null;
    const close = open && (question === null || question.changedAt > open.openedAt) ? open : null;
    const settledAt = Math.max(confirmed?.confirmedAt.getTime() ?? 0, last?.closedAt?.getTime() ?? 0);
    const said = question && (!open || close) ? ((await this.log.opinions(db, [OF_QUESTIONS + questionId])).get(OF_QUESTIONS + questionId) ?? []) : [];
    return { question, close, result: question === null ? 'withdrawn' : 'revised', opens: said.some(({ helpful, why, at }) => !helpful && why !== null && at >= question!.changedAt && at.getTime() > settledAt), turn: (last?.turn ?? 0) + 1 };
  }

  private async open(db: Db, { id: questionId, question, publicationId, contentId, orgId }: QuestionInUse, turn: number): Promise<void> {
    const { dueOn, explained } = reportedDue(this.clock.today());
    const id = newId();
    await db.insert(QuestionTaskEntity, { id, questionId, turn, status: 'open', question, publicationId, contentId, orgId, openedAt: this.clock.now(), dueOn, dueExplained: explained, result: null, closedAt: null, closedById: null, version: 1 });
    await this.events.record(db, SYSTEM, { verb: 'question_tasks.opened', subjectType: 'question_task', subjectId: id, facts: { questionId, dueOn }, onBehalfOfOrgId: orgId });
  }

  private async close(db: Db, task: QuestionTaskEntity, result: QuestionTaskResult): Promise<void> {
    const { affected } = await db.update(QuestionTaskEntity, { id: task.id, version: task.version, status: 'open' }, { status: 'closed', result, closedAt: this.clock.now(), closedById: 'system', version: task.version + 1 });
    if (affected === 1) await this.events.record(db, SYSTEM, { verb: 'question_tasks.closed', subjectType: 'question_task', subjectId: task.id, facts: { questionId: task.questionId, result }, onBehalfOfOrgId: task.orgId });
  }
}

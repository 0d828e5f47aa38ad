import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { AreaQuery, FeedbackRequest } from '@govmedia-hub/contracts';
import type { AskResult } from '@govmedia-hub/knowledge';
import { createHmac } from 'node:crypto';
import { LessThan } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import { SETTINGS } from '../../foundation/config/settings.module.js';
import type { Settings } from '../../foundation/config/settings.js';
import { Database } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { DailyWork } from '../../foundation/jobs/daily-work.js';
import { maskPersonalData } from '../../foundation/personal-data/mask-personal-data.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { answerLogRetentionOn } from '../rulebook/rulebook.service.js';
import { AnswerFeedbackEntity, AnswerLogEntity } from './answer-log.entity.js';

const DAY_MS = 86_400_000;

/** What residents asked, what they were told, and whether it helped; personal data masked before anything is stored. */
@Injectable()
export class AnswerLog implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('answer-log');
  private readonly daily: DailyWork;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.daily = new DailyWork(clock, () => this.clearOld(), (error) => this.logger.error(`clearing: ${error.message}`));
  }

  onApplicationBootstrap(): void {
    this.daily.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.daily.stop();
  }

  /** @returns id of the entry, under which feedback is given and a ticket refers to it */
  async record(question: string, result: AskResult, { rephrasing = null, area, heldIn }: { rephrasing?: string | null } & AreaQuery = {}): Promise<string> {
    const id = newId();
    const shown = [...(result.answer ? [result.answer.hit] : []), ...result.passages];
    await this.database.transaction(async (db) => {
      await db.insert(AnswerLogEntity, {
        id, askedAt: this.clock.now(), question: maskPersonalData(question).slice(0, 600),
        questionDigest: createHmac('sha256', this.settings.secret).update(`question\n${question}`, 'utf8').digest('hex'),
        answered: result.answered, confidence: Math.round(result.confidence * 1000), passageId: result.answer?.passageId ?? null,
        hits: shown.map((hit) => ({ id: hit.id, score: Math.round(hit.score * 1000) / 1000 })), indexVersion: result.indexVersion, rephrasing, area: area ?? null, heldIn: heldIn ?? null,
      });
    });
    return id;
  }

  /** @throws DomainError knowledge.answer_not_found also when it is no longer kept */
  async get(answerId: string): Promise<AnswerLogEntity> {
    const row = await this.database.read((db) => db.findOneBy(AnswerLogEntity, { id: answerId }));
    if (!row) throw new DomainError('knowledge.answer_not_found', { id: answerId });
    return row;
  }

  /** @throws DomainError knowledge.answer_not_found */
  async feedback(answerId: string, request: FeedbackRequest): Promise<void> {
    await this.database.transaction(async (db) => {
      if (!(await db.existsBy(AnswerLogEntity, { id: answerId }))) throw new DomainError('knowledge.answer_not_found', { id: answerId });
      await db.delete(AnswerFeedbackEntity, { answerId }); // one answer has one opinion, the last
      await db.insert(AnswerFeedbackEntity, { id: newId(), answerId, helpful: request.helpful, why: request.why ? maskPersonalData(request.why).slice(0, 500) : null, at: this.clock.now() });
      await this.events.record(db, { personId: 'resident', orgId: '' }, { verb: 'knowledge.feedback_given', subjectType: 'answer', subjectId: answerId, facts: { helpful: request.helpful, reasoned: Boolean(request.why?.trim()) }, onBehalfOfOrgId: null });
    });
  }

  /** Deletes what is older than the retention, whether or not anybody asks. */
  async clearOld(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - answerLogRetentionOn(this.clock.today()).days * DAY_MS);
    await this.database.transaction(async (db) => {
      await db.delete(AnswerFeedbackEntity, { at: LessThan(before) });
      await db.delete(AnswerLogEntity, { askedAt: LessThan(before) });
    });
  }
}

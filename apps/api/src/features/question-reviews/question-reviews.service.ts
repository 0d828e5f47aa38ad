import { Injectable } from '@nestjs/common';
import type { ConfirmQuestionRequest, QuestionConfirmationView } from '@govmedia-hub/contracts';
import { chineseDate } from '@govmedia-hub/working-days';
import { QueryFailedError } from 'typeorm';
import { Clock } from '../../foundation/clock/clock.js';
import { Database } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { InvalidRequest } from '../../foundation/errors/problem-filter.js';
import { requireOwnOrganisation, type Actor } from '../../foundation/session/actor.js';
import { ContentsReader } from '../contents/contents.reader.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { PublishingReader } from '../publishing/publishing.reader.js';
import { QuestionConfirmationEntity, QuestionTaskEntity } from './question-review.entity.js';
import { QuestionReviewsReader } from './question-reviews.reader.js';
import { questionReviewRulesOn } from '../rulebook/rulebook.service.js';
import { latestNextReview } from './review-rules.js';

/** What people do about published Q&As that come up again; opening tasks, and closing those that a new text settles, is QuestionTaskOpener's. */
@Injectable()
export class QuestionReviewsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly contents: ContentsReader,
    private readonly publishing: PublishingReader,
    private readonly reader: QuestionReviewsReader,
  ) {}

  /**
   * A reviewer of the owning unit who wrote none of it finds a Q&A still right until a day; its open tasks are closed.
   * @throws DomainError question_reviews.not_found, question_reviews.basis_changed, question_reviews.changed_meanwhile, reviews.own_text, access.other_organisation
   */
  async confirm(actor: Actor, questionId: string, request: ConfirmQuestionRequest): Promise<QuestionConfirmationView> {
    const today = this.clock.today();
    const latest = latestNextReview(today, questionReviewRulesOn(today));
    if (request.nextReviewOn <= today || request.nextReviewOn > latest) throw new InvalidRequest([{ field: 'nextReviewOn', message: `下次复审日期应在明天到${chineseDate(latest)}之间。` }]);
    return this.database.transaction(async (db) => {
      const question = await this.publishing.findQuestionInUse(db, questionId);
      if (!question) throw new DomainError('question_reviews.not_found', { questionId });
      requireOwnOrganisation(actor, question.orgId);
      if ((await this.contents.get(db, question.contentId)).authorIds.includes(actor.personId)) throw new DomainError('reviews.own_text');
      if ((await this.publishing.getQuestion(db, questionId)).underReview) throw new DomainError('question_reviews.basis_changed');
      const version = await this.reader.versionOf(db, questionId);
      if (version !== request.seenVersion) throw new DomainError('question_reviews.changed_meanwhile', { current: { version } });
      const [reason, turn] = [request.reason.trim(), version + 1];
      await db.insert(QuestionConfirmationEntity, { id: newId(), questionId, turn, publicationId: question.publicationId, reason, nextReviewOn: request.nextReviewOn, confirmedById: actor.personId, confirmedAt: this.clock.now() });
      await this.events.record(db, actor, { verb: 'question_reviews.confirmed', subjectType: 'question', subjectId: questionId, facts: { turn, nextReviewOn: request.nextReviewOn } });
      for (const task of await db.findBy(QuestionTaskEntity, { questionId, status: 'open' })) {
        const { affected } = await db.update(QuestionTaskEntity, { id: task.id, version: task.version, status: 'open' }, { status: 'closed', result: 'kept', closedAt: this.clock.now(), closedById: actor.personId, version: task.version + 1 });
        if (affected !== 1) throw new DomainError('question_reviews.changed_meanwhile');
        await this.events.record(db, actor, { verb: 'question_tasks.closed', subjectType: 'question_task', subjectId: task.id, facts: { questionId, result: 'kept' } });
      }
      return { questionId, version: turn, reason, nextReviewOn: request.nextReviewOn, byName: actor.name, on: today };
    }).catch((error: unknown) => {
      if (error instanceof QueryFailedError && /unique|duplicate/i.test(error.message)) throw new DomainError('question_reviews.changed_meanwhile');
      throw error;
    });
  }
}

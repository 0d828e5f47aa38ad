import { Injectable } from '@nestjs/common';
import { LIMITS, type BacklogQuestionView, type DecideBacklogRequest, type ListBacklogQuery, type LowRatedAnswerView, type Page, type PageQuery } from '@govmedia-hub/contracts';
import { normalise } from '@govmedia-hub/chinese-text';
import { createHash } from 'node:crypto';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { DomainError } from '../../foundation/errors/domain-error.js';
import { InvalidRequest } from '../../foundation/errors/problem-filter.js';
import { pageOfList } from '../../foundation/http/paging.js';
import type { Actor } from '../../foundation/session/actor.js';
import { ContentsService } from '../contents/contents.service.js';
import { EventLogService } from '../event-log/event-log.service.js';
import { AnswerLogReader, type UnansweredQuestion } from '../knowledge/answer-log.reader.js';
import { answerLogRetentionOn } from '../rulebook/rulebook.service.js';
import { LibraryIndexService } from '../library-index/library-index.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { BacklogDecisionEntity } from './backlog.entity.js';

const DAY_MS = 86_400_000;

interface Demand extends UnansweredQuestion { id: string }

/** 待写清单: what residents asked and the library could not answer, ranked by how often; and the answers they found useless. */
@Injectable()
export class BacklogService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLogService,
    private readonly organisations: OrganisationsService,
    private readonly log: AnswerLogReader,
    private readonly library: LibraryIndexService,
    private readonly contents: ContentsService,
  ) {}

  list(query: ListBacklogQuery): Promise<Page<BacklogQuestionView>> {
    return this.database.read(async (db) => {
      const wanted = query.status ?? 'open';
      const views = (await this.views(db, await this.demand(db))).filter(({ status }) => status === wanted);
      return pageOfList(views, query);
    });
  }

  async lowRated(query: PageQuery): Promise<Page<LowRatedAnswerView>> {
    const ratings = await this.database.read((db) => this.log.ratings(db, this.since()));
    const named = ratings.flatMap(({ lastAt, ...rating }) => {
      const place = this.library.placeOf(rating.passageId);
      return place ? [{ ...rating, ...place, lastAt: lastAt.toISOString() }] : [];
    });
    return pageOfList(named, query);
  }

  /**
   * Takes a question on (a draft Q&A of the person's unit is made), sets it aside with a reason, or opens it again.
   * @throws DomainError backlog.not_found, backlog.changed_meanwhile, access.denied
   */
  async decide(actor: Actor, id: string, request: DecideBacklogRequest): Promise<BacklogQuestionView> {
    const question = (await this.database.read((db) => this.demand(db))).find((each) => each.id === id);
    if (!question) throw new DomainError('backlog.not_found', { id });
    return this.database.transaction(async (db) => {
      const earlier = await db.findOneBy(BacklogDecisionEntity, { id });
      if ((earlier?.version ?? 0) !== request.seenVersion) throw new DomainError('backlog.changed_meanwhile', { current: (await this.views(db, [question]))[0]! });
      if (request.decision === 'dismiss' && !request.reason?.trim()) throw new InvalidRequest([{ field: 'reason', message: '请写明不写的理由。' }]);
      if (request.decision === 'take' && !actor.roles.includes('operator')) throw new DomainError('access.denied');
      const contentId = request.decision === 'take' ? await this.draft(db, actor, question.question) : (earlier?.contentId ?? null);
      const status = ({ take: 'writing', dismiss: 'dismissed', reopen: 'open' } as const)[request.decision];
      const row: BacklogDecisionEntity = { id, status, reason: request.reason?.trim() || null, contentId, orgId: actor.orgId, decidedById: actor.personId, decidedAt: this.clock.now(), version: (earlier?.version ?? 0) + 1 };
      if (earlier) {
        const { affected } = await db.update(BacklogDecisionEntity, { id, version: earlier.version }, row);
        if (affected !== 1) throw new DomainError('backlog.changed_meanwhile');
      } else await db.insert(BacklogDecisionEntity, row);
      await this.events.record(db, actor, { verb: `backlog.${status}`, subjectType: 'question', subjectId: id, facts: { contentId }, onBehalfOfOrgId: null });
      return (await this.views(db, [question]))[0]!;
    });
  }

  private draft(db: Db, actor: Actor, question: string): Promise<string> {
    return this.contents.createDraft(db, actor, { kind: 'qa', title: question.slice(0, LIMITS.titleChars), topic: null, blocks: [{ type: 'qa', question, alternatives: [], answer: '', documentId: null, anchor: null }], sources: [] });
  }

  private since(): Date {
    return new Date(this.clock.now().getTime() - answerLogRetentionOn(this.clock.today()).days * DAY_MS);
  }

  /** Wordings that differ by spaces and marks only are one question. */
  private async demand(db: Db): Promise<Demand[]> {
    const questions = new Map<string, Demand>();
    for (const each of await this.log.unanswered(db, this.since())) {
      const id = idOf(each.question);
      const known = questions.get(id);
      if (!known) questions.set(id, { ...each, id });
      else {
        known.asked += each.asked;
        if (each.lastAskedAt > known.lastAskedAt) known.lastAskedAt = each.lastAskedAt;
        if (each.firstAskedAt < known.firstAskedAt) known.firstAskedAt = each.firstAskedAt;
      }
    }
    return [...questions.values()].sort((a, b) => b.asked - a.asked || b.lastAskedAt.getTime() - a.lastAskedAt.getTime() || (a.id < b.id ? -1 : 1));
  }

  private async views(db: Db, questions: readonly Demand[]): Promise<BacklogQuestionView[]> {
    const decisions = new Map((await db.find(BacklogDecisionEntity)).map((row) => [row.id, row]));
    const shown = questions.flatMap(({ id }) => decisions.get(id) ?? []);
    const [units, people] = [await this.organisations.namesOf(db, shown.map(({ orgId }) => orgId)), await this.organisations.peopleNames(db, shown.map(({ decidedById }) => decidedById))];
    return questions.map(({ id, question, asked, firstAskedAt, lastAskedAt }) => {
      const decision = decisions.get(id);
      return {
        id, question, asked, firstAskedAt: firstAskedAt.toISOString(), lastAskedAt: lastAskedAt.toISOString(), status: decision?.status ?? 'open', version: decision?.version ?? 0,
        decision: decision ? { byName: people.get(decision.decidedById) ?? '', orgName: units.get(decision.orgId) ?? '', at: decision.decidedAt.toISOString(), reason: decision.reason, contentId: decision.contentId } : null,
      };
    });
  }
}

/** @returns 32 characters made from the letters and digits of a question */
function idOf(question: string): string {
  const plain = normalise(question).text.replace(/[^\p{L}\p{N}]/gu, '');
  return createHash('sha256').update(plain).digest('hex').slice(0, 32);
}

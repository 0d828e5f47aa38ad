import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Db } from '../../foundation/database/database.js';
import { AnswerFeedbackEntity, AnswerLogEntity } from './answer-log.entity.js';

/** One question that was asked and not answered, in one of its wordings. */
export interface UnansweredQuestion { question: string; asked: number; firstAskedAt: Date; lastAskedAt: Date }

/** What residents said of the answers that one passage gave. */
export interface PassageRating { passageId: string; helpful: number; unhelpful: number; lastAt: Date; reasons: string[] }

/** What one resident said of an answer. */
export interface AnswerOpinion { helpful: boolean; why: string | null; at: Date }

/** So many of the most asked are looked at; the rest is asked too seldom to be written for. */
const MOST_ASKED = 2_000;
const REASONS = 5;

type Counted = { question: string; asked: string | number; firstAskedAt: string | Date; lastAskedAt: string | Date; answeredAt: string | Date | null };

/** Wide questions about what was asked and how it was received. */
@Injectable()
export class AnswerLogReader {
  /** Questions whose last asking got no answer, the most asked first. @param since older ones are not counted */
  async unanswered(db: Db, since: Date): Promise<UnansweredQuestion[]> {
    const rows: Counted[] = await db
      .createQueryBuilder(AnswerLogEntity, 'log')
      .select('MAX(log.question)', 'question')
      .addSelect('SUM(CASE WHEN log.answered THEN 0 ELSE 1 END)', 'asked')
      .addSelect('MIN(log.askedAt)', 'firstAskedAt')
      .addSelect('MAX(CASE WHEN log.answered THEN NULL ELSE log.askedAt END)', 'lastAskedAt')
      .addSelect('MAX(CASE WHEN log.answered THEN log.askedAt ELSE NULL END)', 'answeredAt')
      .where('log.askedAt >= :since', { since })
      .groupBy('log.questionDigest')
      .having('SUM(CASE WHEN log.answered THEN 0 ELSE 1 END) > 0')
      .orderBy('asked', 'DESC')
      .limit(MOST_ASKED)
      .getRawMany();
    return rows
      .map((row) => ({ question: row.question, asked: Number(row.asked), firstAskedAt: instantOf(row.firstAskedAt), lastAskedAt: instantOf(row.lastAskedAt), answeredAt: row.answeredAt === null ? null : instantOf(row.answeredAt) }))
      .filter(({ lastAskedAt, answeredAt }) => answeredAt === null || answeredAt < lastAskedAt)
      .map(({ question, asked, firstAskedAt, lastAskedAt }) => ({ question, asked, firstAskedAt, lastAskedAt }));
  }

  /** The passage that gave a logged answer; null when none did or the log no longer keeps it. */
  async passageOf(db: Db, answerId: string): Promise<string | null> {
    return (await db.findOneBy(AnswerLogEntity, { id: answerId }))?.passageId ?? null;
  }

  /** Opinions of the answers that the passages gave, by passage, in the order of time. */
  async opinions(db: Db, passageIds: readonly string[]): Promise<Map<string, AnswerOpinion[]>> {
    const found = new Map<string, AnswerOpinion[]>();
    for (let from = 0; from < passageIds.length; from += 500) {
      const rows = await db.createQueryBuilder(AnswerFeedbackEntity, 'feedback')
        .innerJoin(AnswerLogEntity, 'log', 'log.id = feedback.answerId')
        .select('feedback.helpful', 'helpful').addSelect('feedback.why', 'why').addSelect('feedback.at', 'at').addSelect('log.passageId', 'passageId')
        .where('log.passageId IN (:...ids)', { ids: passageIds.slice(from, from + 500) })
        .orderBy('feedback.at', 'ASC').addOrderBy('feedback.id', 'ASC')
        .getRawMany<{ helpful: boolean | number; why: string | null; at: string | Date; passageId: string }>();
      for (const { helpful, why, at, passageId } of rows) found.set(passageId, [...(found.get(passageId) ?? []), { helpful: Boolean(Number(helpful)), why, at: instantOf(at) }]);
    }
    return found;
  }

  /** Passages of which somebody said that they did not help, the worst first. */
  async ratings(db: Db, since: Date): Promise<PassageRating[]> {
    const feedback = await db.createQueryBuilder(AnswerFeedbackEntity, 'feedback').where('feedback.at >= :since', { since }).orderBy('feedback.at', 'DESC').limit(MOST_ASKED).getMany();
    const answers = new Map<string, string>();
    const ids = [...new Set(feedback.map(({ answerId }) => answerId))];
    for (let from = 0; from < ids.length; from += 500) for (const { id, passageId } of await db.findBy(AnswerLogEntity, { id: In(ids.slice(from, from + 500)) })) if (passageId) answers.set(id, passageId);
    const ratings = new Map<string, PassageRating>();
    for (const { answerId, helpful, why, at } of feedback) {
      const passageId = answers.get(answerId);
      if (!passageId) continue;
      const rating = ratings.get(passageId) ?? { passageId, helpful: 0, unhelpful: 0, lastAt: at, reasons: [] };
      rating[helpful ? 'helpful' : 'unhelpful'] += 1;
      if (why && rating.reasons.length < REASONS) rating.reasons.push(why);
      ratings.set(passageId, rating);
    }
    return [...ratings.values()].filter(({ unhelpful }) => unhelpful > 0).sort((a, b) => b.unhelpful - a.unhelpful || b.lastAt.getTime() - a.lastAt.getTime() || (a.passageId < b.passageId ? -1 : 1));
  }
}

/** An aggregate comes back as the driver has it: SQLite writes instants as text in UTC. */
const instantOf = (value: string | Date): Date => (value instanceof Date ? value : new Date(`${value.replace(' ', 'T')}Z`));

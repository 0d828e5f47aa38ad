import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import type { Db } from '../database/database.js';
import { newId } from '../database/ids.js';
import { OutboxEntity } from './outbox.entity.js';

/** Where features leave what must be done outside. */
@Injectable()
export class Outbox {
  constructor(private readonly clock: Clock) {}

  /** Part of the transaction of the change that asks for it. */
  async put(db: Db, topic: string, subjectId: string, dueAt: Date = this.clock.now()): Promise<void> {
    await db.insert(OutboxEntity, { id: newId(), topic, subjectId, state: 'waiting', dueAt, attempts: 0, holder: null, leaseUntil: null, fence: 0, problem: null, createdAt: this.clock.now(), endedAt: null });
  }

  /** Moves what waits for a subject to another time, counted from the beginning. @returns whether anything waited */
  async move(db: Db, topic: string, subjectId: string, dueAt: Date): Promise<boolean> {
    const { affected } = await db.update(OutboxEntity, { topic, subjectId, state: 'waiting' }, { dueAt, attempts: 0 });
    return (affected ?? 0) > 0;
  }

  async cancel(db: Db, topic: string, subjectId: string): Promise<void> {
    await db.update(OutboxEntity, { topic, subjectId, state: 'waiting' }, { state: 'cancelled', endedAt: this.clock.now() });
  }

  /** What waits for the subjects, by subject. */
  async waiting(db: Db, topics: readonly string[], subjectIds: readonly string[]): Promise<Map<string, OutboxEntity>> {
    if (subjectIds.length === 0) return new Map();
    const rows = await db.createQueryBuilder(OutboxEntity, 'entry').where("entry.state = 'waiting' AND entry.topic IN (:...topics) AND entry.subjectId IN (:...subjectIds)", { topics, subjectIds }).orderBy('entry.id').getMany();
    return new Map(rows.map((row) => [row.subjectId, row]));
  }
}

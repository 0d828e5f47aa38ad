import { Injectable } from '@nestjs/common';
import type { EventLogVerificationView, EventView, Page } from '@govmedia-hub/contracts';
import { Clock } from '../../foundation/clock/clock.js';
import { Database, type Db } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { pageOf, toPage } from '../../foundation/http/paging.js';
import type { Actor } from '../../foundation/session/actor.js';
import { CHAIN_START, chainHash } from './event-chain.js';
import { EventEntity, EventSealEntity } from './event.entity.js';
import { toEventView } from './event-log.dto.js';
import { EventSealer, SEAL_ID, type Follower } from './event-sealer.js';

export type { Follower, SealedEvent } from './event-sealer.js';

/** What a feature states about a change: codes, ids and digests only. */
export interface EventFacts {
  verb: string;
  subjectType: string;
  subjectId: string;
  facts?: Record<string, string | number | boolean | null>;
  onBehalfOfOrgId?: string | null;
}

const VERIFY_BATCH = 2_000;

@Injectable()
export class EventLogService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealer: EventSealer,
  ) {}

  /** Writes an event in the transaction of the change it tells of. */
  async record(db: Db, actor: Pick<Actor, 'personId' | 'orgId'>, event: EventFacts): Promise<void> {
    await db.insert(EventEntity, {
      id: newId(),
      position: null,
      at: this.clock.now(),
      actorId: actor.personId,
      onBehalfOfOrgId: event.onBehalfOfOrgId === undefined ? actor.orgId : event.onBehalfOfOrgId,
      verb: event.verb,
      subjectType: event.subjectType,
      subjectId: event.subjectId,
      facts: event.facts ?? {},
      previousHash: null,
      hash: null,
    });
    this.database.onCommit(db, () => this.sealer.committed(event.verb));
  }

  /** Lets a follower of this process hear every event after the present head, or after the position up to which it knows, in order. */
  join(follower: Follower, after?: number): Promise<void> {
    return this.sealer.join(follower, after);
  }

  /** Position of the last sealed event. */
  head(): Promise<number> {
    return this.sealer.headPosition();
  }

  /** The hash of the chain at a position, by which derived data knows its place again; null when there is no such event. */
  hashAt(position: number): Promise<string | null> {
    return this.database.read(async (db) => (await db.findOneBy(EventEntity, { position }))?.hash ?? null);
  }

  /** Seals what is committed and lets every follower of this process catch up, so that an answer after it shows the change. */
  catchUp(): Promise<void> {
    return this.sealer.catchUp();
  }

  list(query: { cursor?: string; limit?: number; subjectId?: string; verb?: string }, nameOf: (db: Db, ids: string[]) => Promise<Map<string, string>>): Promise<Page<EventView>> {
    return this.database.read(async (db) => {
      const builder = db.createQueryBuilder(EventEntity, 'event');
      if (query.subjectId) builder.andWhere('event.subjectId = :subjectId', { subjectId: query.subjectId });
      if (query.verb) builder.andWhere('event.verb = :verb', { verb: query.verb });
      const page = await pageOf(builder, 'event', 'id', query);
      const names = await nameOf(db, [...new Set(page.rows.map((row) => row.actorId))]);
      return toPage(page, (row) => toEventView(row, names.get(row.actorId) ?? row.actorId));
    });
  }

  /** Walks the whole chain and names every row that no longer fits, a gap, or a cut-off tail. */
  async verify(): Promise<EventLogVerificationView> {
    const touched: EventLogVerificationView['touched'] = [];
    let previousHash = CHAIN_START;
    let expected = 1;
    for (;;) {
      const rows = await this.database.read((db) =>
        db.createQueryBuilder(EventEntity, 'event').where('event.position >= :expected', { expected }).orderBy('event.position').take(VERIFY_BATCH).getMany(),
      );
      if (rows.length === 0) break;
      for (const row of rows) {
        for (; expected < row.position!; expected += 1) touched.push({ position: expected, reason: '记录缺失' });
        if (row.previousHash !== previousHash) touched.push({ position: row.position!, reason: '与前一条记录的链接不符' });
        else if (row.hash !== chainHash(previousHash, { ...row, position: row.position! })) touched.push({ position: row.position!, reason: '记录内容被改动' });
        previousHash = row.hash ?? '';
        expected = row.position! + 1;
      }
    }
    return this.database.read(async (db) => {
      const seal = await db.findOneBy(EventSealEntity, { id: SEAL_ID });
      const sealedThrough = expected - 1;
      if (seal && seal.headPosition > sealedThrough) touched.push({ position: seal.headPosition, reason: `末尾记录缺失：应到第 ${seal.headPosition} 条，只有 ${sealedThrough} 条` });
      else if (seal && seal.headPosition === sealedThrough && sealedThrough > 0 && seal.headHash !== previousHash) touched.push({ position: sealedThrough, reason: '与封存的链头不符' });
      const unsealed = await db.createQueryBuilder(EventEntity, 'event').where('event.position IS NULL').orderBy('event.id').getMany();
      const now = this.clock.now();
      return {
        intact: touched.length === 0,
        sealedThrough,
        unsealed: unsealed.length,
        lagSeconds: unsealed[0] ? Math.max(0, (now.getTime() - unsealed[0].at.getTime()) / 1000) : 0,
        touched,
        headHash: sealedThrough > 0 ? previousHash : null,
        checkedAt: now.toISOString(),
      };
    });
  }
}

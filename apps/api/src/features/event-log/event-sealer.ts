import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Database } from '../../foundation/database/database.js';
import { newId } from '../../foundation/database/ids.js';
import { CHAIN_START, chainHash } from './event-chain.js';
import { EventEntity, EventSealEntity } from './event.entity.js';

export const SEAL_ID = 'chain';
const BATCH = 200;
const TICK_MS = 250;
const LEASE_MS = 5_000;

/** One sealed event as followers receive it, in order, each exactly once per process. */
export type SealedEvent = Pick<EventEntity, 'id' | 'at' | 'actorId' | 'verb' | 'subjectType' | 'subjectId' | 'facts'> & { position: number };

export interface Follower {
  name: string;
  /** Called in order of position; an error stops this follower until its next try, without losing its place. */
  follow(events: SealedEvent[]): Promise<void> | void;
}

/**
 * Gives committed events a gap-free position and chains them by hash, under a lease with a fencing number,
 * so that no writer meets a hot row and no follower misses a late commit. Then hands them to this process's followers.
 */
@Injectable()
export class EventSealer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('event-log');
  private readonly holder = newId();
  private readonly followers: { follower: Follower; position: number }[] = [];
  private readonly listeners: ((verb: string) => void)[] = [];
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private again = false;
  /** Wall-clock milliseconds of the last time the feed was read; caches bypass themselves when it grows old. */
  lastReadAt = 0;

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.catchUp().catch((error: Error) => this.logger.error(error.message)), TICK_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    await this.running?.catch(() => undefined);
  }

  /** Joins a follower that has just loaded its state from the tables: it starts after the present head, or after the position it names. */
  async join(follower: Follower, after?: number): Promise<void> {
    this.followers.push({ follower, position: after ?? (await this.headPosition()) });
  }

  /** Position of the slowest follower behind the head. */
  async lag(): Promise<number> {
    const head = await this.headPosition();
    return Math.max(0, ...this.followers.map((entry) => head - entry.position));
  }

  /** Hears of every commit of this process, before the writer's answer leaves. */
  onCommitted(listener: (verb: string) => void): void {
    this.listeners.push(listener);
  }

  committed(verb: string): void {
    for (const listener of this.listeners) listener(verb);
  }

  /** Seals and delivers until nothing is left; calls that come meanwhile share one more run. */
  async catchUp(): Promise<void> {
    if (this.running) {
      this.again = true;
      return this.running;
    }
    this.running = (async () => {
      do {
        this.again = false;
        while ((await this.seal()) === BATCH);
        await this.deliver();
      } while (this.again);
    })().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  headPosition(): Promise<number> {
    return this.database.read(async (db) => (await db.findOneBy(EventSealEntity, { id: SEAL_ID }))?.headPosition ?? 0);
  }

  /** @returns how many events were sealed; 0 also when another process holds the lease */
  private async seal(): Promise<number> {
    const waiting = await this.database.read((db) => db.existsBy(EventEntity, { position: IsNull() }));
    if (!waiting) return 0;
    return this.database.transaction(async (db) => {
      const now = Date.now();
      const seal = await this.takeLease(db, now);
      if (!seal) return 0;
      const events = await db.find(EventEntity, { where: { position: IsNull() }, order: { id: 'ASC' }, take: BATCH });
      if (events.length === 0) return 0;
      let { headPosition, headHash } = seal;
      for (const event of events) {
        headPosition += 1;
        const hash = chainHash(headHash, { ...event, position: headPosition });
        const { affected } = await db.update(EventEntity, { id: event.id, position: IsNull() }, { position: headPosition, previousHash: headHash, hash });
        if (affected !== 1) throw new Error('sealing lost its place');
        headHash = hash;
      }
      const { affected } = await db.update(EventSealEntity, { id: SEAL_ID, fence: seal.fence, holder: this.holder }, { headPosition, headHash });
      if (affected !== 1) throw new Error('sealing lost its lease');
      return events.length;
    });
  }

  private async takeLease(db: Parameters<Parameters<Database['transaction']>[0]>[0], now: number): Promise<EventSealEntity | null> {
    let seal = await db.findOneBy(EventSealEntity, { id: SEAL_ID });
    if (!seal) {
      seal = db.create(EventSealEntity, { id: SEAL_ID, holder: this.holder, fence: 1, leaseUntil: new Date(now + LEASE_MS), headPosition: 0, headHash: CHAIN_START });
      await db.insert(EventSealEntity, seal);
      return seal;
    }
    if (seal.holder !== this.holder && seal.leaseUntil.getTime() > now) return null;
    const fence = seal.holder === this.holder ? seal.fence : seal.fence + 1;
    const changes = { holder: this.holder, fence, leaseUntil: new Date(now + LEASE_MS) };
    const { affected } = await db.update(EventSealEntity, { id: SEAL_ID, fence: seal.fence, holder: seal.holder }, changes);
    if (affected !== 1) return null;
    // Read again now that the row is ours: its last holder may have sealed while we waited for it, and its head must not go back.
    return db.findOneByOrFail(EventSealEntity, { id: SEAL_ID });
  }

  private async deliver(): Promise<void> {
    for (const entry of this.followers) {
      for (;;) {
        const events = await this.database.read((db) => db.find(EventEntity, { where: { position: MoreThan(entry.position) }, order: { position: 'ASC' }, take: BATCH }));
        if (events.length === 0) break;
        try {
          await entry.follower.follow(events as SealedEvent[]);
        } catch (error) {
          this.logger.error(`${entry.follower.name}: ${error instanceof Error ? error.message : String(error)}`);
          break;
        }
        entry.position = events.at(-1)!.position!;
      }
    }
    this.lastReadAt = Date.now();
  }
}

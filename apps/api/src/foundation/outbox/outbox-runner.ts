import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { SETTINGS } from '../config/settings.module.js';
import type { Settings } from '../config/settings.js';
import { Database, type Db } from '../database/database.js';
import { newId } from '../database/ids.js';
import { FaultPoints } from './fault-points.js';
import { OutboxEntity } from './outbox.entity.js';
import { waitSeconds, type RetryPlan } from './retry-plan.js';

const TICK_MS = 1_000;
/** Longer than any single request, renewed at every save; after it another process takes over. */
const LEASE_MS = 120_000;
const AT_ONCE = 4;

/** One claimed entry. */
export interface OutboxWork {
  readonly subjectId: string;
  readonly attempts: number;
  /** Records progress in a transaction of its own and renews the lease. @throws LeaseLost when another holder has taken over */
  save(record: (db: Db) => Promise<void>): Promise<void>;
  /** Names a place at which a crash must lose nothing. */
  reached(point: string): Promise<void>;
}

/** What became of a claim. `record` runs in the transaction that notes it. */
export type Outcome =
  | { then: 'done'; record?: (db: Db) => Promise<void> }
  /** Not a failure: it is not yet time. Counts no attempt. */
  | { then: 'later'; at: Date; record?: (db: Db) => Promise<void> };

export interface OutboxHandler {
  topic: string;
  plan: RetryPlan;
  /** Works outside any transaction; an error is tried again by the plan. */
  run(work: OutboxWork): Promise<Outcome>;
  /** In the transaction that ends the tries. */
  giveUp(db: Db, subjectId: string, problem: string): Promise<void>;
  /** In the transaction that notes a failed try. */
  failed?(db: Db, subjectId: string, problem: string, next: Date): Promise<void>;
}

export class LeaseLost extends Error {}

/**
 * Claims what is due under a lease with a fencing number, lets its handler work outside any transaction, and records.
 * A process that dies in between leaves a lease that runs out; nobody's late write fits afterwards.
 */
@Injectable()
export class OutboxRunner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('outbox');
  private readonly holder = newId();
  private readonly handlers = new Map<string, OutboxHandler>();
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private closing = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly faults: FaultPoints,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  handle(handler: OutboxHandler): void {
    this.handlers.set(handler.topic, handler);
  }

  onApplicationBootstrap(): void {
    if (!this.settings.outboxWorker) return;
    this.timer = setInterval(() => void this.runDue().catch((error: Error) => this.logger.error(error.message)), TICK_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    this.closing = true;
    if (this.timer) clearInterval(this.timer);
    await this.running?.catch(() => undefined);
  }

  /** Does everything that is due now; calls that come meanwhile share the run. */
  runDue(): Promise<void> {
    this.running ??= (async () => {
      await Promise.all(Array.from({ length: AT_ONCE }, async () => {
        for (let entry = await this.claim(); entry && !this.closing; entry = await this.claim()) await this.work(entry);
      }));
    })().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async claim(): Promise<OutboxEntity | null> {
    const topics = [...this.handlers.keys()];
    if (topics.length === 0) return null;
    for (;;) {
      const now = this.clock.now();
      const due = { state: 'waiting' as const, topic: In(topics), dueAt: LessThanOrEqual(now) };
      const seen = await this.database.read((db) => db.findOne(OutboxEntity, { where: [{ ...due, leaseUntil: IsNull() }, { ...due, leaseUntil: LessThanOrEqual(now) }], order: { dueAt: 'ASC', id: 'ASC' } }));
      if (!seen) return null;
      const claim = { holder: this.holder, leaseUntil: new Date(now.getTime() + LEASE_MS), fence: seen.fence + 1, attempts: seen.attempts + 1 };
      const taken = await this.database.transaction(async (db) => (await db.update(OutboxEntity, { id: seen.id, fence: seen.fence, state: 'waiting' }, claim)).affected === 1);
      if (taken) return { ...seen, ...claim };
    }
  }

  private async work(entry: OutboxEntity): Promise<void> {
    const handler = this.handlers.get(entry.topic)!;
    const reached = (point: string): Promise<void> => this.faults.reached(`${entry.topic} ${point}`);
    try {
      await reached('claimed');
      // It was claimed too often without coming back: whatever it does, it ends processes.
      if (entry.attempts > handler.plan.attempts) return await this.giveUp(handler, entry, entry.problem ?? '多次处理都没有完成');
      const outcome = await handler.run({
        subjectId: entry.subjectId, attempts: entry.attempts, reached,
        save: (record) => this.note(entry, { leaseUntil: new Date(this.clock.now().getTime() + LEASE_MS) }, record),
      });
      await reached('unrecorded');
      if (outcome.then === 'done') await this.note(entry, { state: 'done', endedAt: this.clock.now(), holder: null, leaseUntil: null, problem: null }, outcome.record);
      else await this.note(entry, { dueAt: outcome.at, attempts: Math.max(0, entry.attempts - 1), holder: null, leaseUntil: null, problem: null }, outcome.record);
      await reached('recorded');
    } catch (error) {
      if (error instanceof LeaseLost) return this.logger.warn(`${entry.topic}: ${error.message}`);
      const problem = (error instanceof Error ? error.message : String(error)).slice(0, 300);
      try {
        if (entry.attempts >= handler.plan.attempts) return await this.giveUp(handler, entry, problem);
        const next = new Date(this.clock.now().getTime() + waitSeconds(handler.plan, entry.attempts, Math.random()) * 1_000);
        await this.note(entry, { dueAt: next, holder: null, leaseUntil: null, problem }, (db) => handler.failed?.(db, entry.subjectId, problem, next) ?? Promise.resolve());
      } catch (again) {
        this.logger.error(`${entry.topic}: ${again instanceof Error ? again.message : String(again)}`);
      }
    }
  }

  private giveUp(handler: OutboxHandler, entry: OutboxEntity, problem: string): Promise<void> {
    return this.note(entry, { state: 'poisoned', endedAt: this.clock.now(), holder: null, leaseUntil: null, problem }, (db) => handler.giveUp(db, entry.subjectId, problem));
  }

  private note(entry: OutboxEntity, changes: Partial<OutboxEntity>, record?: (db: Db) => Promise<void>): Promise<void> {
    return this.database.transaction(async (db) => {
      const { affected } = await db.update(OutboxEntity, { id: entry.id, fence: entry.fence, holder: this.holder }, changes);
      if (affected !== 1) throw new LeaseLost('another process has taken it over');
      await record?.(db);
    });
  }
}

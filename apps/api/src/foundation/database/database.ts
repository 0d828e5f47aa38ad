import type { DataSource, EntityManager } from 'typeorm';
import type { KeyedReads } from './keyed-reads.js';
import { RunningScope } from './running-scope.js';

/** The handle that everything touching tables takes as its first argument. */
export type Db = EntityManager;

/** One row by one key as a JSON object, prepared once; at once on SQLite, whose driver is synchronous, later on MySQL. */
export type RowTextByKey = (key: string) => string | undefined | Promise<string | undefined>;

/**
 * The one door to the database.
 * On SQLite, transactions queue on the single write connection and reads use a second, read-only one,
 * so that readers neither wait nor see rows that may yet be rolled back. On MySQL both go to the pool.
 */
export class Database {
  private queue: Promise<unknown> = Promise.resolve();
  private readonly inside = new RunningScope<true>();
  private readonly beginnings: ((db: Db) => Promise<void>)[] = [];
  private readonly afterCommit = new WeakMap<Db, (() => void | Promise<void>)[]>();

  constructor(
    readonly kind: 'sqlite' | 'mysql' | 'mariadb',
    private readonly writer: DataSource,
    private readonly reader: DataSource,
    private readonly keyed: KeyedReads | null = null,
  ) {}

  /** Runs a question. Never write inside: on SQLite the connection refuses it. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return work(this.reader.manager);
  }

  /**
   * Prepares a question for one row by one key ('?'): for the few reads that are asked so often that
   * an entity's way through the mapper is what they cost. Plain columns only, named as in the tables, unquoted.
   */
  rowTextByKey(sql: string): RowTextByKey {
    if (this.keyed) return this.keyed.prepare(sql);
    return async (key) => {
      const [row] = (await this.reader.query(sql, [key])) as object[];
      return row && JSON.stringify(row);
    };
  }

  /**
   * Runs a change: all of it or nothing. No network, file or model inside; on SQLite everyone is waiting.
   * @throws when entered from inside another transaction: pass `db` down instead.
   */
  async transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
    if (this.inside.current()) throw new Error('transaction inside a transaction: pass db down instead');
    return this.kind === 'sqlite' ? this.inLine(() => this.run(work)) : this.run(work);
  }

  /** Registers what every transaction does first; what it throws ends the transaction. */
  atBegin(effect: (db: Db) => Promise<void>): void {
    this.beginnings.push(effect);
  }

  /** Registers what must happen once the transaction of `db` has committed, and before its caller goes on. */
  onCommit(db: Db, effect: () => void | Promise<void>): void {
    const effects = this.afterCommit.get(db);
    if (!effects) throw new Error('onCommit needs the db of an open transaction');
    effects.push(effect);
  }

  /**
   * Runs work whose loss a power cut may cost, such as the loading of a demonstration: on SQLite commits do not wait for the
   * disk meanwhile, and everything is on it when this ends.
   */
  async withoutFlushing<T>(work: () => Promise<T>): Promise<T> {
    if (this.kind !== 'sqlite') return work();
    await this.writer.query('PRAGMA synchronous = OFF');
    try {
      return await work();
    } finally {
      await this.writer.query('PRAGMA synchronous = FULL');
      await this.writer.query('PRAGMA wal_checkpoint(FULL)');
    }
  }

  async close(): Promise<void> {
    await this.queue.catch(() => undefined);
    this.keyed?.close();
    if (this.reader !== this.writer && this.reader.isInitialized) await this.reader.destroy();
    if (this.writer.isInitialized) await this.writer.destroy();
  }

  /** For migrations, the schema-drift guard and nothing else. */
  get dataSource(): DataSource {
    return this.writer;
  }

  private inLine<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(work, work);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async run<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const runner = this.writer.createQueryRunner();
    const effects: (() => void | Promise<void>)[] = [];
    try {
      await this.begin(runner);
      this.afterCommit.set(runner.manager, effects);
      let result: T;
      try {
        result = await this.inside.during(true, async () => {
          for (const effect of this.beginnings) await effect(runner.manager);
          return work(runner.manager);
        });
        await runner.commitTransaction();
        this.keyed?.refresh();
      } catch (error) {
        await runner.rollbackTransaction().catch(() => undefined);
        throw error;
      } finally {
        this.afterCommit.delete(runner.manager);
      }
      for (const effect of effects) await effect();
      return result;
    } finally {
      await runner.release();
    }
  }

  /** IMMEDIATE, because a plain BEGIN that reads and then writes can fail beside another process whatever busy_timeout says. */
  private async begin(runner: ReturnType<DataSource['createQueryRunner']>): Promise<void> {
    if (this.kind !== 'sqlite') return runner.startTransaction('READ COMMITTED');
    await runner.query('BEGIN IMMEDIATE');
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
  }
}

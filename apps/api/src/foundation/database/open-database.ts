import { createRequire } from 'node:module';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
import { useLongTextType } from './columns.js';
import { Database } from './database.js';
import { KeyedReads, type SqliteConnection } from './keyed-reads.js';

const load = createRequire(import.meta.url);

export interface DatabasePlan {
  /** mysql:// or mariadb:// URL, or null for SQLite. */
  url: string | null;
  sqliteFile: string;
  entities: Function[];
  migrations: (new () => MigrationInterface)[];
}

/**
 * Opens the door: connects, refuses a non-strict MySQL, runs the migrations that are missing.
 * @throws Error with a Chinese sentence when the database cannot hold the data safely.
 */
export async function openDatabase(plan: DatabasePlan): Promise<Database> {
  return plan.url ? openMysql(plan, plan.url) : openSqlite(plan);
}

async function openSqlite(plan: DatabasePlan): Promise<Database> {
  useLongTextType('text');
  mkdirSync(dirname(plan.sqliteFile), { recursive: true });
  const driver = load('libsql') as new (file: string, options?: { readonly: boolean }) => SqliteConnection;
  const common: Pick<DataSourceOptions, 'entities' | 'synchronize'> = { entities: plan.entities, synchronize: false };
  const writer = new DataSource({
    ...common,
    type: 'better-sqlite3',
    driver,
    database: plan.sqliteFile,
    migrations: plan.migrations,
    prepareDatabase: (db: SqliteHandle) => {
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
      db.pragma('foreign_keys = ON');
      db.pragma('busy_timeout = 5000');
    },
  } as DataSourceOptions);
  await writer.initialize();
  await writer.runMigrations({ transaction: 'each' });
  const reader = new DataSource({
    ...common,
    type: 'better-sqlite3',
    driver,
    database: plan.sqliteFile,
    readonly: true,
    prepareDatabase: (db: SqliteHandle) => {
      db.pragma('query_only = ON');
      db.pragma('busy_timeout = 5000');
    },
  } as DataSourceOptions);
  await reader.initialize();
  const keyed = new driver(plan.sqliteFile, { readonly: true });
  keyed.exec('PRAGMA query_only = ON');
  keyed.exec('PRAGMA busy_timeout = 5000');
  return new Database('sqlite', writer, reader, new KeyedReads(keyed));
}

interface SqliteHandle { pragma(text: string): unknown }

async function openMysql(plan: DatabasePlan, url: string): Promise<Database> {
  useLongTextType('longtext');
  const kind = (await isMariaDb(url)) ? 'mariadb' : 'mysql';
  const source = new DataSource({
    type: kind,
    url: url.replace(/^mariadb:/, 'mysql:'),
    entities: plan.entities,
    migrations: plan.migrations,
    synchronize: false,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    extra: { connectionLimit: 10 },
  } as DataSourceOptions);
  await source.initialize();
  const [{ mode }] = (await source.query('select @@session.sql_mode as mode')) as [{ mode: string }];
  if (!/STRICT_(TRANS|ALL)_TABLES/.test(mode)) {
    await source.destroy();
    throw new Error('数据库没有开启严格模式（sql_mode 缺少 STRICT_TRANS_TABLES），超长数据会被悄悄截断。请在服务器上开启后再启动。');
  }
  await source.query('alter database character set utf8mb4 collate utf8mb4_bin');
  await source.runMigrations({ transaction: 'each' });
  return new Database(kind, source, source);
}

async function isMariaDb(url: string): Promise<boolean> {
  const { createConnection } = load('mysql2/promise') as typeof import('mysql2/promise');
  const connection = await createConnection(url.replace(/^mariadb:/, 'mysql:'));
  try {
    const [rows] = await connection.query('select version() as version');
    return /mariadb/i.test((rows as { version: string }[])[0]!.version);
  } finally {
    await connection.end();
  }
}

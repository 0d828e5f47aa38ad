import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hash } from '@node-rs/argon2';
import type { Endpoint, Role } from '@govmedia-hub/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHub } from '../src/bootstrap.js';
import { FixedClock } from '../src/foundation/clock/clock.js';
import type { Settings } from '../src/foundation/config/settings.js';
import { Database } from '../src/foundation/database/database.js';
import { newId } from '../src/foundation/database/ids.js';
import type { Actor } from '../src/foundation/session/actor.js';
import { EventEntity } from '../src/features/event-log/event.entity.js';
import { EventLogService } from '../src/features/event-log/event-log.service.js';
import { OrganisationEntity, PersonEntity } from '../src/features/organisations/organisation.entity.js';

/** The databases on which every feature spec runs; MariaDB/MySQL joins when HUB_TEST_MYSQL_URL names a server. */
export const databases: ('sqlite' | 'mysql')[] = process.env.HUB_TEST_MYSQL_URL ? ['sqlite', 'mysql'] : ['sqlite'];

/** 2026-11-23 10:00 in Shanghai, a Monday. Tests never ask the real clock. */
export const TEST_NOW = new Date('2026-11-23T02:00:00.000Z');

const PASSWORD = 'correct-horse-1';
/** Cheap parameters: the specs check who may sign in, not how strong the hash is. */
let passwordHash: Promise<string> | null = null;

/** Units and people that every house opens with. */
export const UNITS = {
  office: { name: '云溪市人民政府办公室', shortName: '市政府办', kind: 'government_office', creditCode: '11320000MB0000001A', supervising: true },
  labour: { name: '云溪市人力资源和社会保障局', shortName: '市人社局', kind: 'bureau', creditCode: '11320000MB0000002B', supervising: false },
  civil: { name: '云溪市民政局', shortName: '市民政局', kind: 'bureau', creditCode: '11320000MB0000003C', supervising: false },
} as const;

/** username → unit and roles. */
export const STAFF: Record<string, { name: string; unit: keyof typeof UNITS; roles: Role[] }> = {
  'zhou-operator': { name: '周采编', unit: 'labour', roles: ['operator'] },
  'qian-operator': { name: '钱采编', unit: 'labour', roles: ['operator', 'reviewer'] },
  'wu-reviewer': { name: '吴初审', unit: 'labour', roles: ['reviewer'] },
  'zheng-reviewer': { name: '郑复审', unit: 'labour', roles: ['reviewer'] },
  'wang-reviewer': { name: '王终审', unit: 'labour', roles: ['reviewer'] },
  'feng-publisher': { name: '冯发布', unit: 'labour', roles: ['publisher'] },
  'he-publisher': { name: '何发布', unit: 'labour', roles: ['publisher'] },
  'sun-operator': { name: '孙采编', unit: 'civil', roles: ['operator'] },
  'li-reviewer': { name: '李审核', unit: 'civil', roles: ['reviewer'] },
  'tao-operator': { name: '陶编辑', unit: 'office', roles: ['operator'] },
  'chen-supervisor': { name: '陈主管', unit: 'office', roles: ['supervisor'] },
  'chu-inspector': { name: '褚检查', unit: 'office', roles: ['inspector'] },
  'wei-administrator': { name: '卫管理', unit: 'office', roles: ['administrator'] },
  'jiang-auditor': { name: '蒋审计', unit: 'office', roles: ['auditor'] },
};

export interface Answer<T = any> { status: number; body: T; headers: Record<string, string | string[] | undefined> }

export interface Caller {
  call<Out>(endpoint: Endpoint<Out, any>, options?: { params?: Record<string, string>; query?: Record<string, string | number | undefined>; body?: unknown; headers?: Record<string, string> }): Promise<Answer<Out>>;
  /** Sends files as the multipart field "files". */
  upload<Out>(endpoint: Endpoint<Out, any>, files: { name: string; content: Buffer | string }[], options?: { params?: Record<string, string>; query?: Record<string, string | number> }): Promise<Answer<Out>>;
}

export interface TestHouse {
  app: NestFastifyApplication;
  database: Database;
  clock: FixedClock;
  settings: Settings;
  units: Record<keyof typeof UNITS, string>;
  people: Record<string, string>;
  /** A signed-in member of STAFF; signs in once and keeps the session. */
  as(username: keyof typeof STAFF & string): Caller;
  /** Lets everybody sign in anew; sessions end after two hours, and specs move the clock by days. */
  forgetSessions(): void;
  /** A resident, not signed in. */
  resident: Caller;
  /** The actor of a member of STAFF, for calls to services. */
  actor(username: keyof typeof STAFF & string): Actor;
  /** Verbs in the event log about a subject, oldest first. */
  trail(subjectId: string): Promise<string[]>;
  /** Seals and lets every follower (index, caches) catch up. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the real app on real migrated tables of a fresh database. */
export async function openTestHouse(kind: 'sqlite' | 'mysql' = 'sqlite', overrides: Partial<Settings> = {}): Promise<TestHouse> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hub-test-'));
  const mysql = kind === 'mysql' ? await freshMysqlDatabase() : null;
  const settings: Settings = {
    production: false, host: '127.0.0.1', port: 0, dataDir, databaseUrl: mysql?.url ?? null, sqliteFile: join(dataDir, 'hub.sqlite'),
    secret: 'test-secret-test-secret-test-secret', functionSecret: 'test-function-secret-test-function', rateLimitPerMinute: 1_000_000, trustedProxies: ['loopback'], generation: null, accessLog: 'off', demo: false,
    publicUrl: 'http://127.0.0.1:3000', secureCookies: false, outgoingLoopback: true, outgoingPrivateHosts: [], wechatApiBase: 'https://api.weixin.qq.com', outboxWorker: false, proofreaderLeastCharacters: 1_000_000, pdfFont: null, ...overrides,
  };
  const clock = new FixedClock(TEST_NOW);
  const app = await createHub(settings, { clock, quiet: true });
  const database = app.get(Database);
  const { units, people } = await fillUnits(database);
  const sessions = new Map<string, Promise<{ cookie: string; csrf: string }>>();
  const fastify = app.getHttpAdapter().getInstance();

  const signIn = (username: string): Promise<{ cookie: string; csrf: string }> => {
    let session = sessions.get(username);
    if (!session) {
      session = fastify.inject({ method: 'POST', url: '/api/session', payload: { username, password: PASSWORD } }).then((reply) => {
        if (reply.statusCode !== 200) throw new Error(`sign-in of ${username} answered ${reply.statusCode}: ${reply.body}`);
        return { cookie: `${reply.cookies[0]!.name}=${reply.cookies[0]!.value}`, csrf: reply.json<{ csrfToken: string }>().csrfToken };
      });
      sessions.set(username, session);
    }
    return session;
  };

  const caller = (username: string | null): Caller => {
    const send = async (method: string, url: string, payload: unknown, headers: Record<string, string>): Promise<Answer> => {
      const session = username ? await signIn(username) : null;
      const reply = await fastify.inject({ method: method as 'GET', url, payload: payload as object, headers: { ...(session ? { cookie: session.cookie, 'x-csrf-token': session.csrf } : {}), ...headers } });
      const json = /json/.test(String(reply.headers['content-type'] ?? ''));
      return { status: reply.statusCode, body: json && reply.body ? reply.json() : reply.rawPayload.length > 0 ? reply.rawPayload : null, headers: reply.headers as Answer['headers'] };
    };
    return {
      call: (endpoint, { params = {}, query = {}, body, headers = {} } = {}) => {
        const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
        const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== undefined).map(([key, value]): [string, string] => [key, String(value)])).toString();
        return send(endpoint.method, `/api${path}${search ? `?${search}` : ''}`, body, headers);
      },
      upload: (endpoint, files, { params = {}, query = {} } = {}) => {
        const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
        const search = new URLSearchParams(Object.entries(query).map(([key, value]): [string, string] => [key, String(value)])).toString();
        const boundary = '----hub-test-boundary';
        const parts = files.flatMap((file) => [Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`), Buffer.from(file.content), Buffer.from('\r\n')]);
        return send(endpoint.method, `/api${path}${search ? `?${search}` : ''}`, Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]), { 'content-type': `multipart/form-data; boundary=${boundary}` });
      },
    };
  };

  return {
    app, database, clock, settings, units, people,
    as: (username) => caller(username),
    forgetSessions: () => sessions.clear(),
    resident: caller(null),
    actor: (username) => ({ personId: people[username]!, name: STAFF[username]!.name, orgId: units[STAFF[username]!.unit], roles: STAFF[username]!.roles, via: 'session' }),
    trail: (subjectId) => database.read(async (db) => (await db.find(EventEntity, { where: { subjectId }, order: { id: 'ASC' } })).map((event) => event.verb)),
    settle: () => app.get(EventLogService).catchUp(),
    close: async () => {
      await app.close();
      await mysql?.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function fillUnits(database: Database): Promise<Pick<TestHouse, 'units' | 'people'>> {
  passwordHash ??= hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  const secret = await passwordHash;
  const units = Object.fromEntries(Object.keys(UNITS).map((key) => [key, newId()])) as TestHouse['units'];
  const people = Object.fromEntries(Object.keys(STAFF).map((key) => [key, newId()]));
  await database.transaction(async (db) => {
    for (const [key, unit] of Object.entries(UNITS)) await db.insert(OrganisationEntity, { id: units[key as keyof typeof UNITS], ...unit, region: '云溪市', parentId: null, duties: '', address: '云溪市行政中心', phone: '0000-1234567', effectiveFrom: '2019-01-01', effectiveTo: null });
    for (const [username, person] of Object.entries(STAFF))
      await db.insert(PersonEntity, { id: people[username]!, username, name: person.name, post: '工作人员', orgId: units[person.unit], roles: person.roles, passwordHash: secret, active: true, failedSignIns: 0, lockedUntil: null, createdAt: TEST_NOW });
  });
  return { units, people };
}

/** A database of its own on the server of HUB_TEST_MYSQL_URL, dropped when the house closes. */
async function freshMysqlDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const { createConnection } = await import('mysql2/promise');
  const server = process.env.HUB_TEST_MYSQL_URL!;
  const name = `hub_test_${process.pid}_${newId().slice(-8)}`;
  const run = async (sql: string): Promise<void> => {
    const connection = await createConnection(server);
    await connection.query(sql);
    await connection.end();
  };
  await run(`create database ${name} character set utf8mb4 collate utf8mb4_bin`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => run(`drop database ${name}`) };
}

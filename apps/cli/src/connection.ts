import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHub } from '@govmedia-hub/api';
import { RunningHubKey } from '@govmedia-hub/api/features/organisations/command-line-key';
import { DemonstrationClock } from '@govmedia-hub/api/foundation/clock/clock';
import { readSettings } from '@govmedia-hub/api/foundation/config/settings';
import type { Endpoint, Problem } from '@govmedia-hub/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** A refusal of the api, with its Chinese words. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super([problem.title, problem.detail, ...(problem.errors ?? []).map((error) => `${error.field}：${error.message}`)].filter(Boolean).join('\n'));
  }
}

export interface CallOptions {
  params?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  files?: { name: string; bytes: Buffer }[];
}

interface Reply { status: number; contentType: string; bytes: Buffer }

/** The one way from the command line to the hub: the same requests that the faces send. */
export interface Connection {
  /** True when another process serves this data and is spoken to over HTTP. */
  readonly running: boolean;
  call<Out>(endpoint: Endpoint<Out, any>, options?: CallOptions): Promise<Out>;
  download(endpoint: Endpoint<ArrayBuffer, any>, options?: CallOptions): Promise<Buffer>;
  close(): Promise<void>;
}

/** Speaks to the hub that runs on this data; where none runs, opens the data itself for as long as the command takes. */
export async function connect(): Promise<Connection> {
  const note = await runningHub();
  if (note) return connection(true, (method, path, headers, payload) => overHttp(note.url, method, path, { ...headers, authorization: `Bearer ${note.key}` }, payload), async () => undefined);
  const app = await openHere();
  const fastify = app.getHttpAdapter().getInstance();
  const key = app.get(RunningHubKey).ownKey();
  return connection(
    false,
    async (method, path, headers, payload) => {
      const reply = await fastify.inject({ method: method as 'GET', url: path, headers: { ...headers, authorization: `Bearer ${key}` }, payload });
      return { status: reply.statusCode, contentType: String(reply.headers['content-type'] ?? ''), bytes: reply.rawPayload };
    },
    () => app.close(),
  );
}

/** Opens the hub in this process, without a port. */
export function openHere(): Promise<NestFastifyApplication> {
  return createHub({ ...readSettings(), rateLimitPerMinute: 1_000_000, accessLog: 'off' }, { quiet: true, clock: new DemonstrationClock() });
}

/** The note of a running hub on the same data, or null. */
export async function runningHub(): Promise<{ url: string; key: string } | null> {
  const file = join(readSettings().dataDir, 'run', 'hub.json');
  if (!existsSync(file)) return null;
  try {
    const note = JSON.parse(readFileSync(file, 'utf8')) as { url: string; key: string; pid: number };
    process.kill(note.pid, 0);
    const health = await fetch(`${note.url}/api/health`, { signal: AbortSignal.timeout(3_000) });
    return health.ok ? note : null;
  } catch {
    return null; // a note that a killed hub left behind
  }
}

type Carrier = (method: string, path: string, headers: Record<string, string>, payload: Buffer | undefined) => Promise<Reply>;

function connection(running: boolean, carry: Carrier, close: () => Promise<void>): Connection {
  const send = async (endpoint: Endpoint<any, any>, options: CallOptions): Promise<Reply> => {
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(options.params?.[name] ?? ''));
    const search = new URLSearchParams(Object.entries(options.query ?? {}).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, String(value)]]))).toString();
    const { headers, payload } = encode(options);
    const reply = await carry(endpoint.method, `/api${path}${search ? `?${search}` : ''}`, headers, payload);
    if (reply.status >= 400) throw new Refused(JSON.parse(reply.bytes.toString('utf8')) as Problem);
    return reply;
  };
  return {
    running,
    close,
    async call(endpoint, options = {}) {
      const reply = await send(endpoint, options);
      return reply.bytes.length === 0 ? undefined : JSON.parse(reply.bytes.toString('utf8'));
    },
    async download(endpoint, options = {}) {
      return (await send(endpoint, options)).bytes;
    },
  };
}

function encode({ body, files }: CallOptions): { headers: Record<string, string>; payload: Buffer | undefined } {
  if (files) {
    const boundary = `----hub-${process.pid}-${files.length}`;
    const parts = files.flatMap((file) => [
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="${file.name.replace(/["\r\n]/g, '_')}"\r\ncontent-type: application/octet-stream\r\n\r\n`),
      file.bytes,
      Buffer.from('\r\n'),
    ]);
    return { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]) };
  }
  return body === undefined ? { headers: {}, payload: undefined } : { headers: { 'content-type': 'application/json' }, payload: Buffer.from(JSON.stringify(body)) };
}

async function overHttp(url: string, method: string, path: string, headers: Record<string, string>, payload: Buffer | undefined): Promise<Reply> {
  const response = await fetch(`${url}${path}`, { method, headers, body: payload ? new Uint8Array(payload) : undefined });
  return { status: response.status, contentType: response.headers.get('content-type') ?? '', bytes: Buffer.from(await response.arrayBuffer()) };
}

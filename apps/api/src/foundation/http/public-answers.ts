import { hash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { civilDate } from '../clock/clock.js';

/** Public answers that depend on nothing but the tables and the civil date. */
const CACHED = /^\/api\/public\/(documents|publications|questions|guides|accounts|units|gazette|feed|sitemap)(?!.*(?:\/(?:attachments|media)\/|\/(?:issue|item)\.(?:pdf|txt)))/;

/** Events that change nothing a resident can read; every other verb empties the cache. */
const SILENT_VERBS = /^(session|people|tickets|knowledge|inspections|media|writing|channels|deliveries|freezes|reposts|filings\.(saved|submitted|returned)|accounts\.(authenticity_checked|posts_recorded|observed))\b/;

const MAX_BYTES = 64 * 1024 * 1024;

export interface ReadyAnswer {
  bytes: Buffer;
  etag: string;
  contentType: string;
  /** Names and values in turn, as the framework sent them the first time; null until that answer has left. */
  headers: string[] | null;
}

/** Belong to one answer and are made anew for each. */
const OWN_HEADERS = /^(date|connection|keep-alive|content-length|content-type|transfer-encoding|x-request-id|x-ratelimit-.*|retry-after|set-cookie|etag)$/;

/** Names and values in turn of what the framework sent, without what belongs to one answer. */
export const sharedHeaders = (sent: Record<string, unknown>): string[] => Object.entries(sent).flatMap(([name, value]) => (OWN_HEADERS.test(name) || value === undefined ? [] : [name, String(value)]));

export const etagOf = (bytes: Buffer | string): string => `"${hash('sha256', bytes, 'base64url').slice(0, 22)}"`;

interface CachingRequest extends FastifyRequest { cached?: true; cacheGeneration?: number; kept?: ReadyAnswer }

/**
 * Ready bytes of public answers by address, of one civil date in Asia/Shanghai, because validity changes at midnight without a
 * transaction. The writing process empties it after commit and before it answers; other processes follow the event
 * feed; while the feed cannot be read the cache is bypassed.
 */
export class PublicAnswers {
  private readonly answers = new Map<string, ReadyAnswer>();
  private bytes = 0;
  private changes = 0;
  private day = '';

  constructor(
    private readonly now: () => Date,
    /** Wall-clock milliseconds at which the feed was last read. */
    private readonly feedReadAt: () => number,
    private readonly maxStaleMs = 1_000,
  ) {}

  /** Hears of a committed or followed event. */
  changed(verb: string): void {
    if (SILENT_VERBS.test(verb)) return;
    this.empty();
  }

  /** How often something public has changed: an answer computed before a change is not kept after it. */
  get generation(): number {
    this.turnDay();
    return this.changes;
  }

  /** The civil date that answers given now are of. */
  get today(): string {
    this.turnDay();
    return this.day;
  }

  /** The ready answer of an address, or undefined when there is none that may be trusted now. */
  find(url: string): ReadyAnswer | undefined {
    if (!url.startsWith('/api/public/') || !this.trusted()) return undefined;
    this.turnDay();
    return this.answers.get(url);
  }

  attach(fastify: FastifyInstance): void {
    fastify.addHook('preParsing', (request: CachingRequest, reply, payload, done) => {
      if (request.method !== 'GET' || !CACHED.test(request.url)) return done(null, payload);
      const ready = this.find(request.url);
      if (ready) return void this.send(request, reply, ready);
      request.cached = true;
      request.cacheGeneration = this.generation;
      done(null, payload);
    });
    fastify.addHook('onResponse', (request: CachingRequest, reply, done) => {
      if (request.kept) request.kept.headers = sharedHeaders(reply.raw.getHeaders());
      done();
    });
    fastify.addHook('onSend', (request: CachingRequest, reply, payload, done) => {
      if (request.method !== 'GET' || reply.statusCode !== 200 || (typeof payload !== 'string' && !Buffer.isBuffer(payload)) || !request.url.startsWith('/api/') || reply.getHeader('etag')) return done(null, payload);
      const bytes = Buffer.from(payload as string);
      const etag = etagOf(bytes);
      const open = request.url.startsWith('/api/public/');
      void reply.header('etag', etag).header('cache-control', open ? 'public, max-age=0, must-revalidate' : 'private, no-cache');
      if (request.cached) request.kept = this.keep(request.url, request.cacheGeneration!, { bytes, etag, contentType: String(reply.getHeader('content-type') ?? 'application/json; charset=utf-8'), headers: null });
      if (request.headers['if-none-match'] === etag) {
        void reply.code(304).removeHeader('content-length');
        return done(null, null);
      }
      done(null, payload);
    });
  }

  /** At midnight in Shanghai everything changes at once. */
  private turnDay(): void {
    const today = civilDate(this.now());
    if (today === this.day) return;
    this.day = today;
    this.empty();
  }

  private empty(): void {
    this.changes += 1;
    this.answers.clear();
    this.bytes = 0;
  }

  private trusted(): boolean {
    return Date.now() - this.feedReadAt() <= this.maxStaleMs;
  }

  private send(request: FastifyRequest, reply: FastifyReply, ready: ReadyAnswer): FastifyReply {
    void reply.header('etag', ready.etag).header('cache-control', 'public, max-age=0, must-revalidate');
    if (request.headers['if-none-match'] === ready.etag) return reply.code(304).send();
    return reply.header('content-type', ready.contentType).send(ready.bytes);
  }

  /** Keeps an answer unless something changed since `generation`, or the feed cannot be trusted. */
  keep(url: string, generation: number, answer: ReadyAnswer): ReadyAnswer | undefined {
    if (generation !== this.generation || !this.trusted() || this.answers.has(url)) return undefined;
    this.bytes += answer.bytes.length;
    this.answers.set(url, answer);
    for (const [oldest, old] of this.answers) {
      if (this.bytes <= MAX_BYTES) break;
      this.answers.delete(oldest);
      this.bytes -= old.bytes.length;
    }
    return answer;
  }
}

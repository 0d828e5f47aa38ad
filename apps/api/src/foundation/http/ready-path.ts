import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AccessLine } from './access-log.js';
import type { DirectReads, MadeAnswer } from './direct-reads.js';
import type { PublicAnswers } from './public-answers.js';
import type { ClientAddress } from './client-address.js';
import { headerOf } from './request-headers.js';
import { RequestCounts } from './request-counts.js';
import { pathOf } from './request-path.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const JSON_TYPE = 'application/json; charset=utf-8';
/** A call that names one of them has its signature checked on the long way. */
const CLOUD_FUNCTION_HEADERS: Lowercase<string>[] = ['x-hub-signature', 'x-hub-openid', 'x-hub-timestamp'];

/**
 * The short way of an answer that is ready as bytes, or that one read by id gives: sent before the framework's hooks run, with
 * the very headers that the framework gave its first answer, a request id of its own, an access line, and the same limit of
 * requests per minute and address. Whatever is not ready, not found, too frequent or out of the ordinary takes the long way.
 */
export class ReadyPath {
  private answers: PublicAnswers | null = null;
  private reads: DirectReads | null = null;
  private log: ((line: AccessLine) => void) | null = null;
  private readonly counts: RequestCounts;

  constructor(limitPerMinute: number, private readonly addressOf: ClientAddress) {
    this.counts = new RequestCounts(limitPerMinute);
  }

  open(answers: PublicAnswers, reads: DirectReads, log: (line: AccessLine) => void): void {
    this.answers = answers;
    this.reads = reads;
    this.log = log;
  }

  /** The server that asks the short way first; timeouts as the framework sets them on its own server. */
  serve(handler: Handler): Server {
    const server = createServer((request, response) => {
      if (!this.answer(request, response, handler)) handler(request, response);
    });
    server.keepAliveTimeout = 72_000;
    server.requestTimeout = 300_000;
    return server;
  }

  private answer(request: IncomingMessage, response: ServerResponse, handler: Handler): boolean {
    const { url } = request;
    if (request.method !== 'GET' || !url || !this.answers || CLOUD_FUNCTION_HEADERS.some((name) => headerOf(request, name) !== undefined)) return false;
    const ready = this.answers.find(url);
    if (ready) {
      if (!ready.headers || !this.counts.admits(this.addressOf(request))) return false;
      this.send(request, response, ready.headers, ready.contentType, ready.etag, ready.bytes, ready.bytes.length, 0);
      return true;
    }
    return this.read(request, response, url, handler);
  }

  /** A read by id: answered at once where the database answers at once, otherwise when it does. */
  private read(request: IncomingMessage, response: ServerResponse, url: string, handler: Handler): boolean {
    const path = pathOf(url);
    const found = this.reads?.of(path);
    const headers = found?.read.headers;
    if (!found || !headers || !this.counts.admits(this.addressOf(request))) return false;
    const begun = performance.now();
    const generation = this.answers!.generation;
    const finish = (made: MadeAnswer | null): boolean => {
      if (!made) return false;
      // An address with a query is not kept: anybody could fill the memory with queries that mean nothing here.
      if (path === url) this.answers!.keep(url, generation, { bytes: Buffer.from(made.body), etag: made.etag, contentType: JSON_TYPE, headers });
      this.send(request, response, headers, JSON_TYPE, made.etag, made.body, made.length, Math.round((performance.now() - begun) * 10) / 10);
      return true;
    };
    try {
      const made = found.read.answer(found.id, this.answers!.today);
      if (!(made instanceof Promise)) return finish(made);
      made.then((later) => { if (!finish(later)) handler(request, response); }, () => handler(request, response));
      return true;
    } catch {
      return false; // the long way meets the same trouble and tells it as a problem
    }
  }

  private send(request: IncomingMessage, response: ServerResponse, shared: string[], contentType: string, etag: string, body: Buffer | string, length: number, ms: number): void {
    const id = randomUUID();
    const unchanged = headerOf(request, 'if-none-match') === etag;
    const headers = shared.slice();
    headers.push('etag', etag, 'x-request-id', id);
    if (!unchanged) headers.push('content-type', contentType, 'content-length', String(length));
    response.writeHead(unchanged ? 304 : 200, headers);
    // A text that is written before the end goes to the system in one piece with the headers.
    if (!unchanged && typeof body === 'string') response.write(body);
    response.end(unchanged || typeof body === 'string' ? undefined : body);
    this.log?.({ id, method: 'GET', path: pathOf(request.url!), status: unchanged ? 304 : 200, ms });
  }
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { newId } from '../database/ids.js';
import type { AccessLine } from './access-log.js';
import type { PublicAnswers } from './public-answers.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const WINDOW_MS = 60_000;

/**
 * The short way of an answer that is ready as bytes: sent before the framework's hooks run, with the very headers that the
 * framework gave its first answer, a request id of its own, an access line, and the same limit of requests per minute and
 * address. Whatever is not ready, too frequent or out of the ordinary takes the long way.
 */
export class ReadyPath {
  private answers: PublicAnswers | null = null;
  private log: ((line: AccessLine) => void) | null = null;
  private readonly counts = new Map<string, number>();
  private windowEnds = 0;

  constructor(private readonly limitPerMinute: number) {}

  open(answers: PublicAnswers, log: (line: AccessLine) => void): void {
    this.answers = answers;
    this.log = log;
  }

  /** The server that asks the short way first; timeouts as the framework sets them on its own server. */
  serve(handler: Handler): Server {
    const server = createServer((request, response) => {
      if (!this.answer(request, response)) handler(request, response);
    });
    server.keepAliveTimeout = 72_000;
    server.requestTimeout = 300_000;
    return server;
  }

  private answer(request: IncomingMessage, response: ServerResponse): boolean {
    const { url, headers } = request;
    // A call that names a cloud function's header has its signature checked on the long way.
    if (request.method !== 'GET' || !url || !this.answers || headers['x-hub-signature'] !== undefined || headers['x-hub-openid'] !== undefined || headers['x-hub-timestamp'] !== undefined) return false;
    const ready = this.answers.find(url);
    if (!ready?.headers || !this.admits(request.socket.remoteAddress ?? '')) return false;
    const id = newId();
    const unchanged = headers['if-none-match'] === ready.etag;
    response.writeHead(unchanged ? 304 : 200, unchanged ? [...ready.headers, 'x-request-id', id] : [...ready.headers, 'content-type', ready.contentType, 'content-length', String(ready.bytes.length), 'x-request-id', id]);
    response.end(unchanged ? undefined : ready.bytes);
    this.log?.({ id, method: 'GET', path: url.split('?', 1)[0]!, status: unchanged ? 304 : 200, ms: 0 });
    return true;
  }

  private admits(address: string): boolean {
    const now = Date.now();
    if (now >= this.windowEnds) {
      this.counts.clear();
      this.windowEnds = now + WINDOW_MS;
    }
    const count = (this.counts.get(address) ?? 0) + 1;
    this.counts.set(address, count);
    return count <= this.limitPerMinute;
  }
}

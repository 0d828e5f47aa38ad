import type { Endpoint } from '@govmedia-hub/contracts';
import type { FastifyInstance } from 'fastify';
import { pathOf } from './request-path.js';

/** What a read by id found: the view, or null, and then the long way says what is wrong. */
export type DirectAnswer = object | null;
type Find = (id: string) => DirectAnswer | Promise<DirectAnswer>;

/** A read that may leave before the framework's hooks run, with the headers that the framework gave such an answer. */
export interface DirectRead { find: Find; headers: string[] | null }

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ID_LENGTH = 36;

/**
 * Public reads of one thing by its id whose answer depends on one row and the civil date. A feature registers the endpoint with
 * the very function that its controller asks, so that both ways give the same bytes.
 */
export class DirectReads {
  private readonly reads = new Map<string, DirectRead>();

  /** @param endpoint public, GET, its path ending in '/:id' */
  add<Out extends object>(endpoint: Endpoint<Out, { params: { id: string } }>, find: (id: string) => Out | null | Promise<Out | null>): void {
    if (endpoint.method !== 'GET' || endpoint.access !== 'public' || !endpoint.path.endsWith('/:id')) throw new Error(`not a public read by id: ${endpoint.method} ${endpoint.path}`);
    this.reads.set(`/api${endpoint.path.slice(0, -':id'.length)}`, { find, headers: null });
  }

  /** The read behind a path without its query, with the id in it. */
  of(path: string): { read: DirectRead; id: string } | undefined {
    const read = this.reads.get(path.slice(0, -ID_LENGTH));
    const id = path.slice(-ID_LENGTH);
    return read && ID.test(id) ? { read, id } : undefined;
  }

  /** Learns the headers of each read from the first answer that the framework gives to it. */
  attach(fastify: FastifyInstance, headersOf: (sent: Record<string, unknown>) => string[]): void {
    fastify.addHook('onResponse', (request, reply, done) => {
      if (request.method === 'GET' && reply.statusCode === 200) {
        const read = this.of(pathOf(request.url))?.read;
        if (read && !read.headers) read.headers = headersOf(reply.raw.getHeaders());
      }
      done();
    });
  }
}

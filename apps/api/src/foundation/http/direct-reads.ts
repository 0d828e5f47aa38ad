import type { Endpoint } from '@govmedia-hub/contracts';
import type { FastifyInstance } from 'fastify';
import type { RowTextByKey } from '../database/database.js';
import { etagOf } from './public-answers.js';
import { pathOf } from './request-path.js';

/** The bytes of an answer and what was read for them. */
export interface MadeAnswer { row: string; today: string; body: string; length: number; etag: string }

/** Answers kept of one read; the oldest goes first. */
const KEPT = 2_000;

/** A read of one thing by its id whose answer follows from one row and the civil date alone. */
export class DirectRead<Out extends object = object> {
  /** Names and values in turn, as the framework sent them the first time; null until then. */
  headers: string[] | null = null;
  private readonly made = new Map<string, MadeAnswer>();

  constructor(private readonly rowOf: RowTextByKey, private readonly viewOf: (row: never, today: string) => Out) {}

  /** The view of an id; null when there is no such row. */
  async find(id: string, today: string): Promise<Out | null> {
    const row = await this.rowOf(id);
    return row === undefined ? null : this.view(row, today);
  }

  /** The bytes of an id, at once where the database answers at once; null when there is no such row, and then the long way says what is wrong. */
  answer(id: string, today: string): MadeAnswer | null | Promise<MadeAnswer | null> {
    const row = this.rowOf(id);
    return row instanceof Promise ? row.then((later) => this.make(id, later, today)) : this.make(id, row, today);
  }

  /** The database is asked every time; from the very row of the time before the very bytes are sent again. */
  private make(id: string, row: string | undefined, today: string): MadeAnswer | null {
    if (row === undefined) return null;
    const before = this.made.get(id);
    if (before && before.row === row && before.today === today) return before;
    const body = JSON.stringify(this.view(row, today));
    const made: MadeAnswer = { row, today, body, length: Buffer.byteLength(body), etag: etagOf(body) };
    this.made.delete(id);
    this.made.set(id, made);
    if (this.made.size > KEPT) this.made.delete(this.made.keys().next().value!);
    return made;
  }

  private view(row: string, today: string): Out {
    return this.viewOf(JSON.parse(row) as never, today);
  }
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ID_LENGTH = 36;

/** Public reads that may leave before the framework's hooks run. A feature registers them here and has its controller ask the same read, so that both ways give the same bytes. */
export class DirectReads {
  private readonly reads = new Map<string, DirectRead>();

  /**
   * @param endpoint public, GET, its path ending in '/:id'
   * @param rowOf the row that the answer depends on
   * @param viewOf the answer that follows from it on a civil date, and from nothing else
   */
  add<Row, Out extends object>(endpoint: Endpoint<Out, { params: { id: string } }>, rowOf: RowTextByKey, viewOf: (row: Row, today: string) => Out): DirectRead<Out> {
    if (endpoint.method !== 'GET' || endpoint.access !== 'public' || !endpoint.path.endsWith('/:id')) throw new Error(`not a public read by id: ${endpoint.method} ${endpoint.path}`);
    const read = new DirectRead<Out>(rowOf, viewOf);
    this.reads.set(`/api${endpoint.path.slice(0, -':id'.length)}`, read);
    return read;
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

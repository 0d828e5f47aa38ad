import pino from 'pino';
import type { FastifyInstance } from 'fastify';
import { pathOf } from './request-path.js';

export interface AccessLine { id: string; method: string; path: string; status: number; ms: number }

const INFO = 30;

/** Lines wait for this many characters or a second: waking a thread for every few answers costs more than the lines do. */
const PIECE = 64 * 1024;

let lastMs = Number.NaN;
let lastTime = '';

/** Many lines fall into one millisecond. */
function timeOf(ms: number): string {
  if (ms !== lastMs) {
    lastTime = new Date(ms).toISOString();
    lastMs = ms;
  }
  return lastTime;
}

/** The line as pino would write it; put together here, because every answer waits for it. */
export const lineOf = ({ id, method, path, status, ms }: AccessLine, at: number): string =>
  `{"level":${INFO},"time":"${timeOf(at)}","id":"${id}","method":"${method}","path":${JSON.stringify(path)},"status":${status},"ms":${ms}}\n`;

/**
 * One line per answered request: method, path without its query (queries may hold what people typed), status, milliseconds, request id.
 * @param target 'stdout', 'off' or a file
 * @returns a way to write the line of an answer that the framework did not give
 */
export function writeAccessLog(fastify: FastifyInstance, target: string): (line: AccessLine) => void {
  if (target === 'off') return () => undefined;
  const destination = pino.destination({ ...(target === 'stdout' ? { dest: 1 } : { dest: target, mkdir: true }), sync: false });
  // Lines are gathered here: the destination measures all that waits in it anew with every line that it is given.
  let piece = '';
  const hand = (): void => {
    if (!piece) return;
    destination.write(piece);
    piece = '';
  };
  const write = (line: AccessLine): void => {
    piece += lineOf(line, Date.now());
    if (piece.length >= PIECE) hand();
  };
  const flusher = setInterval(hand, 1_000);
  flusher.unref();
  fastify.addHook('onResponse', (request, reply, done) => {
    write({ id: request.id, method: request.method, path: pathOf(request.url), status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10 });
    done();
  });
  fastify.addHook('onClose', (_instance, done) => {
    clearInterval(flusher);
    hand();
    destination.flushSync();
    done();
  });
  return write;
}

import pino from 'pino';
import type { FastifyInstance } from 'fastify';
import { pathOf } from './request-path.js';

export interface AccessLine { id: string; method: string; path: string; status: number; ms: number }

/**
 * One line per answered request: method, path without its query (queries may hold what people typed), status, milliseconds, request id.
 * @param target 'stdout', 'off' or a file
 * @returns a way to write the line of an answer that the framework did not give
 */
export function writeAccessLog(fastify: FastifyInstance, target: string): (line: AccessLine) => void {
  if (target === 'off') return () => undefined;
  const destination = target === 'stdout' ? pino.destination({ dest: 1, sync: false, minLength: 4096 }) : pino.destination({ dest: target, mkdir: true, sync: false, minLength: 4096 });
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  const flusher = setInterval(() => destination.flush(), 1_000);
  flusher.unref();
  fastify.addHook('onResponse', (request, reply, done) => {
    log.info({ id: request.id, method: request.method, path: pathOf(request.url), status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10 } satisfies AccessLine);
    done();
  });
  fastify.addHook('onClose', (_instance, done) => {
    clearInterval(flusher);
    destination.flushSync();
    done();
  });
  return (line) => log.info(line);
}

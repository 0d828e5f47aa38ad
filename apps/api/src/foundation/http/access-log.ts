import pino from 'pino';
import type { FastifyInstance } from 'fastify';

/**
 * One line per answered request: method, path without its query (queries may hold what people typed), status, milliseconds, request id.
 * @param target 'stdout', 'off' or a file
 */
export function writeAccessLog(fastify: FastifyInstance, target: string): void {
  if (target === 'off') return;
  const destination = target === 'stdout' ? pino.destination({ dest: 1, sync: false, minLength: 4096 }) : pino.destination({ dest: target, mkdir: true, sync: false, minLength: 4096 });
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  const flusher = setInterval(() => destination.flush(), 1_000);
  flusher.unref();
  fastify.addHook('onResponse', (request, reply, done) => {
    const path = request.url.split('?', 1)[0];
    log.info({ id: request.id, method: request.method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10 });
    done();
  });
  fastify.addHook('onClose', (_instance, done) => {
    clearInterval(flusher);
    destination.flushSync();
    done();
  });
}

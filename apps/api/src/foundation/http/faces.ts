import fastifyStatic from '@fastify/static';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { toProblem } from '../errors/problem-filter.js';
import { DomainError } from '../errors/domain-error.js';

/** Folders of the two built faces. */
export interface Faces { residentDir: string; consoleDir: string; publicUrl?: string }

const FINGERPRINTED = /[.-][0-9a-zA-Z_-]{8,}\.(js|css|woff2|svg|png)$/;

/** Serves the resident app at / and the console at /console/, both with their own routing, so unknown paths get the entry page. */
export async function serveFaces(fastify: FastifyInstance, faces: Faces): Promise<void> {
  const built = [faces.residentDir, faces.consoleDir].filter((dir) => existsSync(dir));
  // a hub without pages still serves its API: the benchmarks build none, and an address of a page says what to do
  if (built.length > 0) await fastify.register(fastifyStatic, {
    root: built,
    serve: false,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', FINGERPRINTED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  fastify.get('/robots.txt', (_request, reply) => reply.header('content-type', 'text/plain; charset=utf-8').send(`User-agent: *\nDisallow: /console/\nSitemap: ${faces.publicUrl ?? ''}/api/public/sitemap.xml\n`));
  fastify.get('/console', (_request, reply) => reply.redirect('/console/'));
  fastify.get('/console/*', (request, reply) => sendFace(request, reply, faces.consoleDir, (request.params as { '*': string })['*'], '工作台'));
  fastify.get('/*', (request, reply) => {
    const path = (request.params as { '*': string })['*'];
    if (path === 'api' || path.startsWith('api/')) {
      const problem = toProblem(new DomainError('request.not_found'), request.id);
      return reply.code(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(problem);
    }
    return sendFace(request, reply, faces.residentDir, path, '群众端');
  });
}

function sendFace(request: FastifyRequest, reply: FastifyReply, dir: string, path: string, name: string): FastifyReply {
  const entry = join(dir, 'index.html');
  if (!existsSync(entry)) return reply.code(503).header('content-type', 'text/plain; charset=utf-8').send(`${name}页面尚未构建，请先运行 npm start。`);
  const looksLikeFile = /\.[a-z0-9]{1,8}$/i.test(path);
  if (path !== '' && looksLikeFile) return reply.sendFile(path, dir);
  return reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-cache').send(readFileSync(entry));
}

import 'reflect-metadata';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { LIMITS } from '@govmedia-hub/contracts';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppModule } from './app.module.js';
import { EventSealer } from './features/event-log/event-sealer.js';
import { SystemClock, type Clock } from './foundation/clock/clock.js';
import type { Settings } from './foundation/config/settings.js';
import { newId } from './foundation/database/ids.js';
import { DomainError } from './foundation/errors/domain-error.js';
import { writeAccessLog } from './foundation/http/access-log.js';
import { clientAddressBehind } from './foundation/http/client-address.js';
import { CLOUD_ADDRESS_SHARE, ForwardedCalls, saysForwarded } from './foundation/http/forwarded-calls.js';
import { serveFaces, type Faces } from './foundation/http/faces.js';
import { DirectReads } from './foundation/http/direct-reads.js';
import { PublicAnswers, sharedHeaders } from './foundation/http/public-answers.js';
import { ReadyPath } from './foundation/http/ready-path.js';
import { validation } from './foundation/http/validation.js';

export interface HubOptions {
  clock?: Clock;
  /** Left out in tests that need no pages. */
  faces?: Faces;
  openApi?: boolean;
  quiet?: boolean;
}

/** Builds the whole hub, ready to listen or to be asked in-process. */
export async function createHub(settings: Settings, options: HubOptions = {}): Promise<NestFastifyApplication> {
  const clock = options.clock ?? new SystemClock();
  const readyPath = new ReadyPath(settings.rateLimitPerMinute, clientAddressBehind(settings.trustedProxies));
  const adapter = new FastifyAdapter({ serverFactory: (handler: Parameters<ReadyPath['serve']>[0]) => readyPath.serve(handler), genReqId: () => newId(), trustProxy: settings.trustedProxies, bodyLimit: 4 * 1024 * 1024, logger: false, routerOptions: { maxParamLength: 500 } });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings, clock), adapter, { logger: options.quiet ? ['error', 'fatal'] : ['error', 'fatal', 'warn'], abortOnError: false, rawBody: true });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:'], fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"], objectSrc: ["'none'"], frameAncestors: ["'self'"], baseUri: ["'self'"], formAction: ["'self'"],
      },
    },
    strictTransportSecurity: settings.production ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
  });
  // XML is taken from the WeChat platform only, as text; elsewhere it stays an unsupported kind of body.
  fastify.addContentTypeParser(['text/xml', 'application/xml'], { parseAs: 'string', bodyLimit: 64 * 1024 }, (request, body, done) => {
    if (/^\/api\/channels\/[^/]+\/wechat-callback/.test(request.url)) done(null, body);
    else done(new DomainError('request.unsupported_media'));
  });
  await fastify.register(cookie);
  await fastify.register(multipart, { limits: { fileSize: LIMITS.uploadBytes, files: LIMITS.uploadFiles, fields: 20 }, throwFileSizeLimit: true });
  await fastify.register(rateLimit, {
    // a call that says it was forwarded is counted once more per resident when its signature was found right
    max: (request: FastifyRequest) => settings.rateLimitPerMinute * (saysForwarded(request) ? CLOUD_ADDRESS_SHARE : 1),
    keyGenerator: (request: FastifyRequest) => (saysForwarded(request) ? `cloud ${request.ip}` : request.ip),
    timeWindow: 60_000,
    errorResponseBuilder: () => new DomainError('request.too_many'),
  });
  const writeAccessLine = writeAccessLog(fastify, settings.accessLog);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  new ForwardedCalls(settings.functionSecret, () => clock.now(), settings.rateLimitPerMinute).attach(fastify);
  app.setGlobalPrefix('api');
  app.useGlobalPipes(validation());
  app.enableShutdownHooks();
  const sealer = app.get(EventSealer);
  const answers = new PublicAnswers(() => clock.now(), () => sealer.lastReadAt);
  answers.attach(fastify);
  const reads = app.get(DirectReads);
  reads.attach(fastify, sharedHeaders);
  readyPath.open(answers, reads, writeAccessLine);
  sealer.onCommitted((verb) => answers.changed(verb));
  // loaded where it is wanted: five hundred files that no test and no command needs
  if (options.openApi) (await import('./foundation/http/open-api.js')).serveOpenApi(app);
  if (options.faces) await serveFaces(fastify, { publicUrl: settings.publicUrl, ...options.faces });
  await app.init();
  await sealer.join({ name: 'public-answers', follow: (events) => events.forEach((event) => answers.changed(event.verb)) });
  await fastify.ready();
  return app;
}

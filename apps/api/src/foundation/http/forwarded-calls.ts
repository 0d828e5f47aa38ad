import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../errors/domain-error.js';

const CLOCK_SKEW_MS = 5 * 60_000;
const NONCE_KEPT_MS = 10 * 60_000;

/** Who stands behind a call that the cloud function forwarded; present only after its signature was checked. */
export interface Forwarded { openid: string; unionid: string }

interface ForwardableRequest extends FastifyRequest { rawBody?: Buffer; forwarded?: Forwarded }

/**
 * Checks calls that say they come from the WeChat cloud function: HMAC-SHA256 over eight lines (see apps/functions/README.md),
 * a timestamp within five minutes, a nonce not seen before. A request with any x-hub- header and no right signature is refused.
 */
export class ForwardedCalls {
  private readonly nonces = new Map<string, number>();

  constructor(
    private readonly secret: string | null,
    private readonly now: () => Date,
  ) {}

  attach(fastify: FastifyInstance): void {
    fastify.addHook('preValidation', (request: ForwardableRequest, _reply, done) => {
      if (!Object.keys(request.headers).some((name) => name.startsWith('x-hub-'))) return done();
      const forwarded = this.check(request);
      if (!forwarded) return done(new DomainError('session.required', {}, '转发签名无效，请检查云函数配置和时钟。'));
      request.forwarded = forwarded;
      done();
    });
  }

  private check(request: ForwardableRequest): Forwarded | null {
    const header = (name: string): string => String(request.headers[name] ?? '');
    const [openid, unionid, timestamp, nonce, signature] = ['x-hub-openid', 'x-hub-unionid', 'x-hub-timestamp', 'x-hub-nonce', 'x-hub-signature'].map(header) as [string, string, string, string, string];
    const now = this.now().getTime();
    if (!this.secret || !/^\d{1,16}$/.test(timestamp) || !/^[0-9a-f]{32}$/.test(nonce) || Math.abs(now - Number(timestamp)) > CLOCK_SKEW_MS) return null;
    const bodyDigest = createHash('sha256').update(request.rawBody ?? Buffer.alloc(0)).digest('hex');
    const canonical = ['HUB-HMAC-SHA256-1', request.method, request.url, bodyDigest, openid, unionid, timestamp, nonce].join('\n');
    const right = Buffer.from(createHmac('sha256', this.secret).update(canonical, 'utf8').digest('hex'));
    const given = Buffer.from(signature);
    if (given.length !== right.length || !timingSafeEqual(given, right) || !this.firstSight(nonce, now)) return null;
    return { openid, unionid };
  }

  private firstSight(nonce: string, now: number): boolean {
    for (const [seen, at] of this.nonces) {
      if (now - at < NONCE_KEPT_MS) break;
      this.nonces.delete(seen);
    }
    if (this.nonces.has(nonce)) return false;
    this.nonces.set(nonce, now);
    return true;
  }
}

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../errors/domain-error.js';
import { RequestCounts } from './request-counts.js';

const CLOCK_SKEW_MS = 5 * 60_000;
const NONCE_KEPT_MS = 10 * 60_000;

/** Who stands behind a call that the cloud function forwarded; present only after its signature was checked. */
export interface Forwarded { openid: string; unionid: string }

/** How many residents' requests one address of the cloud may bring in a minute, as a multiple of one resident's. */
export const CLOUD_ADDRESS_SHARE = 50;

/** Claims to be forwarded; whether it is, its signature says. */
export const saysForwarded = (request: FastifyRequest): boolean => Object.keys(request.headers).some((name) => name.startsWith('x-hub-'));

interface ForwardableRequest extends FastifyRequest { rawBody?: Buffer; forwarded?: Forwarded }

/**
 * Checks calls that say they come from the WeChat cloud function: HMAC-SHA256 over eight lines (see apps/functions/README.md),
 * a timestamp within five minutes, a nonce not seen before. A request with any x-hub- header and no right signature is refused.
 */
export class ForwardedCalls {
  private readonly nonces = new Map<string, number>();
  private readonly counts: RequestCounts;

  constructor(
    private readonly secret: string | null,
    private readonly now: () => Date,
    /** Per resident: all of them come from the addresses of the cloud. */
    limitPerMinute: number,
  ) {
    this.counts = new RequestCounts(limitPerMinute);
  }

  attach(fastify: FastifyInstance): void {
    fastify.addHook('preValidation', (request: ForwardableRequest, _reply, done) => {
      if (!saysForwarded(request)) return done();
      const forwarded = this.check(request);
      if (!forwarded) return done(new DomainError('session.required', {}, '转发签名无效，请检查云函数配置和时钟。'));
      if (!this.counts.admits(forwarded.openid)) return done(new DomainError('request.too_many'));
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

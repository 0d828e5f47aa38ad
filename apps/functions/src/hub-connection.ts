import { randomBytes } from 'node:crypto';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import type { Caller } from './caller.js';
import type { ForwardedCall } from './resident-routes.js';
import { signatureOf } from './signature.js';

export interface HubConnection {
  /** https://…, or http:// on this very machine for a trial. */
  url: string;
  secret: string;
  /** For the whole exchange. */
  timeoutMs: number;
}

export interface FunctionAnswer { statusCode: number; headers: Record<string, string>; body: string }

export type ConnectionFault = 'hub_not_configured' | 'hub_not_reached' | 'hub_too_slow' | 'answer_too_large';

const MOST_ANSWER_BYTES = 4 * 1024 * 1024;
const SECRET_MIN_CHARS = 32;
const KEPT_HEADERS = ['content-type', 'etag', 'retry-after', 'cache-control'];
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Reads HUB_URL, HUB_FUNCTION_SECRET and HUB_TIMEOUT_MS; null when one of them cannot be used. */
export function connectionFrom(env: Record<string, string | undefined>): HubConnection | null {
  const { HUB_URL = '', HUB_FUNCTION_SECRET = '', HUB_TIMEOUT_MS = '8000' } = env;
  if (HUB_FUNCTION_SECRET.length < SECRET_MIN_CHARS || !URL.canParse(HUB_URL)) return null;
  const { protocol, hostname, origin } = new URL(HUB_URL);
  if (protocol !== 'https:' && !(protocol === 'http:' && LOOPBACK.has(hostname))) return null;
  const timeoutMs = Number(HUB_TIMEOUT_MS);
  return { url: origin, secret: HUB_FUNCTION_SECRET, timeoutMs: timeoutMs > 0 ? timeoutMs : 8_000 };
}

/** Sends one signed call to the hub. Redirects are not followed; only a few headers of the answer are kept. */
export function callHub(connection: HubConnection, call: ForwardedCall, caller: Pick<Caller, 'openid' | 'unionid'>): Promise<FunctionAnswer | ConnectionFault> {
  const target = new URL(connection.url);
  const timestamp = String(Date.now());
  const nonce = randomBytes(16).toString('hex');
  const headers: Record<string, string> = {
    accept: 'application/json',
    'x-hub-openid': caller.openid,
    'x-hub-unionid': caller.unionid,
    'x-hub-timestamp': timestamp,
    'x-hub-nonce': nonce,
    'x-hub-signature': signatureOf({ ...call, openid: caller.openid, unionid: caller.unionid, timestamp, nonce }, connection.secret),
  };
  if (call.method !== 'GET') {
    headers['content-type'] = 'application/json';
    headers['content-length'] = String(call.body.length);
  }
  return new Promise((done) => {
    const send = target.protocol === 'https:' ? overHttps : overHttp;
    const outgoing = send({ protocol: target.protocol, hostname: target.hostname, port: target.port, method: call.method, path: call.path, headers, signal: AbortSignal.timeout(connection.timeoutMs) });
    outgoing.on('error', (error) => done(error.name === 'TimeoutError' || error.name === 'AbortError' ? 'hub_too_slow' : 'hub_not_reached'));
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      incoming.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > MOST_ANSWER_BYTES) { done('answer_too_large'); outgoing.destroy(); return; }
        chunks.push(chunk);
      });
      incoming.on('error', (error) => done(error.name === 'TimeoutError' || error.name === 'AbortError' ? 'hub_too_slow' : 'hub_not_reached'));
      incoming.on('end', () => {
        const kept = KEPT_HEADERS.flatMap((name) => { const value = incoming.headers[name]; return typeof value === 'string' ? [[name, value] as const] : []; });
        done({ statusCode: incoming.statusCode ?? 502, headers: Object.fromEntries(kept), body: Buffer.concat(chunks).toString('utf8') });
      });
    });
    outgoing.end(call.body);
  });
}

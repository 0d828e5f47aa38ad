import { endpoints } from '@govmedia-hub/contracts';

interface Route { method: string; pattern: RegExp }

const PARAM = '[A-Za-z0-9_-]{1,64}';
const literal = (part: string): string => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The routes that residents use without signing in, as the contracts state them; nothing else is forwarded. */
const ROUTES: readonly Route[] = Object.values(endpoints)
  .filter(({ access, path }) => access === 'public' && path.startsWith('/public/'))
  .map(({ method, path }) => ({ method, pattern: new RegExp(`^${path.split('/').map((part) => (part.startsWith(':') ? PARAM : literal(part))).join('/')}$`) }));

export interface ForwardedCall {
  method: string;
  /** Under the hub's root, with /api and the query, encoded. */
  path: string;
  body: Buffer;
}

export type Refusal = 'not_a_call' | 'not_a_resident_route' | 'too_large';

const MOST_BODY_BYTES = 64 * 1024;
const MOST_QUERY_CHARS = 4_000;
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Turns what a mini-program sent ({method, path, query?, body?}; path as in the contracts, with or without
 * /api) into the call to forward, or says why not. Only these four words are looked at: headers and ids in
 * the event are the caller's own and are dropped.
 */
export function toForwardedCall(event: unknown): ForwardedCall | Refusal {
  if (!isRecord(event) || typeof event.path !== 'string') return 'not_a_call';
  const method = typeof event.method === 'string' ? event.method.toUpperCase() : 'GET';
  const [rawPath = '', rawQuery = ''] = event.path.split('?', 2);
  const path = rawPath.startsWith('/api/') ? rawPath.slice(4) : rawPath;
  if (!ROUTES.some((route) => route.method === method && route.pattern.test(path))) return 'not_a_resident_route';

  const query = new URLSearchParams(rawQuery);
  if (isRecord(event.query)) {
    for (const [key, value] of Object.entries(event.query)) {
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') query.set(key, String(value));
    }
  }
  const asked = query.toString();
  if (asked.length > MOST_QUERY_CHARS) return 'too_large';

  let body = Buffer.alloc(0);
  if (method !== 'GET') {
    const text = typeof event.body === 'string' ? event.body : JSON.stringify(event.body ?? {});
    body = Buffer.from(text, 'utf8');
    if (body.length > MOST_BODY_BYTES) return 'too_large';
  }
  return { method, path: `/api${path}${asked ? `?${asked}` : ''}`, body };
}

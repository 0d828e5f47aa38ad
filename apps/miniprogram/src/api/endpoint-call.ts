import { endpoints, type Endpoint, type EndpointName } from '@govmedia-hub/contracts';

/** The app calls only what residents may call without signing in. */
export type ResidentEndpointName = Extract<EndpointName, `public${string}`>;

type Types<N extends ResidentEndpointName> = (typeof endpoints)[N] extends Endpoint<infer Out, infer In> ? { in: In; out: Out } : never;
export type Output<N extends ResidentEndpointName> = Types<N>['out'];
export type Input<N extends ResidentEndpointName> = Types<N>['in'];

export interface WireRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Under /api, parameters filled in. */
  path: string;
  query: Record<string, string>;
  body: object | null;
}

/** Fills in an endpoint; empty and missing query values are left out. Throws when a path parameter is missing. */
export function toWireRequest(name: ResidentEndpointName, input: { params?: object; query?: object; body?: object }): WireRequest {
  const endpoint = endpoints[name];
  const params = (input.params ?? {}) as Record<string, string>;
  const path = endpoint.path.replace(/:(\w+)/g, (_whole, key: string) => {
    const value = params[key];
    if (!value) throw new Error(`missing path parameter ${key}`);
    return encodeURIComponent(value);
  });
  const query: Record<string, string> = {};
  for (const [key, value] of Object.entries(input.query ?? {})) if (value !== undefined && value !== null && value !== '') query[key] = String(value);
  return { method: endpoint.method, path: `/api${path}`, query, body: input.body ?? null };
}

/** Query string with its question mark, or nothing. */
export function queryString(query: Record<string, string>): string {
  const pairs = Object.entries(query).map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`);
  return pairs.length ? `?${pairs.join('&')}` : '';
}

export interface WireAnswer {
  status: number;
  body: unknown;
}

/** Bodies are read here, not by the platform: problem+json and empty answers come through alike. */
export function readBody(raw: unknown): unknown {
  if (typeof raw !== 'string') return raw ?? null;
  if (raw.trim() === '') return null;
  try {
    return JSON.parse(raw) as unknown;
  } catch {
    return null;
  }
}

import { createHash, createHmac } from 'node:crypto';

/** What is signed. The README beside this folder states it for the side that verifies. */
export interface SignedRequest {
  method: string;
  /** Path and query exactly as they stand in the request line, for example '/api/public/search?q=x'. */
  path: string;
  body: Uint8Array;
  openid: string;
  unionid: string;
  /** Milliseconds since 1970 (UTC), decimal. */
  timestamp: string;
  /** 32 hex digits, never used twice. */
  nonce: string;
}

export const SIGNATURE_SCHEME = 'HUB-HMAC-SHA256-1';

/** The string under the signature: eight lines joined by \n, none of which can contain a line break. */
export const canonicalRequest = (request: SignedRequest): string => [
  SIGNATURE_SCHEME,
  request.method,
  request.path,
  createHash('sha256').update(request.body).digest('hex'),
  request.openid,
  request.unionid,
  request.timestamp,
  request.nonce,
].join('\n');

/** HMAC-SHA256 of the canonical request, lower-case hex. */
export const signatureOf = (request: SignedRequest, secret: string): string =>
  createHmac('sha256', secret).update(canonicalRequest(request), 'utf8').digest('hex');

import type { IncomingMessage } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';
import { headerOf } from './request-headers.js';

/** Says from which address a request comes: the last one on its way that is not one of our own proxies. */
export type ClientAddress = (request: IncomingMessage) => string;

/**
 * @param trusted addresses, ranges (10.0.0.0/8) or 'loopback' of the reverse proxies whose X-Forwarded-For is believed
 * @throws TypeError when one of them is no address
 */
export function clientAddressBehind(trusted: readonly string[]): ClientAddress {
  const trusts = proxyAddress.compile([...trusted]);
  return (request) => (headerOf(request, 'x-forwarded-for') === undefined ? (request.socket.remoteAddress ?? '') : proxyAddress(request, trusts));
}

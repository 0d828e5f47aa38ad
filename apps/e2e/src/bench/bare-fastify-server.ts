// Fastify with nothing around it.
// argv: a file with the body
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';

const body = readFileSync(process.argv[2]!);
const server = fastify();
server.get('/*', (_request, reply) => reply.header('content-type', 'application/json; charset=utf-8').send(body));
await server.listen({ port: 0, host: '127.0.0.1' });
process.send?.({ port: (server.server.address() as AddressInfo).port });
process.on('disconnect', () => process.exit(0));

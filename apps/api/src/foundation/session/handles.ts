import { applyDecorators, createParamDecorator, Delete, Get, HttpCode, Post, Put, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Access, Endpoint } from '@govmedia-hub/contracts';
import type { FastifyRequest } from 'fastify';
import type { Forwarded } from '../http/forwarded-calls.js';
import type { Actor } from './actor.js';

export const ACCESS = 'access';

export interface HubRequest extends FastifyRequest {
  actor?: Actor;
  csrfToken?: string;
  forwarded?: Forwarded;
}

const requestClasses = new Map<Endpoint<any, any>, string[]>();

/** Names of the request classes of an endpoint's handler, for the description of the API. */
export const handledBy = (endpoint: Endpoint<any, any>): readonly string[] => requestClasses.get(endpoint) ?? [];

/**
 * Marks a handler as the answer to an endpoint of the contracts: its method, its path and who may call come from that table,
 * so that the clients, the guard and the test that walks every route by every role read the same line.
 */
export function Handles(endpoint: Endpoint<any, any>, status = 200): MethodDecorator {
  const route = { GET: Get, POST: Post, PUT: Put, DELETE: Delete }[endpoint.method];
  const mark = applyDecorators(route(endpoint.path), HttpCode(status), SetMetadata(ACCESS, endpoint.access satisfies Access));
  return (target, key, descriptor) => {
    const types = (Reflect.getMetadata('design:paramtypes', target, key) ?? []) as { name: string }[];
    requestClasses.set(endpoint, types.map((type) => type.name).filter((name) => name.endsWith('Dto')));
    mark(target, key, descriptor as TypedPropertyDescriptor<unknown>);
  };
}

/** The person behind the request; only on handlers whose access is not public. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<HubRequest>();
  if (!actor) throw new Error('CurrentActor on a public handler');
  return actor;
});

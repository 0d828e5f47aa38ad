// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the command line compiles this file from its own project and finds the declaration by it
/// <reference path="./class-transformer-storage.d.ts" />
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import { endpoints, ROLE_WORDS, type Access, type Endpoint, type Role } from '@govmedia-hub/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { handledBy } from '../session/handles.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Schema = { properties?: Record<string, object>; required?: string[] };

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457 problem+json; title is Chinese and says what to do.',
  properties: { type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, code: { type: 'string' }, detail: { type: 'string' }, requestId: { type: 'string' }, errors: { type: 'array', items: { type: 'object', properties: { field: { type: 'string' }, message: { type: 'string' } } } }, details: { type: 'object' } },
  required: ['type', 'title', 'status', 'code', 'requestId'],
};

/** Serves /api/docs and /api/openapi.json, made from the endpoint table and the request classes that check real requests. */
export function serveOpenApi(app: NestFastifyApplication): void {
  const plan = new DocumentBuilder().setTitle('政务新媒体内容中心').setDescription('REST API of govmedia-hub. Errors are problem+json in Chinese; lists page by cursor; GET answers carry ETags.').setVersion('0.1.0').addCookieAuth('hub_session').build();
  SwaggerModule.setup('api/docs', app, () => describe(SwaggerModule.createDocument(app, plan)), { jsonDocumentUrl: 'api/openapi.json' });
}

/** Adds names, access, checked fields and problem answers to what the framework can tell by itself. */
export function describe(document: OpenAPIObject): OpenAPIObject {
  const schemas = validationMetadatasToSchemas({ classTransformerMetadataStorage: defaultMetadataStorage as never, refPointerPrefix: '#/components/schemas/' }) as Record<string, Schema>;
  document.components = { ...document.components, schemas: { ...document.components?.schemas, ...(schemas as object), Problem: PROBLEM as never } };
  for (const [name, endpoint] of Object.entries(endpoints) as [string, Endpoint<unknown, object>][]) {
    const path = `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`;
    const operation = document.paths[path]?.[endpoint.method.toLowerCase() as 'get'];
    if (operation) complete(operation, name, endpoint, schemas);
  }
  return document;
}

function complete(operation: Operation, name: string, endpoint: Endpoint<unknown, object>, schemas: Record<string, Schema>): void {
  operation.operationId = name;
  operation.tags = [endpoint.path.split('/')[1]!];
  operation.description = accessInWords(endpoint.access);
  operation.security = endpoint.access === 'public' ? [] : [{ cookie: [] }];
  const statuses = endpoint.access === 'public' ? [400, 404, 429] : [400, 401, 403, 404, 409, 429];
  for (const status of statuses) operation.responses[String(status)] = { description: 'problem', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
  if (endpoint.method !== 'GET') return;
  for (const dto of handledBy(endpoint)) {
    const schema = schemas[dto];
    for (const [field, type] of Object.entries(schema?.properties ?? {}))
      operation.parameters = [...(operation.parameters ?? []).filter((known) => !('name' in known) || known.name !== field), { name: field, in: 'query', required: schema?.required?.includes(field) ?? false, schema: type }];
  }
}

function accessInWords(access: Access): string {
  if (access === 'public') return '公开，无需登录。';
  if (access === 'signed_in') return '登录后可用。';
  if (access === 'cloud_function') return '仅限本市云函数（签名）。';
  return `岗位：${access.map((role: Role) => ROLE_WORDS[role]).join('、')}。`;
}

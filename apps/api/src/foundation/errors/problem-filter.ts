import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { ERROR_STATUS, type ErrorCode, type Problem } from '@govmedia-hub/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from './domain-error.js';
import { ERROR_TITLES } from './error-titles.js';

/** Refused fields of a request, already in Chinese. */
export class InvalidRequest extends DomainError {
  constructor(readonly errors: { field: string; message: string }[]) {
    super('request.invalid');
  }
}

/** Renders every refusal and every accident as RFC 9457 problem+json with a Chinese title. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('hub');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = toProblem(error, request.id);
    if (problem.status >= 500) this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    if (!reply.sent) void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').header('cache-control', 'no-store').send(problem);
  }
}

/** Maps whatever was thrown to a problem; unknown errors say nothing about the inside. */
export function toProblem(error: unknown, requestId: string): Problem {
  if (error instanceof DomainError) {
    return {
      ...problem(error.code, requestId),
      ...(error.detail ? { detail: error.detail } : {}),
      ...(error instanceof InvalidRequest ? { errors: error.errors } : {}),
      ...(Object.keys(error.details).length > 0 ? { details: error.details } : {}),
    };
  }
  const status = error instanceof HttpException ? error.getStatus() : ((error as { statusCode?: number } | null)?.statusCode ?? 500);
  return problem(codeOfStatus(status), requestId);
}

function problem(code: ErrorCode, requestId: string): Problem {
  return { type: `urn:govmedia-hub:problem:${code}`, title: ERROR_TITLES[code], status: ERROR_STATUS[code], code, requestId };
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 404 || status === 405) return 'request.not_found';
  if (status === 413) return 'request.too_large';
  if (status === 415) return 'request.unsupported_media';
  if (status === 429) return 'request.too_many';
  if (status === 503) return 'server.not_ready';
  return status >= 400 && status < 500 ? 'request.invalid' : 'server.failed';
}

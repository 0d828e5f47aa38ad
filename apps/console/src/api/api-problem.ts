import type { ErrorCode, Problem } from '@govmedia-hub/contracts';

/** A refusal or accident as the api words it, or that the hub could not be reached. */
export class ApiProblem extends Error {
  readonly title: string;
  readonly detail: string | null;
  readonly status: number;
  readonly requestId: string | null;
  /** One row per refused field. */
  readonly errors: { field: string; message: string }[];
  readonly details: Record<string, unknown>;

  constructor(readonly code: ErrorCode | 'offline', problem: Partial<Problem>) {
    const title = problem.title ?? '系统出错，请稍后重试。';
    super(title);
    this.name = 'ApiProblem';
    this.title = title;
    this.detail = problem.detail ?? null;
    this.status = problem.status ?? 0;
    this.requestId = problem.requestId ?? null;
    this.errors = problem.errors ?? [];
    this.details = problem.details ?? {};
  }

  /** The message that belongs beside a field; array positions count as part of the field they stand in. */
  messageFor(field: string): string | null {
    const row = this.errors.find((error) => error.field === field || error.field.startsWith(`${field}.`));
    return row?.message ?? null;
  }
}

/** Reads an answer that is not 2xx; whatever stands in front of the api (a proxy, a gateway) answers in other shapes. */
export function toApiProblem(status: number, body: unknown): ApiProblem {
  if (isProblem(body)) return new ApiProblem(body.code, body);
  if (status === 413) return new ApiProblem('request.too_large', { status, title: '内容过大，请拆分或压缩后再试。' });
  if (status === 429) return new ApiProblem('request.too_many', { status, title: '操作太频繁，请稍后再试。' });
  if (status === 502 || status === 503 || status === 504) return new ApiProblem('server.not_ready', { status, title: '系统正在启动或维护，请稍后再试。' });
  return new ApiProblem('server.failed', { status, title: `系统出错（${status}），您的内容没有丢失，请稍后重试。` });
}

export function offline(): ApiProblem {
  return new ApiProblem('offline', { title: '连不上服务器，请检查网络。您的内容没有丢失，恢复后可继续。' });
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && typeof (body as Problem).code === 'string' && typeof (body as Problem).title === 'string';
}

import type { Problem } from '@govmedia-hub/contracts';

export type FailureKind = 'offline' | 'timeout' | 'busy' | 'server' | 'missing' | 'refused';

/** What a page shows when a request did not succeed: what happened, what still works, one next step. */
export interface Failure {
  kind: FailureKind;
  title: string;
  hint: string;
  /** The word on the button; null where trying again cannot help. */
  next: string | null;
  code: string | null;
  fields: { field: string; message: string }[];
  requestId: string | null;
}

export class CallFailed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.title);
    this.name = 'CallFailed';
  }
}

const TEXTS: Record<FailureKind, Pick<Failure, 'title' | 'hint' | 'next'>> = {
  offline: { title: '没有连上网络', hint: '已打开的页面还能继续看。请检查网络后再试。', next: '再试一次' },
  timeout: { title: '等了 15 秒没有回应', hint: '可能是网络太慢。您填写的内容还在。', next: '再试一次' },
  busy: { title: '操作太频繁', hint: '请过一会儿再试，您填写的内容还在。', next: '再试一次' },
  server: { title: '服务暂时不可用', hint: '不是您的操作有问题。可以稍后再试，急事请拨打 12345。', next: '再试一次' },
  missing: { title: '没有找到这项内容', hint: '它可能已经撤下，或者链接不完整。可以回首页搜索。', next: null },
  refused: { title: '没有办成', hint: '请按提示修改后再提交。', next: null },
};

const failure = (kind: FailureKind, more: Partial<Failure> = {}): Failure => ({ kind, ...TEXTS[kind], code: null, fields: [], requestId: null, ...more });

/** The carrier itself failed: no answer came from the hub. */
export function failureOfCarrier(error: unknown): Failure {
  const words = typeof error === 'object' && error !== null ? `${(error as { errMsg?: string }).errMsg ?? ''} ${(error as { name?: string }).name ?? ''} ${(error as { message?: string }).message ?? ''}` : String(error);
  return failure(/time.?out|timed out|abort/i.test(words) ? 'timeout' : 'offline');
}

const isProblem = (body: unknown): body is Problem => typeof body === 'object' && body !== null && typeof (body as Problem).title === 'string' && typeof (body as Problem).status === 'number';

/** The hub answered with an error; its own title is shown, because it knows best what to do. */
export function failureOfAnswer(status: number, body: unknown): Failure {
  const kind: FailureKind = status === 404 ? 'missing' : status === 429 ? 'busy' : status >= 500 || status < 400 ? 'server' : 'refused';
  if (!isProblem(body)) return failure(kind);
  return failure(kind, { title: body.title, code: body.code ?? null, fields: body.errors ?? [], requestId: body.requestId ?? null, ...(body.detail ? { hint: body.detail } : {}) });
}

/** Anything thrown becomes something a page can show. */
export const failureOf = (error: unknown): Failure => (error instanceof CallFailed ? error.failure : failureOfCarrier(error));

import type { ErrorCode, Problem } from '@govmedia-hub/contracts';
import type { ConnectionFault, FunctionAnswer } from './hub-connection.js';
import type { Refusal } from './resident-routes.js';

type Reason = Refusal | ConnectionFault | 'not_from_a_resident' | 'not_from_a_timer';

/** What the function itself refuses, in the shape of every other refusal of the hub (RFC 9457). */
const REASONS: Record<Reason, { statusCode: number; code: ErrorCode; title: string }> = {
  not_a_call: { statusCode: 400, code: 'request.invalid', title: '请求格式不正确。' },
  not_a_resident_route: { statusCode: 404, code: 'request.not_found', title: '没有这个页面或服务。' },
  too_large: { statusCode: 413, code: 'request.too_large', title: '提交的内容过长，请删减后再试。' },
  not_from_a_resident: { statusCode: 403, code: 'access.denied', title: '请在小程序内使用本服务。' },
  not_from_a_timer: { statusCode: 403, code: 'access.denied', title: '本功能只由定时器触发。' },
  hub_not_configured: { statusCode: 503, code: 'server.not_ready', title: '服务尚未配置完成，请稍后再试。' },
  hub_not_reached: { statusCode: 502, code: 'server.not_ready', title: '暂时连不上服务，请稍后再试。' },
  hub_too_slow: { statusCode: 504, code: 'server.not_ready', title: '服务响应超时，请稍后再试。' },
  answer_too_large: { statusCode: 502, code: 'server.failed', title: '内容过大，请到网页端查看。' },
};

/** Renders a refusal of the function. requestId: the platform's own id of this call. */
export function toProblemAnswer(reason: Reason, requestId: string): FunctionAnswer {
  const { statusCode, code, title } = REASONS[reason];
  const problem: Problem = { type: 'about:blank', title, status: statusCode, code, requestId };
  return { statusCode, headers: { 'content-type': 'application/problem+json; charset=utf-8' }, body: JSON.stringify(problem) };
}

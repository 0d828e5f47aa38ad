import type { Caller } from './caller.js';
import { type FunctionAnswer, type HubConnection, callHub } from './hub-connection.js';
import { toProblemAnswer } from './problem.js';
import { toForwardedCall } from './resident-routes.js';

/** Forwards one resident's call to the hub in the name of the caller whom the platform names. */
export async function forward(event: unknown, caller: Caller, connection: HubConnection | null, requestId: string): Promise<FunctionAnswer> {
  if (!caller.openid) return toProblemAnswer('not_from_a_resident', requestId);
  const call = toForwardedCall(event);
  if (typeof call === 'string') return toProblemAnswer(call, requestId);
  if (!connection) return toProblemAnswer('hub_not_configured', requestId);
  const answer = await callHub(connection, call, caller);
  return typeof answer === 'string' ? toProblemAnswer(answer, requestId) : answer;
}

/** Tells the hub that a minute has passed. Any mini-program may call any function by name, so only a timer is heard. */
export async function tick(caller: Caller, connection: HubConnection | null, requestId: string): Promise<FunctionAnswer> {
  if (caller.openid || caller.source !== 'wx_trigger') return toProblemAnswer('not_from_a_timer', requestId);
  if (!connection) return toProblemAnswer('hub_not_configured', requestId);
  const answer = await callHub(connection, { method: 'POST', path: '/api/tick', body: Buffer.from('{}') }, { openid: '', unionid: '' });
  return typeof answer === 'string' ? toProblemAnswer(answer, requestId) : answer;
}

import { carry } from './carrier.js';
import { toWireRequest, type Input, type Output, type ResidentEndpointName } from './endpoint-call.js';
import { CallFailed, failureOfAnswer, failureOfCarrier } from './failure.js';

/** Calls the hub. Rejects with CallFailed, which says in Chinese what happened and what to do. */
export async function call<N extends ResidentEndpointName>(name: N, input: Input<N>): Promise<Output<N>> {
  const request = toWireRequest(name, input);
  const answer = await carry(request).catch((error: unknown) => {
    throw new CallFailed(failureOfCarrier(error));
  });
  // An id that the hub cannot even read leads nowhere, like one it does not know.
  if (answer.status === 400 && request.method === 'GET' && 'params' in input) throw new CallFailed(failureOfAnswer(404, null));
  if (answer.status < 200 || answer.status >= 300) throw new CallFailed(failureOfAnswer(answer.status, answer.body));
  return answer.body as Output<N>;
}

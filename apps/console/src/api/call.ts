import { endpoints, type Endpoint, type SessionView } from '@govmedia-hub/contracts';
import { addressOf, type CallInput } from './address.js';
import { offline, toApiProblem } from './api-problem.js';
import { requestKeys } from './request-keys.js';

/** The input may be left out where the endpoint needs none. */
export type InputOf<In> = object extends In ? [input?: In] : [input: In];

/** Random also where the page is not a secure context. */
const keys = requestKeys(() => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(''));

let csrfToken = '';
let signInAgain: (() => Promise<boolean>) | null = null;

/** Every changing request sends this token back. */
export function rememberCsrfToken(token: string): void {
  csrfToken = token;
}

/** Says who asks the person to sign in again when the session ends in the middle; true lets the call go on. */
export function whenSessionEnds(ask: (() => Promise<boolean>) | null): void {
  signInAgain = ask;
}

export const changingHeaders = (): Record<string, string> => ({ 'x-csrf-token': csrfToken });

/**
 * Calls the api as the endpoint table says.
 * @throws ApiProblem with the api's code, Chinese title, refused fields and details
 */
export async function call<Out, In extends CallInput>(endpoint: Endpoint<Out, In>, ...[input]: InputOf<In>): Promise<Out> {
  const response = await send(endpoint, input ?? {});
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as Out;
}

/** The bytes of a file endpoint. @throws ApiProblem */
export async function callForFile<Out, In extends CallInput>(endpoint: Endpoint<Out, In>, ...[input]: InputOf<In>): Promise<Blob> {
  return (await send(endpoint, input ?? {})).blob();
}

/** Sends files as multipart field "files". @throws ApiProblem */
export async function callWithFiles<Out, In extends CallInput>(endpoint: Endpoint<Out, In>, input: In, files: readonly File[]): Promise<Out> {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  return (await (await send(endpoint, { ...input, body: form })).json()) as Out;
}

async function send(endpoint: Endpoint<unknown, CallInput>, input: CallInput, again = true): Promise<Response> {
  const changing = endpoint.method !== 'GET';
  const files = input.body instanceof FormData; // the browser writes their content type, with the boundary
  const address = addressOf(endpoint.path, input);
  const body = input.body ? (input.body instanceof FormData ? input.body : JSON.stringify(input.body)) : null;
  // files cannot be told apart without reading them, and signing in is nothing that could be done twice
  const once = endpoint.method === 'POST' && !files && endpoint.path !== endpoints.signIn.path ? `${address} ${typeof body === 'string' ? body : ''}` : null;
  const response = await fetch(address, {
    method: endpoint.method,
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...(changing ? changingHeaders() : {}), ...(once ? { 'idempotency-key': keys.keyOf(once) } : {}), ...(body && !files ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body } : {}),
  }).catch(() => { throw offline(); });
  if (once) keys.answered(once);
  if (response.ok) return response;
  const problem = toApiProblem(response.status, await response.json().catch(() => null));
  if (again && (await mended(endpoint, problem.code))) return send(endpoint, input, false);
  throw problem;
}

/** True when the call may be sent once more: the person signed in again, or another tab had taken a new token. */
async function mended(endpoint: Endpoint<unknown, CallInput>, code: string): Promise<boolean> {
  if (endpoint.path === endpoints.signIn.path) return false;
  if (code === 'session.expired' || code === 'session.required') return signInAgain ? signInAgain() : false;
  if (code !== 'session.csrf') return false;
  const session: SessionView = await call(endpoints.getSession);
  rememberCsrfToken(session.csrfToken);
  return true;
}

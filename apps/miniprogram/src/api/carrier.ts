import Taro from '@tarojs/taro';
import { throughCloudFunction } from './cloud-carrier.js';
import { queryString, readBody, type WireAnswer, type WireRequest } from './endpoint-call.js';

/** Milliseconds after which a request is given up. */
export const TIMEOUT_MS = 15_000;

async function overHttps(request: WireRequest): Promise<WireAnswer> {
  const answer = await Taro.request<unknown>({
    url: `${process.env.TARO_APP_API_BASE}${request.path}${queryString(request.query)}`,
    method: request.method,
    ...(request.body ? { data: request.body } : {}),
    header: { accept: 'application/json', ...(request.body ? { 'content-type': 'application/json' } : {}) },
    timeout: TIMEOUT_MS,
    dataType: 'text',
  });
  return { status: answer.statusCode, body: readBody(answer.data) };
}

/** Sends a request on the way chosen when the app was built; rejects only when no answer came. */
export const carry: (request: WireRequest) => Promise<WireAnswer> = process.env.TARO_APP_CLOUD_ENV ? throughCloudFunction : overHttps;

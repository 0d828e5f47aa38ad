import Taro from '@tarojs/taro';
import { readBody, type WireAnswer, type WireRequest } from './endpoint-call.js';

interface CloudAnswer {
  statusCode?: number;
  body?: unknown;
}

let ready = false;

/** Through the WeChat cloud function "hub", which forwards resident routes to the hub. */
export async function throughCloudFunction(request: WireRequest): Promise<WireAnswer> {
  if (!ready) {
    Taro.cloud.init({ env: process.env.TARO_APP_CLOUD_ENV });
    ready = true;
  }
  const data = { path: request.path, method: request.method, query: request.query, body: request.body };
  const answer = (await Taro.cloud.callFunction({ name: 'hub', data })) as { result?: CloudAnswer };
  const status = answer.result?.statusCode;
  if (typeof status !== 'number') throw new Error('the cloud function gave no answer');
  return { status, body: readBody(answer.result?.body) };
}

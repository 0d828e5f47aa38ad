import cloud from 'wx-server-sdk';
import { toCaller } from '../caller.js';
import { tick } from '../forwarding.js';
import { connectionFrom } from '../hub-connection.js';

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

/** Called by the timer of config.json, once a minute. */
export const main = (_event: unknown, context?: { request_id?: string; requestId?: string; eventID?: string }) =>
  tick(toCaller(cloud.getWXContext()), connectionFrom(process.env), context?.request_id ?? context?.requestId ?? context?.eventID ?? '');

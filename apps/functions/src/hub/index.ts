import cloud from 'wx-server-sdk';
import { toCaller } from '../caller.js';
import { forward } from '../forwarding.js';
import { connectionFrom } from '../hub-connection.js';

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

/** wx.cloud.callFunction({ name: 'hub', data: { method, path, query, body } }) */
export const main = (event: unknown, context?: { request_id?: string; requestId?: string; eventID?: string }) =>
  forward(event, toCaller(cloud.getWXContext()), connectionFrom(process.env), context?.request_id ?? context?.requestId ?? context?.eventID ?? '');

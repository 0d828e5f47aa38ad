import type { WechatError } from './wechat-errors.js';

/** The platform said no, in its own code and in plain words. */
export class WechatRefusal extends Error {
  constructor(readonly error: WechatError) {
    super(`${error.words}（${error.code}）`);
  }
}

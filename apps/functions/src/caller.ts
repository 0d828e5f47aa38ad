/** Who the platform says is calling. Never read from the event: that is the caller's own word. */
export interface Caller {
  openid: string;
  unionid: string;
  /** How the chain of calls began and went on, for example 'wx_client' or 'wx_trigger'. */
  source: string;
}

interface PlatformContext { OPENID?: string; UNIONID?: string; SOURCE?: string }

const PLAIN_ID = /^[A-Za-z0-9_-]{1,128}$/;
const plain = (id: string | undefined): string => (id !== undefined && PLAIN_ID.test(id) ? id : '');

/** Reads the caller from the platform's context; an id of an unexpected shape counts as none. */
export const toCaller = (context: PlatformContext): Caller => ({
  openid: plain(context.OPENID),
  unionid: plain(context.UNIONID),
  source: context.SOURCE ?? '',
});

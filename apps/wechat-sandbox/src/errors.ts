/** Documented return codes that this server gives, with the platform's own words (全局返回码说明). */
export const ERRORS: Record<number, string> = {
  [-1]: 'system error', 40001: 'invalid credential, access_token is invalid or not latest', 40004: 'invalid media type', 40007: 'invalid media_id', 40009: 'invalid image size', 40013: 'invalid appid', 40125: 'invalid appsecret',
  40164: 'invalid ip, not in whitelist', 41001: 'access_token missing', 41005: 'media data missing', 42001: 'access_token expired', 43002: 'require POST method', 44002: 'empty post data', 45002: 'content size out of limit', 45003: 'title size out of limit',
  45004: 'description size out of limit', 45005: 'url size out of limit', 45009: 'reach max api daily quota limit', 45011: 'api minute-quota reach limit', 45110: 'author size out of limit', 47001: 'data format error', 48001: 'api unauthorized', 48004: 'api forbidden for irregularities',
  53503: 'draft has not passed the check', 53600: 'invalid article_id', 53601: 'invalid index',
};

export class Refused extends Error {
  constructor(readonly code: number) {
    super(ERRORS[code] ?? 'error');
  }
}

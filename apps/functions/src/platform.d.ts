/** What the WeChat cloud gives every function; installed there by each function's package.json, never bundled. */
declare module 'wx-server-sdk' {
  const cloud: {
    DYNAMIC_CURRENT_ENV: symbol;
    init(options: { env: symbol }): void;
    getWXContext(): { OPENID?: string; UNIONID?: string; APPID?: string; SOURCE?: string };
  };
  export default cloud;
}

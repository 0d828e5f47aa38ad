/** What to do with a refusal: the token is renewed, it is tried later, or a person must act. */
export type WechatErrorKind = 'token' | 'busy' | 'daily_quota' | 'minute_quota' | 'settings' | 'account' | 'content' | 'gone' | 'other';

export interface WechatError { code: number; kind: WechatErrorKind; words: string; remedy: string }

/** Return codes of the official account API in plain words, as data. */
export const WECHAT_ERRORS: { version: string; source: string; effectiveFrom: string; entries: readonly WechatError[] } = {
  version: '2026-11',
  source: '微信开放文档“全局返回码说明”及“发布能力”各接口说明',
  effectiveFrom: '2026-11-01',
  entries: [
    { code: -1, kind: 'busy', words: '微信系统繁忙。', remedy: '系统会自动再试，不用处理。' },
    { code: 40001, kind: 'token', words: '访问凭据无效。', remedy: '系统会换新凭据再试；如反复出现，请核对 AppSecret。' },
    { code: 40014, kind: 'token', words: '访问凭据无效。', remedy: '系统会换新凭据再试。' },
    { code: 42001, kind: 'token', words: '访问凭据已过期。', remedy: '系统会换新凭据再试。' },
    { code: 41001, kind: 'token', words: '缺少访问凭据。', remedy: '系统会换新凭据再试。' },
    { code: 40004, kind: 'content', words: '素材类型不对。', remedy: '请换用 JPG 或 PNG 图片。' },
    { code: 40007, kind: 'gone', words: '草稿或素材已不存在。', remedy: '草稿可能被人在公众号后台删除，请核对后重新发送。' },
    { code: 40009, kind: 'content', words: '图片过大。', remedy: '正文图片须小于 1 MB，封面须小于 10 MB，请压缩后重新送审。' },
    { code: 40013, kind: 'settings', words: 'AppID 不正确。', remedy: '请在渠道设置中核对 AppID。' },
    { code: 40125, kind: 'settings', words: 'AppSecret 不正确。', remedy: '请在公众号后台重置 AppSecret，填入渠道设置。' },
    { code: 40164, kind: 'settings', words: '本系统的服务器地址不在公众号的 IP 白名单中。', remedy: '请在公众号后台“基本配置”中把服务器出口地址加入 IP 白名单，再重新发送。' },
    { code: 40243, kind: 'settings', words: 'AppSecret 已被冻结。', remedy: '请在公众号后台解冻或重置 AppSecret。' },
    { code: 43002, kind: 'other', words: '请求方式不对。', remedy: '请联系系统维护人员。' },
    { code: 44002, kind: 'other', words: '请求内容为空。', remedy: '请联系系统维护人员。' },
    { code: 45002, kind: 'content', words: '正文过长。', remedy: '公众号正文须少于 2 万字符（含排版标记），请拆分后重新送审。' },
    { code: 45003, kind: 'content', words: '标题过长。', remedy: '公众号标题最多 32 字，请改短后重新送审。' },
    { code: 45004, kind: 'content', words: '摘要过长。', remedy: '请联系系统维护人员。' },
    { code: 45005, kind: 'content', words: '原文链接过长。', remedy: '请联系系统维护人员。' },
    { code: 45110, kind: 'settings', words: '作者名过长。', remedy: '请在渠道设置中把作者改到 16 字以内。' },
    { code: 45009, kind: 'daily_quota', words: '今天的接口调用次数已用完。', remedy: '次日零点恢复，系统会自动再试。' },
    { code: 45011, kind: 'minute_quota', words: '调用太频繁。', remedy: '系统会在一分钟后再试。' },
    { code: 47001, kind: 'other', words: '请求格式不对。', remedy: '请联系系统维护人员。' },
    { code: 48001, kind: 'account', words: '公众号没有发布接口的权限。', remedy: '发布接口只对已认证的公众号开放，请核对认证状态；或改用导出包。' },
    { code: 48004, kind: 'account', words: '公众号的接口被平台封禁。', remedy: '请登录公众号后台查看原因。' },
    { code: 50002, kind: 'account', words: '公众号受到平台限制。', remedy: '请登录公众号后台查看原因。' },
    { code: 53503, kind: 'content', words: '草稿没有通过平台检查。', remedy: '请到公众号后台查看提示，修改后重新送审。' },
    { code: 53504, kind: 'account', words: '这篇草稿须在公众号后台操作。', remedy: '请到公众号后台发布，再登记线上链接。' },
    { code: 53505, kind: 'account', words: '这篇草稿须先在公众号后台手动保存。', remedy: '请到公众号后台打开草稿并保存，再重新发送。' },
    { code: 53600, kind: 'gone', words: '文章已不存在。', remedy: '文章可能已在公众号后台删除。' },
    { code: 87014, kind: 'content', words: '内容含有平台认定的违规信息。', remedy: '请修改后重新送审。' },
  ],
};

/** publish_status of freepublish/get. */
export const WECHAT_PUBLISH_STATES: Readonly<Record<number, { is: 'live' | 'running' | 'refused' | 'gone'; words: string; remedy: string }>> = {
  0: { is: 'live', words: '已发布。', remedy: '' },
  1: { is: 'running', words: '发布中。', remedy: '' },
  2: { is: 'refused', words: '微信原创审核没有通过。', remedy: '请到公众号后台查看说明，修改后重新送审。' },
  3: { is: 'refused', words: '微信发布失败。', remedy: '请到公众号后台查看说明，再重新发送。' },
  4: { is: 'refused', words: '微信平台审核没有通过。', remedy: '请到公众号后台查看说明，修改后重新送审。' },
  5: { is: 'gone', words: '文章发布后已在公众号后台被删除。', remedy: '' },
  6: { is: 'refused', words: '文章发布后被微信平台封禁。', remedy: '请到公众号后台查看原因。' },
};

/** An unknown code is told as it came. */
export function wechatError(code: number, message: string): WechatError {
  return WECHAT_ERRORS.entries.find((entry) => entry.code === code) ?? { code, kind: 'other', words: `微信答复错误 ${code}（${message.slice(0, 80)}）。`, remedy: '请对照微信官方文档处理，或联系系统维护人员。' };
}

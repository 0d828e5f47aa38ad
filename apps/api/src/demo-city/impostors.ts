import type { DemoImpostor } from './types.js';

/** Look-alike names that nobody filed; the authenticity check must warn of them. */
export const impostors: DemoImpostor[] = [
  { name: '云溪发布网', platform: 'wechat_official', looksLikeKey: 'yunxi-wechat', note: '在真实名称后加字，以“转发领补贴”诱导填写银行卡号' },
  { name: '云渓医保', platform: 'wechat_official', looksLikeKey: 'medical-wechat', note: '用形近字“渓”冒充“溪”，以“医保卡停用”为名索要验证码' },
  { name: '云溪掌上办理', platform: 'wechat_mini_program', looksLikeKey: 'pocket-service', note: '在真实名称后加字，收取所谓“代办加急费”' },
];

import type { Register } from './registers.js';

/** Longer phrases that are right although a wrong form or a near miss of a register hides in them. */
export const safePhrases: Register<string> = {
  id: 'safe-phrases',
  title: '安全短语（白名单）',
  version: '2026-11',
  source: '自编白名单',
  effectiveFrom: null,
  effectiveTo: null,
  entries: `
最高人民法院 最高人民检察院 最低生活保障 最低工资 最低限度 最高限价 最高额抵押 最大限度 最佳利益 最多跑一次 最惠国待遇 最高法 最高检
全省人民代表大会 全市人民代表大会 全县人民代表大会 全区人民代表大会 全镇人民代表大会 全乡人民代表大会 各级人民代表大会 地方人民代表大会 军人代表大会 农民代表大会 人民代表大会 职工代表大会 工人代表大会
中国人民政治协商会议 中国国民党 中国共产主义青年团 中华全国总工会
检查院落 检查院内 检查院校 检查院系 国务院办公场所 国务院办公室工作
以经济建设为中心 全面建设小康社会 社会主义现代化强国
综合行政执法队 中国民用航空总局 国有财产保值增值 健全深化改革 反贪倡廉 检查机关 食品药品监督管理总局 国家医药管理局 健全人民代表大会 中国现代化 以人为中心 口粮绝对安全 检察委员会 国家税务局 行政服务中心 国家主权 国家秘密 商业秘密 工作秘密 保守秘密
国家科学技术委员会 国家科学技术协会 国家安全部门 国家体育总局 国家广播电视总局
`.trim().split(/\s+/),
};

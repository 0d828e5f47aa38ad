import type { Register } from './registers.js';

/** Words that show that a document is named because it ends, not because something rests on it. Patterns. */
export const repealMarkers: Register<string> = {
  id: 'law.repeal-markers',
  title: '废止、过渡条款标志',
  version: '2026-11',
  source: '《党政机关公文处理工作条例》及立法技术规范中的废止条款写法',
  effectiveFrom: null,
  effectiveTo: null,
  entries: ['同时废止', '予以废止', '即行废止', '自行废止', '停止执行', '停止施行', '不再执行', '不再适用', '宣布失效', '废止', '失效', '取代', '代替', '被替代', '修订前', '修改前', '已被'],
};

/** What an interpretation tells its readers, and words that show that it does. */
export const interpretationElements: Register<{ element: string; words: readonly string[] }> = {
  id: 'policy.interpretation-elements',
  title: '政策解读要素',
  version: '2026-11',
  source: '国务院办公厅关于做好政策解读工作的要求（据公开资料整理）',
  effectiveFrom: null,
  effectiveTo: null,
  entries: [
    { element: '背景依据', words: ['背景', '依据', '为了', '根据', '为贯彻', '为落实', '为进一步', '出台的原因', '为什么'] },
    { element: '主要内容', words: ['主要内容', '包括', '规定', '措施', '内容', '明确', '标准'] },
    { element: '适用范围', words: ['适用', '范围', '对象', '哪些人', '谁可以', '符合', '条件', '适用于'] },
    { element: '执行期限', words: ['起施行', '起实施', '起执行', '有效期', '期限', '截至', '截止', '之日起', '期间', '工作日'] },
  ],
};

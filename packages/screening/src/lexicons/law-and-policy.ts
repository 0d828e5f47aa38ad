import type { Register, ReplacedLaw } from './registers.js';

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

const civilCode = { by: '《中华人民共和国民法典》', since: '2021-01-01' };

/** Laws that are still cited out of habit after they have gone. */
export const replacedLaws: Register<ReplacedLaw> = {
  id: 'law.replaced',
  title: '已被替代的国家法律、行政法规',
  version: '2026-11',
  source: '《中华人民共和国民法典》第一千二百六十条及各新法的废止条款',
  effectiveFrom: null,
  effectiveTo: null,
  entries: [
    ...['婚姻法', '继承法', '民法通则', '收养法', '担保法', '合同法', '物权法', '侵权责任法', '民法总则'].map((name) => ({ title: `中华人民共和国${name}`, ...civilCode })),
    { title: '中华人民共和国治安管理处罚条例', by: '《中华人民共和国治安管理处罚法》', since: '2006-03-01' },
    { title: '中华人民共和国城市规划法', by: '《中华人民共和国城乡规划法》', since: '2008-01-01' },
    { title: '中华人民共和国食品卫生法', by: '《中华人民共和国食品安全法》', since: '2009-06-01' },
    { title: '中华人民共和国环境噪声污染防治法', by: '《中华人民共和国噪声污染防治法》', since: '2022-06-05' },
    { title: '城市房屋拆迁管理条例', by: '《国有土地上房屋征收与补偿条例》', since: '2011-01-21' },
    { title: '信访条例', by: '《信访工作条例》', since: '2022-05-01' },
    { title: '国家行政机关公文处理办法', by: '《党政机关公文处理工作条例》', since: '2012-07-01' },
    { title: '女职工劳动保护规定', by: '《女职工劳动保护特别规定》', since: '2012-04-28' },
  ],
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

import { wrongForms } from './line-format.js';
import type { PatternRule, Register, WrongForm } from './registers.js';

const lines = `
社会注意思想 社会主义思想
社会注意制度 社会主义制度
社会注意核心 社会主义核心
社会注意现代化 社会主义现代化
社会注意市场 社会主义市场
新时代特色社会主义 新时代中国特色社会主义
新时代中国社会主义思想 新时代中国特色社会主义思想
两个确定”的决定性 两个确立”的决定性
台湾政府 台湾当局 !台湾政府间
台湾总统 台湾地区领导人
台湾国 - !台湾国民党 !台湾国际 !台湾国立 #台湾是中国的一部分，不得称国
台湾行政院 -
台湾立法院 -
台湾外交部 -
台湾中央政府 -
台湾军方 台军 #涉台用语应规范
中华民国总统 -
中华民国政府 - >（|时期|\\(|19
中国和台湾 大陆和台湾
中国与台湾 大陆与台湾
中台关系 两岸关系
中台两国 - #台湾是中国的一部分，不得与中国并列
两国两岸 -
福尔摩沙 台湾
中港两地 内地与香港
中港关系 内地与香港的关系
中港台 -
中澳两地 内地与澳门
中国和香港 内地和香港
中国与香港 内地与香港
中国和澳门 内地和澳门
中国与澳门 内地与澳门
香港国 - !香港国际 !香港国安 !香港国家
澳门国 - !澳门国际 !澳门国安 !澳门国家
大陆与香港 内地与香港
大陆和香港 内地和香港
大陆与澳门 内地与澳门
内地与台湾 大陆与台湾
内地和台湾 大陆和台湾
港澳台国家 港澳台地区
香港主权移交 香港回归
香港主权回归 香港回归 #中国从未丧失对香港的主权，只是恢复行使主权
澳门主权回归 澳门回归
英国归还香港 -
殖民地香港 -
香港前途问题 -
东突厥斯坦 -
满洲国 伪满洲国 !伪满洲国
维族 维吾尔族 !伊维族
蒙族 蒙古族 !内蒙族
鲜族 朝鲜族 !朝鲜族
哈族 哈萨克族
北朝鲜 朝鲜
南朝鲜 韩国
满清政府 清政府
蒙古大夫 -
回教徒 穆斯林
回教 伊斯兰教 !收回教 !返回教 !召回教 !退回教 !回教师 !回教育 !回教室 !回教学 !回教材 !撤回教 !挽回教 !驳回教
残废人 残疾人
残废军人 残疾军人 !革命残废军人
弱智儿童 智力障碍儿童
八年抗战 十四年抗战
抗战八年 抗战十四年
解放以来 新中国成立以来
建国以来 新中国成立以来
建国初期 新中国成立初期
`;

export const wordings: Register<WrongForm> = {
  id: 'politics.wordings',
  title: '涉台、涉港澳、民族宗教等规范用语',
  version: '2026-11',
  source: '涉台宣传用语规范、民族宗教用语规范等公开要求（据公开资料整理）',
  effectiveFrom: null,
  effectiveTo: null,
  entries: wrongForms(lines),
};

/** National offices that reforms of 2018 and 2023 have renamed or merged, and what stands in their place. */
const formerNames: readonly (readonly [string, string])[] = [
  ['国家卫生和计划生育委员会', '国家卫生健康委员会'],
  ['国家卫生计生委', '国家卫生健康委'],
  ['中国银行保险监督管理委员会', '国家金融监督管理总局'],
  ['中国银保监会', '国家金融监督管理总局'],
  ['中国银监会', '国家金融监督管理总局'],
  ['中国保监会', '国家金融监督管理总局'],
  ['国家工商行政管理总局', '国家市场监督管理总局'],
  ['国家质量监督检验检疫总局', '国家市场监督管理总局'],
  ['国家食品药品监督管理总局', '国家药品监督管理局'],
  ['国土资源部', '自然资源部'],
  ['环境保护部', '生态环境部'],
  ['国家旅游局', '文化和旅游部'],
  ['国家林业局', '国家林业和草原局'],
  ['国家安全生产监督管理总局', '应急管理部'],
  ['国家安全监管总局', '应急管理部'],
  ['国务院扶贫办', '农业农村部'],
  ['国家乡村振兴局', '农业农村部'],
  ['国家新闻出版广电总局', '国家广播电视总局'],
  ['国务院法制办公室', '司法部'],
];

export const wordingPatterns: Register<PatternRule> = {
  id: 'politics.wording-patterns',
  title: '涉港澳台并列、会议名称等句式',
  version: '2026-11',
  source: '涉台宣传用语规范等公开要求（据公开资料整理）',
  effectiveFrom: null,
  effectiveTo: null,
  entries: [
    { rule: 'politics.wording', pattern: '(?:香港|澳门|台湾|港澳台|港、澳、台)(?:、(?:香港|澳门|台湾))*[、和及与]?[^，。；、]{0,6}等(国家)(?![和及或与、（(]?地区|安全|利益|主权|统一|标准|机关|重点|重大|级|战略|层面|行为|事务)', group: 1, message: '香港、澳门、台湾是中国的组成部分，不得与国家并列称“国家”', replace: '国家和地区', severity: 'warn' },
    ...formerNames.map(([old, now]): PatternRule => ({ rule: 'politics.former-name', pattern: `(?<!原)${old}(?:(?=近日|日前|昨日|昨天|今日|今天|最新|刚刚|提醒|提示|通报|公布了)|(?<=(?:^|[，。；：\\n])(?:报?经|由|据)${old})(?=批准|同意|核准|许可|消息|通报|统计))`, message: `机构已改革，现为“${now}”；回顾往事时加“原”字`, replace: now, severity: 'warn' })),
    { rule: 'politics.set-phrase', pattern: '(?<=两个确立”?的决定性)(?!意义)[\\u4e00-\\u9fff]{2}', message: '应为“决定性意义”', replace: '意义', severity: 'warn' },
    { rule: 'politics.set-phrase', pattern: '(?<=[一二三四五六七八九十]届)历届(?=全会)', message: '应为“历次全会”', replace: '历次', severity: 'warn' },
    { rule: 'politics.set-phrase', pattern: '(?<=发扬|弘扬|秉持|以|用)“?钉钉”?(?=精神)', message: '应为“钉钉子精神”', replace: '钉钉子', severity: 'warn' },
    { rule: 'politics.title', pattern: '(?<=(?<!全国)(?:人大常委会|人大常务委员会|人民代表大会常务委员会)副?)(?:主席|委员长)', message: '地方人大常委会设主任、副主任', replace: '主任', severity: 'warn' },
    { rule: 'politics.title', pattern: '(?<=[省市县区州盟旗]政协副?)主任(?!委员)', message: '政协设主席、副主席', replace: '主席', severity: 'warn' },
    { rule: 'politics.title', pattern: '(?<=检察院副?)院长', message: '检察院设检察长、副检察长', replace: '检察长', severity: 'warn' },
    { rule: 'politics.title', pattern: '(?<=[级市县区省州]人民法院副?|[市县区省州]法院副?)检察长', message: '法院设院长、副院长', replace: '院长', severity: 'warn' },
    { rule: 'politics.congress', pattern: '党的(?:十[六七八九]|二十)大[一二三四五六七八九]中全会', message: '中央全会应称“X届X中全会”', replace: null, severity: 'warn' },
    { rule: 'politics.congress', pattern: '[二]?十[一二三四五六七八九]?(界)(?=[一二三四五六七八九]中全会|中央委员会|全国人大|全国政协)', group: 1, message: '会议届次写作“届”', replace: '届', severity: 'warn' },
    { rule: 'politics.wording', pattern: '(?:我国|中国|全国)(?:31|三十一)个省(?:区市|市|自治区)', message: '应写明“31个省（自治区、直辖市）”', replace: null, severity: 'note' },
    { rule: 'politics.wording', pattern: '(?<![刚])(?:建国|解放)(?:\\d{1,2}|[一二三四五六七八九十]{1,3})周年', message: '应表述为“中华人民共和国成立”或“新中国成立”X周年', replace: null, severity: 'warn' },
  ],
};

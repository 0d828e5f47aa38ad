import type { ElementList, NumberedPhrase, Register, SetName } from './registers.js';

const phrases = `
习近平新时代中国特色社会主义思想 新时代中国特色社会主义思想 中国特色社会主义 中国特色社会主义伟大旗帜 社会主义核心价值观 党对一切工作的领导 社会主义现代化国家 马克思列宁主义 毛泽东思想 邓小平理论 “三个代表”重要思想 科学发展观 以人民为中心 全心全意为人民服务 人类命运共同体 中华民族共同体意识 中华民族伟大复兴 中国式现代化 全过程人民民主 全面从严治党 全面依法治国 全面深化改革 全面建设社会主义现代化国家 全面建成小康社会 统筹推进“五位一体”总体布局 协调推进“四个全面”战略布局 新发展理念 新发展格局 高质量发展 国家治理体系和治理能力现代化 供给侧结构性改革 乡村振兴战略 粤港澳大湾区 长江三角洲 长三角一体化 京津冀协同发展 长江经济带 黄河流域生态保护 碳达峰碳中和 绿水青山就是金山银山 不忘初心牢记使命 党风廉政建设 中央八项规定精神 党史学习教育 主题教育 思想政治工作 意识形态工作 改革开放和社会主义现代化建设 社会主义市场经济体制 社会主义法治国家 依法行政 政务公开 为人民服务 民主集中制 批评与自我批评 批评和自我批评 一国两制 爱国者治港 两岸关系和平发展 总体国家安全观 共同富裕 国有资产保值增值 放管服改革 优化营商环境 社会治理共同体 基层群众自治制度 民族区域自治制度 人民代表大会制度 不忘初心、牢记使命 绿水青山就是金山银山 放管服 高质量发展 乡村振兴战略 党的全面领导 党的集中统一领导 党的二十大精神 党的创新理论 党的建设 党的群众路线 新质生产力 中国梦 以党的政治建设为统领 多党合作和政治协商制度
`;
const distinctive = '扫黑除恶 一带一路 三严三实 两学一做 三会一课 反腐倡廉';
const short = '一岗双责 党政同责 三管三必须 约法三章 四不两直 双公示 门前三包 三重一大 一票否决 双随机 一网通办 最多跑一次 精准扶贫 脱贫攻坚 乡村振兴 从严治党 依法治国 四个意识 四个自信 两个维护 两个确立 四个全面 五位一体 实事求是 与时俱进 求真务实';

export const setPhrases: Register<SetName> = {
  id: 'politics.set-phrases',
  title: '固定表述正名表',
  version: '2026-11',
  source: '党的二十大报告等公开文献中的固定表述',
  effectiveFrom: null,
  effectiveTo: null,
  entries: [...phrases.trim().split(/\s+/).filter((name) => name.length > 2).map((name) => ({ name })), ...short.split(' ').map((name) => ({ name })), ...distinctive.split(' ').map((name) => ({ name, distinctive: true }))],
};

export const numberedPhrases: Register<NumberedPhrase> = {
  id: 'politics.numbered-phrases',
  title: '数字概括语及其要素',
  version: '2026-11',
  source: '党的十九大、二十大报告及中央全会公报',
  effectiveFrom: null,
  effectiveTo: null,
  entries: [
    { head: '个意识', count: 4, numeral: '四', elements: ['政治意识', '大局意识', '核心意识', '看齐意识'], verbs: ['增强', '树牢', '牢固树立', '强化'] },
    { head: '个自信', count: 4, numeral: '四', elements: ['道路自信', '理论自信', '制度自信', '文化自信'], verbs: ['坚定', '增强'] },
    { head: '个维护', count: 2, numeral: '两', elements: [], verbs: ['做到', '践行', '坚决做到', '落实'] },
    { head: '个确立', count: 2, numeral: '两', elements: [], verbs: ['拥护', '领悟', '深刻领悟', '捍卫'] },
    { head: '个全面', count: 4, numeral: '四', elements: ['全面建设社会主义现代化国家', '全面深化改革', '全面依法治国', '全面从严治党'], verbs: ['协调推进', '推进'] },
    { head: '位一体', count: 5, numeral: '五', elements: ['经济建设', '政治建设', '文化建设', '社会建设', '生态文明建设'], verbs: ['统筹推进'], quoted: false },
    { head: '项规定精神', count: 8, numeral: '八', elements: [], verbs: ['中央'] },
    { head: '严三实', count: 3, numeral: '三', elements: [], verbs: [] },
    { head: '学一做', count: 2, numeral: '两', elements: [], verbs: [] },
    { head: '带一路', count: 1, numeral: '一', elements: [], verbs: ['共建'] },
    { head: '国两制', count: 1, numeral: '一', elements: [], verbs: [] },
    { head: '个一百年', count: 2, numeral: '两', elements: [], verbs: [] },
    { head: '大攻坚战', count: 3, numeral: '三', elements: ['防范化解重大风险', '精准脱贫', '污染防治'], verbs: ['打好', '打赢'] },
    { head: '个代表', count: 3, numeral: '三', elements: [], verbs: [] },
  ],
};

export const elementLists: Register<ElementList> = {
  id: 'politics.element-lists',
  title: '固定要素及其次序',
  version: '2026-11',
  source: '党的十八大报告（社会主义核心价值观）、党的十八届五中全会公报（新发展理念）',
  effectiveFrom: null,
  effectiveTo: null,
  entries: [
    { id: 'core-values', title: '社会主义核心价值观（国家层面）', elements: ['富强', '民主', '文明', '和谐'], from: 3 },
    { id: 'core-values', title: '社会主义核心价值观（社会层面）', elements: ['自由', '平等', '公正', '法治'], from: 3 },
    { id: 'core-values', title: '社会主义核心价值观（公民层面）', elements: ['爱国', '敬业', '诚信', '友善'], from: 3 },
    { id: 'new-development', title: '新发展理念', elements: ['创新', '协调', '绿色', '开放', '共享'], from: 4 },
    { id: 'five-sphere', title: '“五位一体”总体布局', elements: ['经济建设', '政治建设', '文化建设', '社会建设', '生态文明建设'], from: 4 },
    { id: 'consciousness', title: '“四个意识”', elements: ['政治意识', '大局意识', '核心意识', '看齐意识'], from: 3 },
    { id: 'confidence', title: '“四个自信”', elements: ['道路自信', '理论自信', '制度自信', '文化自信'], from: 3 },
  ],
};

/** Congresses and plenary sessions held so far; a later one named as held is doubtful, not impossible. */
export const congresses: Register<{ body: string; latest: number; plenums: Readonly<Record<number, number>>; asOf: string }> = {
  id: 'politics.congresses',
  title: '会议届次表',
  version: '2026-11',
  source: '历次会议公报',
  effectiveFrom: null,
  effectiveTo: null,
  entries: [
    { body: '中国共产党全国代表大会', latest: 20, plenums: { 16: 7, 17: 7, 18: 7, 19: 7 }, asOf: '2025-12-31' },
    { body: '全国人民代表大会', latest: 14, plenums: {}, asOf: '2025-12-31' },
  ],
};

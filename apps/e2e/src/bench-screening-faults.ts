// Faults written by hand and filled in by chance. This file knows nothing of the product's lexicons: what it plants is
// what careless writers do, and what the product must find.
import type { BoundSource } from '@govmedia-hub/screening';

type Chance = (limit: number) => number;

export interface Fault {
  rule: string;
  text: string;
  /** Where the fault lies in `text`. */
  start: number;
  end: number;
  sources?: BoundSource[];
}

const pick = <T>(next: Chance, list: readonly T[]): T => list[next(list.length)]!;

/** Text with its fault between 【 and 】 (marks of this file only). */
function fault(rule: string, marked: string, more: Partial<Fault> = {}): Fault {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  return { rule, text: marked.replace('⟦', '').replace('⟧', ''), start, end, ...more };
}

const places = ['政务服务中心', '市民广场', '文化馆', '体育公园', '人才市场', '会展中心', '城北社区', '河东新区'];
const things = ['申请材料', '办理流程', '补助资金', '公共设施', '服务窗口', '培训课程', '公益岗位', '便民措施'];
const opening = ['本月', '近日', '目前', '去年以来', '活动期间', '按照安排', '据了解', '会后'];
const units = ['件', '人', '户', '项', '家'];

const confusions: readonly (readonly [string, string])[] = [
  ['认真⟦布署⟧下一阶段工作', ''], ['该馆⟦座落⟧于云溪河畔', ''], ['不得擅自⟦按装⟧防盗窗', ''], ['加强⟦幅射⟧安全监测', ''], ['防止工作作风⟦松驰⟧', ''], ['要⟦再接再励⟧，巩固成果', ''],
  ['服务队伍⟦一如继往⟧开展帮扶', ''], ['两项制度⟦相辅相承⟧', ''], ['必须⟦持之以衡⟧推进', ''], ['⟦既然如此⟧', 'skip'], ['⟦截止目前⟧，已受理申请', ''], ['干部要⟦以身做则⟧', ''], ['坚决防止⟦草管人命⟧', ''],
  ['切实做到⟦防患未燃⟧', ''], ['各部门要⟦各施其职⟧', ''], ['会议要求⟦摒弃前嫌⟧', 'skip'], ['依法追究⟦渎职⟧责任', 'skip'], ['项目进展⟦迅猛⟧', 'skip'], ['积极⟦筹画⟧活动', 'skip'], ['认真⟦贯砌⟧落实', ''], ['严格⟦履行制责⟧', 'skip'], ['资金⟦帐户⟧', 'skip'],
  ['企业应当⟦交纳⟧保险费', 'skip'], ['⟦辩别⟧真伪', ''], ['加强⟦辨护⟧', 'skip'], ['⟦竞竞业业⟧做好工作', ''], ['⟦谈笑风声⟧', ''], ['⟦穿流不息⟧的车辆', ''], ['工作⟦迫不急待⟧', ''], ['⟦名列前矛⟧', ''], ['责任⟦责无旁代⟧', ''], ['⟦义无返顾⟧地投入救援', ''],
];

const institutionSlips: readonly string[] = [
  '⟦国务院办公庭⟧印发通知', '⟦国家发展和改格委员会⟧批复', '市⟦住房和成乡建设局⟧公示', '市⟦人力资源和社会保章局⟧通知', '市⟦卫生建康委员会⟧提示', '市⟦退役军人事物局⟧走访', '市⟦文化和旅由局⟧主办', '⟦最高人民检查院⟧通报', '市⟦自然资源和规化局⟧公告', '市⟦市场监督管里局⟧提醒',
  '⟦国家医疗保漳局⟧公布', '⟦国家税物总局⟧公告', '⟦中华人民共合国⟧公民', '市⟦交通运榆局⟧施工', '市⟦农业农存局⟧指导', '市⟦生态环竟局⟧检查', '市⟦应急管里局⟧发布', '⟦全国人民代表大会常物委员会⟧通过', '市⟦残疾人连合会⟧组织', '⟦中国人民正治协商会议⟧召开', '市⟦信坊局⟧接访', '市⟦审记局⟧审计', '市⟦财正局⟧下达', '市⟦水力局⟧巡查',
];

const setSlips = ['⟦扫黑险恶⟧专项斗争', '⟦乡村震兴⟧工作', '⟦一带一陆⟧建设', '⟦脱贫功坚⟧成果', '⟦以人民为中新⟧的思想', '⟦社会主义核心价直观⟧', '⟦全面依法制国⟧', '⟦中国式现带化⟧', '⟦人类命运共同休⟧', '⟦全过程人民民王⟧'];
const numberSlips = ['增强“⟦五个意识⟧”', '坚定“⟦三个自信⟧”', '做到“⟦四个维护⟧”', '深刻领悟“⟦三个确立⟧”', '落实中央⟦九项规定精神⟧', '协调推进“⟦五个全面⟧”'];
const elementSlips = ['树牢⟦政治意识、核心意识、大局意识、看齐意识⟧', '坚定⟦道路自信、制度自信、理论自信、文化自信⟧', '贯彻⟦创新、绿色、协调、开放、共享⟧的新发展理念', '统筹⟦经济建设、文化建设、政治建设、社会建设、生态文明建设⟧'];
const wordingSlips = ['赴台湾等⟦国家⟧考察', '加强⟦中国与台湾⟧的经贸往来', '对接⟦台湾政府⟧', '关爱⟦残废人⟧', '⟦香港主权移交⟧以来', '促进⟦中港两地⟧交流', '帮扶⟦维族⟧群众'];
const superlativeSlips = ['打造⟦全国第一⟧的服务品牌', '采用⟦最先进⟧的设备', '提供⟦顶级⟧体验', '推出⟦独一无二⟧的产品', '该产品⟦药到病除⟧', '享受⟦最优惠⟧的价格', '成为⟦第一品牌⟧'];

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
function identityNumber(next: Chance): string {
  const body = `${pick(next, ['320585', '110105', '440106', '330203', '510104'])}${1950 + next(60)}${String(1 + next(12)).padStart(2, '0')}${String(1 + next(28)).padStart(2, '0')}${String(next(1000)).padStart(3, '0')}`;
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * weights[i]!, 0);
  return body + '10X98765432'[sum % 11]!;
}
function cardNumber(next: Chance): string {
  let body = `62${Array.from({ length: 16 }, () => next(10)).join('')}`;
  let sum = 0;
  [...body].reverse().forEach((digit, i) => { const value = Number(digit) * (i % 2 === 0 ? 2 : 1); sum += value > 9 ? value - 9 : value; });
  body += String((10 - (sum % 10)) % 10);
  return body;
}
const spaced = (next: Chance, digits: string, groups: readonly number[]): string => {
  const style = next(3);
  if (style === 0) return digits;
  let at = 0;
  const parts = [...groups.map((size) => digits.slice(at, (at += size))), digits.slice(at)].filter(Boolean);
  return style === 1 ? parts.join(' ') : digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
};
const mobile = (next: Chance): string => `1${pick(next, ['38', '59', '77', '86', '99'])}${String(next(1e8)).padStart(8, '0')}`;
const plate = (next: Chance): string => `${pick(next, [...'苏浙京沪粤鲁'])}${pick(next, [...'ABCEF'])}${Array.from({ length: 5 }, (_, i) => (i === 0 ? String(next(10)) : pick(next, [...'ABCDEFGHJK0123456789']))).join('')}`;

const source = (text: string): BoundSource[] => [{ documentId: 'policy', title: '云溪市创业扶持办法', docNumber: '云政发〔2025〕9号', validity: 'in_force', openness: 'proactive', text }];
const policyText = '第一条 符合条件的创业者，给予一次性创业补贴8000元。\n第二条 申请人应当自登记之日起60日内提出申请，受理机构在15个工作日内作出决定。\n第三条 贷款额度不超过30万元，贴息比例为百分之四十。\n第四条 补贴对象年龄在18周岁以上45周岁以下。\n第五条 本办法自2025年7月1日起施行，有效期3年。';

const weekdays = '日一二三四五六';
const weekdayOf = (year: number, month: number, day: number): number => new Date(Date.UTC(year, month - 1, day)).getUTCDay();

/** One maker per rule; every call gives another sentence. */
export const faultMakers: Readonly<Record<string, (next: Chance) => Fault>> = {
  'text.confusable': (next) => fault('text.confusable', `${pick(next, opening)}，${pick(next, confusions.filter(([, skip]) => skip === ''))[0]}。`),
  'text.repeated': (next) => fault('text.repeated', pick(next, [`${pick(next, places)}⟦的的⟧${pick(next, things)}已经更新。`, `由有关部门⟦进行进行⟧${pick(next, ['核实', '登记', '整理'])}。`, `申请人⟦应当应当⟧提交${pick(next, things)}。`, `有关单位⟦可以可以⟧延长${pick(next, ['期限', '时间'])}。`, `${pick(next, opening)}，工作人员⟦在在⟧${pick(next, places)}值守。`, `各地要⟦加强加强⟧${pick(next, things)}管理。`, `${pick(next, things)}⟦和和⟧${pick(next, things)}同步公布。`, `⟦我们我们⟧将继续改进${pick(next, things)}。`])),
  'text.punctuation.half-width': (next) => fault('text.punctuation.half-width', `${pick(next, opening)}⟦${pick(next, [',', ';', ':'])}⟧${pick(next, places)}公布了${pick(next, things)}。`),
  'text.punctuation.repeated': (next) => fault('text.punctuation.repeated', `${pick(next, places)}公布了${pick(next, things)}⟦${pick(next, ['。。', '，，', '；；'])}⟧${pick(next, opening)}已经办结。`),
  'text.punctuation.conflict': (next) => fault('text.punctuation.conflict', `${pick(next, places)}公布了${pick(next, things)}⟦${pick(next, ['，。', '。，', '；。', '、，'])}⟧${pick(next, opening)}已经办结。`),
  'text.punctuation.before-deng': (next) => fault('text.punctuation.before-deng', `请准备好申请表、${pick(next, things)}⟦、⟧等材料。`),
  'text.punctuation.unpaired': (next) => fault('text.punctuation.unpaired', pick(next, [`执行⟦《⟧云溪市${pick(next, things)}办法的规定。`, `${pick(next, things)}⟦（⟧含${pick(next, places)}的部分一并公开。`, `在${pick(next, places)}开展⟦“⟧便民服务活动。`])),
  'text.punctuation.mixed-pair': (next) => fault('text.punctuation.mixed-pair', `${pick(next, things)}⟦${pick(next, [`（见${pick(next, places)})`, `(见${pick(next, places)}）`])}⟧已经公布。`),
  'text.date.impossible': (next) => fault('text.date.impossible', `${pick(next, opening)}，${pick(next, things)}自⟦${pick(next, [`${2021 + next(6)}年${pick(next, [2, 4, 6, 9, 11])}月31日`, `${pick(next, [2021, 2022, 2023, 2025, 2026])}年2月29日`, `${2020 + next(7)}年13月${1 + next(28)}日`, `${pick(next, [4, 6, 9, 11])}月31日`, '二〇二五年六月三十一日', `${2020 + next(7)}-02-30`, '二月三十日'])}⟧起公布。`),
  'text.date.weekday': (next) => {
    const [year, month, day] = [2020 + next(8), 1 + next(12), 1 + next(28)];
    return fault('text.date.weekday', `活动定于${year}年${month}月${day}日⟦（${pick(next, ['星期', '周'])}${weekdays[(weekdayOf(year, month, day) + 1 + next(6)) % 7]!}）⟧在${pick(next, places)}举行。`);
  },
  'text.date.order': (next) => fault('text.date.order', `报名时间为⟦${2024 + next(3)}年${7 + next(5)}月${1 + next(28)}日至${2020 + next(4)}年${1 + next(6)}月${1 + next(28)}日⟧。`),
  'text.number.mixed-date': (next) => fault('text.number.mixed-date', `${pick(next, things)}自⟦${2020 + next(7)}年${pick(next, ['三', '五', '八', '十一'])}月${pick(next, ['一', '六', '二十'])}日⟧起公布。`),
  'text.sum.parts': (next) => {
    const [a, b, c, unit] = [10 + next(90), 10 + next(90), 10 + next(90), pick(next, units)];
    return fault('text.sum.parts', `全年共办理⟦${a + b + c + 1 + next(9)}${unit}，其中城区${a}${unit}、镇区${b}${unit}、园区${c}${unit}⟧。`);
  },
  'text.sum.change': (next) => {
    const [from, rate] = [100 * (1 + next(9)), pick(next, [10, 20, 40, 50])];
    return fault('text.sum.change', `受理量由⟦${from}件增加到${from + (from * rate) / 100}件，增长${rate + 3 + next(9)}%⟧。`);
  },
  'text.sum.table': (next) => {
    const [a, b, c] = [10 + next(80), 10 + next(80), 10 + next(80)];
    return fault('text.sum.table', `单位\t数量\n城区\t${a}\n镇区\t${b}\n园区\t${c}\n合计\t⟦${a + b + c + 1 + next(20)}⟧\n`);
  },
  'text.sum.share': (next) => {
    const [whole, share] = [100 * (1 + next(20)), 10 + next(60)];
    return fault('text.sum.share', `${pick(next, places)}已受理⟦${(whole * share) / 100}件，占全年任务${whole}件的${share + 3 + next(20)}%⟧。`);
  },
  'text.grammar': (next) => fault('text.grammar', `${pick(next, opening)}，${pick(next, places)}${pick(next, ['加强巡查，⟦防止此类事件不再发生⟧', '公示结果，⟦避免类似情况不再出现⟧', '开设专窗的⟦目的是为了⟧方便群众', '停办业务的⟦原因是因为⟧系统升级', '⟦截至目前为止⟧，已接待群众千余人', '⟦被评为全市先进集体荣誉称号⟧', '提醒市民⟦切忌不要⟧轻信陌生来电'])}。`),
  'politics.former-name': (next) => fault('politics.former-name', `⟦${pick(next, ['国土资源部', '环境保护部', '国家旅游局', '中国银监会', '国家工商行政管理总局', '国家卫生和计划生育委员会', '国家乡村振兴局'])}⟧${pick(next, ['近日', '日前'])}发布${pick(next, things)}有关通知。`),
  'text.unit.percent-point': (next) => fault('text.unit.percent-point', `办结率提高了${1 + next(9) * 10}⟦${'%个百分点'}⟧。`.replace(/(\d)⟦/, '⟦$1')),
  'text.number.decrease': (next) => fault('text.number.decrease', `办理时间⟦${pick(next, ['缩短', '减少', '下降', '降低'])}了${2 + next(7)}倍⟧。`),
  'text.enumeration': (next) => fault('text.enumeration', `一是完善${pick(next, things)}；二是优化${pick(next, things)}；⟦四是⟧检查${pick(next, things)}。`),
  'politics.institution': (next) => fault('politics.institution', `${pick(next, opening)}，${pick(next, institutionSlips)}。`),
  'politics.set-phrase': (next) => fault('politics.set-phrase', `${pick(next, opening)}，深入学习${pick(next, setSlips)}。`),
  'politics.numbered-phrase': (next) => fault('politics.numbered-phrase', `${pick(next, opening)}，${pick(next, numberSlips)}。`),
  'politics.elements': (next) => fault('politics.elements', `${pick(next, opening)}，${pick(next, elementSlips)}。`),
  'politics.wording': (next) => fault('politics.wording', `${pick(next, opening)}，${pick(next, wordingSlips)}。`),
  'law.superlative': (next) => fault('law.superlative', `${pick(next, opening)}，${pick(next, superlativeSlips)}。`),
  'law.citation.repealed': (next) => fault('law.citation.repealed', `${pick(next, ['根据', '依据', '按照'])}⟦${pick(next, ['《云溪市旧车补贴暂行规定》', '《云溪市旧车补贴暂行规定》（云政办〔2018〕7号）', '《云溪市旧车补贴暂行规定》第二条', '云政办〔2018〕7号', '《云溪市旧车补贴暂行规定》（云政办〔2018〕7号，现已废止）'])}⟧，向${pick(next, places)}发放补贴。`),
  'law.citation.not-in-force': (next) => fault('law.citation.not-in-force', `${pick(next, ['根据', '依据'])}⟦《云溪市公共停车管理办法》⟧，${pick(next, places)}调整${pick(next, things)}。`),
  'law.citation.amended': (next) => fault('law.citation.amended', `${pick(next, ['根据', '依据'])}⟦《云溪市户外广告管理办法》⟧，${pick(next, places)}更新${pick(next, things)}。`),
  'law.citation.article': (next) => fault('law.citation.article', `依据《云溪市城镇职工生育补助办法》⟦第${pick(next, ['九', '十二', '二十', '三十五', '16'])}条⟧，${pick(next, places)}受理${pick(next, things)}。`),
  'law.citation.doc-number': (next) => fault('law.citation.doc-number', `依据《云溪市城镇职工生育补助办法》（⟦云政发〔${2020 + next(4)}〕${30 + next(60)}号⟧），${pick(next, places)}受理${pick(next, things)}。`),
  'policy.contradicts': (next) => fault('policy.contradicts', pick(next, [`给予一次性创业补贴⟦${(1 + next(7)) * 1000}元⟧。`, `申请人应当自登记之日起⟦${pick(next, [10, 20, 30, 90, 120])}日⟧内提出申请。`, `受理机构在⟦15日⟧内作出决定。`, `受理机构在⟦${pick(next, [5, 7, 10, 20, 30])}个工作日⟧内作出决定。`, `贴息比例为⟦${pick(next, ['30%', '百分之五十', '60%'])}⟧。`, `贷款额度⟦${pick(next, ['不低于', '超过', '不少于'])}30万元⟧。`, `本办法自⟦2025年${pick(next, [5, 6, 8, 9])}月1日⟧起施行。`, `本办法有效期⟦${pick(next, ['两年', '5年', '五年'])}⟧。`, `申请人应当自登记之日起⟦60个工作日⟧内提出申请。`]), { sources: source(policyText) }),
  'policy.not-found': (next) => fault('policy.not-found', pick(next, [`全市已有⟦${100 + next(900)}人⟧受益。`, `截至目前共发放⟦${100 + next(800)}万元⟧。`, `可以打⟦${pick(next, ['八折', '九折', '7折'])}⟧购买。`]), { sources: source(policyText) }),
  'secrecy.identity-card': (next) => fault('secrecy.identity-card', `申请人${pick(next, ['身份证号', '证件号码', '公民身份号码'])}${pick(next, ['：', '为'])}⟦${spaced(next, identityNumber(next), [6, 8])}⟧，已核实。`),
  'secrecy.bank-card': (next) => fault('secrecy.bank-card', `补贴发放至${pick(next, ['银行卡', '账户', '卡号'])}⟦${spaced(next, cardNumber(next), [4, 4, 4, 4])}⟧，请核对。`),
  'secrecy.mobile': (next) => fault('secrecy.mobile', `联系人${pick(next, ['电话', '手机', ''])}⟦${spaced(next, mobile(next), [3, 4])}⟧，工作日接听。`),
  'secrecy.plate': (next) => fault('secrecy.plate', `${pick(next, ['涉事车辆', '车主所驾', '违停车辆'])}⟦${plate(next)}⟧停放在${pick(next, places)}。`),
  'secrecy.passport': (next) => fault('secrecy.passport', `当事人${pick(next, ['护照号', '护照号码', '所持护照'])}⟦${pick(next, ['E', 'G', 'EA', 'EB'])}${String(1e7 + next(8e7)).slice(0, 7)}⟧，已登记。`.replace(/⟦([EG])(\d{7})⟧/, (_, letter: string, digits: string) => `⟦${letter}${digits}${next(10)}⟧`)),
  'secrecy.email': (next) => fault('secrecy.email', `材料可以发送至⟦${pick(next, ['wang', 'li.hua', 'zhao_88', 'chen'])}${next(1000)}@${pick(next, ['163.com', 'qq.com', 'example.com.cn'])}⟧，请注明姓名。`),
  'secrecy.address': (next) => fault('secrecy.address', `申请人${pick(next, ['家住', '现住', '家庭住址：', '户籍地址：'])}⟦云溪市${pick(next, ['城厢镇', '河东街道', '沙溪镇'])}${pick(next, ['桃源小区', '云水花园', '幸福新村'])}${1 + next(30)}${pick(next, ['幢', '号楼', '栋'])}${1 + next(4)}单元${101 + next(800)}室⟧，符合条件。`),
  'secrecy.marking': (next) => fault('secrecy.marking', `${pick(next, ['⟦机密★10年⟧', '⟦秘密★5年⟧', '⟦绝密★启用前⟧', '⟦内部资料，注意保存⟧', '⟦（此件不公开）⟧', '⟦密级：机密⟧', '⟦【内部文件】⟧', '⟦内部文件，严禁外传⟧'])}\n${pick(next, places)}公布${pick(next, things)}。`),
};

/** One fault: a sentence with a place between marks. */
export function plantFault(rule: string, next: Chance): Fault {
  return faultMakers[rule]!(next);
}

import { builtInLexicons, createScreener, type ScreeningInput } from './index.js';

const screener = createScreener(builtInLexicons);
const asOf = '2026-11-27';
const source = (text: string): Pick<ScreeningInput, 'sources'> => ({ sources: [{ documentId: 'source', title: '云溪市试用办法', docNumber: null, validity: 'in_force', openness: 'proactive', text }] });
const told = (text: string, more: Partial<ScreeningInput> = {}) => screener.screen({ text, asOf, ...more }).filter(({ severity }) => severity !== 'note');

describe('rules about whole sentences', () => {
  it.each([
    ['text.grammar', '加强值守，⟦防止类似情况不再发生⟧。'],
    ['text.grammar', '开设专栏的⟦目的是为了⟧方便群众。'],
    ['text.grammar', '⟦截至目前为止⟧，已受理申请九百件。'],
    ['text.grammar', '该村⟦被评为省级卫生村荣誉称号⟧。'],
    ['text.grammar', '⟦切忌不要⟧在高压线下垂钓。'],
    ['text.sum.parts', '合作社有社员⟦60人，男社员38人，女社员24人⟧。'],
    ['text.sum.share', '已拨付资金⟦3亿元，占年度预算6亿元的60%⟧。'],
    ['text.sum.change', '门诊量8万人次，上年为⟦6万人次，增加3万人次⟧。'],
    ['text.unit.percent-point', '覆盖率由80%提高到85%，提高⟦5%⟧。'],
    ['text.number.mixed-date', '走访企业⟦二十4⟧家。'],
    ['text.number.redundant', '评审会于⟦9月份⟧20日召开。'],
    ['text.date.impossible', '开放至下午⟦5时70分⟧。'],
    ['text.punctuation.ellipsis', '携带户口簿、身份证⟦……等⟧。'],
    ['text.punctuation.conflict', '怎样办理居住证⟦？。⟧'],
    ['text.punctuation.conflict', '本细则由市水务局负责解释⟦，⟧'],
    ['text.document-number.brackets', '云政办⟦〔25〕⟧7号已经说明。'],
    ['text.grammar', '⟦严禁在楼道内禁止⟧堆放杂物。'],
    ['text.sum.parts', '每人补助⟦200元，共50人，合计1.2万元⟧。'],
    ['text.unit.repeated', '全长5⟦千米公里⟧。'],
    ['text.number.mixed-date', '⟦二0二五⟧年度计划。'],
    ['text.document-number.brackets', '依据云人社发⟦2025第8号⟧文件。'],
    ['politics.institution', '⟦国家统计总局⟧发布数据。'],
    ['politics.title', '市人大常委会⟦主席⟧讲话。'],
    ['politics.title', '区政协⟦主任⟧出席。'],
    ['politics.set-phrase', '落实“⟦一岗双则⟧”。'],
    ['text.enumeration', '提交：（一）申请书；（二）承诺书；⟦（四）⟧证明。'],
    ['text.enumeration', '分三步：①摸底；②公示；⟦④⟧发放。'],
    ['text.enumeration', '名单见⟦附件3⟧。\n附件：1．名单\n2．汇总表'],
    ['politics.set-phrase', '做到“⟦两个维持⟧”。'],
    ['politics.set-phrase', '深刻领悟“两个确立”的决定性⟦作用⟧。'],
    ['politics.former-name', '⟦国土资源部⟧近日发布公告。'],
    ['law.citation.repealed', '根据⟦《中华人民共和国侵权责任法》⟧，由所有人承担责任。'],
  ])('%s: %s', (rule, marked) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const span = [marked.indexOf('⟦'), marked.indexOf('⟧') - 1];
    expect(told(text).filter((finding) => finding.rule === rule).map(({ start, end }) => [start, end])).toEqual([span]);
  });

  it.each([
    '加强值守，防止类似情况再次发生。',
    '每人补助200元，共50人，合计1万元。',
    '印发2025年第8号公告，市人大常委会主任、市政协主席出席。',
    '截至目前，已受理申请九百件。',
    '该村被授予“省级卫生村”称号，被评为先进集体。',
    '合作社有社员60人，男社员38人，女社员22人。',
    '已拨付资金3亿元，占年度预算6亿元的50%。',
    '门诊量9万人次，上年为6万人次，增加3万人次。',
    '覆盖率由80%提高到85%，提高5个百分点。',
    '提交：（一）申请书；（二）承诺书；（三）证明。',
    '名单见附件2。\n附件：1．名单\n2．汇总表',
    '做到“两个确保”，坚定“四个自信”。',
    '原国土资源部近日披露的档案显示，该矿开采始于1958年。',
    '《中华人民共和国合同法》同时废止。',
    '分三步：①摸底；②公示；③发放。',
    '“十五五”时期，每人每月补助一千五百元。',
  ])('says nothing about %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('a number that the source gives to somebody else', () => {
  const text = '第五条　补贴标准：\n（一）就业困难人员按照实际缴费额的60%给予补贴；\n（二）高校毕业生按照实际缴费额的50%给予补贴。\n第六条　津贴标准：\n（一）年满80周岁的老年人，每月80元；\n（二）90至99周岁，每人每月150元。';

  it('contradicts the source', () => {
    expect(told('就业困难人员按照实际缴费额的50%给予补贴。', source(text))).toMatchObject([{ rule: 'policy.contradicts', text: '50%', suggestion: '60%' }]);
  });

  it.each(['就业困难人员按照实际缴费额的60%给予补贴。', '高校毕业生按照实际缴费额的50%给予补贴。', '90至99周岁的老年人，每人每月发放津贴150元。'])('is none where it belongs: %s', (sentence) => {
    expect(told(sentence, source(text))).toEqual([]);
  });
});

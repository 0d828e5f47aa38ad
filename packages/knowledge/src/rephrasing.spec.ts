import { checkRephrasing, rephrasingMessages, type RephrasingSource } from './rephrasing.js';

const sources: RephrasingSource[] = [
  { title: '云溪市技能提升补贴办法', label: '第五条', text: '参加失业保险满12个月的企业职工，取得中级职业资格证书的，可申请技能提升补贴，标准为每人1500元。证书核发之日起12个月内申请，逾期不予受理。' },
  { title: '云溪市技能提升补贴办法', label: '第七条', text: '申请人应当在云溪人社网上大厅提交身份证明和证书，人力资源和社会保障局在10个工作日内审核。' },
];

describe('what a model made of the passages it was given', () => {
  it('is taken when every sentence names its passage and says nothing else than that passage', () => {
    expect(checkRephrasing('参加失业保险满12个月的企业职工，取得中级证书后可以申请技能提升补贴，每人1500元。[1]证书核发之日起12个月内申请，逾期不予受理。[1]审核在10个工作日内完成。[2]', sources)).toEqual({
      sentences: [
        { text: '参加失业保险满12个月的企业职工，取得中级证书后可以申请技能提升补贴，每人1500元。', citations: [1] },
        { text: '证书核发之日起12个月内申请，逾期不予受理。', citations: [1] },
        { text: '审核在10个工作日内完成。', citations: [2] },
      ],
    });
  });

  it('may write a number in another way, and its mark before the full stop', () => {
    expect(checkRephrasing('参加失业保险满十二个月的企业职工可申请技能提升补贴，标准为每人1,500元[1]。', sources)).toMatchObject({ sentences: [{ citations: [1] }] });
  });

  it.each([
    ['nothing', '', 'empty'],
    ['that the passages do not answer', '无。', 'empty'],
    ['a sentence without its passage', '企业职工可申请技能提升补贴，标准为每人1500元。', 'sentence_without_citation'],
    ['a second sentence without its passage', '企业职工可申请技能提升补贴，标准为每人1500元。[1]证书核发之日起12个月内申请。', 'sentence_without_citation'],
    ['a passage that nobody gave it', '企业职工可申请技能提升补贴，标准为每人1500元。[3]', 'unknown_citation'],
    ['another amount', '企业职工可申请技能提升补贴，标准为每人2000元。[1]', 'fact_not_in_source'],
    ['days in place of working days', '人力资源和社会保障局在10日内审核。[2]', 'fact_not_in_source'],
    ['a number that stands in another passage than the one named', '人力资源和社会保障局审核后发放每人1500元。[2]', 'fact_not_in_source'],
    ['a document number', '依据云政发〔2020〕3号，企业职工可申请技能提升补贴。[1]', 'fact_not_in_source'],
    ['another title', '依据《云溪市失业保险办法》，企业职工可申请技能提升补贴。[1]', 'fact_not_in_source'],
    ['a denial of its own', '企业职工不可申请技能提升补贴。[1]', 'negation_not_in_source'],
    ['words of its own', '建议您尽快联系街道社区咨询其他优惠扶持政策。[1]', 'words_not_in_source'],
    ['an address', '请到 https://example.invalid 提交身份证明和证书。[2]', 'address_in_text'],
    ['a long speech', '企业职工可申请技能提升补贴。[1]'.repeat(40), 'too_long'],
  ])('is refused whole when it holds %s', (_, reply, refused) => {
    expect(checkRephrasing(reply, sources)).toMatchObject({ refused });
  });

  it('comes from a model that was given the passages and told to keep to them', () => {
    const [system, user] = rephrasingMessages('考了证有补贴吗', sources);
    expect(system!.content).toContain('不得增加');
    expect(user!.content).toContain('[2] 《云溪市技能提升补贴办法》第七条');
    expect(user!.content).toContain('问题：考了证有补贴吗');
  });
});

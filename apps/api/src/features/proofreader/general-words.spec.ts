import { generalReader } from './general-words.js';

const wrong = (text: string): string[] => generalReader().read(text).map(({ start, end, right }) => `${text.slice(start, end)}→${right}`);

describe('words of general Chinese, without any library', () => {
  it.each([
    ['各部门要精心组识、周密安排。', '组识→组织'],
    ['办理该项业务须经过以下程续：', '程续→程序'],
    ['活动期间共发放宣船资料三千余份。', '宣船→宣传'],
    ['请市民通过服务热线咨寻。', '咨寻→咨询'],
    ['对存在隐患的企业责令停业整炖。', '整炖→整顿'],
    ['周末的惠民演处受到好评。', '演处→演出'],
    ['单位应当按未来三年的需要设值岗位。', '设值→设置'],
  ])('a word with one wrong character is found where it stands: %s', (text, slip) => {
    expect(wrong(text)).toEqual([slip]);
  });

  it.each([
    '各部门要精心组织、周密安排，确保如期完成。',
    '中叙、中菲双方就加强合作交换意见。',
    '市长王建波会见了来访的企业家代表。',
    '坚决纠治形式主义，持续为基层减负。',
    '三十六个老旧小区实现雨污分流，惠及一万二千户。',
    '问计于民、问需于民、问效于民。',
  ])('words side by side that are right are left alone: %s', (text) => {
    expect(wrong(text)).toEqual([]);
  });

  it('reads the same text the same way every time', () => {
    const text = '各部门要精心组识，办理程续从简，宣船到位。';
    expect(generalReader().read(text)).toEqual(generalReader().read(text));
    expect(wrong(text)).toEqual(['组识→组织', '程续→程序', '宣船→宣传']);
  });
});

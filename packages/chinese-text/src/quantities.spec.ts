import fc from 'fast-check';
import { findQuantities } from './index.js';

const brief = (text: string) => findQuantities(text).map((q) => [q.value, q.upTo, q.unit, q.direction]);

describe('quantities in text', () => {
  it.each<[string, unknown[]]>([
    ['补贴3.5万元', [[35000, null, '元', null]]],
    ['补贴 3.5 万元', [[35000, null, '元', null]]],
    ['每人每月１，２００元', [[1200, null, '元', null]]],
    ['不超过人民币五千元', [[5000, null, '元', 'at_most']]],
    ['最高20万元', [[200000, null, '元', 'at_most']]],
    ['3-5个工作日内', [[3, 5, '工作日', 'at_most']]],
    ['三至五万元', [[30000, 50000, '元', null]]],
    ['100元至500元', [[100, 500, '元', null]]],
    ['10%～20%', [[10, 20, '%', null]]],
    ['百分之三十以上', [[30, null, '%', 'at_least']]],
    ['千分之五', [[0.5, null, '%', null]]],
    ['提高三成', [[30, null, '%', null]]],
    ['提高2.5个百分点', [[2.5, null, '百分点', null]]],
    ['自收到之日起十五日内', [[15, null, '日', 'at_most']]],
    ['十五个工作日以内', [[15, null, '工作日', 'at_most']]],
    ['有效期5年', [[5, null, '年', null]]],
    ['连续缴存6个月以上', [[6, null, '月', 'at_least']]],
    ['年满60周岁', [[60, null, '岁', 'at_least']]],
    ['不满十四周岁', [[14, null, '岁', 'less_than']]],
    ['不少于200人', [[200, null, '人', 'at_least']]],
    ['低于90平方米', [[90, null, '平方米', 'less_than']]],
    ['超过144㎡', [[144, null, '平方米', 'more_than']]],
    ['两名以上执法人员', [[2, null, '人', 'at_least']]],
    ['满分100分', [[100, null, '分', null]]],
    ['共计12345', [[12345, null, null, null]]],
    ['三千二百', [[3200, null, null, null]]],
  ])('reads %s', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it.each(['第三条', '第一至三条', '一次性告知', '第12条第2款', '2024年3月5日', '2024年', '二〇二四年度', '云政发〔2024〕12号', '一、总体要求', '（三）保障措施', '统一部署', '一般情况', '十四五规划', '万一发生', '13800138000', '千方百计', '每个工作日', 'IPv6', '9:30'])('finds none in %s', (text) => {
    expect(findQuantities(text)).toEqual([]);
  });

  it('marks exactly the quantity, the words of the bound apart', () => {
    const text = '补贴不超过３．５万元，在10个工作日内发放';
    expect(findQuantities(text).map((q) => text.slice(q.start, q.end))).toEqual(['３．５万元', '10个工作日']);
  });

  it('gives spans in order and without overlap, for any text', () => {
    const part = fc.constantFrom('3', '12', '.', ',', '万', '元', '百分之', '五', '十', '至', '-', '个', '工作日', '月', '日', '年', '第', '条', '不超过', '以上', '\u200b', '％', ' ', '成', '2024年');
    fc.assert(fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
      const text = parts.join('');
      let last = 0;
      for (const q of findQuantities(text)) {
        expect(q.start).toBeGreaterThanOrEqual(last);
        expect(q.end).toBeGreaterThan(q.start);
        expect(q.text).toBe(text.slice(q.start, q.end));
        expect(Number.isFinite(q.value)).toBe(true);
        last = q.end;
      }
    }));
  });
});

import { numbersIn } from './numbers-in.js';

describe('numbers that should stand in the source', () => {
  it.each([
    ['租金每平方米每月6元，按20%缴纳', ['6元', '20%']],
    ['自2026年4月1日起，15个工作日内办结', ['2026年4月1日', '15个工作日']],
    ['最高30万元，不超过3年', ['30万元', '3年']],
    ['人均1,200.5元', ['1,200.5元']],
    ['年满80周岁的老年人', ['80周岁']],
    ['没有数字', []],
  ])('%s', (text, expected) => expect(numbersIn(text).map((number) => number.text)).toEqual(expected));

  it('leaves out document numbers and long codes', () => expect(numbersIn('按云政发〔2024〕9号，证号110101199003077579')).toEqual([]));

  it('tells the exact place', () => {
    const text = '按20%缴纳';
    const [number] = numbersIn(text);
    expect(text.slice(number!.start, number!.end)).toBe('20%');
  });
});

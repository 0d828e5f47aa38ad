import fc from 'fast-check';
import { formatNumeral, parseNumeral } from './index.js';

describe('numbers in Chinese and Arabic', () => {
  it.each<[string, number | null]>([
    ['三千二百', 3200], ['两万', 20000], ['〇', 0], ['零', 0], ['１２', 12], ['1,200.5', 1200.5], ['１，２００', 1200], ['3.5万', 35000], ['1.2亿', 120000000],
    ['十', 10], ['十二', 12], ['二十', 20], ['一百零五', 105], ['一百一十', 110], ['一百五', 150], ['一万二', 12000], ['一万零五十', 10050], ['三亿五千万', 350000000],
    ['二〇二四', 2024], ['二○一九', 2019], ['廿五', 25], ['壹仟贰佰叁拾肆', 1234], ['三点五', 3.5], ['三点五万', 35000], ['负三', -3], ['-5', -5], ['一万亿', 1000000000000],
    ['300万', 3000000], ['3.3万', 33000],
    ['', null], ['万一', null], ['十四五', null], ['百', null], ['一二十', null], ['十十', null], ['1,20', null], ['三个', null], ['1.', null], ['一零', 10], ['百一百', null],
  ])('reads %s as %s', (text, value) => {
    expect(parseNumeral(text)).toBe(value);
  });

  it('writes and reads back every whole number below 10^12', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => expect(parseNumeral(formatNumeral(value))).toBe(value)));
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999 }), (value) => expect(parseNumeral(formatNumeral(value))).toBe(value)));
  });

  it('reads Arabic digits with and without thousands marks alike', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
      expect(parseNumeral(String(value))).toBe(value);
      expect(parseNumeral(value.toLocaleString('en-US'))).toBe(value);
    }));
  });

  it('never throws on any text', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...'〇零一二两十百千万亿点负.,1290廿'), { maxLength: 9 }), (parts) => {
      const value = parseNumeral(parts.join(''));
      expect(value === null || Number.isFinite(value)).toBe(true);
    }));
  });

  it('refuses to write fractions and numbers out of range', () => {
    expect(() => formatNumeral(1.5)).toThrow(RangeError);
    expect(() => formatNumeral(1e12)).toThrow(RangeError);
  });
});

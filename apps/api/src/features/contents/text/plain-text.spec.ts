import { plainText } from './plain-text.js';

describe('plain text', () => {
  it.each([
    ['<script>alert(1)</script>补贴标准', '补贴标准'],
    ['<p onclick="x()">每人<b>400</b>元</p>', '每人400元'],
    ['<img src=x onerror=alert(1)>图', '图'],
    ['&lt;b&gt;不动', '&lt;b&gt;不动'],
    ['<b>&lt;script&gt;alert(1)&lt;/script&gt;</b>好', '好'],
    ['<<script>script>alert(1)<</script>/script>', expect.not.stringMatching(/<\/?script/)],
    ['第一行\r\n第二行\u0000', '第一行\n第二行'],
    ['<svg/onload=alert(1)', expect.not.stringContaining('<')],
  ])('takes markup out of %s', (from, to) => {
    expect(plainText(from)).toEqual(to);
  });

  it('leaves signs of comparison and measures alone', () => {
    for (const text of ['年龄<60岁', '收入 < 3000 元且 > 0 元', '5>3 & 2<4', 'a&b']) expect(plainText(text)).toBe(text);
  });
});

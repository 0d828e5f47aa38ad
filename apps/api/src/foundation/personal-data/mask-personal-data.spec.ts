import { maskPersonalData } from './mask-personal-data.js';

describe('personal data in what residents write', () => {
  it.each([
    ['我的身份证是110101199003070000，怎么补', '我的身份证是【证件号码】，怎么补'],
    ['身份证１１０１０１１９９００３０７０００X丢了', '身份证【证件号码】丢了'],
    ['老证110101900307123', '老证【证件号码】'],
    ['电话13800000000急', '电话【电话】急'],
    ['打138-0000-0000或0480-8283316', '打【电话】或【电话】'],
    ['卡号6222 0000 0000 0000 000没到账', '卡号【账号】没到账'],
    ['发到 someone@example.com 吧', '发到 【邮箱】 吧'],
  ])('are masked in %s', (text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
  });

  it.each(['云政办〔2025〕31号第12条', '2026年11月23日领的3200元', '12345热线什么时候上班', '20个工作日'])('leave %s alone', (text) => {
    expect(maskPersonalData(text)).toBe(text);
  });
});

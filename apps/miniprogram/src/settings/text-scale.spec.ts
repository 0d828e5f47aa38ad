import { isElder, textScale, wechatScale } from './text-scale.js';

describe('text size', () => {
  it('is 1.3 times larger in elder mode', () => {
    expect(textScale('elder', 1)).toBe(1.3);
    expect(isElder(textScale('elder', 1))).toBe(true);
    expect(isElder(textScale('large', 1))).toBe(false);
  });
  it("follows WeChat's care mode without being told", () => {
    expect(textScale('standard', wechatScale({ fontSizeSetting: 23.8 }))).toBe(1.4);
    expect(isElder(textScale('standard', wechatScale({ fontSizeScaleFactor: 1.4 })))).toBe(true);
  });
  it('never shrinks the text and never breaks the page', () => {
    expect(wechatScale({ fontSizeScaleFactor: 0.8 })).toBe(1);
    expect(wechatScale({ fontSizeScaleFactor: 3 })).toBe(1.6);
    expect(wechatScale({ fontSizeScaleFactor: Number.NaN })).toBe(1);
    expect(wechatScale({})).toBe(1);
  });
});

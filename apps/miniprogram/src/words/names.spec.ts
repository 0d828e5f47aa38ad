import { partName, titled } from './names.js';

describe('names of documents and their parts', () => {
  it('puts a title within a title in single marks', () => {
    expect(titled('关于修改《云溪市住房办法》的通知')).toBe('《关于修改〈云溪市住房办法〉的通知》');
    expect(titled('云溪市住房办法')).toBe('《云溪市住房办法》');
  });
  it('names parts as they are cited', () => {
    expect(partName('一、')).toBe('第一部分');
    expect(partName('（十二）')).toBe('第（十二）项');
    expect(partName('第五条')).toBe('第五条');
    expect(partName('附件1')).toBe('附件1');
  });
});

import { findInOriginal, writtenDates } from './find-in-original.js';

const original = '云政办〔2025〕31号\n\n关于做好 高龄津贴\n发放工作的通知\n\n自2025年4月1日起施行。\n\n云溪市人民政府办公室\n2025年3月5日\n（此件公开发布）';

describe('extracted values beside the original', () => {
  const taken = (values: Record<string, string | null>) => findInOriginal(original, values).map(({ id, start, end }) => [id, original.slice(start, end)]);

  it('finds number, issuer and dates where they stand', () =>
    expect(taken({ docNumber: '云政办〔2025〕31号', issuer: '云溪市人民政府办公室', signedOn: '2025-03-05', effectiveOn: '2025-04-01' })).toEqual([
      ['docNumber', '云政办〔2025〕31号'], ['issuer', '云溪市人民政府办公室'], ['signedOn', '2025年3月5日'], ['effectiveOn', '2025年4月1日'],
    ]));

  it('finds a title that is broken over two lines', () => expect(taken({ title: '关于做好高龄津贴发放工作的通知' })).toEqual([['title', '关于做好 高龄津贴\n发放工作的通知']]));

  it('leaves out what is not in the original', () => expect(taken({ docNumber: '云政发〔2020〕1号', expiresOn: null, publishedOn: '2025-03-06' })).toEqual([]));

  it('takes the signing date from the foot of the document', () => {
    const text = '2025年3月5日开会。\n正文\n2025年3月5日';
    expect(findInOriginal(text, { signedOn: '2025-03-05' })[0]?.start).toBe(text.lastIndexOf('2025年'));
  });

  it.each([
    ['2019-08-16', '二〇一九年八月十六日'],
    ['2020-10-30', '二〇二〇年十月三十日'],
    ['2021-12-21', '二〇二一年十二月二十一日'],
  ])('writes %s also as %s', (date, written) => expect(writtenDates(date)).toContain(written));
});

import { findDates, weekdayOf } from './index.js';

describe('dates in text', () => {
  it.each<[string, (string | null)[]]>([
    ['自2024年3月5日起施行', ['2024-03-05']],
    ['二〇二四年三月五日', ['2024-03-05']],
    ['二○二四年十二月三十一日印发', ['2024-12-31']],
    ['2024 年 3 月 5 日', ['2024-03-05']],
    ['２０２４年３月５日', ['2024-03-05']],
    ['2024-03-05至2024/4/1', ['2024-03-05', '2024-04-01']],
    ['发布于2024.3.5。', ['2024-03-05']],
    ['2023年2月29日', [null]],
    ['2024年13月1日', [null]],
    ['3月5日前提交', [null]],
    ['2024年6月', [null]],
    ['版本1.2024.3.5.6', []],
    ['第3条第5日内', []],
    ['每年十二月三十一日', [null]],
  ])('finds in %s the days %j', (text, days) => {
    expect(findDates(text).map((d) => d.iso)).toEqual(days);
  });

  it('says what is missing and what cannot be', () => {
    expect(findDates('3月5日')[0]).toMatchObject({ year: null, month: 3, day: 5, exists: true, text: '3月5日', start: 0, end: 4 });
    expect(findDates('2024年6月')[0]).toMatchObject({ year: 2024, month: 6, day: null, exists: true });
    expect(findDates('每年十二月三十一日')[0]).toMatchObject({ month: 12, day: 31, exists: true, text: '十二月三十一日' });
    expect(findDates('4月31日')[0]).toMatchObject({ exists: false });
    expect(findDates('2月29日')[0]).toMatchObject({ exists: true });
    expect(findDates('2023年2月29日')[0]).toMatchObject({ exists: false });
  });

  it('reads the weekday right behind, with its place', () => {
    const text = '定于2024年3月5日（星期二）上午举行';
    const [date] = findDates(text);
    expect(date).toMatchObject({ weekday: 2, text: '2024年3月5日' });
    expect(text.slice(date!.weekdaySpan!.start, date!.weekdaySpan!.end)).toBe('（星期二）');
    expect(findDates('2024年3月10日周日')[0]!.weekday).toBe(7);
    expect(findDates('2024年3月5日举行')[0]!.weekday).toBeNull();
  });

  it.each([['2024-03-05', 2], ['2000-01-01', 6], ['1999-12-31', 5], ['2023-02-28', 2], ['2026-11-22', 7]])('knows that %s is weekday %i', (iso, weekday) => {
    expect(weekdayOf(iso)).toBe(weekday);
  });
});

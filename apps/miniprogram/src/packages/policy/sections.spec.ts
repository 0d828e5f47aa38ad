import { bodyOf, contentsOf, sectionTitle } from './sections.js';

const section = (depth: number, label: string, heading: string | null, text: string) => ({ depth, label, heading, text });

describe('sections of a policy', () => {
  it('does not print a label twice', () => {
    expect(bodyOf(section(0, '第五条', null, '第五条　申请人应当年满十六周岁。'))).toBe('申请人应当年满十六周岁。');
    expect(bodyOf(section(0, '第五条', null, '申请人应当年满十六周岁。'))).toBe('申请人应当年满十六周岁。');
  });

  it('names an article without a heading by its opening words', () => {
    expect(sectionTitle(section(0, '第五条', null, '申请人应当年满十六周岁，并且在本市居住满六个月以上。'))).toBe('第五条　申请人应当年满十六周岁，并且在本市居…');
    expect(sectionTitle(section(0, '一、', '总体要求', '……'))).toBe('一、　总体要求');
  });

  it('lists chapters and their articles, not what lies deeper', () => {
    const chapters = [section(0, '第一章', '总则', ''), section(1, '第一条', null, '甲'), section(2, '（一）', null, '乙'), section(0, '', null, '序')];
    expect(contentsOf(chapters).map((s) => s.label)).toEqual(['第一章', '第一条']);
    expect(contentsOf([])).toEqual([]);
  });
});

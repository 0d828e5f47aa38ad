import { allAreas, areaNamedIn, areaOfDocument, areaPath, areasAround, describedArea } from './index.js';

const held = (issuer: string | null, title: string | null = null, region: string | null = null): string | null => areaOfDocument({ issuer, title, region })?.name ?? null;

describe('the area that a document holds for', () => {
  it.each([
    ['国务院', '全国'], ['第十三届全国人民代表大会常务委员会', '全国'], ['人力资源社会保障部', '全国'], ['最高人民法院', '全国'], ['南岭省人民政府办公厅', '南岭省'], ['南岭省住房和城乡建设厅', '南岭省'], ['白湖市人民政府', '白湖市'],
    ['云溪市人力资源和社会保障局', '云溪市'], ['南岭省白湖市云溪市人民政府', '云溪市'], ['云溪市柳河镇人民政府', '柳河镇'], ['国家税务总局白湖市税务局', '白湖市'],
  ])('is told by who issued it: %s', (issuer, name) => expect(held(issuer)).toBe(name));

  it.each(['市人民政府办公室', '白湖市东岸区人民政府', '南岭省河口市人民政府', ''])('is not known of %s, of which the register knows nothing', (issuer) => expect(held(issuer)).toBeNull());

  it('is the city that the title begins with when the congress of its province passed it', () => {
    expect(held('南岭省第十三届人民代表大会常务委员会', '白湖市湿地保护条例')).toBe('白湖市');
    expect(held('南岭省第十三届人民代表大会常务委员会', '白湖市经济技术开发区条例')).toBe('白湖市');
    expect(held('南岭省第十三届人民代表大会常务委员会', '白湖市东岸区停车条例')).toBeNull();
    expect(held('国务院', '白湖市城市总体规划的批复')).toBe('全国');
  });

  it('is the country when a collection says so, and never outside the region that it names', () => {
    expect(held(null, '公司法', '国家')).toBe('全国');
    expect(held(null, '湿地保护条例', '南岭')).toBeNull();
    expect(held('南岭省人民代表大会常务委员会', null, '南岭')).toBe('南岭省');
    expect(held('第十一届全国人民代表大会常务委员会', '南岭省清洁生产条例', '南岭')).toBe('南岭省');
    expect(held(null, '中华人民共和国公司法')).toBe('全国');
  });

  it('is shown with what it lies in', () => {
    const town = areaNamedIn('云溪市城关镇')!;
    expect(areaPath(town.code)).toBe('南岭省白湖市云溪市城关镇');
    expect(areasAround(town.code).map(({ level }) => level)).toEqual(['national', 'province', 'city', 'county', 'township']);
    expect(describedArea('000000')).toEqual({ code: '000000', name: '全国', level: 'national', path: '全国' });
    expect(describedArea('123456')).toBeNull();
  });

  it('comes from a register in which every area lies in another, and no code stands twice', () => {
    const areas = allAreas();
    const codes = new Set(areas.map(({ code }) => code));
    expect(codes.size).toBe(areas.length);
    for (const { code, level, parent } of areas) {
      expect(code).toMatch(/^\d{6}(?:\d{3})?$/);
      expect(parent === null ? level : codes.has(parent)).toBe(parent === null ? 'national' : true);
    }
  });
});

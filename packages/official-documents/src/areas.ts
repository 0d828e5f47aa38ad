import { AREA_REGISTER } from './area-register.js';

export type AreaLevel = 'national' | 'province' | 'city' | 'county' | 'township';

export interface Area {
  /** Six digits as the state numbers areas, nine for a town; 000000 is the whole country. */
  code: string;
  name: string;
  level: AreaLevel;
  /** Code of what it lies in; null of the country. */
  parent: string | null;
}

export const NATION: Area = { code: '000000', name: '全国', level: 'national', parent: null };

const { lines, former, nationalBodies } = AREA_REGISTER;
const AREAS: ReadonlyMap<string, Area> = new Map([NATION, ...lines.flatMap(areasOfLine)].map((area) => [area.code, area]));
const NAMED = namesByFirst();
const NATIONAL = new RegExp(`^(?:由|经|日)?(?:第.{1,4}届)?(?:${nationalBodies.join('|')})`);
/** 城阳区, 莱州市 behind a known name: something smaller, of which the register knows nothing. */
const SMALLER_BODY = /^(?!城市|社区|地区|城镇)(?:[一-龥]{2,6}?(?:自治县|县|区|旗|镇|乡|街道)(?!级|域|划|块|乡|建设)(?=[一-龥]{2})|[一-龥]{1,4}市(?=人民|人大|政府))/;
/** In titles: not 开发区, 风貌区, 地区 and the like, which a whole city rules on. */
const SMALLER_TITLE = /^(?!城市|社区|地区|城镇)(?:[一-龥]{2,4}?(?:自治县|(?<![区城郊各])县|(?<![发护胜貌验范能易地城市山矿库园社辖灌景林牧渔老街校片小厂政湖港])区)(?!级|域|划|块|县|和|内|的)|[一-龥]{1,4}市(?=人民|人大|政府))/;

export const areaOfCode = (code: string): Area | null => AREAS.get(code) ?? null;

/** Every area of the register, each behind what it lies in. */
export const allAreas = (): Area[] => [...AREAS.values()];

/** The area with what it lies in, the country first. */
export function areasAround(code: string): Area[] {
  const area = AREAS.get(code);
  return !area ? [] : area.parent === null ? [area] : [...areasAround(area.parent), area];
}

/** 南岭省白湖市云溪市 */
export function areaPath(code: string): string {
  const around = areasAround(code);
  return around.length === 1 ? around[0]!.name : around.slice(1).map(({ name }) => name).join('');
}

/** An area as it is shown: with its level and what it lies in; null for a code that the register does not know. */
export function describedArea(code: string | null): { code: string; name: string; level: AreaLevel; path: string } | null {
  const area = code === null ? null : areaOfCode(code);
  return area && { code: area.code, name: area.name, level: area.level, path: areaPath(area.code) };
}

/** The area that the name of a body or place names; null when it names none, or one that is not in the register. */
export function areaNamedIn(text: string): Area | null {
  for (let at = 0; at < text.length; at++) {
    const found = wholeNameAt(text, at);
    if (found) return SMALLER_BODY.test(found.rest) ? null : found.area;
  }
  return null;
}

/**
 * The area for which a document was made, from the body that issued it and the place its title begins with: a province's
 * congress also passes the rules of its cities. Null when neither tells.
 * @param region what a collection says of its region: 国家, 山东
 */
export function areaOfDocument({ issuer, title, region = null }: { issuer: string | null; title: string | null; region?: string | null }): Area | null {
  if (region === '国家') return NATION;
  const body = issuer?.replace(/\s/g, '') ?? '';
  const within = region === null ? NATION : (provinceOf(region) ?? NATION);
  const named = areaNamedIn(body);
  const byBody = named && liesIn(named, within) ? named : within === NATION && named === null && NATIONAL.test(body) ? NATION : null;
  const lead = wholeNameAt((title ?? '').replace(/[\s《]/g, ''), 0);
  const mayBeNarrower = lead !== null && byBody !== NATION && liesIn(lead.area, byBody ?? within);
  if (mayBeNarrower) return SMALLER_TITLE.test(lead.rest) ? null : lead.area;
  if (byBody || body !== '') return byBody;
  return within === NATION && /^《?中华人民共和国/.test(title ?? '') ? NATION : null;
}

const liesIn = (area: Area, wide: Area): boolean => areasAround(area.code).includes(wide);

function provinceOf(region: string): Area | null {
  return [...AREAS.values()].find(({ level, name }) => level === 'province' && name.startsWith(region)) ?? null;
}

/** The name of an area at a place of a text with those of smaller ones that follow it, and what stands behind. */
function wholeNameAt(text: string, at: number): { area: Area; rest: string } | null {
  let found = named(text, at, null);
  if (!found) return null;
  let end = at + found.length;
  for (let inner = named(text, end, found.area.code); inner; inner = named(text, end, found.area.code)) {
    found = inner;
    end += inner.length;
  }
  return { area: found.area, rest: text.slice(end) };
}

/** The longest name that stands in the text at a place; inside an area only what lies directly in it. */
function named(text: string, at: number, inside: string | null): { area: Area; length: number } | null {
  for (const { name, area } of NAMED.get(text[at] ?? '') ?? []) {
    if (!text.startsWith(name, at)) continue;
    if (inside === null ? area.level !== 'township' : area.parent === inside) return { area, length: name.length };
  }
  return null;
}

function namesByFirst(): Map<string, { name: string; area: Area }[]> {
  const names = [...AREAS.values()].filter((area) => area !== NATION).map((area) => ({ name: area.name, area }));
  for (const [name, code] of Object.entries(former)) names.push({ name, area: AREAS.get(code)! });
  const byFirst = new Map<string, { name: string; area: Area }[]>();
  for (const one of names.sort((a, b) => b.name.length - a.name.length)) byFirst.set(one.name[0]!, [...(byFirst.get(one.name[0]!) ?? []), one]);
  return byFirst;
}

function areasOfLine(line: string): Area[] {
  const province = line.slice(0, 6);
  return line.split(' ').map((entry) => {
    const digits = /^\d+/.exec(entry)![0];
    const code = digits.length === 2 ? `${province.slice(0, 2)}${digits}00` : digits;
    const level: AreaLevel = code === province ? 'province' : code.length > 6 ? 'township' : code.endsWith('00') ? 'city' : 'county';
    const parent = { national: null, province: NATION.code, city: province, county: `${code.slice(0, 4)}00`, township: code.slice(0, 6) }[level];
    return { code, name: entry.slice(digits.length), level, parent };
  });
}

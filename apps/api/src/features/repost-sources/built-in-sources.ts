/** Sites that count without being entered, as data. */
export const BUILT_IN_SOURCES = {
  version: '2026-11',
  source: '国办发〔2018〕123号（转载原则上限于党委和政府网站及规定的稿源单位；此处为公开资料整理）',
  effectiveFrom: '2018-12-27',
  entries: [{ id: 'built-in-gov-cn', name: '政府网站（gov.cn）', host: 'gov.cn', kind: 'government' as const }],
} as const;

/** The host itself and everything under it. */
export const isUnder = (host: string, listed: string): boolean => host === listed || host.endsWith(`.${listed}`);

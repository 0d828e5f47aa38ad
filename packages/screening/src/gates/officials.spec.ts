import { builtInLexicons, createScreener, type Official } from '../index.js';

const asOf = '2026-11-27';
const entries: Official[] = [
  { name: '甲文东', titles: ['市长'], rank: 1, effectiveFrom: '2025-01-01' },
  { name: '乙思远', titles: ['市委常委', '常务副市长'], rank: 2, effectiveFrom: '2025-01-01' },
  { name: '丙立新', titles: ['副市长'], rank: 3, effectiveFrom: '2025-01-01' },
  { name: '丁旧任', titles: ['副市长'], rank: 4, effectiveFrom: '2020-01-01', effectiveTo: '2024-12-31' },
];
const screener = createScreener({ ...builtInLexicons, officials: { ...builtInLexicons.officials, version: '3', source: '云溪市政府办公室', entries } });
const found = (text: string): string[] => screener.screen({ text, kind: 'document', asOf }).filter((finding) => finding.severity !== 'note').map((finding) => `${finding.rule} ${finding.text}${finding.suggestion === null ? '' : ` → ${finding.suggestion}`}`);

describe('the register of persons in public posts', () => {
  it.each([
    ['副市长甲文东主持会议。', ['politics.official 副市长 → 市长']],
    ['副市长丁旧任出席活动。', ['politics.official 副市长']],
    ['副市长丙力新出席活动。', ['politics.official 丙力新 → 丙立新']],
    ['丙立新、甲文东出席活动。', ['politics.order 丙立新、甲文东']],
    ['副市长丙立新，市长甲文东出席活动。', ['politics.order 丙立新，市长甲文东']],
  ])('tells what is wrong in %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each(['市长甲文东、常务副市长乙思远、副市长丙立新出席。', '市委常委乙思远讲话。', '甲文东会见客商，丙立新陪同。', '副市长戊某某调研。'])('is content with %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('judges by the day that counts', () => {
    expect(screener.screen({ text: '副市长丁旧任出席活动。', kind: 'document', asOf: '2024-06-01' }).filter((finding) => finding.rule === 'politics.official')).toEqual([]);
  });
});

describe('the order of bodies and posts', () => {
  it.each([
    ['市政府、市委联合发文。', ['politics.order 市政府、市委 → 市委、市政府']],
    ['国务院、党中央作出部署。', ['politics.order 国务院、党中央 → 党中央、国务院']],
    ['县政协、县人大常委会负责人参加。', ['politics.order 县政协、县人大常委会 → 县人大常委会、县政协']],
  ])('is told in %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each(['市委、市人大常委会、市政府、市政协联合主办。', '市政府、市委组织部联合主办。', '县委、县政府高度重视。'])('is right in %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

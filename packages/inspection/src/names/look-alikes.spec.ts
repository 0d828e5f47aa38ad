import fc from 'fast-check';
import { editDistance } from './edit-distance.js';
import { findLookAlikes } from './look-alikes.js';
import { nameKey, readAccountQuery, urlKey } from './name-keys.js';
import { SOUND_GROUPS } from './name-words.js';

const registered = ['云溪发布', '云溪人社', '云溪市教育局', '云溪公安', '云溪医保', '云溪市政务服务中心', '云溪市市场监督管理局'].map((name, at) => ({ id: `a${at}`, name }));
const first = (asked: string) => {
  const found = findLookAlikes(asked, registered);
  const best = found.exact[0] ?? found.near[0];
  return best && { name: best.name, score: best.score, reason: best.reason };
};

describe('is this an official account', () => {
  it.each(['云溪发布', ' 云溪发布 ', '“云溪发布”', '@云溪发布', '云溪 发布'])('%s is the registered one', (asked) => {
    expect(findLookAlikes(asked, registered).exact.map((each) => each.name)).toEqual(['云溪发布']);
  });

  it.each([
    ['云溪发布官方', '云溪发布', '在“云溪发布”之外加了“官方”'],
    ['官方云溪人社', '云溪人社', '在“云溪人社”之外加了“官方”'],
    ['云溪發布', '云溪发布', '只在繁简、符号或不可见字符上不同'],
    ['云溪\u200b发布', '云溪发布', '只在繁简、符号或不可见字符上不同'],
    ['云溪·发布', '云溪发布', '只在繁简、符号或不可见字符上不同'],
    ['云溪发市', '云溪发布', '“市”与“布”字形相近'],
    ['芸溪发布', '云溪发布', '“芸”与“云”读音相同'],
    ['云溪人杜', '云溪人社', '“杜”与“社”字形相近'],
    ['云溪公按', '云溪公安', '“按”与“安”读音相同'],
    ['云溪布发', '云溪发布', '“发布”颠倒成了“布发”'],
    ['云溪政务', '云溪发布', '同一地名，多了“政务”、少了“发布”'],
    ['云溪人社服务号', '云溪人社', '在“云溪人社”之外加了“服务号”'],
    ['云溪教育', '云溪市教育局', '与“云溪市教育局”只差套话：少了“市”“局”'],
    ['云溪市人社局官方服务平台', '云溪人社', '与“云溪人社”只差套话：多了“市”“局”“官方”“服务”“平台”'],
    ['云溪市市场监督管理苟', '云溪市市场监督管理局', '“局”换成了“苟”'],
  ])('%s looks like %s', (asked, name, reason) => {
    expect(first(asked)).toMatchObject({ name, reason });
    expect(findLookAlikes(asked, registered).exact).toEqual([]);
  });

  it.each(['云溪体育', '云溪水务', '云溪美食', '白湖发布', '人社', '今日头条', '云溪', '', '   ', '云溪公交', '白湖人社'])('%s looks like none of them', (asked) => {
    expect(findLookAlikes(asked, registered)).toEqual({ exact: [], near: [] });
  });

  it('names the best first and at most five', () => {
    const many = Array.from({ length: 12 }, (_, at) => ({ id: `b${at}`, name: `云溪市市场监督管理局${at}` }));
    const { near } = findLookAlikes('云溪市市场监督管理局', many);
    expect(near).toHaveLength(5);
    expect(near.map((each) => each.score)).toEqual([...near.map((each) => each.score)].sort((a, b) => b - a));
  });

  it('always finds a registered name itself and keeps scores between 0 and 1', () => {
    fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'云溪发布官方人社务服市局a1 ·') }), (name) => {
      const found = findLookAlikes(name, [...registered, { id: 'self', name }]);
      if (nameKey(name) !== '') expect(found.exact.map((each) => each.id)).toContain('self');
      for (const each of found.near) expect(each.score > 0 && each.score <= 1).toBe(true);
    }));
  });
});

describe('the distance between two names', () => {
  it('is zero only for the same name, and explains itself by edits that add up', () => {
    const name = fc.string({ maxLength: 8, unit: fc.constantFrom(...'云溪发布人社务') });
    fc.assert(fc.property(name, name, (a, b) => {
      const { cost, edits } = editDistance(a, b);
      expect(cost === 0).toBe(a === b);
      expect(edits.reduce((length, edit) => length + edit.asked.length - edit.registered.length, 0)).toBe(a.length - b.length);
    }));
  });

  it('compares by plain syllables, none of them empty', () => {
    expect(Object.entries(SOUND_GROUPS).every(([syllable, chars]) => /^[a-z]+$/.test(syllable) && chars.length > 0)).toBe(true);
  });
});

it('an address or a platform id is read as such', () => {
  expect(readAccountQuery('https://www.Example.invalid/Account/1/?utm_source=x#top')).toEqual({ kind: 'url', value: 'example.invalid/Account/1' });
  expect(readAccountQuery('gh_1a2b3c4d5e6f')).toEqual({ kind: 'platform_id', value: 'gh_1a2b3c4d5e6f' });
  expect(readAccountQuery('６００１２３４５６７')).toEqual({ kind: 'platform_id', value: '6001234567' });
  expect(readAccountQuery(' 云溪发布 ')).toEqual({ kind: 'name', value: '云溪发布' });
  expect(urlKey('http://WEIBO.example/u/1?id=2')).toBe('weibo.example/u/1?id=2');
});

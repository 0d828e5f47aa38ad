import { linkTo, policyLink, readLink, readParams, toAddress, toMiniProgramUrl } from './paths.js';

describe('links of the app', () => {
  it('reads a policy link with its article', () => {
    expect(readLink('/policy?id=0192&from=ask#art-5')).toEqual({ path: '/policy', params: { id: '0192', from: 'ask' }, anchor: 'art-5' });
  });

  it('reads the short form that the hub writes', () => {
    expect(readLink('/policy/0192#art-5')).toEqual({ path: '/policy', params: { id: '0192' }, anchor: 'art-5' });
    expect(readLink('/question/q-7')).toEqual({ path: '/question', params: { id: 'q-7' }, anchor: null });
  });

  it('takes pages with two steps in their path as they are', () => {
    expect(readLink('/ticket/new?question=%E4%BD%8F%E6%88%BF')).toEqual({ path: '/ticket/new', params: { question: '住房' }, anchor: null });
  });

  it('knows the front page with and without a slash', () => {
    expect(readLink('/')?.path).toBe('/');
    expect(readLink('')?.path).toBe('/');
  });

  it('refuses pages that the app does not have', () => {
    expect(readLink('/console')).toBeNull();
    expect(readLink('/policy/1/2')).toBeNull();
    expect(readLink('https://example.org/policy?id=1')).toBeNull();
  });

  it('writes the same place for the browser and for the mini-program', () => {
    const place = { path: '/policy' as const, params: { id: '0192' }, anchor: '第五条' };
    expect(toAddress(place)).toBe('/policy?id=0192#%E7%AC%AC%E4%BA%94%E6%9D%A1');
    expect(toMiniProgramUrl(place)).toBe('/packages/policy/detail/index?id=0192&anchor=%E7%AC%AC%E4%BA%94%E6%9D%A1');
    expect(readLink(toAddress(place))).toEqual(place);
  });

  it('keeps signs that would end a parameter inside a question', () => {
    const link = linkTo('/ask', { q: '补贴 50%&发放? #1', empty: '' });
    expect(readLink(link)).toEqual({ path: '/ask', params: { q: '补贴 50%&发放? #1' }, anchor: null });
  });

  it('leaves a broken percent sign as the reader typed it', () => {
    expect(readParams({ q: '50%', id: '%E4%BD%8F', none: undefined })).toEqual({ q: '50%', id: '住' });
  });

  it('leads to a policy without an article too', () => {
    expect(policyLink('0192')).toBe('/policy?id=0192');
  });
});

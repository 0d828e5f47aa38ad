import { bodyOf } from './gazette-text.js';

const TITLE = '云溪市养犬管理办法';

describe('the text of a document in the gazette', () => {
  it.each([
    ['number and title', `云政发〔2024〕12号\n\n${TITLE}\n\n第一条　为规范养犬。`],
    ['a letterhead above them', `云溪市人民政府文件\n\n云政发〔2024〕12号\n\n云溪市养犬\n管理办法\n\n第一条　为规范养犬。`],
  ])('begins after %s, which the issue prints once by itself', (_, text) => {
    expect(bodyOf({ title: TITLE, docNumber: '云政发〔2024〕12号', text })).toBe('第一条　为规范养犬。');
  });

  it('keeps every line when the title does not stand at its head', () => {
    const text = '第一条　本文件\n第二条　印发文件';
    expect(bodyOf({ title: TITLE, docNumber: null, text })).toBe(text);
  });
});

import { documentNumberTokens, articleTokens, numbersInQuestion } from './index.js';

describe('numbers of documents and articles', () => {
  it('files a 文号 under every way in which it is asked for', () => {
    expect(documentNumberTokens('云政办〔2025〕31号')).toEqual(['#n:云政办:2025:31', '#n:云政办:31', '#n:2025:31', '#n:31']);
    expect(documentNumberTokens('云政办[2025]31号')).toEqual(documentNumberTokens('云政办（2025）31号'));
  });

  it.each(['云政办31号', '查一下云政办31号', '云政办第三十一号', '云政办 31 号'])('reads %s', (question) => {
    const tokens = numbersInQuestion(question).flatMap((mention) => mention.tokens);
    expect(tokens).toContain('#n:云政办:31');
  });

  it('does not take a building or a hotline for a 文号', () => {
    for (const text of ['3号楼', '2号线', '国务院令第711号令']) expect(numbersInQuestion(text).filter(({ tokens }) => tokens.includes('#n:3') || tokens.includes('#n:2'))).toEqual([]);
  });

  it('reads the number of an article in any writing', () => {
    expect(articleTokens('第十二条、第１２条、第12条之一')).toEqual(['#a:12', '#a:12', '#a:12-1']);
  });
});

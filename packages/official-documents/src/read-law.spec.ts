import { readLaw } from './index.js';

const LAW = {
  title: '云溪市 湖泊保护条例', organ: '云溪市人民代表大会常务委员会', publish: '2020-06-01', valid_from: '2020-09-01',
  text: [
    '## 目　录', '## 第一章　总　则', '## 第二章　附　则',
    '（2020年5月20日通过）', '## 第一章　总　则', '第一条 为了保护湖泊，依据《水法》第三条、第五条，制定本条例。', '第二条　【职责】市水行政主管部门负责。', '（一）编制规划；', '（二）监督检查。', '第二条之一 鼓励公众参与。',
    '## 第二章　附　则', '第三条 本条例自2020年9月1日起施行。2008年3月1日市人民政府发布的《云溪市湖泊管理办法》同时废止。',
  ].join('\n'),
};

describe('a law of a collection', () => {
  const draft = readLaw(LAW);

  it('has its chapters and articles once, though a table of contents stands before them', () => {
    expect(draft.sections.map((s) => [s.anchor, s.parentAnchor, s.kind, s.heading])).toEqual([
      ['preamble', null, 'preamble', null], ['chap-1', null, 'chapter', '总则'], ['art-1', 'chap-1', 'article', null], ['art-2', 'chap-1', 'article', '职责'], ['art-2-1', 'chap-1', 'article', null],
      ['chap-2', null, 'chapter', '附则'], ['art-3', 'chap-2', 'article', null],
    ]);
  });

  it('takes dates and issuer from the record, and waits for a person to confirm its openness', () => {
    expect(draft).toMatchObject({ kind: 'law', title: '云溪市湖泊保护条例', issuer: '云溪市人民代表大会常务委员会', areaCode: '990181', publishedOn: '2020-06-01', effectiveOn: '2020-09-01', openness: null, problems: [] });
  });

  it('names what it repeals and cites, article by article', () => {
    expect(draft.repeals).toMatchObject([{ title: '云溪市湖泊管理办法', effectiveOn: '2020-09-01', anchor: 'art-3', line: 12 }]);
    expect(draft.citations.filter((c) => c.title === '水法').map((c) => c.article!.anchor)).toEqual(['art-3', 'art-5']);
  });

  it('dates the repeals of a revised law by its first entry into force', () => {
    const revised = readLaw({ ...LAW, publish: '2023-01-01', valid_from: '2023-01-01' });
    expect([revised.effectiveOn, revised.repeals[0]!.effectiveOn]).toEqual(['2023-01-01', '2020-09-01']);
  });

  it('numbers the chapters of each part apart, the articles through', () => {
    const code = readLaw({ title: '云溪法典', text: '## 第一编 总则\n## 第一章 甲\n第一条 甲。\n## 第二编 分则\n## 第一章 乙\n第二条 乙。' });
    expect(code.sections.map((s) => s.anchor)).toEqual(['part-1', 'part-1-chap-1', 'art-1', 'part-2', 'part-2-chap-1', 'art-2']);
  });

  it('cuts articles that run on in one line', () => {
    const long = '云溪市湖泊的保护、利用和管理活动适用本规定，法律法规另有规定的从其规定，涉及水产种质资源保护区的还应当遵守有关规定。';
    expect(readLaw({ title: '甲规定', text: `第一条 ${long} 第二条 ${long} 第三条 依照第一条 执行。` }).sections.map((s) => s.anchor)).toEqual(['art-1', 'art-2', 'art-3']);
  });

  it('leaves the articles quoted by an amendment inside the amendment', () => {
    const decision = readLaw({ title: '关于修改《甲条例》的决定', text: '一、增加两条：“第三条 公开。\n第四条 监督。”\n二、将第五条改为第七条。' });
    expect(decision.sections.map((s) => s.anchor)).toEqual(['sec-1', 'sec-2']);
  });

  it('reports impossible dates and empty text', () => {
    expect(readLaw({ title: '甲条例', publish: '2020-13-01', text: '' }).problems.map((p) => p.message)).toEqual(['公布日期“2020-13-01”不是一个存在的日期', '没有读到正文']);
  });
});

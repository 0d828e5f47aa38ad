import fc from 'fast-check';
import { readOfficialDocument } from './index.js';

const PRINTED = ` 云政办〔2024〕31号

[bookmark: OLE_LINK1]市政府办公室关于印发《云溪市住房租赁补贴
实施办法》的通知

各镇人民政府、各街道办事处，市各委办局，各直属单位：
《云溪市住房租赁补贴实施办法》已经市政府第20次常务会议讨论通过，现印发给你们，请认真贯彻执行。

云溪市人民政府办公室
2024年3月5日
（此件公开发布）


云溪市住房租赁补贴实施办法

第一章　总　则
第一条　为规范住房租赁补贴，根据《住房保障条例》和《南岭省人民政府关于加快发展保障性住房的意见》（南政发〔2023〕8号），制定本办法。
第二条　本办法适用于本市行政区域。
符合本办法第五条规定的，从其规定。
第二章　标　准
第三条　补贴按下列标准发放：
（一）一人户每月800元；
（二）二人户每月1200元。
第三条之一　新就业职工按前条标准的80%发放。
第三章　附　则
第四条　[bookmark: _GoBack]本办法自2024年4月1日起施行，有效期5年。《云溪市住房租赁补贴暂行办法》（云政办〔2019〕7号）同时废止。
`;

const opinion = (body: string): string => `云溪市人民政府关于促进就业的意见\n云政发〔2024〕9号\n\n各镇人民政府，市各有关部门：\n${body}\n\n云溪市人民政府\n2024年1月8日\n（此件公开发布）\n`;

describe('a document printed and forwarded by a notice', () => {
  const draft = readOfficialDocument(PRINTED);

  it('has its title joined over the line, number, issuer, date and openness, though the mark stands in the middle', () => {
    expect(draft).toMatchObject({
      title: '市政府办公室关于印发《云溪市住房租赁补贴实施办法》的通知', bodyTitle: '云溪市住房租赁补贴实施办法', docNumber: '云政办〔2024〕31号',
      issuer: '云溪市人民政府办公室', jointIssuers: [], signedOn: '2024-03-05', openness: 'proactive', opennessMark: '此件公开发布', problems: [],
    });
    expect(draft.addressees).toEqual(['各镇人民政府', '各街道办事处', '市各委办局', '各直属单位']);
  });

  it('gives the plain anchors to the body and leaves the items inside their article', () => {
    expect(draft.sections.map((s) => [s.anchor, s.parentAnchor, s.depth, s.label, s.heading])).toEqual([
      ['notice-para-1', null, 1, '', null],
      ['chap-1', null, 1, '第一章', '总则'],
      ['art-1', 'chap-1', 2, '第一条', null],
      ['art-2', 'chap-1', 2, '第二条', null],
      ['chap-2', null, 1, '第二章', '标准'],
      ['art-3', 'chap-2', 2, '第三条', null],
      ['art-3-1', 'chap-2', 2, '第三条之一', null],
      ['chap-3', null, 1, '第三章', '附则'],
      ['art-4', 'chap-3', 2, '第四条', null],
    ]);
    expect(draft.sections.find((s) => s.anchor === 'art-3')!.text).toBe('补贴按下列标准发放：\n（一）一人户每月800元；\n（二）二人户每月1200元。');
  });

  it('counts the years of its force from its own first day', () => {
    expect([draft.effectiveOn, draft.expiresOn]).toEqual(['2024-04-01', '2029-03-31']);
  });

  it('names what it repeals, with number, day and place', () => {
    expect(draft.repeals).toEqual([{ title: '云溪市住房租赁补贴暂行办法', docNumber: '云政办〔2019〕7号', effect: 'repealed', effectiveOn: '2024-04-01', text: '《云溪市住房租赁补贴暂行办法》（云政办〔2019〕7号）同时废止。', anchor: 'art-4', line: 26 }]);
  });

  it('knows the citations of others from speech about itself', () => {
    expect(draft.citations.map((c) => [c.title ?? c.docNumber ?? c.article?.anchor, c.self, c.anchor])).toEqual([
      ['云溪市住房租赁补贴实施办法', true, 'title'],
      ['云溪市住房租赁补贴实施办法', true, 'notice-para-1'],
      ['住房保障条例', false, 'art-1'],
      ['南岭省人民政府关于加快发展保障性住房的意见', false, 'art-1'],
      ['art-5', true, 'art-2'],
      ['云溪市住房租赁补贴暂行办法', false, 'art-4'],
    ]);
    for (const c of draft.citations) expect(draft.text.slice(c.start, c.end)).toBe(c.text);
  });

  it('keeps as many lines as the source, without its bookmark marks', () => {
    expect(draft.text.split('\n')).toHaveLength(PRINTED.split('\n').length);
    expect(draft.text).not.toContain('bookmark');
  });
});

describe('a plain document', () => {
  it('has its sections at three levels, headings apart from text', () => {
    const draft = readOfficialDocument(opinion('为促进就业，提出如下意见。\n一、总体要求\n坚持就业优先。\n二、重点任务\n（一）扩大岗位。支持企业吸纳就业。\n1.落实补贴。每人补贴1500元。\n2. 落实贷款。最高30万元。\n（二）加强培训。全年培训5000人次。'));
    expect(draft.sections.map((s) => [s.anchor, s.parentAnchor, s.heading, s.text])).toEqual([
      ['preamble', null, null, '为促进就业，提出如下意见。'],
      ['sec-1', null, '总体要求', '坚持就业优先。'],
      ['sec-2', null, '重点任务', ''],
      ['sec-2-1', 'sec-2', '扩大岗位', '支持企业吸纳就业。'],
      ['sec-2-1-1', 'sec-2-1', '落实补贴', '每人补贴1500元。'],
      ['sec-2-1-2', 'sec-2-1', '落实贷款', '最高30万元。'],
      ['sec-2-2', 'sec-2', '加强培训', '全年培训5000人次。'],
    ]);
    expect(draft).toMatchObject({ title: '云溪市人民政府关于促进就业的意见', docNumber: '云政发〔2024〕9号', issuer: '云溪市人民政府', signedOn: '2024-01-08', addressees: ['各镇人民政府', '市各有关部门'] });
  });

  it('has several issuers and a date in Chinese numerals', () => {
    const draft = readOfficialDocument('云溪市财政局文件\n云财〔2024〕5号\n关于做好补贴发放的通知\n各镇财政所：\n请按时发放。\n云溪市财政局 云溪市人力资源和社会保障局\n二〇二四年三月五日\n（依申请公开）');
    expect(draft).toMatchObject({ title: '关于做好补贴发放的通知', issuer: '云溪市财政局', jointIssuers: ['云溪市人力资源和社会保障局'], signedOn: '2024-03-05', openness: 'on_request' });
  });

  it('lists its attachments and reads the appendices behind the signature', () => {
    const draft = readOfficialDocument('关于开展清理的通知\n云政办〔2024〕6号\n各镇人民政府：\n现开展清理工作。\n附件：1. 清理任务分工表\n2. 清理结果报送表\n云溪市人民政府办公室\n2024年5月6日\n（此件公开发布）\n附件1\n清理任务分工表\n一、牵头单位\n市司法局负责统筹。\n附件2\n清理结果报送表\n按月报送。');
    expect(draft.attachments).toEqual([{ title: '清理任务分工表', line: 10 }, { title: '清理结果报送表', line: 14 }]);
    expect(draft.sections.map((s) => [s.anchor, s.parentAnchor, s.heading])).toEqual([
      ['para-1', null, null], ['appendix-1', null, '清理任务分工表'], ['appendix-1-sec-1', 'appendix-1', '牵头单位'], ['appendix-2', null, '清理结果报送表'], ['appendix-2-para-1', 'appendix-2', null],
    ]);
  });

  it('takes the data block of a government website for what it says', () => {
    const draft = readOfficialDocument('索 引 号：YX001/2024-1\n标 题：云溪市教育局关于招生工作的通知\n文 号：云教〔2024〕3号\n发布机构：云溪市教育局\n成文日期：2024-04-01\n发布日期：2024年4月3日\n公开属性：主动公开\n云溪市教育局关于招生工作的通知\n各学校：\n请做好招生工作。');
    expect(draft).toMatchObject({ docNumber: '云教〔2024〕3号', issuer: '云溪市教育局', signedOn: '2024-04-01', publishedOn: '2024-04-03', openness: 'proactive' });
  });
});

describe('dates of force', () => {
  it.each<[string, string | null, string | null]>([
    ['本意见自2024年3月1日起施行，有效期至2027年2月28日。', '2024-03-01', '2027-02-28'],
    ['本意见自印发之日起施行。', '2024-01-08', null],
    ['本意见自发布之日起30日后施行，有效期三年。', '2024-02-07', '2027-02-06'],
    ['本意见自二〇二四年二月一日起执行，试行期一年。', '2024-02-01', '2025-01-31'],
    ['《云溪市某某条例》自2020年1月1日起施行。许可证有效期5年。', null, null],
  ])('of "%s"', (clause, effectiveOn, expiresOn) => {
    expect(readOfficialDocument(opinion(`一、其他事项\n${clause}`))).toMatchObject({ effectiveOn, expiresOn });
  });
});

describe('repeals and amendments', () => {
  const effects = (body: string) => readOfficialDocument(opinion(body)).repeals.map((r) => [r.title, r.docNumber, r.effect, r.effectiveOn]);

  it.each<[string, unknown[]]>([
    ['《甲市场管理办法》（云政发〔2015〕2号）、《乙市场管理办法》同时废止。', [['甲市场管理办法', '云政发〔2015〕2号', 'repealed', '2024-01-08'], ['乙市场管理办法', null, 'repealed', '2024-01-08']]],
    ['《甲市场管理办法》自2024年5月1日起废止。', [['甲市场管理办法', null, 'repealed', '2024-05-01']]],
    ['决定废止《甲市场管理办法》和《乙市场管理办法》。', [['甲市场管理办法', null, 'repealed', '2024-01-08'], ['乙市场管理办法', null, 'repealed', '2024-01-08']]],
    ['云政发〔2010〕3号文件同时废止。', [[null, '云政发〔2010〕3号', 'repealed', '2024-01-08']]],
    ['下列文件宣布失效：\n1.《甲市场管理办法》（云政发〔2015〕2号）\n2.关于乙市场的通知（云政发〔2016〕4号）\n3.关于丙市场的实施意见', [['甲市场管理办法', '云政发〔2015〕2号', 'declared_lapsed', '2024-01-08'], ['关于乙市场的通知', '云政发〔2016〕4号', 'declared_lapsed', '2024-01-08'], ['关于丙市场的实施意见', null, 'declared_lapsed', '2024-01-08']]],
    ['根据《关于修改〈甲办法〉的决定》修正的《甲市场管理办法》同时废止。', [['甲市场管理办法', null, 'repealed', '2024-01-08']]],
    ['应当及时修改、废止《甲市场管理办法》等文件。', []],
    ['《许可证》遗失的，登报声明失效。', []],
  ])('are read in: %s', (text, expected) => {
    expect(effects(text)).toEqual(expected);
  });

  it('counts a repeal of some articles as an amendment', () => {
    const draft = readOfficialDocument(opinion('《甲市场管理办法》第三条同时废止。'));
    expect(draft.repeals).toEqual([]);
    expect(draft.amendments).toMatchObject([{ title: '甲市场管理办法', effect: 'partly_repealed' }]);
  });

  it('reads what a decision repeals or amends from its title when the text does not name it', () => {
    expect(readOfficialDocument('云溪市人民政府关于废止《甲市场管理办法》的决定\n云政发〔2024〕1号\n市政府决定，上述办法不再执行。\n云溪市人民政府\n2024年2月1日').repeals).toMatchObject([{ title: '甲市场管理办法', effectiveOn: '2024-02-01' }]);
    expect(readOfficialDocument('云溪市人民政府关于修改《甲市场管理办法》的决定\n云政发〔2024〕2号\n一、将第三条修改为：“应当公开。”\n云溪市人民政府\n2024年2月1日').amendments).toMatchObject([{ title: '甲市场管理办法', effect: 'amended' }]);
  });
});

describe('what cannot be read', () => {
  it.each<[string, string, RegExp]>([
    ['an empty file', '', /没有文字/],
    ['a date no calendar has', '关于某事的通知\n云政办〔2024〕1号\n各镇人民政府：\n请办理。\n云溪市人民政府办公室\n2024年2月30日', /2024年2月30日”不存在/],
    ['marks of openness that contradict each other', '关于某事的通知\n各镇人民政府：\n请办理。\n（此件公开发布）\n（依申请公开）', /互相矛盾/],
    ['a missing mark of openness', '关于某事的通知\n各镇人民政府：\n请办理。', /没有找到公开属性/],
    ['a secrecy marking', '机密★1年\n关于某事的通知\n各镇人民政府：\n请办理。', /密级标志/],
    ['an unreadable character', '关于某事的通知\n各镇人民政府：\n请办\ufffd。', /无法识别/],
    ['a skipped number', opinion('一、甲事\n做好。\n三、丙事\n做好。'), /缺少序号/],
  ])('is reported in words: %s', (_what, source, message) => {
    const { problems } = readOfficialDocument(source);
    expect(problems.some((p) => message.test(p.message) && p.line >= 1)).toBe(true);
  });

  it('never throws, and keeps anchors unique and offsets inside the text, for any lines', () => {
    const line = fc.constantFrom('', '一、甲', '（一）乙。丙丁', '1.戊', '第一条 己', '第一章 庚', '附件1', '附件：1.辛', '云溪市人民政府', '2024年3月5日', '（此件公开发布）', '各镇人民政府：', '关于印发《壬办法》的通知', '壬办法', '《癸》同时废止。', '目 录', '“第三条', '”', '云政发〔2024〕1号', '抄送：某局。');
    fc.assert(fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const draft = readOfficialDocument(lines.join('\n'));
      const anchors = draft.sections.map((s) => s.anchor);
      expect(new Set(anchors).size).toBe(anchors.length);
      for (const s of draft.sections) {
        expect(s.start).toBeGreaterThanOrEqual(0);
        expect(s.end).toBeLessThanOrEqual(draft.text.length);
        expect(s.parentAnchor === null || anchors.includes(s.parentAnchor)).toBe(true);
      }
      for (const p of draft.problems) expect(p.line).toBeGreaterThanOrEqual(1);
    }));
  });
});

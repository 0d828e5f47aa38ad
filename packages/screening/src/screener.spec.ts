import fc from 'fast-check';
import { builtInLexicons, createScreener, type Finding, type LibraryEntry, type LibraryIndex, type ScreeningInput } from './index.js';

const screener = createScreener(builtInLexicons);
const createdAgain = createScreener(builtInLexicons);
const asOf = '2026-11-23';

function screen(text: string, more: Partial<ScreeningInput> = {}, library?: LibraryIndex): Finding[] {
  return screener.screen({ text, asOf, ...more }, library);
}

const brief = (findings: Finding[]): string[] => findings.filter((f) => f.rule !== 'policy.no-source' && f.rule !== 'law.citation.unknown').map((f) => `${f.severity} ${f.rule} ${f.text}${f.suggestion === null ? '' : ` → ${f.suggestion}`}`);

function entry(title: string, docNumber: string | null, validity: LibraryEntry['validity'], articles: string[] | null = null): LibraryEntry {
  return { documentId: title, title, docNumber, validity, articles: articles && new Set(articles) };
}
const shelf = [
  entry('云溪市城镇职工生育补助办法', '云政发〔2024〕12号', 'in_force', ['art-1', 'art-2', 'art-3']),
  entry('云溪市旧车补贴暂行规定', '云政办〔2018〕7号', 'repealed'),
  entry('云溪市公共停车管理办法', '云政发〔2026〕30号', 'not_yet_in_force', ['art-1']),
  entry('云溪市户外广告管理办法', '云政发〔2020〕3号', 'amended'),
];
const key = (title: string): string => title.replace(/[《》]/g, '');
const library: LibraryIndex = { byDocNumber: (n) => shelf.find((e) => e.docNumber === n) ?? null, byTitle: (t) => shelf.filter((e) => key(e.title) === t) };

describe('文字关', () => {
  it.each([
    ['各单位要认真布署，抓好落实。', 'warn text.confusable 布署 → 部署'],
    ['该项目座落于云溪河畔。', 'warn text.confusable 座落 → 坐落'],
    ['既使遇到困难也要完成。', 'warn text.confusable 既使 → 即使'],
    ['严禁私自按装充电桩。', 'warn text.confusable 按装 → 安装'],
    ['加强电磁幅射监测。', 'warn text.confusable 幅射 → 辐射'],
    ['截止目前，已办结三件。', 'warn text.confusable 截止目前 → 截至目前'],
    ['本市的的补贴标准不变。', 'warn text.repeated 的的 → 的'],
    ['由市民政局进行进行审核。', 'warn text.repeated 进行进行 → 进行'],
    ['请带好身份证、户口簿、等材料。', 'warn text.punctuation.before-deng 、 → '],
    ['申请人应当如实填写,并签字。', 'warn text.punctuation.half-width , → ，'],
    ['补贴按月发放。。', 'warn text.punctuation.repeated 。。 → 。'],
    ['执行《云溪市停车办法的规定。', 'warn text.punctuation.unpaired 《'],
    ['符合条件的人员（含退休人员可以申请。', 'warn text.punctuation.unpaired （'],
    ['材料齐全（见附表)后受理。', 'warn text.punctuation.mixed-pair （见附表) → （见附表）'],
    ['本办法自2026年2月30日起施行。', 'warn text.date.impossible 2026年2月30日'],
    ['会议定于2026年11月23日（星期二）召开。', 'warn text.date.weekday （星期二） → （星期一）'],
    ['报名时间为2026年5月10日至2026年5月1日。', 'warn text.date.order 2026年5月10日至2026年5月1日'],
    ['本月共受理咨询120件，其中电话咨询70件、窗口咨询60件。', 'warn text.sum.parts 120件，其中电话咨询70件、窗口咨询60件'],
    ['申领人数由100人增加到150人，增长40%。', 'warn text.sum.change 100人增加到150人，增长40%'],
    ['施行日期为2025年八月1日。', 'warn text.number.mixed-date 2025年八月1日'],
    ['办理时间缩短了2倍。', 'warn text.number.decrease 缩短了2倍'],
    ['每户大约300元左右。', 'warn text.number.redundant 大约300元左右'],
    ['办结率提高了5%个百分点。', 'warn text.unit.percent-point 5%个百分点'],
    ['一是优化流程；二是压缩时限；四是加强监督。', 'warn text.enumeration 四是'],
  ])('finds the fault in %s', (text, expected) => {
    expect(brief(screen(text))).toContain(expected);
  });

  it('adds up the column of a table against its total', () => {
    expect(brief(screen('单位\t件数\n民政局\t12\n人社局\t30\n合计\t43'))).toEqual(['warn text.sum.table 43']);
    expect(brief(screen('单位\t件数\n民政局\t12\n人社局\t30\n合计\t42'))).toEqual([]);
  });

  it.each([
    '为了了解群众需求，我们走访了三个社区。',
    '居民按装修方案施工，并做好防护。',
    '既使群众满意，又使企业受益。',
    '各项工作实实在在推进，目的的确达到了。',
    '本办法自2026年2月28日起施行，会议定于2026年11月23日（星期一）召开。',
    '本月共受理咨询120件，其中电话咨询70件、窗口咨询50件。',
    '申请材料包括：\n1）身份证；\n2）户口簿。',
    '不同等级的补贴标准不同，免费、等额、等候均有说明。',
    '将第三条修改为：“申请人应当提交下列材料：\n“（一）身份证；\n“（二）户口簿。”',
  ])('leaves clean prose alone: %s', (text) => {
    expect(brief(screen(text))).toEqual([]);
  });
});

describe('政治关', () => {
  it.each([
    ['中华人民共合国公民依法享有权利。', 'block politics.institution 中华人民共合国 → 中华人民共和国'],
    ['中华人民大和国公民依法享有权利。', 'block politics.institution 中华人民大和国 → 中华人民共和国'],
    ['国务院办公庭印发通知。', 'block politics.institution 国务院办公庭 → 国务院办公厅'],
    ['经市攻府同意，现予公布。', 'block politics.institution 攻府 → 政府'],
    ['云溪市人民检查院发布公告。', 'block politics.institution 人民检查院 → 人民检察院'],
    ['云溪市市场监督管里局负责解释。', 'block politics.institution 市场监督管里局 → 市场监督管理局'],
    ['市信坊局接待来访。', 'block politics.institution 信坊局 → 信访局'],
    ['市教育据公布招生计划。', 'block politics.institution 教育据 → 教育局'],
    ['云溪市人民攻·府发布公告。', 'block politics.institution 攻·府 → 政府'],
    ['与台湾等国家开展交流。', 'warn politics.wording 国家 → 国家和地区'],
    ['深入开展扫黑险恶专项斗争。', 'warn politics.set-phrase 扫黑险恶 → 扫黑除恶'],
    ['增强“五个意识”，坚定“四个自信”。', 'warn politics.numbered-phrase 五个意识 → 四个意识'],
    ['坚定道路自信、理论自信、制度自信、生态自信。', 'warn politics.elements 道路自信、理论自信、制度自信、生态自信 → 道路自信、理论自信、制度自信、文化自信'],
    ['贯彻创新、绿色、协调、开放、共享的新发展理念。', 'warn politics.elements 创新、绿色、协调、开放、共享 → 创新、协调、绿色、开放、共享'],
    ['赴台湾等国家考察。', 'warn politics.wording 国家 → 国家和地区'],
    ['促进中国与台湾经贸往来。', 'warn politics.wording 中国与台湾 → 大陆与台湾'],
    ['学习贯彻党的十九大四中全会精神。', 'warn politics.congress 党的十九大四中全会'],
  ])('finds the wrong form in %s', (text, expected) => {
    const findings = brief(screen(text));
    expect(findings.some((line) => line === expected || line.replace(/ → .*$/, '') === expected.replace(/ → .*$/, ''))).toBe(true);
  });

  it.each([
    '各区教育据统计公报填报，商务举办方、水利居民用户、市场监督管理剧烈变化、私法部门。',
    '香港、澳门驻军的国防等国家行为。',
    '中华人民共和国成立以来，国务院办公厅多次印发文件。',
    '文化旅游部门应当加强监督，财政部署了专项资金。',
    '各级人民代表大会依法行使职权，被检查机关应当整改。',
    '生态环境不断改善，市民政部门提供服务。',
    '行政服务中心设在人民路，检察委员会讨论案件。',
    '增强“四个意识”、坚定“四个自信”、做到“两个维护”。',
    '构建“三位一体”服务体系。',
  ])('stays silent in ordinary prose: %s', (text) => {
    expect(brief(screen(text))).toEqual([]);
  });
});

describe('法律关', () => {
  it('blocks a repealed basis and lets a repeal clause name it', () => {
    expect(brief(screen('根据《云溪市旧车补贴暂行规定》，给予补贴。', {}, library))).toEqual(['block law.citation.repealed 《云溪市旧车补贴暂行规定》']);
    expect(brief(screen('本办法自发布之日起施行，《云溪市旧车补贴暂行规定》（云政办〔2018〕7号）同时废止。', {}, library))).toEqual([]);
    expect(brief(screen('原《云溪市旧车补贴暂行规定》中的标准不再执行。', {}, library))).toEqual([]);
    expect(brief(screen('按照《云溪市旧车补贴暂行规定》执行，旧表格同时废止。', {}, library))).toEqual(['block law.citation.repealed 《云溪市旧车补贴暂行规定》']);
  });

  it.each([
    '决定对下列文件予以废止：\n1.《云溪市旧车补贴暂行规定》（云政办〔2018〕7号）\n2.《云溪市养犬办法》',
    '云溪市人民政府关于公布规范性文件清理结果的公告\n一、经研究，决定如下。\n1\t《云溪市旧车补贴暂行规定》\t云政办〔2018〕7号',
    '本办法施行前已按《云溪市旧车补贴暂行规定》受理的申请，仍按原规定办理。',
    '问：《云溪市旧车补贴暂行规定》还有效吗？答：已经废止。',
    '《云溪市旧车补贴暂行规定》已于2024年废止，请以新办法为准。',
  ])('lets a list of ended documents, a transition clause and a question name it: %s', (text) => {
    expect(brief(screen(text, {}, library)).filter((line) => line.startsWith('block'))).toEqual([]);
  });

  it.each([
    '为落实《云溪市旧车补贴暂行规定》，现通知如下。',
    '按照云政办[2018]7号文件执行。',
    '经市政府同意，废止旧表格，继续执行《云溪市旧车补贴暂行规定》。',
    '申请人可按《云溪市旧车补贴暂行规定》申请补贴。',
  ])('blocks it wherever something rests on it: %s', (text) => {
    expect(brief(screen(text, {}, library)).filter((line) => line.startsWith('block law.citation.repealed'))).toHaveLength(1);
  });

  it('knows the rules of a measure from the measure', () => {
    expect(brief(screen('依据《云溪市城镇职工生育补助办法实施细则》（云政发〔2024〕12号）办理。', {}, library))).toEqual(['warn law.citation.doc-number 云政发〔2024〕12号']);
    expect(brief(screen('依据《云溪市人民政府关于印发〈云溪市城镇职工生育补助办法〉的通知》（云政发〔2024〕12号）办理。', {}, library))).toEqual([]);
  });

  it('warns of an article that is missing, a wrong 文号, and a basis that is amended or not yet in force', () => {
    expect(brief(screen('依据《云溪市城镇职工生育补助办法》第九条办理。', {}, library))).toEqual(['warn law.citation.article 第九条']);
    expect(brief(screen('依据《云溪市城镇职工生育补助办法》第二条办理。', {}, library))).toEqual([]);
    expect(brief(screen('依据《云溪市城镇职工生育补助办法》（云政发〔2024〕21号）办理。', {}, library))).toEqual(['warn law.citation.doc-number 云政发〔2024〕21号 → 云政发〔2024〕12号']);
    expect(brief(screen('依据《云溪市公共停车管理办法》办理。', {}, library))).toEqual(['warn law.citation.not-in-force 《云溪市公共停车管理办法》']);
    expect(brief(screen('依据《云溪市户外广告管理办法》办理。', {}, library))).toEqual(['warn law.citation.amended 《云溪市户外广告管理办法》']);
  });

  it('does not take the number above a repealed document for a citation', () => {
    expect(brief(screen('云溪市旧车补贴暂行规定\n云政办〔2018〕7号\n各镇人民政府：', { kind: 'document' }, library))).toEqual([]);
    expect(brief(screen('依据《云溪市旧车补贴暂行规定》（云政办〔2018〕7号，现已废止）给予补贴。', {}, library))).toEqual(['block law.citation.repealed 《云溪市旧车补贴暂行规定》（云政办〔2018〕7号，现已废止）']);
  });

  it('notes a citation that the library does not know, once', () => {
    const findings = screen('《云溪市养犬条例》自明年施行，《云溪市养犬条例》由市公安局解释。', {}, library).filter((f) => f.rule === 'law.citation.unknown');
    expect(findings.map((f) => [f.severity, f.text])).toEqual([['note', '《云溪市养犬条例》']]);
  });

  it('warns of superlatives but not of names that contain one', () => {
    expect(brief(screen('我市推出全国第一的惠民套餐。'))).toEqual(['warn law.superlative 全国第一']);
    expect(brief(screen('最高人民法院和最低生活保障、最低工资、最多跑一次。'))).toEqual([]);
  });
});

describe('政策关', () => {
  const source = {
    documentId: 'd1', title: '云溪市城镇职工生育补助办法', docNumber: '云政发〔2024〕12号', validity: 'in_force', openness: 'proactive',
    text: '第一条 参保职工连续缴费满12个月的，给予一次性生育补助3000元。\n第二条 申请人应当自分娩之日起90日内提出申请，市医疗保障局在10个工作日内作出决定。\n第三条 补助总额不超过5万元，个人自付比例为百分之二十。\n第四条 本办法自2024年5月1日起施行，有效期5年。',
  };
  const against = (text: string): string[] => brief(screen(text, { kind: 'qa', sources: [source] }));

  it('finds every number of a faithful text in the source, whatever way it is written', () => {
    expect(against('连续缴费满一年，可领取生育补助三千元（0.3万元）。分娩之日起90日内申请，十个工作日内作出决定；总额不超过50000元，自付比例为20%。办法自2024年5月1日起施行。')).toEqual([]);
  });

  it.each([
    ['连续缴费满12个月的，给予一次性生育补助5000元。', 'block policy.contradicts 5000元 → 3000元'],
    ['市医疗保障局在10日内作出决定。', 'block policy.contradicts 10日 → 10个工作日'],
    ['补助总额不低于5万元。', 'block policy.contradicts 不低于5万元'],
    ['个人自付比例为百分之三十。', 'block policy.contradicts 百分之三十 → 百分之二十'],
    ['本办法自2024年6月1日起施行。', 'block policy.contradicts 2024年6月1日 → 2024年5月1日'],
    ['全市已有460人受益。', 'warn policy.not-found 460人'],
    ['可以打八折购买。', 'warn policy.not-found 八折'],
    ['自分娩之日起120日内提出申请。', 'block policy.contradicts 120日 → 90日'],
    ['有效期3年。', 'block policy.contradicts 3年 → 5年'],
  ])('judges %s', (text, expected) => {
    expect(against(text)).toEqual([expected]);
  });

  it('does not take the denied side of a bound for its opposite', () => {
    expect(against('补助总额5万元以上的部分不予补助。')).toEqual(['warn policy.contradicts 5万元以上']);
  });

  it('does not block a number that the text itself calls a former one', () => {
    expect(against('此前给予一次性生育补助2000元，现在给予一次性生育补助3000元。')).toEqual(['warn policy.not-found 2000元']);
  });

  it('leaves 文号, titles, article references, list labels and telephone numbers alone', () => {
    expect(against('一、依据《云溪市城镇职工生育补助办法》（云政发〔2024〕12号）第二条。\n（二）咨询电话：0512-53521234、12345。\n1. 详见附件2。')).toEqual([]);
  });

  it('tells what contradicts the source in an attachment, with its place, and never blocks for it', () => {
    const attachments = [{ name: '一览.docx', text: '标题\n给予一次性生育补助5000元。\n另有名额460人。', places: [{ start: 0, label: '第1段' }, { start: 3, label: '第2段' }] }];
    expect(screen('正文。', { kind: 'qa', sources: [source], attachments }).map(({ rule, severity, text, place }) => [rule, severity, text, place])).toEqual([['policy.contradicts', 'warn', '5000元', '第2段']]);
  });

  it('says once that no source is bound', () => {
    expect(screen('补助3000元，10个工作日内发放。').map((f) => [f.severity, f.rule])).toEqual([['note', 'policy.no-source']]);
  });
});

describe('保密关', () => {
  it.each([
    ['身份证号：11010519491231002X。', 'block secrecy.identity-card 11010519491231002X'],
    ['证件号 110105 19491231 002X', 'block secrecy.identity-card 110105 19491231 002X'],
    ['证件号１１０１０５１９４９１２３１００２Ｘ', 'block secrecy.identity-card １１０１０５１９４９１２３１００２Ｘ'],
    ['身份证号：110105194912310021。', 'warn secrecy.identity-card-doubtful 110105194912310021'],
    ['身份证号110105491231002', 'block secrecy.identity-card 110105491231002'],
    ['联系人手机13812345678。', 'warn secrecy.mobile 13812345678'],
    ['手机：138 1234 5678', 'warn secrecy.mobile 138 1234 5678'],
    ['卡号6222 0212 3456 7890 128。', 'block secrecy.bank-card 6222 0212 3456 7890 128'],
    ['卡号6222021234567890128。', 'block secrecy.bank-card 6222021234567890128'],
    ['车牌苏E12345的车主', 'warn secrecy.plate 苏E12345'],
    ['护照号E12345678', 'warn secrecy.passport E12345678'],
    ['台胞证号12345678', 'warn secrecy.passport 12345678'],
    ['邮箱zhangsan@163.com', 'warn secrecy.email zhangsan@163.com'],
    ['家住云溪市桃源小区3号楼2单元501室', 'warn secrecy.address'],
    ['机密★10年\n关于某项工作的通知', 'block secrecy.marking 机密★10年'],
    ['秘密\n云溪市人民政府文件', 'block secrecy.marking 秘密'],
    ['内部资料，注意保存', 'block secrecy.marking 内部资料，注意保存'],
    ['（此件不公开）', 'block secrecy.marking （此件不公开）'],
  ])('finds %s', (text, expected) => {
    expect(brief(screen(text)).some((line) => line.startsWith(expected))).toBe(true);
  });

  it.each([
    '咨询电话：0512-53521234，也可拨打12345热线。',
    '依法保守国家秘密、商业秘密，不得泄露工作秘密。',
    '身份证号：11**************2X，手机138****5678。',
    '项目代码2026-320585-89-01-123456。',
    '桃源小区3号楼至5号楼之间道路施工，桃源小区8号楼停水。',
    '户名：云溪市财政局，账号：14001234567890123456。',
    '案号：（2026）云0105民初1234号，行政区划代码140105，经纬度112.5489，37.8706。',
    '地址：云溪市人民路88号政务服务中心3号楼201室。',
    '邮箱：xxgk@yunxi.gov.cn。',
  ])('leaves public information alone: %s', (text) => {
    expect(brief(screen(text)).filter((line) => line.includes('secrecy'))).toEqual([]);
  });

  it('warns of a source that is not public and looks into attachments and their names', () => {
    const source = { documentId: 'd', title: '关于某事的函', docNumber: null, validity: 'in_force', openness: 'on_request', text: '' };
    expect(screen('正文。', { sources: [source] }).map((f) => [f.severity, f.rule, f.text])).toEqual([['warn', 'secrecy.source-not-public', '《关于某事的函》']]);
    const found = screen('正文。', { attachments: [{ name: '名单（内部资料）.xlsx', text: '张某 13812345678' }] });
    expect(found.map((f) => [f.rule, f.attachment])).toEqual([['secrecy.marking', '名单（内部资料）.xlsx'], ['secrecy.mobile', '名单（内部资料）.xlsx']]);
  });
});

describe('the screener', () => {
  it('gives the same findings with the same keys every time, and keeps a key when text is added before', () => {
    const text = '各单位要认真布署。第二次布署。';
    expect(screen(text)).toEqual(screen(text));
    expect(screen(`新增一段。${text}`).map((f) => f.key)).toEqual(screen(text).map((f) => f.key));
    expect(new Set(screen(text).map((f) => f.key)).size).toBe(2);
  });

  it('points at the exact span behind zero-width marks, full width and traditional characters', () => {
    const text = '请认真布\u200b署，經市攻府同意。';
    expect(screen(text).map((f) => [f.text, text.slice(f.start, f.end) === f.text])).toEqual([['布\u200b署', true], ['經', true], ['攻府', true]]);
  });

  it.each([
    ['behind a byte order mark', '\ufeff秘密\n正文。', '秘密'],
    ['with the line ends of Windows', '关于某事的通知\r\n机密★10年\r\n正文。', '机密★10年'],
    ['with the line ends of old machines', '标题\r内部资料\r正文。', '内部资料'],
    ['in traditional characters', '標題\n機密★十年\n', '機密★十年'],
    ['with a mark without width inside', '机\u200b密★\u206010年', '机\u200b密★\u206010年'],
    ['behind characters of two units', '📢📢机密★10年', '机密★10年'],
    ['in full-width digits', '施行日期为２０２６年２月３０日。', '２０２６年２月３０日'],
    ['in digits of mathematicians', '手机\u{1d7cf}\u{1d7d1}\u{1d7d6}12345678', '\u{1d7cf}\u{1d7d1}\u{1d7d6}12345678'],
  ])('finds what stands %s', (_, text, found) => {
    const finding = screen(text).find((f) => f.severity !== 'note')!;
    expect([finding?.text, text.slice(finding?.start, finding?.end)]).toEqual([found, found]);
  });

  it('says the same byte for byte whatever the text, and every span holds its own words', () => {
    const pieces = fc.constantFrom('各单位要认真布署', '，', '。', '\r\n', '\u200b', '《云溪市停车办法', '》', '2026年2月30日', '攻府', '13812345678', '共50人，其中甲30人、乙30人', '（', '）', '機密★十年', '📢', '一是', '四是', '增强“五个意识”', '110105 19491231 002X', '３０００元', '中华人民共合国', '|', '\t', '合计', '12');
    fc.assert(fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 30 }), fc.array(pieces, { maxLength: 6 }), (words, others) => {
      const input: ScreeningInput = { text: words.join(''), kind: 'interpretation', asOf, attachments: [{ name: '附件.docx', text: others.join('\n') }] };
      const found = screener.screen(input, library);
      expect(JSON.stringify(createdAgain.screen(structuredClone(input), library))).toBe(JSON.stringify(found));
      for (const { attachment, start, end, text, rule } of found) if (attachment === null && end > start) expect({ rule, text: input.text.slice(start, end) }).toEqual({ rule, text });
      expect(new Set(found.map((finding) => finding.key)).size).toBe(found.length);
    }), { numRuns: 300, seed: 20261127 });
  });

  it('tells one slip once, however many rules see it', () => {
    for (const text of ['市人民检查院提起公诉。', '居民可通过以下方式咨询：：电话。', '加强医疗保俭参保。', '新疆维吾尔族自治区来访。', '国家卫生建康委印发指南。', '全国人大常委汇审议。', '付市长出席活动。']) expect([text, screen(text).length]).toEqual([text, 1]);
  });

  it('reports terms of a local lexicon within its dates and never as a block', () => {
    const register = { id: 'local.yunxi', title: '云溪市用语表', version: '1', source: '云溪市政府办', effectiveFrom: '2026-01-01', effectiveTo: null, entries: [{ term: '云溪县', gate: 'text' as const, suggestion: '云溪市', message: '已撤县设市', severity: 'warn' as const }] };
    const local = createScreener({ ...builtInLexicons, local: [register] });
    expect(local.screen({ text: '云溪县政策。', asOf }).map((f) => [f.rule, f.severity, f.suggestion])).toEqual([['text.local', 'warn', '云溪市']]);
    expect(local.screen({ text: '云溪县政策。', asOf: '2025-12-31' })).toEqual([]);
    expect(local.version).not.toBe(screener.version);
  });

  it('blocks nothing but what may block', () => {
    const blocking = builtInLexicons.rules.entries.filter((rule) => rule.severity === 'block').map((rule) => rule.rule);
    expect(blocking.sort()).toEqual(['law.citation.repealed', 'policy.contradicts', 'politics.institution', 'secrecy.bank-card', 'secrecy.identity-card', 'secrecy.marking']);
  });
});

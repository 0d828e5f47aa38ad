import type { ContentBlock, FilingForm } from '@govmedia-hub/contracts';

/** Everything the walkthrough writes: invented texts of the fictional city, dated from the day of the walk. */
export interface Texts {
  policy: { fileName: string; title: string; docNumber: string; issuer: string; signedOn: string; effectiveOn: string; expiresOn: string; repealedTitle: string; repealedNumber: string; citedNumber: string; text: string };
  faulty: { title: string; blocks: ContentBlock[] };
  sound: { title: string; blocks: ContentBlock[] };
  filing: { faulty: FilingForm; sound: FilingForm };
}

const DAY_MS = 86_400_000;
/** The civil date in Shanghai, so many days from the instant. */
export const civilDate = (now: Date, days = 0): string => new Date(now.getTime() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);
const spoken = (iso: string): string => { const [year, month, day] = iso.split('-').map(Number); return `${year}年${month}月${day}日`; };

/** A resident identity number that belongs to nobody (no area has the number 320499) and whose check digit is right. */
export function identityNumber(): string {
  const body = '32049919900307002';
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return body + '10X98765432'[[...body].reduce((sum, digit, i) => sum + Number(digit) * weights[i]!, 0) % 11];
}

/** The texts of a walk on that day. */
export function textsOf(now: Date): Texts {
  const signedOn = civilDate(now, -6);
  const effectiveOn = civilDate(now, -2);
  const expiresOn = `${Number(effectiveOn.slice(0, 4)) + 3}-12-31`;
  const year = signedOn.slice(0, 4);
  const title = '云溪市青年就业见习补贴办法';
  const docNumber = `云人社〔${year}〕61号`;
  const issuer = '云溪市人力资源和社会保障局';
  const repealedTitle = '云溪市就业见习管理暂行办法';
  const repealedNumber = '云人社〔2019〕15号';
  const citedNumber = `云人社〔${civilDate(now, -320).slice(0, 4)}〕8号`;
  const text = `${docNumber}

${title}

各镇人民政府，市各有关单位：

第一章　总则

第一条　为帮助青年积累工作经验、提升就业能力，根据《中华人民共和国就业促进法》等规定，结合本市实际，制定本办法。

第二条　本市行政区域内青年就业见习的组织、补贴的申请和发放，适用本办法。

第二章　见习对象和待遇

第三条　下列人员可以参加就业见习：
（一）离校2年内未就业的高等学校毕业生；
（二）16周岁至24周岁的登记失业青年。

第四条　见习期限为3个月至12个月。见习期间，见习单位应当按照每人每月不低于1800元的标准发放见习生活补助，并为见习人员办理人身意外伤害保险。

第五条　见习单位按照每人每月1500元的标准享受见习补贴。见习期满留用率达到50%以上的，补贴标准提高到每人每月1900元。

第三章　申请和发放

第六条　见习单位申请补贴，应当在见习期满后3个月内向市公共就业服务中心提交下列材料各1份：
（一）就业见习补贴申请表；
（二）见习协议书；
（三）发放见习生活补助的银行凭证。

第七条　市公共就业服务中心自受理申请之日起15个工作日内完成审核。审核通过的，在市人民政府门户网站公示5个工作日；公示无异议的，10个工作日内拨付补贴。

第八条　见习人员期满后创业的，可以按照《关于进一步做好创业担保贷款工作的通知》（${citedNumber}）的规定申请创业担保贷款。

第四章　附则

第九条　虚报见习人数骗取补贴的，由市人力资源和社会保障局责令退回，3年内不再受理其申请。

第十条　本办法自${spoken(effectiveOn)}起施行，有效期至${spoken(expiresOn)}。《${repealedTitle}》（${repealedNumber}）同时废止。

${issuer}
${spoken(signedOn)}

（此件公开发布）
`;
  const question = (documentId: string | null, more: Partial<Extract<ContentBlock, { type: 'qa' }>>): ContentBlock => ({ type: 'qa', question: '', alternatives: [], answer: '', documentId, anchor: null, ...more });
  const sound: Texts['sound'] = {
    title: '《云溪市青年就业见习补贴办法》问答解读',
    blocks: [
      { type: 'heading', text: '谁可以参加就业见习' },
      question(null, { question: '刚毕业还没找到工作，可以参加就业见习吗？', alternatives: ['大学毕业没工作能去见习吗', '失业青年见习有什么条件'], answer: '可以。离校2年内未就业的高等学校毕业生，以及16周岁至24周岁的登记失业青年，都可以参加就业见习。', anchor: 'art-3' }),
      { type: 'heading', text: '见习期间的待遇' },
      question(null, { question: '见习期间每个月能拿多少钱？', alternatives: ['就业见习有工资吗', '见习生活补助标准是多少'], answer: '见习单位每人每月发放不低于1800元的见习生活补助，并办理人身意外伤害保险。见习期限为3个月至12个月。', anchor: 'art-4' }),
      question(null, { question: '单位接收见习人员，补贴标准是多少？', alternatives: ['企业招见习生有补贴吗'], answer: '每人每月1500元。见习期满留用率达到50%以上的，提高到每人每月1900元。', anchor: 'art-5' }),
      { type: 'paragraph', text: `见习单位应当在见习期满后3个月内向市公共就业服务中心申请，受理后15个工作日内完成审核。本办法自${spoken(effectiveOn)}起施行。` },
    ],
  };
  const faulty: Texts['faulty'] = {
    title: sound.title,
    blocks: [
      ...sound.blocks.slice(0, 3),
      question(null, { question: '见习期间每个月能拿多少钱？', alternatives: [], answer: '见习单位每人每月发放不低于2600元的见习生活补助。', anchor: 'art-4' }),
      { type: 'paragraph', text: `各单位要认真部暑，一如继往做好服务。国务园有关部门对此作了要求。申请从${year}年2月30日开始。` },
      { type: 'paragraph', text: `旧办法见《${repealedTitle}》（${repealedNumber}）。例如申请人身份证号${identityNumber()}，联系电话13900048000。` },
    ],
  };
  const form: FilingForm = {
    accountName: '云溪就业创业', platform: 'wechat_official', accountType: '订阅号', platformAccountId: 'gh_048000099001', accountKind: 'mixed', homepageUrl: null,
    intro: '发布云溪市就业创业政策和招聘信息，解答群众咨询。', openedOn: civilDate(now, -3), certSubject: issuer, undertakingDept: '就业促进科', operationMode: 'self', operatorOrg: null,
    leaderInCharge: '王终审', responsiblePerson: '吴初审', responsiblePhone: '0480-8222605', interactionChannels: ['留言', '自动回复'], updateFrequency: '每周不少于2次',
    reason: '就业创业政策需要单独的渠道向青年群体集中解读，原有视频号不能承载图文问答。',
  };
  return {
    policy: { fileName: '青年就业见习补贴办法.txt', title, docNumber, issuer, signedOn, effectiveOn, expiresOn, repealedTitle, repealedNumber, citedNumber, text },
    faulty, sound,
    filing: { sound: form, faulty: { ...form, undertakingDept: '待定', reason: '工作需要。' } },
  };
}

/** What the planted faults must be found as: the words, and the gate that must name them. */
export const plantedFaults = (): { gate: 'politics' | 'law' | 'policy' | 'secrecy' | 'text'; words: string }[] => [
  { gate: 'text', words: '部暑' },
  { gate: 'text', words: '一如继往' },
  { gate: 'text', words: '2月30日' },
  { gate: 'politics', words: '国务园' },
  { gate: 'policy', words: '2600' },
  { gate: 'law', words: '云溪市就业见习管理暂行办法' },
  { gate: 'secrecy', words: identityNumber() },
  { gate: 'secrecy', words: '13900048000' },
];

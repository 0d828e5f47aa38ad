import type { Severity } from '../findings.js';
import type { ScreeningInput } from '../input.js';
import type { Page } from '../page.js';
import { digitRuns, type DigitRun } from './digit-runs.js';
import { hasCardIssuer, isIdentityNumber, isOldIdentityNumber, passesLuhn } from './identities.js';
import { checkMarkings } from './secrecy-markings.js';

const provinceMarks = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const span = (run: DigitRun): [number, number] => [run.offsets[0]!, run.offsets[run.offsets.length - 1]! + 1];

function around(text: string, start: number, end: number, before: number, after = 6): string {
  return text.slice(Math.max(0, start - before), start) + text.slice(end, end + after);
}

function checkNumbers(page: Page): void {
  const { text } = page;
  const taken: [number, number][] = [];
  for (const match of text.matchAll(/(?:https?:\/\/|www\.)[^\s\u4e00-\u9fff，。；）]+/g)) taken.push([match.index, match.index + match[0].length]);
  const free = (run: DigitRun): boolean => {
    const [start, end] = span(run);
    return !taken.some(([from, to]) => start < to && end > from) && !/[A-Za-z_*＊]/.test(text[start - 1] ?? '') && !/[A-Za-z_*＊]/.test(text[end] ?? '');
  };
  const claim = (run: DigitRun, rule: string, message: string, suggestion: string | null, more: { severity?: Severity } = {}): void => {
    const [start, end] = span(run);
    taken.push([start, end]);
    page.report(rule, start, end, message, suggestion, more);
  };
  const all = digitRuns(text, [11, 13, 15, 16, 17, 18, 19]);
  const runs = (...lengths: number[]): DigitRun[] => all.filter((run) => lengths.includes(run.digits.length));
  const eighteen = runs(18);
  for (const run of eighteen) if (free(run) && isIdentityNumber(run.digits)) claim(run, 'secrecy.identity-card', '公民身份号码应去标识化处理', `${run.digits.slice(0, 2)}${'*'.repeat(13)}${run.digits.slice(-3)}`);
  const named = (run: DigitRun): boolean => /卡号|银行卡|账号|账户|帐号|帐户|开户|银联/.test(around(text, ...span(run), 16));
  const cards = runs(16, 17, 18, 19).filter((run) => !run.digits.includes('X')).sort((a, b) => b.digits.length - a.digits.length);
  // Accounts of offices and firms are published with their notices, and by chance one in ten passes the check.
  const ofOffice = (run: DigitRun): boolean => /(?:户名|账户名称|收款单位|开户名称|单位名称|收款人)[:：为是]?[^\n。；]{0,24}(?:局|委|办|府|中心|公司|院|校|所|会|站|社|厂|处|馆|库|财政|银行)/.test(text.slice(Math.max(0, span(run)[0] - 80), span(run)[0]));
  for (const run of cards) if (free(run) && passesLuhn(run.digits) && hasCardIssuer(run.digits) && !ofOffice(run)) claim(run, 'secrecy.bank-card', '银行卡号不得公开', `${run.digits.slice(0, 4)}${'*'.repeat(run.digits.length - 8)}${run.digits.slice(-4)}`);
  for (const run of cards) if (free(run) && named(run) && !isIdentityNumber(run.digits, false)) claim(run, 'secrecy.bank-card-doubtful', '疑似银行账号，请核对；个人账号应去标识化', null, ofOffice(run) ? { severity: 'note' } : {});
  for (const run of eighteen) if (free(run) && isIdentityNumber(run.digits, false)) claim(run, 'secrecy.identity-card-doubtful', '疑似公民身份号码（校验码不符），请核对后去标识化', null);
  for (const run of runs(15)) {
    if (!free(run) || !isOldIdentityNumber(run.digits)) continue;
    const said = /身份证|身份号码|证件号|公民身份/.test(around(text, ...span(run), 16));
    claim(run, said ? 'secrecy.identity-card' : 'secrecy.identity-card-doubtful', said ? '公民身份号码（15位）应去标识化处理' : '疑似15位公民身份号码，请核对后去标识化', `${run.digits.slice(0, 2)}${'*'.repeat(10)}${run.digits.slice(-3)}`);
  }
  for (const run of runs(11, 13)) {
    const digits = run.digits.length === 13 ? run.digits.replace(/^86/, '') : run.digits;
    if (!/^1[3-9]\d{9}$/.test(digits) || !free(run)) continue;
    claim(run, 'secrecy.mobile', '手机号码应去标识化处理', `${digits.slice(0, 3)}****${digits.slice(-4)}`);
  }
}

const papers: readonly { rule: string; pattern: RegExp; message: string; near?: RegExp; mask?: (text: string) => string }[] = [
  { rule: 'secrecy.plate', pattern: new RegExp(`[${provinceMarks}][A-HJ-NP-Z][·•・\\- ]?(?=[A-HJ-NP-Z0-9]*\\d)(?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[A-HJ-NP-Z0-9]{6})(?![A-Za-z0-9])`, 'g'), message: '机动车号牌应去标识化处理', mask: (text) => `${text.slice(0, 2)}***${text.slice(-2)}` },
  { rule: 'secrecy.passport', pattern: /(?<![A-Za-z0-9])(?:E[A-HJ-NP-Z]\d{7}|[EGDSP]\d{8}|P\d{7}|[DS]\d{7}|14\d{7}|15\d{7})(?![A-Za-z0-9])/g, near: /护照|通行证|出入境|证件/, message: '出入境证件号码应去标识化处理', mask: (text) => `${text.slice(0, 2)}****${text.slice(-3)}` },
  { rule: 'secrecy.passport', pattern: /(?<![A-Za-z0-9])[HMCTL]\d{8}(?:\d{2})?(?![A-Za-z0-9])/g, near: /通行证|回乡证|台胞证|证件/, message: '港澳台居民证件号码应去标识化处理', mask: (text) => `${text.slice(0, 2)}****${text.slice(-3)}` },
  { rule: 'secrecy.passport', pattern: /(?<![\dA-Za-z])\d{8}(?!\d)/g, near: /台湾居民来往大陆通行证|台胞证/, message: '台湾居民证件号码应去标识化处理', mask: (text) => `${text.slice(0, 2)}****${text.slice(-2)}` },
  { rule: 'secrecy.passport', pattern: /(?<![A-Za-z0-9])E[A-HJ-NP-Z]\d{7}(?![A-Za-z0-9])/g, message: '疑似护照号码，应去标识化处理', mask: (text) => `${text.slice(0, 2)}****${text.slice(-3)}` },
  { rule: 'secrecy.email', pattern: /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+[@＠](?![A-Za-z0-9.-]*gov\.cn)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g, message: '个人邮箱应去标识化处理，工作邮箱请使用政务域名' },
];

/** Numerals of house, entrance, flat; residential words that tell a home from an office. */
const home = /(?:[\u4e00-\u9fff]{2,8}(?:小区|花园|新村|家园|公寓|雅苑|佳苑|[\u4e00-\u9fff]苑|花苑|华庭|名城|一村|二村|三村|新城|里弄)[^，。；、\n\u4e00-\u9fff]{0,2})(?:[^，。；\n]{0,6}?)(?:\d+|[一二三四五六七八九十]+)(?:号楼|栋|幢|号|弄)(?:(?:\d+|[一二三四五六七八九十]+)(?:单元|门|号))?(?:\d{2,4}(?:室|号|户)?)?|[\u4e00-\u9fff]{1,8}(?:\d+|[一二三四五六七八九十]+)(?:栋|幢|号楼)(?:\d+|[一二三四五六七八九十]+)单元\d{2,4}(?:室|号)?|[\u4e00-\u9fff]{2,6}村(?:民委员会)?(?:第?[一二三四五六七八九十\d]+(?:组|村民小组|队)|[\u4e00-\u9fff]{1,4}(?:组|屯|自然村))\d+号/g;
const stated = /(?:家庭(?:住址|地址)|现?住址|住所地?|户籍地址?|居住地址?|家住|现住|暂住|(?<=^|[，。；、：\n])住(?=[\u4e00-\u9fff]{2,4}[省市县])|户籍所在地)[:：为在是于]?\s*([^，。；\n]{4,40}?(?:\d+|[一二三四五六七八九十]+)(?:号楼|号|栋|幢|室|组|户|单元)(?:[^，。；\n]{0,10}?\d+(?:室|号|单元))*)/g;
const office = /政务|服务中心|大楼|大厦|局|厅|政府|办公|窗口|委员会|法院|学校|医院|公司|便民/;

/** A number of a house: without one the long pattern, which seldom finds anything, need not be tried. */
const houseNumber = /[\d一二三四五六七八九十](?:号|栋|幢|弄)/;

/** No home reaches over the end of its line. */
function* homesIn(text: string): Generator<RegExpExecArray> {
  if (!houseNumber.test(text)) return;
  for (let from = 0; from < text.length;) {
    const next = text.indexOf('\n', from);
    const to = next < 0 ? text.length : next;
    if (houseNumber.test(text.slice(from, to)))
      for (const match of text.slice(from, to).matchAll(home)) {
        match.index += from;
        yield match;
      }
    from = to + 1;
  }
}

function checkAddresses(page: Page): void {
  const taken: [number, number][] = [];
  for (const match of page.text.matchAll(stated)) {
    const start = match.index + match[0].length - match[1]!.length;
    taken.push([start, match.index + match[0].length]);
    page.report('secrecy.address', start, match.index + match[0].length, '住址只公开到乡镇（街道）', null);
  }
  for (const match of homesIn(page.text)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (taken.some(([from, to]) => start < to && end > from) || !/\d|[一二三四五六七八九十]/.test(match[0])) continue;
    const nearby = page.text.slice(Math.max(0, start - 12), end + 6);
    if (office.test(nearby)) continue;
    // A building alone is where water is cut off; a flat, or somebody's building, is where somebody lives.
    if (!/单元|室|户|\d{3,4}$|[组屯村队]/.test(match[0]) && !/住|家|户主|某|先生|女士/.test(nearby.replace(/某某|小区|家园/g, ''))) continue;
    if (/^(?:至|到|—|-|～|、\d)/.test(page.text.slice(end, end + 2)) || /[至到]/.test(match[0])) continue;
    page.report('secrecy.address', start, end, '住址只公开到乡镇（街道）', null);
  }
}

function checkPapers(page: Page): void {
  const taken: [number, number][] = [];
  for (const { rule, pattern, message, near, mask } of papers) {
    for (const match of page.text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (taken.some(([from, to]) => start < to && end > from)) continue;
      if (near && !near.test(around(page.text, start, end, 20, 8))) continue;
      taken.push([start, end]);
      page.report(rule, start, end, message, mask ? mask(match[0]) : null);
    }
  }
}

/** 保密关 over one text: the publication itself, or an attachment's name or content. */
export function screenSecrecy(page: Page): void {
  checkNumbers(page);
  checkPapers(page);
  checkAddresses(page);
  checkMarkings(page);
}

/** What may be published rests on what is public. */
export function screenSources(page: Page, input: ScreeningInput): void {
  for (const source of input.sources ?? []) {
    if (source.openness === 'proactive') continue;
    const name = `《${source.title}》${source.docNumber ? `（${source.docNumber}）` : ''}`;
    page.report('secrecy.source-not-public', 0, 0, `绑定的${name}${source.openness === null ? '没有公开属性' : '不是主动公开文件'}，不能据以发布`, null, { text: name });
  }
}

import { canonicalDocumentNumber, findDates, findDocumentNumbers, genreOf } from '@govmedia-hub/chinese-text';
import type { Problem } from './draft.js';
import { readMark } from './marks.js';
import { organisationsIn, splitAddressees } from './organisations.js';
import { closeUp } from './section-tree.js';
import type { SourceLine } from './source-lines.js';

export interface FrontMatter {
  title: string | null;
  titleLine: number | null;
  docNumber: string | null;
  /** From the red head (云溪市人民政府文件) or the data block of a web page. */
  issuer: string | null;
  addressees: string[];
  signedOn: string | null;
  publishedOn: string | null;
  effectiveOn: string | null;
  expiresOn: string | null;
  /** Index of the first line of the text proper. */
  bodyAt: number;
}

type Field = 'title' | 'docNumber' | 'issuer' | 'signedOn' | 'publishedOn' | 'effectiveOn' | 'expiresOn' | 'other';

/** Labels of the data block that government websites print above a document. */
const FIELDS: Readonly<Record<string, Field>> = {
  标题: 'title', 名称: 'title', 信息名称: 'title', 文件名称: 'title', 文号: 'docNumber', 发文字号: 'docNumber', 文件编号: 'docNumber',
  发文机关: 'issuer', 发布机构: 'issuer', 发布机关: 'issuer', 发文单位: 'issuer', 制发机关: 'issuer',
  成文日期: 'signedOn', 生成日期: 'signedOn', 发文日期: 'signedOn', 公布日期: 'publishedOn', 发布日期: 'publishedOn', 发布时间: 'publishedOn',
  生效日期: 'effectiveOn', 施行日期: 'effectiveOn', 实施日期: 'effectiveOn', 失效日期: 'expiresOn', 废止日期: 'expiresOn',
  索引号: 'other', 主题分类: 'other', 分类: 'other', 主题词: 'other', 体裁分类: 'other', 组配分类: 'other', 内容概述: 'other', 时效: 'other', 有效性: 'other', 效力状态: 'other', 来源: 'other', 浏览次数: 'other',
  信息来源: 'other', 规范性文件编号: 'other', 统一编号: 'other', 公开属性: 'other', 公开方式: 'other', 公开类别: 'other', 签发人: 'other', 份号: 'other', 紧急程度: 'other', 密级: 'other',
};

/** "文 号：云政发〔2024〕1号" → ['docNumber', '云政发〔2024〕1号'] */
function fieldOf(text: string): [Field, string] | null {
  const match = /^[【[]?([\u4e00-\u9fa5 ]{2,10}?)[】\]]? ?[:：] ?(.*)$/.exec(text);
  const field = match ? FIELDS[match[1]!.replace(/ /g, '')] : undefined;
  return field ? [field, match![2]!.trim()] : null;
}

const SEARCHED = 40;
const isDate = (text: string): boolean => {
  const date = findDates(text)[0];
  return date !== undefined && date.year !== null && date.text.length >= text.length - 2;
};

/** Everything above the text proper: red head, number, data block, title, addressees. */
export function readFrontMatter(lines: readonly SourceLine[], problems: Problem[]): FrontMatter {
  const front: FrontMatter = { title: null, titleLine: null, docNumber: null, issuer: null, addressees: [], signedOn: null, publishedOn: null, effectiveOn: null, expiresOn: null, bodyAt: 0 };
  let i = 0;
  const takeNumber = (text: string): boolean => {
    const bare = text.replace(/ ?签发人.*$/, '').replace(/^[（(] ?| ?[）)]$/g, '');
    const number = canonicalDocumentNumber(bare);
    if (number === null) return false;
    front.docNumber ??= number;
    return true;
  };
  for (; i < lines.length && i < SEARCHED; i++) {
    const { text } = lines[i]!;
    if (text === '' || takeNumber(text)) continue;
    const field = fieldOf(text);
    if (field) {
      takeField(front, field, lines[i]!, problems);
      continue;
    }
    const head = /^(.{4,40}?) ?文 ?件$/.exec(text);
    const bodies = head ? organisationsIn(head[1]!) : [];
    if (bodies.length > 0) {
      front.issuer ??= bodies[0]!;
      continue;
    }
    if (/^(?:绝密|机密|秘密|特急|急件|加急|平急|特提|\d{4,6}|ICS .*)(?: ?[★☆].*)?$/.test(text) || /^[（(]?(?:此件|主动公开|依申请公开|不予公开)/.test(text)) continue;
    if (organisationsIn(text).length > 0 && front.docNumber === null && !/关于/.test(text)) {
      if (lines.slice(i + 1, i + 6).some((line) => canonicalDocumentNumber(line.text) !== null)) {
        front.issuer ??= organisationsIn(text)[0]!;
        continue;
      }
    }
    break;
  }
  i = readTitle(lines, i, front);
  for (; i < lines.length; i++) {
    const { text } = lines[i]!;
    if (text === '' || takeNumber(text)) continue;
    const field = fieldOf(text);
    if (field && field[0] !== 'title') takeField(front, field, lines[i]!, problems);
    else if (isDate(text) && lines.slice(i + 1, i + 8).filter((line) => line.text !== '').length > 0 && front.title !== null) front.publishedOn ??= findDates(text)[0]!.iso;
    else break;
  }
  front.bodyAt = readAddressees(lines, i, front);
  return front;
}

function takeField(front: FrontMatter, [field, value]: [Field, string], line: SourceLine, problems: Problem[]): void {
  if (field === 'other' || value === '') return;
  if (field === 'title') {
    front.title ??= closeUp(value);
    front.titleLine ??= line.number;
  } else if (field === 'docNumber') {
    front.docNumber ??= findDocumentNumbers(value)[0]?.canonical ?? null;
  } else if (field === 'issuer') {
    front.issuer ??= value.split(/[ 、,，]/)[0] ?? null;
  } else {
    const date = findDates(value)[0];
    if (date?.iso) front[field] ??= date.iso;
    else if (date) problems.push({ line: line.number, message: `日期“${date.text}”不存在，请核对` });
  }
}

/** The title may be broken over lines; it ends where a blank line, an addressee, a date or a section begins. */
function readTitle(lines: readonly SourceLine[], from: number, front: FrontMatter): number {
  let i = from;
  const parts: string[] = [];
  for (; i < lines.length && parts.length < 6; i++) {
    const { text } = lines[i]!;
    if (text === '') {
      if (parts.length === 0) continue;
      if (isComplete(parts.join(''))) break;
      const next = lines.slice(i + 1, i + 3).find((line) => line.text !== '')?.text;
      if (!next || /[：:。；]/.test(next) || next.length > 50 || readMark(next) || !/关于|^的|[通知定见法案]$/.test(parts.join('') + next)) break;
      continue;
    }
    const continues = parts.length === 0 || !/[：:。；]$/.test(text);
    if (!continues || /[。；]$/.test(text) || text.length > 120 || isDate(text) || canonicalDocumentNumber(text) !== null || fieldOf(text) !== null) break;
    if (parts.length > 0 && (/^[（(].*[）)]$/.test(text) || /^[（(]?此件/.test(text) || /^附件/.test(text))) break;
    const mark = readMark(text);
    if (mark && mark.kind !== 'level3') break;
    if (parts.length > 0 && isComplete(parts.join('')) && !/^(?:的|[^，]{0,30}(?:通知|意见|决定|公告|通告|批复|函|方案|办法)$)/.test(text)) break;
    parts.push(text);
  }
  if (parts.length === 0) return from;
  if (front.title === null) {
    front.title = joinTitle(parts);
    front.titleLine = lines[i - 1] ? lines.find((line) => line.text === parts[0] && line.number > (lines[from - 1]?.number ?? 0))!.number : null;
  }
  return i;
}

const isComplete = (title: string): boolean => genreOf(title) !== null && !/关于(?:印发|转发|公布|发布|批转|修改|废止)[^的]{0,200}$/.test(title);

/** Lines of a title joined; a blank stays only between Latin words. */
export function joinTitle(parts: readonly string[]): string {
  return closeUp(parts.reduce((whole, part) => whole + (/[A-Za-z0-9]$/.test(whole) && /^[A-Za-z]/.test(part) ? ' ' : '') + part, ''));
}

/** The line that ends in a colon right under the title, possibly broken over lines. */
function readAddressees(lines: readonly SourceLine[], from: number, front: FrontMatter): number {
  let joined = '';
  let used = 0;
  for (let i = from; i < lines.length && used < 6; i++) {
    const { text } = lines[i]!;
    if (text === '') {
      if (joined !== '') break;
      continue;
    }
    if (used === 0 && (readMark(text) || /^[（(]/.test(text))) break;
    joined += text;
    used++;
    if (/[。！？]/.test(joined) || joined.length > 600) break;
    if (/[：:]$/.test(text)) {
      if (!/如下|下列|以下|通知|公告|决定|现将|附件|根据/.test(joined)) {
        front.addressees = splitAddressees(joined);
        return i + 1;
      }
      break;
    }
  }
  return from;
}

import { findDocumentNumbers, titleKey, type Citation } from '@govmedia-hub/chinese-text';
import type { LibraryEntry, LibraryIndex, ScreeningInput, Validity } from '../input.js';
import type { Lexicons } from '../lexicons/registers.js';
import type { Page } from '../page.js';
import { citationsIn } from '../remembered.js';

const preference: readonly Validity[] = ['in_force', 'amended', 'not_yet_in_force', 'unknown', 'expired', 'declared_lapsed', 'repealed'];
const ended: Partial<Record<Validity, string>> = { repealed: '已废止', declared_lapsed: '已宣布失效', expired: '已过有效期' };
const basis = /(?:根据|依据|依照|按照|遵照|贯彻|落实|执行|适用|符合|违反)(?:了)?[^，。；：]*$/;

function best(entries: readonly LibraryEntry[]): LibraryEntry | null {
  return [...entries].sort((a, b) => preference.indexOf(a.validity) - preference.indexOf(b.validity))[0] ?? null;
}

/** 本办法施行前已按《…》受理的，仍按原规定办理: the old document governs what began under it. */
const transition = /(?:施行|实施|生效|发布|印发|公布)(?:之日)?(?:以|之)?前[^。；]{0,24}(?:已|按|依|受理|办理|签订|作出|取得|批准|申请)[^。]{0,60}(?:仍|继续|按原|从其|不再|重新|有效)|过渡期|(?:仍|继续)(?:按照?|依照|适用|执行)[^。；]{0,30}(?:原|旧)/;
/** 《…》还有效吗？ */
const asksValidity = /^[^。；]{0,12}(?:有效|废止|失效|适用|执行|能用|管用)[^。；]{0,4}(?:吗|么|没有)?[？?]/;
const endsDocuments = /废止|失效|停止执行|清理结果/;

/** An item of a list whose heading, or whose document's title, says that the listed documents end. */
function isListed(text: string, citation: Citation): boolean {
  const lineStart = text.lastIndexOf('\n', citation.start - 1) + 1;
  if (!/^[\s　]*(?:[（(]?[\d一二三四五六七八九十]{1,4}[）)]?[、.．\s]*|[^\n]{0,12}\t)?[\s　]*(?:《[^\n]*》[\s　、，,|]*)?$/.test(text.slice(lineStart, citation.start))) return false;
  const lines = text.slice(Math.max(0, lineStart - 20_000), lineStart).split('\n');
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const line = lines[i]!.trim();
    if (line === '' || /^(?:[（(]?[\d一二三四五六七八九十]{1,4}[）)]?[、.．]?\s*)?(?:[^\n]{0,12}\t)?《[^\n]*$/.test(line)) continue;
    if (endsDocuments.test(line)) return true;
    break;
  }
  return endsDocuments.test(text.slice(0, 200).split('\n').slice(0, 4).join('\n'));
}

/** Whether something rests on the citation. */
const isBasis = (page: Page, citation: Citation): boolean => basis.test(page.text.slice(page.sentenceAt(citation.start).start, citation.start));

/** Whether the citation stands in a clause that ends the cited document or speaks of it as past. */
function isRepealClause(page: Page, citation: Citation, markers: RegExp): boolean {
  const { text } = page;
  if (/[原旧]$/.test(text.slice(0, citation.start).trimEnd())) return true;
  const sentence = page.sentenceAt(citation.start);
  const before = text.slice(sentence.start, citation.start);
  const after = text.slice(citation.end, Math.max(citation.end, page.sentenceAt(Math.min(citation.end, text.length)).end));
  const clause = before.slice(Math.max(before.lastIndexOf('，'), before.lastIndexOf('、《')) + 1);
  const whole = `${before}《》${after}`;
  if (transition.test(whole)) return true;
  if (basis.test(clause)) return false;
  if (isListed(text, citation) || asksValidity.test(`${after}${text[citation.end + after.length] ?? ''}`)) return true;
  if (markers.test(after)) return true;
  return /(?:废止|取代|代替|停止执行|宣布失效)[^，。]*$/.test(before);
}

function titlesDiffer(a: string, b: string): boolean {
  const [left, right] = [titleKey(a), titleKey(b)];
  if (left === right || left.endsWith(right) || right.endsWith(left)) return false;
  // 关于印发《…》的通知 carries what it issues.
  const [long, short] = left.length > right.length ? [left, right] : [right, left];
  return !(long.includes(short) && /关于(?:印发|发布|公布|转发|修订|下发).*(?:通知|公告|决定|函|令)$/.test(long));
}

/** 法律关: every citation against the library. Self references (本办法第N条) are not citations of the library. */
export function screenLaw(page: Page, library: LibraryIndex, { repealMarkers, replacedLaws }: Pick<Lexicons, 'repealMarkers' | 'replacedLaws'>, { kind, asOf }: Pick<ScreeningInput, 'kind' | 'asOf'>): void {
  const markers = new RegExp(repealMarkers.entries.join('|'));
  const unknown = new Set<string>();
  for (const citation of citationsIn(page.text)) {
    if (citation.self) continue;
    const { title, docNumber } = citation;
    const byNumber = docNumber ? library.byDocNumber(docNumber) : null;
    const titled = title ? library.byTitle(titleKey(title)) : [];
    const name = title ? `《${title}》` : docNumber ?? citation.text;
    if (title && docNumber) checkNumber(page, citation, byNumber, titled);
    const entry = byNumber && (!title || !titlesDiffer(title, byNumber.title)) ? byNumber : best(titled);
    if (!title && isOwnNumber(page, citation)) continue;
    if (!entry) {
      const replaced = title && kind !== 'document' ? replacedLaws.entries.find((law) => law.since <= asOf && [law.title, law.title.replace(/^中华人民共和国/, '')].includes(title)) : undefined;
      if (replaced) {
        const { by } = replaced;
        if (!isRepealClause(page, citation, markers)) page.report('law.citation.repealed', citation.start, citation.end, `${name}已废止，现行的是${by}`, null, { source: `${replacedLaws.title}（${replacedLaws.version}）${replacedLaws.source}`, ...(isBasis(page, citation) ? {} : { severity: 'warn' as const }) });
        continue;
      }
      if ((title === null || citation.genre !== null) && !unknown.has(name)) {
        unknown.add(name);
        page.report('law.citation.unknown', citation.start, citation.end, `${name}未收入文件库，请人工核对其名称和效力`);
      }
      continue;
    }
    const end = ended[entry.validity];
    if (end) {
      if (!isRepealClause(page, citation, markers)) page.report('law.citation.repealed', citation.start, citation.end, `${name}${end}，不能作为依据`);
      continue;
    }
    if (entry.validity === 'not_yet_in_force') page.report('law.citation.not-in-force', citation.start, citation.end, `${name}尚未施行`);
    if (entry.validity === 'amended') page.report('law.citation.amended', citation.start, citation.end, `${name}已经修改，请核对引用内容是否为现行文本`);
    const { article } = citation;
    if (article && entry.articles && !entry.articles.has(article.anchor)) page.report('law.citation.article', article.start, article.end, `${name}没有第${article.article}条${article.sub === null ? '' : `之${article.sub}`}`);
  }
}

function checkNumber(page: Page, citation: Citation, byNumber: LibraryEntry | null, titled: readonly LibraryEntry[]): void {
  const right = titled.find((entry) => entry.docNumber !== null)?.docNumber ?? null;
  const numberIsAnothers = byNumber !== null && titlesDiffer(citation.title!, byNumber.title);
  const titleHasAnother = right !== null && titled.every((entry) => entry.docNumber !== citation.docNumber);
  if (!numberIsAnothers && !(titleHasAnother && byNumber === null)) return;
  const number = findDocumentNumbers(page.text.slice(citation.start, citation.end))[0];
  const start = number ? citation.start + number.start : citation.start;
  const end = number ? citation.start + number.end : citation.end;
  const message = numberIsAnothers ? `${citation.docNumber!}是《${byNumber.title}》的文号` : `《${citation.title!}》的文号是${right!}`;
  page.report('law.citation.doc-number', start, end, message, right);
}

/** The document's own number above its title is not a citation. */
function isOwnNumber(page: Page, citation: Citation): boolean {
  return page.text.slice(0, citation.start).trim() === '' || (citation.start < 300 && /^[ \t　]*(?:(?:发文字号|文 ?号)[：:][ 　]*)?$/.test(page.text.slice(page.text.lastIndexOf('\n', citation.start - 1) + 1, citation.start)) && /^[ \t　]*(?:\n|$)/.test(page.text.slice(citation.end)));
}

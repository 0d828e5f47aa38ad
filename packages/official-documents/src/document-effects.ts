import { findCitations, findDates, findDocumentNumbers, type Citation } from '@govmedia-hub/chinese-text';
import { amendedArticles } from './amended-articles.js';
import type { DocumentEffect } from './draft.js';
import { lineAt, type CanonicalText, type SourceLine } from './source-lines.js';

/** What the clauses of this document do to others, read sentence by sentence. */
export interface EffectContext {
  title: string | null;
  titleLine: number | null;
  /** Dates that 同时废止 and 予以废止 take effect on. */
  effectiveOn: string | null;
  issuedOn: string | null;
  anchorAt(offset: number): string;
}

type Kind = DocumentEffect['effect'];

const LAPSED = /宣布失效|宣告失效|予以失效|自行失效|自动失效|失去效力|(?:同时|一并|均|即)失效/;
/** …《甲》同时废止 */
const AFTER_TITLES = /(?:同时|同日|即行|立即|即予|即|予以|一并|相应|一律|均|也|全部|停止执行并|自[^。；《》]{2,24}?(?:起|日起|之日起)|于[^。；《》]{4,16}日起?)(?:予以|即行|同时)?(?:废止|失效|停止执行|停止施行|停止使用)|宣布(?:废止|失效)|予以(?:废止|失效)|(?:废止|失效)(?=$|[。；])/g;
/** 废止《甲》… */
const BEFORE_TITLES = /(?:决定|现|宣布|予以|同时|自[^。；《》]{4,24}起|^|[、，：。 ])(废止|宣布失效|停止执行) ?(?=《|[\u4e00-\u9fa5]{2,8} ?[〔[（(](?:19|20)\d{2})/g;
const NOT_A_REPEAL = /不(?:得|予|再)?废止|提请废止|建议废止|拟废止|应当(?:及时)?(?:修改|废止)|修改(?:、|或者|和)废止|被废止的|可以废止/;
const AMENDS = /(?:对|将)?(《[^。；]{3,160}?》)(?:[（(][^（）()]{2,40}[）)])?[^。；《》]{0,14}?(?:作(?:出)?(?:如下|以下|下列)?(?:修改|修订|修正)|修改为|予以修改|进行修改|增加一[条款项])/g;
const LIST_LEAD = /(废止|失效|修改)[^。；]{0,40}(?:目录|清单|文件|规章|法规|解释|如下)[^。；]{0,12}[：:]?$|(?:以下|下列)[^。；]{0,60}(废止|失效|修改)[^。；]{0,10}[：:]?$/;
const LIST_ITEM = /^(?!“)(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十百]{1,5})[）)]?[.．、]? ?)?(?=\S*《|.*[〔[（(](?:19|20)\d{2}[〕\]）)] ?\d+ ?号|.+(?:通知|意见|办法|规定|细则|方案|决定|条例)(?:[（(]|$))/;

/** Reads repeals, lapses and amendments of other documents. Offsets and lines are those of the canonical text. */
export function readEffects(canonical: CanonicalText, from: number, context: EffectContext): { repeals: DocumentEffect[]; amendments: DocumentEffect[] } {
  const repeals: DocumentEffect[] = [];
  const amendments: DocumentEffect[] = [];
  const seen = new Set<string>();
  const add = (title: string | null, docNumber: string | null, effect: Kind, effectiveOn: string | null, text: string, offset: number): void => {
    const key = `${title ?? docNumber}|${effect}`;
    if ((title === null && docNumber === null) || seen.has(key)) return;
    seen.add(key);
    const entry = { title, docNumber, effectiveOn, effect, text: text.trim(), anchor: context.anchorAt(offset), line: lineAt(canonical.lines, offset) };
    (effect === 'repealed' || effect === 'declared_lapsed' ? repeals : amendments).push(entry);
  };
  const amendsOthers = context.title !== null && /关于.*(?:修改|修订|修正)/.test(context.title);
  let list: { effect: Kind; heading: string } | null = /关于.*(?:废止|失效|修改|清理).*(?:决定|通知|公告|通告|目录|清单)$/.test(context.title ?? '') ? listOf(context.title!) : null;

  for (const line of canonical.lines) {
    if (line.number < from || line.text === '') continue;
    const lead = listOf(line.text);
    const item = LIST_ITEM.exec(line.text);
    if (lead && !(item && list && /《/.test(line.text))) {
      list = lead;
      if (!/《/.test(line.text)) continue;
    } else if (list && item && !/(?:废止|失效)/.test(line.text.replace(/[《（][^》）]*[》）]/g, ''))) {
      const rest = line.text.slice(item[0].length);
      const cited = listItem(rest);
      if (list.effect === 'amended' && (item[0] === '' || !/^(?:修改|对|将)? ?《/.test(rest))) continue;
      if (cited && (list.effect !== 'amended' || amendsOthers)) add(cited.title, cited.docNumber, list.effect, context.effectiveOn ?? context.issuedOn, line.text, line.offset);
      continue;
    } else if (list && line.text.length > 80 && !item) list = null;
    for (const sentence of sentencesOf(line)) readSentence(sentence.text, sentence.offset, context, amendsOthers, add);
  }
  readTitleEffects(context, repeals, amendments, add, canonical);
  const starts = [...new Set(amendments.map((entry) => entry.line))].sort((a, b) => a - b);
  for (const entry of amendments) {
    const line = entry.text === context.title && amendments.length === 1 ? from : entry.line;
    const articles = amendedArticles({ ...entry, line }, canonical.lines, starts.find((start) => start > line) ?? Number.POSITIVE_INFINITY);
    if (articles) entry.articles = articles;
  }
  return { repeals, amendments };
}

function sentencesOf(line: SourceLine): { text: string; offset: number }[] {
  const sentences: { text: string; offset: number }[] = [];
  let from = 0;
  for (const match of line.text.matchAll(/[。；](?![》〉）)])|$/g)) {
    const end = match.index + match[0].length;
    if (end > from) sentences.push({ text: line.text.slice(from, end), offset: line.offset + from });
    from = end;
  }
  return sentences;
}

/** Whether a line opens a list of repealed, lapsed or amended documents. */
function listOf(text: string): { effect: Kind; heading: string } | null {
  if (text.length > 160 || /继续有效|保留/.test(text.slice(-30))) return null;
  const match = LIST_LEAD.exec(text);
  const word = match?.[1] ?? match?.[2];
  if (!word || NOT_A_REPEAL.test(text)) return null;
  return { effect: word === '修改' ? 'amended' : word === '失效' ? 'declared_lapsed' : 'repealed', heading: text };
}

/** The document that one line of a list names. */
function listItem(text: string): { title: string | null; docNumber: string | null } | null {
  const cited = targets(findCitations(text))[0];
  if (cited?.title) return { title: cited.title, docNumber: cited.docNumber ?? findDocumentNumbers(text)[0]?.canonical ?? null };
  const number = findDocumentNumbers(text)[0];
  if (number) {
    const title = text.slice(0, number.start).replace(/[（(［[ ]+$/, '').replace(/^[《“]|[》”]$/g, '').trim();
    return { title: title.length >= 4 ? title : null, docNumber: number.canonical };
  }
  const bare = text.replace(/[；;。，]$/, '').replace(/[（(][^（）()]*[）)]$/, '').trim();
  return bare.length >= 6 && bare.length <= 80 && /(?:通知|意见|办法|规定|细则|方案|决定|条例)$/.test(bare) ? { title: bare, docNumber: null } : null;
}

const targets = (citations: readonly Citation[]): Citation[] => citations.filter((c) => !c.self && (c.docNumber !== null || c.genre !== null || (c.title !== null && c.title.length >= 6)));

function readSentence(
  text: string, offset: number, context: EffectContext, amendsOthers: boolean,
  add: (title: string | null, docNumber: string | null, effect: Kind, effectiveOn: string | null, text: string, offset: number) => void,
): void {
  if (/废止|失效|停止执行|停止施行/.test(text) && !NOT_A_REPEAL.test(text) && /《|号/.test(text)) {
    const citations = targets(findCitations(text));
    const effect: Kind = LAPSED.test(text) ? 'declared_lapsed' : 'repealed';
    let last = 0;
    for (const verb of text.matchAll(AFTER_TITLES)) {
      if (citations.some((c) => verb.index > c.start && verb.index < c.end)) continue;
      for (const c of citations) {
        if (c.start < last || c.end > verb.index || !isTarget(text, c, verb.index)) continue;
        add(c.title, c.docNumber, c.article !== null || isPartial(text.slice(c.end, verb.index)) ? 'partly_repealed' : effect, dateOf(verb[0], context), text, offset + c.start);
      }
      last = verb.index + verb[0].length;
    }
    for (const verb of text.matchAll(BEFORE_TITLES)) {
      const start = verb.index + verb[0].length;
      for (const c of citations) {
        if (c.start < start - 1 || !isTarget(text, c, text.length)) continue;
        const between = text.slice(start, c.start);
        if (/代替|替代|取代|根据|依据|按照/.test(between)) break;
        add(c.title, c.docNumber, c.article !== null ? 'partly_repealed' : effect, dateOf(verb[0], context), text, offset + c.start);
      }
    }
  }
  if (!amendsOthers && !/^[（(]?[一二三四五六七八九十\d]+[）)、.．]? ?(?:对|将)?《/.test(text) && !/^(?:对|将)《/.test(text)) return;
  for (const match of text.matchAll(AMENDS)) {
    const at = match.index + match[0].indexOf('《');
    const cited = targets(findCitations(text)).find((c) => c.start <= at && c.end > at);
    if (cited && !(cited.title !== null && cited.title === cited.genre) && !/根据[^，。]*$/.test(text.slice(0, at))) add(cited.title, cited.docNumber, 'amended', context.effectiveOn ?? context.issuedOn, text, offset + at);
  }
}

/** Leaves out what is only told on the way: the amending decision in a history, the law a repeal rests on. */
function isTarget(text: string, c: Citation, verbAt: number): boolean {
  const before = text.slice(Math.max(0, c.start - 40), c.start);
  const behind = text.slice(c.end, Math.min(verbAt, c.end + 30));
  if (/(?:根据|依照|依据|按照|执行|适用)[^，。；、《》]{0,30}$/.test(before)) return false;
  if (/^[^，、。；《》]{0,6}(?:第.{1,2}次)?(?:修正|修订|修改)(?!的)/.test(behind) || /^[^，。；《》]{0,8}(?:第.{1,2}次)?(?:修正|修订|修改)的[^。；]{0,20}《/.test(text.slice(c.end))) return false;
  if (/^(?:施行|实施|公布|发布|生效)(?:之日|后|时|前)/.test(behind)) return false;
  return true;
}

const isPartial = (between: string): boolean => /^[^《》，。；]{0,8}(?:中|里)?(?:有关|关于|的?第)[^《》。；]{0,60}(?:规定|条款|内容|部分|条|款|项)/.test(between) || /^中[^《》]{0,40}$/.test(between);

/** 自2024年5月1日起废止 → that day; 同时废止 → the day this document takes effect. */
function dateOf(verb: string, context: EffectContext): string | null {
  return findDates(verb)[0]?.iso ?? context.effectiveOn ?? context.issuedOn;
}

/** 关于废止《甲》的决定, 关于修改《甲》的决定: what the title alone says, where the text named nothing. */
function readTitleEffects(
  context: EffectContext, repeals: DocumentEffect[], amendments: DocumentEffect[],
  add: (title: string | null, docNumber: string | null, effect: Kind, effectiveOn: string | null, text: string, offset: number) => void,
  canonical: CanonicalText,
): void {
  const { title } = context;
  if (title === null) return;
  const offset = canonical.lines[(context.titleLine ?? 1) - 1]?.offset ?? 0;
  const match = /关于(废止|宣布失效|修改|修订|修正)(《.+》)/.exec(title);
  if (!match) return;
  const inner = targets(findCitations(match[2]!));
  const repealing = match[1] === '废止' || match[1] === '宣布失效';
  const effect: Kind = match[1] === '废止' ? 'repealed' : repealing ? 'declared_lapsed' : 'amended';
  const known = repealing ? repeals : amendments;
  for (const c of inner) if (!known.some((entry) => entry.title !== null && c.title !== null && (entry.title.endsWith(c.title) || c.title.endsWith(entry.title)))) add(c.title, c.docNumber, effect, context.effectiveOn ?? context.issuedOn, title, offset);
}

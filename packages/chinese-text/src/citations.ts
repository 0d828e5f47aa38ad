import { ARTICLE_SOURCE, findArticleReferences, type ArticleReference } from './articles.js';
import { findDocumentNumbers } from './document-numbers.js';
import { normalise, sourceSpan } from './normalise.js';

export interface Citation {
  start: number;
  end: number;
  text: string;
  /** Without the outer 《》. */
  title: string | null;
  /** Canonical 文号. */
  docNumber: string | null;
  article: ArticleReference | null;
  /** 本办法第N条: the document speaks of itself. */
  self: boolean;
  /** The kind of norm or document the title names (条例, 办法, 通知 …); null for certificates, forms, newspapers, and without a title. */
  genre: string | null;
}

/** Genres of norms and official documents, longest first where one ends in another (党政机关公文处理工作条例 第八条 lists the fifteen kinds). */
export const GENRES: readonly string[] = [
  '实施细则', '工作要点', '行动计划', '指导意见', '实施意见', '实施方案', '工作方案', '管理办法', '暂行办法', '法典', '宪法', '条例', '细则', '办法', '规定', '规则', '规程', '规范', '决定', '决议', '命令', '公报',
  '公告', '通告', '意见', '通知', '通报', '报告', '请示', '批复', '议案', '函', '纪要', '方案', '规划', '纲要', '计划', '要点', '措施', '标准', '准则', '章程', '制度', '指南', '目录', '清单', '解释', '补充规定', '通则', '总则', '名录', '税则', '协议',
  '安排', '预案', '守则', '公约', '条约', '协定', '议定书', '修正案', '复函', '答复', '解答', '指引', '导则', '政策', '法', '令',
];

const VERSION = '(?:[(（](?:[^()（）]{0,12}(?:修订|修正|修改|修正文本|版|试行|暂行|征求意见稿|草案)[^()（）]{0,6}|\\d{4}年?|[一二三四五六七八九十]+|上|下)[)）])*';
const GENRE_AT_END = new RegExp(`(${[...GENRES].sort((a, b) => b.length - a.length).join('|')})${VERSION}[”"]?$`);

/** The genre word a title ends in, versions in brackets apart; null when the title names no norm or document. */
export function genreOf(title: string): string | null {
  return GENRE_AT_END.exec(title.replace(/\s/g, ''))?.[1] ?? null;
}

const SELF = new RegExp(`本(?:实施)?(?:法典|法|条例|细则|办法|规定|规则|规程|规范|解释|决定|意见|通知|方案|措施|标准|准则|章程|制度|指南|规划|纲要|要点) ?(${ARTICLE_SOURCE})`, 'g');
const AFTER_TITLE = /^ *\(([^()]{2,80}(?:\([^()]*\)[^()]*)?)\)/;
const ARTICLE_NEXT = new RegExp(`^ *(?:的|中的|之)? *(${ARTICLE_SOURCE})`);
const ARTICLE_MORE = new RegExp(`^ *(?:、|,|和|及|与|至|到|或|或者|以及|—|-|~) *(${ARTICLE_SOURCE})`);
const MAX_TITLE = 160;

/** Where the 》 that closes the 《 at `open` stands, nested marks counted; -1 when it is missing or too far away. */
function closingMark(text: string, open: number): number {
  let depth = 0;
  const limit = Math.min(text.length, open + MAX_TITLE);
  for (let i = open; i < limit; i++) {
    const c = text[i];
    if (c === '《') depth++;
    else if (c === '》' && --depth === 0) return i;
    else if (c === '。') return -1;
  }
  // An outer mark that was never doubled (《关于修改《某法》的决定》 written with one closing mark): take the last one seen.
  const last = text.lastIndexOf('》', limit - 1);
  return last > open && depth > 0 && !text.slice(open, last).includes('。') ? text.indexOf('》', open) : -1;
}

/**
 * Every citation in the text, in order: 《title》, with the 文号 in brackets behind it or right before it, with the
 * article it names (one citation per article of a list); 文号 that stand alone; and 本办法第N条.
 * Offsets are UTF-16 units of the text.
 */
export function findCitations(text: string): Citation[] {
  const n = normalise(text, { lowerCase: false, traditional: false });
  const flat = n.text;
  const numbers = findDocumentNumbers(flat);
  const used = new Set<number>();
  const found: Citation[] = [];
  const covered: [number, number][] = [];

  const article = (from: number, to: number): ArticleReference | null => {
    const first = findArticleReferences(flat.slice(from, to))[0];
    if (!first) return null;
    const span = sourceSpan(n, from + first.start, from + first.end);
    return { ...first, ...span, text: text.slice(span.start, span.end) };
  };
  const add = (from: number, to: number, rest: Omit<Citation, 'start' | 'end' | 'text'>): void => {
    const span = sourceSpan(n, from, to);
    found.push({ ...span, text: text.slice(span.start, span.end), ...rest });
  };
  /** Adds the citation at [from, to) with the first article behind it, then one for each further article of the list. */
  const addWithArticles = (from: number, to: number, rest: Pick<Citation, 'title' | 'docNumber' | 'self' | 'genre'>): number => {
    const first = ARTICLE_NEXT.exec(flat.slice(to, to + 60));
    if (!first) {
      add(from, to, { ...rest, article: null });
      return to;
    }
    let end = to + first[0].length;
    add(from, end, { ...rest, article: article(to, end) });
    for (let more = ARTICLE_MORE.exec(flat.slice(end, end + 60)); more; more = ARTICLE_MORE.exec(flat.slice(end, end + 60))) {
      const begin = end + more[0].length - more[1]!.length;
      end += more[0].length;
      add(begin, end, { ...rest, article: article(begin, end) });
    }
    return end;
  };

  for (let open = flat.indexOf('《'); open >= 0; open = flat.indexOf('《', open + 1)) {
    if (covered.length > 0 && open < covered[covered.length - 1]![1]) continue;
    const close = closingMark(flat, open);
    if (close < 0) continue;
    const titleSpan = sourceSpan(n, open + 1, close);
    const title = text.slice(titleSpan.start, titleSpan.end).replace(/[\s\u200b-\u200d\ufeff]+/g, ' ').replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/g, '').trim();
    if (title === '') continue;
    let from = open;
    let to = close + 1;
    let docNumber: string | null = null;
    const ahead = numbers.findIndex((d) => d.end <= open && d.end >= open - 1 && flat.slice(d.end, open).trim() === '');
    if (ahead >= 0) {
      docNumber = numbers[ahead]!.canonical;
      from = numbers[ahead]!.start;
      used.add(ahead);
    }
    for (let bracket = AFTER_TITLE.exec(flat.slice(to, to + 90)); bracket; bracket = AFTER_TITLE.exec(flat.slice(to, to + 90))) {
      const end = to + bracket[0].length;
      const inside = numbers.findIndex((d) => d.start >= to && d.end <= end);
      if (inside >= 0) {
        docNumber ??= numbers[inside]!.canonical;
        used.add(inside);
        to = end;
      } else if (/^(?:以下|下)(?:简|统)?称/.test(bracket[1]!) && ARTICLE_NEXT.test(flat.slice(end, end + 60))) to = end;
      else break;
    }
    const bare = numbers.findIndex((d) => d.start >= to && d.start <= to + 1 && /^[〔[]/.test(flat.slice(to)) );
    if (bare >= 0) used.add(bare);
    covered.push([open, addWithArticles(from, to, { title, docNumber, self: false, genre: genreOf(title) })]);
  }
  numbers.forEach((number, i) => {
    if (used.has(i) || covered.some(([a, b]) => number.start >= a && number.end <= b)) return;
    addWithArticles(number.start, number.end, { title: null, docNumber: number.canonical, self: false, genre: null });
  });
  for (const match of flat.matchAll(SELF)) {
    if (covered.some(([a, b]) => match.index >= a && match.index < b)) continue;
    addWithArticles(match.index, match.index + match[0].length - match[1]!.length, { title: null, docNumber: null, self: true, genre: null });
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Key to compare titles by: marks 《》〈〉, quotes and spaces gone, widths folded, a leading 中华人民共和国 and a note of
 * the version at the end （2019年修订） dropped. （试行） stays: it names another document.
 */
export function titleKey(title: string): string {
  return normalise(title).text
    .replace(/[\s《》〈〉<>“”"‘’'「」『』·]/g, '')
    .replace(/^中华人民共和国(?=.)/, '')
    .replace(/\((?:\d{4}年?)?(?:第?[一二三四五六七八九十]+次)?(?:修订|修正|修改|修订版|修正版|修正文本|版)?\)$/, '');
}

import type { Page } from '../page.js';

const closing: Record<string, string> = { '《': '》', '〈': '〉', '（': '）', '(': ')', '【': '】', '〔': '〕', '「': '」', '『': '』', '“': '”', '‘': '’' };
const opening: Record<string, string> = Object.fromEntries(Object.entries(closing).map(([open, close]) => [close, open]));
const widthTwin: Record<string, string> = { '（': ')', '(': '）' };
const quotes = new Set(['“', '‘', '”', '’']);
const label = /(?:^|[\s，。；：、（(])(?:\d{1,3}|[a-zA-Z]|[一二三四五六七八九十]{1,3})$/;

interface Open {
  mark: string;
  at: number;
  paragraph: number;
}

function lastOf(open: readonly Open[], mark: string): number {
  for (let i = open.length - 1; i >= 0; i -= 1) if (open[i]!.mark === mark) return i;
  return -1;
}

/**
 * Marks that come in pairs: brackets close within their paragraph, quotation marks within the text, because a quotation
 * of several paragraphs (修改为：“第一条……) opens each of them and closes only the last.
 */
export function checkPairs(page: Page): void {
  const { text } = page;
  const open: Open[] = [];
  let paragraph = 0;
  const missing = (entry: Open): void => page.report('text.punctuation.unpaired', entry.at, entry.at + 1, `“${entry.mark}”没有配对的“${closing[entry.mark]!}”`);
  /** A long title may run over a line end: the mark stays open when it closes soon, before any other of its kind. */
  const closesSoon = (mark: string, from: number): boolean => {
    const ahead = text.slice(from, from + 60);
    const close = ahead.indexOf(closing[mark]!);
    return close >= 0 && !ahead.slice(0, close).includes(mark);
  };
  const dropBrackets = (from: number): void => {
    for (let i = open.length - 1; i >= 0; i -= 1) {
      if (!quotes.has(open[i]!.mark) && !closesSoon(open[i]!.mark, from)) missing(open.splice(i, 1)[0]!);
    }
  };
  for (const found of text.matchAll(/[《》〈〉（）()【】〔〕「」『』“”‘’\n]/g)) {
    const i = found.index;
    const mark = found[0];
    if (mark === '\n') {
      dropBrackets(i + 1);
      paragraph += 1;
    } else if (closing[mark]) {
      if (quotes.has(mark)) {
        const last = lastOf(open, mark);
        if (last >= 0 && open[last]!.paragraph < paragraph) open.splice(last, 1); // the quotation goes on in a new paragraph
        else if (last >= 0 && mark === '“') {
          missing(open[last]!);
          open.splice(last, 1);
        }
      }
      open.push({ mark, at: i, paragraph });
    } else if (opening[mark]) {
      const wanted = opening[mark]!;
      const last = open[open.length - 1];
      if (last?.mark === wanted) open.pop();
      else if (last && widthTwin[last.mark] === mark) {
        page.report('text.punctuation.mixed-pair', last.at, i + 1, `括号“${last.mark}”与“${mark}”半角全角混用`, `（${text.slice(last.at + 1, i)}）`);
        open.pop();
      } else {
        const deeper = lastOf(open, wanted);
        if (deeper >= 0) for (const entry of open.splice(deeper).slice(1)) missing(entry);
        else if ((mark === ')' || mark === '）') && label.test(text.slice(Math.max(0, i - 6), i))) continue;
        else if (mark === '’' && /[A-Za-z]/.test(text[i - 1] ?? '')) continue;
        else page.report('text.punctuation.unpaired', i, i + 1, `“${mark}”没有配对的“${wanted}”`);
      }
    }
  }
  for (const entry of open) missing(entry);
}

/** 《…《…》…》: the inner title takes single marks. */
export function checkNestedTitles(page: Page): void {
  for (const match of page.text.matchAll(/《[^《》\n]{0,60}(《[^《》\n]{1,60}》)[^《》\n]{0,60}》/g)) {
    const at = match.index + match[0].indexOf(match[1]!);
    page.report('text.punctuation.nested-title', at, at + match[1]!.length, '书名号内再用书名号时，里面用单书名号', `〈${match[1]!.slice(1, -1)}〉`);
  }
}

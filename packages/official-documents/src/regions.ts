import { findDates, titleKey } from '@govmedia-hub/chinese-text';
import type { Problem } from './draft.js';
import { joinTitle } from './front-matter.js';
import { organisationsIn } from './organisations.js';
import type { SourceLine } from './source-lines.js';

export interface Signature {
  issuers: string[];
  signedOn: string | null;
  /** Index of the first and the last line of the signature. */
  from: number;
  to: number;
}

export interface Appendix {
  title: string | null;
  line: number;
  lines: SourceLine[];
}

/** A document cut into its parts. */
export interface Regions {
  /** The covering notice; empty when the document has no attached body. */
  notice: SourceLine[];
  body: SourceLine[];
  appendices: Appendix[];
  attachments: { title: string; line: number | null }[];
  bodyTitle: string | null;
  signature: Signature | null;
}

const FOOTER = /^(?:抄送|抄报|分送|共印|校对|责任编辑|打印)[:： ]|印发$|^共印 ?\d+ ?份/;
const APPENDIX = /^附 ?件 ?([一二三四五六七八九十\d]{0,3}) ?[:：]?(.*)$/;
const LIST_HEAD = /^附 ?件 ?[:：] ?(.+)$|^附 ?件 ?1 ?[:：．.] ?(.+)$/;

/** The first 落款 of the text: names of bodies, then a line that is only a date. */
function findSignature(lines: readonly SourceLine[], problems: Problem[]): Signature | null {
  for (let i = 0; i < lines.length; i++) {
    const { text } = lines[i]!;
    if (text === '' || text.length > 60) continue;
    const date = findDates(text).at(-1);
    if (!date || date.year === null || date.day === null || date.end < text.length || FOOTER.test(text)) continue;
    const lead = text.slice(0, date.start).trim();
    const issuers = lead === '' ? [] : organisationsIn(lead);
    if (lead !== '' && issuers.length === 0) continue;
    let from = i;
    for (let j = i - 1; j >= 0 && i - j <= 16; j--) {
      const above = lines[j]!.text;
      if (above === '') continue;
      const names = organisationsIn(above);
      if (names.length === 0) break;
      issuers.unshift(...names);
      from = j;
    }
    if (issuers.length === 0) continue;
    if (!date.exists) problems.push({ line: lines[i]!.number, message: `成文日期“${date.text}”不存在，请核对` });
    return { issuers, signedOn: date.iso, from, to: i };
  }
  return null;
}

/** 关于印发《甲办法》的通知, 关于印发甲办法的通知 → 甲办法 */
export function attachedTitle(title: string | null): string | null {
  if (title === null) return null;
  const match = /关于(?:印发|转发|批转|公布|发布|颁布)(.+)的(?:通知|通告|公告|决定|函)(?:[（(].*[）)])?$/.exec(title);
  if (!match) return null;
  const inner = match[1]!;
  if (!inner.includes('《')) return inner;
  const from = inner.indexOf('《');
  const to = inner.lastIndexOf('》');
  return to > from ? inner.slice(from + 1, to) : inner.slice(from + 1);
}

/** How many lines from `at` on make up the title `key`; 0 when they do not. */
function titleLines(lines: readonly SourceLine[], at: number, key: string): number {
  let joined = '';
  for (let i = at; i < lines.length && i < at + 8; i++) {
    joined += lines[i]!.text;
    const own = titleKey(joined);
    if (own === key) return i - at + 1;
    if (own.length > key.length) return 0;
  }
  return 0;
}

/** Cuts the text proper (front matter taken off) into notice, body and appendices. */
export function cutRegions(all: readonly SourceLine[], title: string | null, isMark: (index: number) => boolean, problems: Problem[]): Regions {
  const lines = all.filter((line, index) => !isMark(index) && !FOOTER.test(line.text));
  const attachments = readAttachmentList(lines);
  const listed = new Set(attachments.flatMap((entry) => entry.lines));
  const text = lines.filter((_line, index) => !listed.has(index));
  const signature = findSignature(text, problems);
  const wanted = attachedTitle(title);
  const before = signature ? text.slice(0, signature.from) : text;
  const after = signature ? text.slice(signature.to + 1) : [];
  const regions: Regions = { notice: [], body: before, appendices: [], attachments: attachments.map(({ title: name, line }) => ({ title: name, line })), bodyTitle: null, signature };
  const rest = signature ? cutAppendices(after) : cutAppendices(before);
  if (!signature) regions.body = rest.before;
  regions.appendices = rest.appendices;
  const tail = signature ? rest.before : [];

  if (wanted !== null) {
    const key = titleKey(wanted);
    const inBody = signature ? null : splitAtTitle(regions.body, key);
    if (inBody) {
      [regions.notice, regions.body, regions.bodyTitle] = [inBody.before, inBody.after, wanted];
    } else {
      const appendix = regions.appendices.findIndex((entry) => entry.title !== null && titleKey(entry.title) === key);
      if (appendix >= 0) {
        [regions.notice, regions.body, regions.bodyTitle] = [before, regions.appendices[appendix]!.lines, wanted];
        regions.appendices.splice(appendix, 1);
        return linkAttachments(regions);
      }
    }
  }
  if (tail.some((line) => line.text !== '')) {
    const key = wanted === null ? '' : titleKey(wanted);
    const first = tail.findIndex((line) => line.text !== '');
    const matched = key === '' ? 0 : titleLines(tail, first, key);
    regions.notice = before;
    if (matched > 0) {
      regions.bodyTitle = joinTitle(tail.slice(first, first + matched).map((line) => line.text).filter((part) => part !== ''));
      regions.body = tail.slice(first + matched);
    } else {
      const inner = key === '' ? null : splitAtTitle(tail, key);
      if (inner) {
        regions.body = inner.after;
        regions.bodyTitle = wanted;
        problems.push({ line: tail[first]!.number, message: '落款与所附正文之间另有文字，未列入正文，请核对' });
      } else {
        regions.body = tail;
        regions.bodyTitle = wanted;
        problems.push({ line: tail[first]!.number, message: wanted === null ? '落款之后另有正文，已作为所附正文处理，请核对' : `落款之后没有找到标题《${wanted}》，其后的文字已作为所附正文处理，请核对` });
      }
    }
  }
  return linkAttachments(regions);
}

function splitAtTitle(lines: readonly SourceLine[], key: string): { before: SourceLine[]; after: SourceLine[] } | null {
  for (let i = 1; i < lines.length; i++) {
    if (lines[i]!.text === '') continue;
    const count = titleLines(lines, i, key);
    if (count > 0) return { before: lines.slice(0, i), after: lines.slice(i + count) };
  }
  return null;
}

/** 附件：1. 甲  2. 乙 above the signature. */
function readAttachmentList(lines: readonly SourceLine[]): { title: string; line: number; lines: number[] }[] {
  const at = lines.findIndex((line) => LIST_HEAD.test(line.text));
  if (at < 0) return [];
  const match = LIST_HEAD.exec(lines[at]!.text)!;
  const first = (match[1] ?? match[2])!;
  // 附件1：甲目录 alone, with text behind it, is the appendix itself and not a list.
  const found: { title: string; line: number; lines: number[] }[] = [];
  const add = (text: string, index: number): void => {
    const pieces = text.split(/ ?(?=(?<![\d〔（(])\d{1,2} ?[.．、] ?(?!\d))/).filter((piece) => piece.trim() !== '');
    for (const piece of pieces) found.push({ title: closeName(piece), line: lines[index]!.number, lines: [index] });
  };
  add(first, at);
  for (let i = at + 1; i < lines.length; i++) {
    const { text } = lines[i]!;
    if (text === '') break;
    if (/^\d{1,2} ?[.．、] ?(?!\d)\S|^附 ?件 ?\d+ ?[:：] ?\S/.test(text)) add(text.replace(/^附 ?件 ?/, '').replace(/^(\d+) ?[:：]/, '$1.'), i);
    else if (found.length > 0 && text.length <= 40 && organisationsIn(text).length === 0 && findDates(text).length === 0 && !/[。；]$/.test(text) && !/^第|^[一二三四五六七八九十]+、/.test(text)) {
      found[found.length - 1]!.title = closeName(found[found.length - 1]!.title + text);
      found[found.length - 1]!.lines.push(i);
    } else break;
  }
  return found;
}

const closeName = (text: string): string => text.replace(/^\d{1,2} ?[.．、] ?/, '').replace(/[。；;]$/, '').replace(/ /g, '').trim();

/** 附件1 on a line of its own, then its title. */
function cutAppendices(lines: readonly SourceLine[]): { before: SourceLine[]; appendices: Appendix[] } {
  const starts = lines.map((line, index) => ({ match: line.text.length <= 60 ? APPENDIX.exec(line.text) : null, index })).filter((entry) => entry.match !== null && !/[。；]/.test(entry.match[2]!));
  if (starts.length === 0) return { before: [...lines], appendices: [] };
  const appendices = starts.map(({ match, index }, n) => {
    const region = lines.slice(index + 1, starts[n + 1]?.index ?? lines.length);
    let title = match![2]!.trim();
    let skip = 0;
    if (title === '') {
      const parts: string[] = [];
      for (const line of region) {
        if (line.text === '' && parts.length > 0) break;
        if (line.text !== '' && (/[。；：]$/.test(line.text) || /^第.{1,5}[章条]|^[一二三四五六七八九十]+、/.test(line.text) || line.text.length > 60 || parts.length >= 3)) break;
        skip++;
        if (line.text !== '') parts.push(line.text);
      }
      title = joinTitle(parts);
    }
    return { title: title === '' ? null : title, line: lines[index]!.number, lines: region.slice(skip) };
  });
  return { before: lines.slice(0, starts[0]!.index), appendices };
}

/** Gives the listed attachments the line where the appendix of that title stands. */
function linkAttachments(regions: Regions): Regions {
  for (const appendix of regions.appendices) {
    if (appendix.title === null) continue;
    const key = titleKey(appendix.title);
    const listed = regions.attachments.find((entry) => titleKey(entry.title) === key);
    if (listed) listed.line = appendix.line;
    else regions.attachments.push({ title: appendix.title, line: appendix.line });
  }
  return regions;
}

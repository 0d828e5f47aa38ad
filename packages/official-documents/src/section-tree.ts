import { articleAnchor } from '@govmedia-hub/chinese-text';
import type { Problem, SectionNode } from './draft.js';
import { readMark, type Mark, type MarkKind } from './marks.js';
import type { SourceLine } from './source-lines.js';

const RANK: Record<MarkKind, number> = { part: 0, subpart: 1, chapter: 2, division: 3, level1: 4, article: 5, level2: 6, level3: 7 };
const KIND: Record<MarkKind, SectionNode['kind']> = { part: 'part', subpart: 'part', chapter: 'chapter', division: 'section', level1: 'section', article: 'article', level2: 'section', level3: 'section' };

interface OpenNode {
  node: SectionNode;
  rank: number;
  mark: Mark;
}

/** A quotation longer than this is taken for a mark that was never closed. */
const LONGEST_QUOTATION = 80;
const LONGEST_HEADING = 45;

/** 总 则 → 总则: spaces that only spread out a short heading. */
export function closeUp(text: string): string {
  return text.replace(/(?<=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]) (?=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef])/g, '');
}

/** Splits what stands behind a label into a heading and text. */
function headingOf(mark: Mark): { heading: string | null; text: string } {
  const rest = mark.rest.trim();
  if (mark.kind === 'article') {
    const titled = /^[【〔[]([^】〕\]]{1,40})[】〕\]] ?(.*)$/.exec(rest);
    return titled ? { heading: titled[1]!, text: titled[2]! } : { heading: null, text: rest };
  }
  if (RANK[mark.kind] < RANK.level1) return { heading: rest === '' ? null : closeUp(rest), text: '' };
  if (rest !== '' && !/[。；;：:，,！？]$/.test(rest) && rest.length <= LONGEST_HEADING + 15 && !/。/.test(rest)) return { heading: closeUp(rest), text: '' };
  const stop = rest.indexOf('。');
  if (stop > 0 && stop <= LONGEST_HEADING && stop < rest.length - 1 && !/[；：]/.test(rest.slice(0, stop))) return { heading: rest.slice(0, stop), text: rest.slice(stop + 1).trim() };
  if (/^[^。；，]{1,30}[：:]$/.test(rest)) return { heading: rest.slice(0, -1), text: '' };
  return { heading: null, text: rest };
}

/** Numbers of anchors already taken; the second art-3 becomes art-3--2. */
export class Anchors {
  private readonly seen = new Map<string, number>();

  claim(anchor: string): string {
    const times = (this.seen.get(anchor) ?? 0) + 1;
    this.seen.set(anchor, times);
    return times === 1 ? anchor : this.claim(`${anchor}--${times}`);
  }
}

function anchorOf(mark: Mark, stack: readonly OpenNode[]): string {
  const bare = (from: MarkKind): OpenNode | undefined => stack.find((open) => open.mark.kind === from);
  const holder = (kinds: MarkKind[]): string => {
    const open = [...stack].reverse().find((entry) => kinds.includes(entry.mark.kind));
    return open ? `${open.node.anchor}-` : '';
  };
  switch (mark.kind) {
    case 'article':
      return articleAnchor(mark.number, mark.sub);
    case 'part':
      return `part-${mark.number}`;
    case 'subpart':
      return `${holder(['part'])}sub-${mark.number}`;
    case 'chapter':
      return `${holder(['part', 'subpart'])}chap-${mark.number}${mark.sub === null ? '' : `-${mark.sub}`}`;
    case 'division':
      return `${holder(['part', 'subpart', 'chapter'])}sec-${mark.number}`;
    case 'level1':
      return `${holder(['part', 'subpart', 'chapter', 'division'])}sec-${mark.number}`;
    case 'level2':
      return `${bare('level1') ? bare('level1')!.node.anchor : `${holder(['part', 'subpart', 'chapter', 'division'])}sec-0`}-${mark.number}`;
    case 'level3': {
      if (bare('level2')) return `${bare('level2')!.node.anchor}-${mark.number}`;
      return `${bare('level1') ? bare('level1')!.node.anchor : `${holder(['part', 'subpart', 'chapter', 'division'])}sec-0`}-0-${mark.number}`;
    }
  }
}

/** Cuts a line that holds several articles (第一条 …。 第二条 …) where the numbers run on. */
function cutRunOnArticles(line: SourceLine): SourceLine[] {
  const first = readMark(line.text);
  if (first?.kind !== 'article' || line.text.length < 60) return [line];
  const pieces: SourceLine[] = [];
  let from = 0;
  let expected = first.number + 1;
  for (const match of line.text.matchAll(/(?<=[。：；”]) ?(?=第 ?[〇零一二三四五六七八九十百千\d]{1,9} ?条 )/g)) {
    const at = match.index + match[0].length;
    const mark = readMark(line.text.slice(at, at + 40));
    if (mark?.kind !== 'article' || mark.number !== expected) continue;
    pieces.push({ ...line, text: line.text.slice(from, match.index), offset: line.offset + from });
    from = at;
    expected++;
  }
  return from === 0 ? [line] : [...pieces, { ...line, text: line.text.slice(from), offset: line.offset + from }];
}

/** Without the table of contents: a run of chapter lines with no text between them, up to where the first comes again. */
function withoutContents(lines: readonly SourceLine[]): SourceLine[] {
  let from = -1;
  let first: string | null = null;
  for (let i = 0; i < lines.length; i++) {
    const { text } = lines[i]!;
    if (text === '') continue;
    if (/^目 ?录$/.test(text) && first === null) {
      from = i;
      continue;
    }
    const mark = readMark(text);
    if (first === null) {
      if (mark && mark.kind !== 'article' && mark.kind !== 'level2' && mark.kind !== 'level3' && (from >= 0 || mark.kind !== 'level1' || lines[i]!.heading)) {
        first = mark.label;
        if (from < 0) from = i;
      } else if (from >= 0 || mark) return [...lines];
    } else if (mark?.label === first) return lines.filter((line, at) => at < from || at >= i || !(readMark(line.text) || /^目 ?录$|^附 ?[则件录表]/.test(line.text)));
    else if (mark ? mark.kind === 'article' || /[。；]$/.test(mark.rest) : text.length > 30) return [...lines];
  }
  return [...lines];
}

/** How a region of the document is turned into nodes. */
export interface RegionOptions {
  /** Put before every anchor: '' for the body, 'notice-', 'appendix-1-'. */
  prefix: string;
  anchors: Anchors;
  problems: Problem[];
  parent?: SectionNode;
}

/** The tree of sections of one region of a document, in reading order. */
export function buildSections(region: readonly SourceLine[], options: RegionOptions): SectionNode[] {
  const { prefix, anchors, problems } = options;
  const lines = withoutContents(region).flatMap(cutRunOnArticles).filter((line) => line.text !== '');
  const nodes: SectionNode[] = [];
  const stack: OpenNode[] = [];
  const last: Partial<Record<MarkKind, number>> = {};
  const hasMarks = lines.some((line) => {
    const mark = readMark(line.text);
    return mark !== null && mark.kind !== 'level3';
  });
  let current: SectionNode | null = null;
  let quoteSince: number | null = null;
  let paragraphs = 0;

  const open = (node: Omit<SectionNode, 'parentAnchor' | 'depth'>, parent: SectionNode | undefined): SectionNode => {
    const made: SectionNode = { ...node, parentAnchor: parent?.anchor ?? null, depth: parent ? parent.depth + 1 : 1 };
    nodes.push(made);
    current = made;
    return made;
  };
  const append = (line: SourceLine): void => {
    if (!current || (!hasMarks && current.kind === 'paragraph')) {
      const anchor = hasMarks ? (prefix === 'notice-' ? 'notice' : `${prefix}preamble`) : `${prefix}para-${++paragraphs}`;
      open({ anchor: anchors.claim(anchor), kind: hasMarks ? 'preamble' : 'paragraph', label: '', heading: null, text: line.text, line: line.number, start: line.offset, end: 0 }, options.parent);
      return;
    }
    current.text += (current.text === '' ? '' : '\n') + line.text;
  };

  for (const [index, line] of lines.entries()) {
    const quoted: boolean = quoteSince !== null && index - quoteSince <= LONGEST_QUOTATION;
    for (const c of line.text) {
      if (c === '“') quoteSince ??= index;
      else if (c === '”') quoteSince = null;
    }
    const mark = readMark(line.text);
    if (!mark || (quoted && !line.heading) || !isStructural(mark, line, lines[index + 1], stack, last)) {
      append(line);
      continue;
    }
    checkOrder(mark, line, last, problems);
    const rank = RANK[mark.kind];
    while (stack.length > 0 && stack[stack.length - 1]!.rank >= rank) stack.pop();
    const { heading, text } = headingOf(mark);
    const node = open({ anchor: anchors.claim(prefix + stripPrefix(anchorOf(mark, stack), prefix)), kind: KIND[mark.kind], label: mark.label, heading, text, line: line.number, start: line.offset, end: 0 }, stack[stack.length - 1]?.node ?? options.parent);
    stack.push({ node, rank, mark });
    last[mark.kind] = mark.number;
    for (const kind of Object.keys(RANK) as MarkKind[]) if (RANK[kind] > rank && kind !== 'article') delete last[kind];
  }
  const tail = region[region.length - 1];
  const stop = tail ? tail.offset + tail.text.length : 0;
  nodes.forEach((node, i) => (node.end = Math.max(node.start, (nodes[i + 1]?.start ?? stop + 1) - 1)));
  return nodes;
}

/** Anchors built on a parent already carry the prefix once. */
function stripPrefix(anchor: string, prefix: string): string {
  return prefix !== '' && anchor.startsWith(prefix) ? anchor.slice(prefix.length) : anchor;
}

/** Whether a mark opens a section here, or is part of the running text (items of an article, a list inside a paragraph). */
function isStructural(mark: Mark, line: SourceLine, next: SourceLine | undefined, stack: readonly OpenNode[], last: Partial<Record<MarkKind, number>>): boolean {
  if (line.heading) return true;
  const inArticle = stack.some((open) => open.mark.kind === 'article');
  const before = last[mark.kind];
  switch (mark.kind) {
    case 'article':
      if (mark.sub !== null) return mark.spaced || before === mark.number;
      if (before === undefined || mark.number === before + 1) return mark.spaced || before !== undefined || mark.number === 1;
      return mark.spaced && (mark.number === 1 || mark.number > before);
    case 'part':
    case 'subpart':
    case 'chapter':
    case 'division':
      return mark.rest.length <= 60 && !/[。；]$/.test(mark.rest);
    case 'level1': {
      if (!inArticle) return true;
      const following = next ? readMark(next.text)?.kind : undefined;
      return mark.rest.length <= 30 && !/[。；，：]/.test(mark.rest) && (following === 'article' || following === 'chapter');
    }
    case 'level2':
      return !inArticle && (mark.number === 1 || before === undefined || mark.number > before);
    case 'level3':
      return !inArticle && stack.some((open) => open.mark.kind === 'level1' || open.mark.kind === 'level2') && (mark.number === 1 || mark.number === (before ?? 0) + 1);
  }
}

/** Reports numbers that skip or come again. */
function checkOrder(mark: Mark, line: SourceLine, last: Partial<Record<MarkKind, number>>, problems: Problem[]): void {
  const before = last[mark.kind];
  if (mark.sub !== null || before === undefined || mark.number === 1) return;
  if (mark.number > before + 1) problems.push({ line: line.number, message: `“${mark.label}”之前缺少序号，前一个是第${before}，请核对是否漏段` });
  else if (mark.number === before) problems.push({ line: line.number, message: `“${mark.label}”重复出现，请核对` });
}

import type { Problem } from './draft.js';

export interface SourceLine {
  /** From 1, as in the source. */
  number: number;
  text: string;
  /** Offset of the line in the canonical text. */
  offset: number;
  /** The source marked it as a heading (## …). */
  heading: boolean;
}

export interface CanonicalText {
  lines: SourceLine[];
  text: string;
}

const BOOKMARK = /\[bookmark: [^\]\n]{1,60}\]/g;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]/g;
const BLANKS = /[\s\u00a0\u3000]+/g;

/**
 * The source line by line, each cleaned of bookmark marks, invisible characters and odd spaces; as many lines as the
 * source has, so that a line number means the same in both. Suspicious lines are reported.
 */
export function canonicalText(source: string, problems: Problem[], markdown: boolean): CanonicalText {
  const lines: SourceLine[] = [];
  let offset = 0;
  for (const [index, raw] of source.split(/\r\n|\r|\n|\u2028|\u2029/).entries()) {
    let text = raw.replace(BOOKMARK, '').replace(INVISIBLE, '').replace(BLANKS, ' ').trim();
    const heading = markdown ? /^#{1,6}\s*(?=\S)/.exec(text) : null;
    if (heading) text = text.slice(heading[0].length);
    if (/\ufffd/.test(text)) problems.push({ line: index + 1, message: '本行有无法识别的字符（�），请核对原文' });
    else if (/[\ue000-\uf8ff]/.test(text)) problems.push({ line: index + 1, message: '本行有自造字或图形符号，可能缺字，请核对原文' });
    if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) {
      problems.push({ line: index + 1, message: '本行有控制字符，已去除，请核对原文' });
      text = text.replace(/[\u0000-\u001f]/g, '');
    }
    lines.push({ number: index + 1, text, offset, heading: heading !== null });
    offset += text.length + 1;
  }
  return { lines, text: lines.map((line) => line.text).join('\n') };
}

/** Line number (from 1) of an offset of the canonical text. */
export function lineAt(lines: readonly SourceLine[], offset: number): number {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]!.offset <= offset) low = middle;
    else high = middle - 1;
  }
  return lines[low]?.number ?? 1;
}

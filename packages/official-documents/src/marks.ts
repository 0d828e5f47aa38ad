import { parseNumeral } from '@govmedia-hub/chinese-text';

export type MarkKind = 'part' | 'subpart' | 'chapter' | 'division' | 'article' | 'level1' | 'level2' | 'level3';

/** The sign a paragraph begins with: 第三章, 第十二条之一, 一、, （二）, 3. */
export interface Mark {
  kind: MarkKind;
  number: number;
  sub: number | null;
  /** 第十二条之一, 一、, （二）, 3. */
  label: string;
  rest: string;
  /** A space stands between the label and the text. */
  spaced: boolean;
}

const N = '[〇零一二两三四五六七八九十百千\\d]{1,9}';
const STRUCTURE = new RegExp(`^第 ?(${N}) ?(分编|编|章|节|条)(?: ?之 ?([一二三四五六七八九十]{1,3}))?( ?)(.*)$`);
const LEVEL1 = /^([一二三四五六七八九十百]{1,4}) ?[、．.] ?(.*)$/;
const LEVEL2 = /^[（(] ?([一二三四五六七八九十百]{1,4}) ?[）)] ?[、.．]? ?(.*)$/;
const LEVEL3 = /^(\d{1,3}) ?[.．、](?!\d) ?(.*)$/;
const KINDS: Record<string, MarkKind> = { 编: 'part', 分编: 'subpart', 章: 'chapter', 节: 'division', 条: 'article' };

/** Words that follow a mere mention of an article or chapter at the beginning of a line. */
const MENTION = /^(?:规定|的|第|、|，|和|至|及|与|或|所|中|之外|以外|以内|款|项|是|为|修改)/;

/** The mark that begins a line, null when it begins with none. */
export function readMark(line: string): Mark | null {
  const structure = STRUCTURE.exec(line);
  if (structure) {
    const number = parseNumeral(structure[1]!);
    const rest = structure[5]!;
    const spaced = structure[4] !== '' || rest === '';
    if (number === null || (!spaced && MENTION.test(rest))) return null;
    return {
      kind: KINDS[structure[2]!]!, number, sub: structure[3] ? parseNumeral(structure[3]) : null,
      label: `第${structure[1]}${structure[2]}${structure[3] ? `之${structure[3]}` : ''}`, rest, spaced,
    };
  }
  const first = LEVEL1.exec(line);
  if (first) {
    const number = parseNumeral(first[1]!);
    if (number !== null && !/^[一二三四五六七八九十]+(?:[、级类]|$)/.test(first[2]!)) return { kind: 'level1', number, sub: null, label: `${first[1]}、`, rest: first[2]!, spaced: true };
    return null;
  }
  const second = LEVEL2.exec(line);
  if (second) {
    const number = parseNumeral(second[1]!);
    return number === null ? null : { kind: 'level2', number, sub: null, label: `（${second[1]}）`, rest: second[2]!, spaced: true };
  }
  const third = LEVEL3.exec(line);
  return third ? { kind: 'level3', number: Number(third[1]), sub: null, label: `${third[1]}.`, rest: third[2]!, spaced: true } : null;
}

import { CLOSE_SHAPE, SAME_SOUND, twinsOf } from '../proofreading/confusion.js';
import { LONGEST_WORD, type WordTable } from './word-table.js';

/** A pair of characters that is no word, and the word that it would be with one of them replaced. */
export interface WordSlip {
  /** Index of the first of the two characters. */
  from: number;
  /** The wrong one of the two: 0 or 1. */
  wrong: 0 | 1;
  word: string;
  evidence: number[];
}

/** What speaks for a slip, one number each. `inner` is the word, `outer` the wrong character's other neighbour. */
export const SLIP_EVIDENCE = ['gain', 'gain2', 'three', 'edge', 'word', 'alone', 'inner', 'outer', 'ownOuter', 'innerNew', 'outerNew', 'sound', 'shape', 'both', 'gainTwo', 'innerOuter', 'aloneGain', 'innerGain', 'outerTwo', 'official'] as const;

/** A replacement must make a word of at least this chance (about one in two million). */
const LEAST_WORD = -14.5;
const LEAST_GAIN = 2.5;
/** A word of official writing may be so much rarer (log chance) than another one to be meant. */
const OFFICIAL_LEAD = 1.5;
/** Pairs whose words are kept, a power of two. */
const KEPT = 1 << 15;
/** Characters to both sides that are read with the pair. */
const WINDOW = 9;
const SPAN = 2 * WINDOW + 2;

/** Characters that stand alone as a rule, so that beside them no pair is odd: numerals, 之, and those that speak for whole countries beside 中, 双, 国. */
const NEVER = new Set('一二三四五六七八九十百千万亿两几〇之也就所又亦而于与的了着都便再先后各该本每');
const COUNTRIES = new Set('阿埃巴白贝比秘波玻厄俄法菲芬佛刚哥古圭荷洪吉几加柬捷津科肯库老黎利卢马毛蒙孟缅摩莫墨纳南尼葡萨塞沙苏斯索塔泰坦汤突土图瓦危委文乌西希新叙匈亚也伊以意印英约越赞乍智朝韩日美德');
const BESIDE_COUNTRIES = new Set('中方双国两赴驻访抵');
const SURNAMES = new Set('王李张刘陈杨赵黄周吴徐孙胡朱郭罗宋郑谢韩唐冯董萧曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏汪姜范姚谭廖邹熊陆郝崔邱秦顾侯邵孟雷钱汤尹黎乔贺赖龚');

interface TwinWord { wrong: 0 | 1; twin: number; kind: number; chance: number; official: 0 | 1 }
const NONE: readonly TwinWord[] = [];

const left = new Float64Array(SPAN + 1);
const right = new Float64Array(SPAN + 1);
const back = new Uint8Array(SPAN + 1);
const alone = new Uint8Array(SPAN);

/** Looks for words of two characters written with one that sounds or looks like the right one. */
export class SlipFinder {
  private readonly keptPairs = new Int32Array(KEPT);
  private readonly keptWords = new Array<readonly TwinWord[]>(KEPT).fill(NONE);

  /** @param official words of official writing: likelier to be meant than their count says */
  constructor(private readonly table: WordTable, private readonly official: ReadonlySet<string>) {}

  /** The likeliest word for every odd pair in codes[from..to), a run of Chinese characters. */
  find(codes: Uint16Array, from: number, to: number, found: WordSlip[]): void {
    for (let at = from; at + 1 < to; at += 1) {
      if (!this.table.isStrange(codes[at]!, codes[at + 1]!)) continue;
      const [word] = this.wordsNear(codes[at]!, codes[at + 1]!);
      if (!word || (this.endsWord(codes, from, at) && this.beginsWord(codes, at + 1, to)) || isOddByNature(codes, from, at)) continue;
      const slip = this.weigh(codes, from, to, at, word);
      if (slip) found.push(slip);
    }
  }

  /** The likeliest words that the pair is one character away from, the likeliest first. */
  private wordsNear(first: number, second: number): readonly TwinWord[] {
    const key = (first << 16) | second;
    const place = Math.imul(key, 0x9e3779b1) >>> 17;
    if (this.keptPairs[place] === key) return this.keptWords[place]!;
    const words = NEVER.has(String.fromCharCode(first)) || NEVER.has(String.fromCharCode(second)) ? [] : [...this.twinWords(first, second, 0), ...this.twinWords(first, second, 1)];
    this.keptPairs[place] = key;
    return (this.keptWords[place] = words.length === 0 ? NONE : words.sort((a, b) => b.chance + OFFICIAL_LEAD * b.official - a.chance - OFFICIAL_LEAD * a.official || a.twin - b.twin).slice(0, 1));
  }

  private twinWords(first: number, second: number, wrong: 0 | 1): TwinWord[] {
    const words: TwinWord[] = [];
    for (const [twin, kind] of twinsOf(wrong === 0 ? first : second)) {
      if ((kind & (SAME_SOUND | CLOSE_SHAPE)) === 0) continue;
      const [a, b] = wrong === 0 ? [twin, second] : [first, twin];
      const chance = this.table.pairChance(a, b);
      if (chance >= LEAST_WORD) words.push({ wrong, twin, kind, chance, official: this.official.has(String.fromCharCode(a, b)) ? 1 : 0 });
    }
    return words;
  }

  private endsWord(codes: Uint16Array, from: number, at: number): boolean {
    for (let start = Math.max(from, at + 1 - LONGEST_WORD); start < at; start += 1) if (this.table.chance(codes, start, at + 1) > -Infinity) return true;
    return false;
  }

  private beginsWord(codes: Uint16Array, at: number, to: number): boolean {
    for (let end = Math.min(to, at + LONGEST_WORD); end > at + 1; end -= 1) if (this.table.chance(codes, at, end) > -Infinity) return true;
    return false;
  }

  private weigh(codes: Uint16Array, from: number, to: number, at: number, { wrong, twin, kind, chance, official }: TwinWord): WordSlip | null {
    const { table } = this;
    const first = Math.max(from, at - WINDOW);
    const last = Math.min(to, at + 2 + WINDOW);
    const size = last - first;
    this.segment(codes, first, size);
    const place = at - first;
    if (!alone[place] || !alone[place + 1]) return null;
    let run = 2;
    for (let i = place - 1; i >= 0 && alone[i]; i -= 1) run += 1;
    for (let i = place + 2; i < size && alone[i]; i += 1) run += 1;
    if (run > 3) return null;
    const gain = left[place]! + chance + right[place + 2]! - left[size]!;
    if (gain < LEAST_GAIN) return null;
    const [a, b] = [codes[at]!, codes[at + 1]!];
    const neighbour = wrong === 0 ? at - 1 : at + 2;
    const inside = neighbour >= from && neighbour < to;
    const outerOf = (code: number): number => (!inside ? 0 : wrong === 0 ? table.level(codes[neighbour]!, code) : table.level(code, codes[neighbour]!));
    const ownOuter = outerOf(wrong === 0 ? a : b);
    const inner = wrong === 0 ? table.level(twin, b) : table.level(a, twin);
    const outer = outerOf(twin);
    const two = run === 2 ? 1 : 0;
    const sound = kind & SAME_SOUND ? 1 : 0;
    const shape = kind & CLOSE_SHAPE ? 1 : 0;
    const single = table.chance(codes, at + wrong, at + wrong + 1) + 17;
    return {
      from: at, wrong, word: wrong === 0 ? String.fromCharCode(twin, b) : String.fromCharCode(a, twin),
      evidence: [gain, gain * gain / 20, 1 - two, inside ? 0 : 1, chance + 14, single, inner, outer, ownOuter, inner === 0 ? 1 : 0, outer === 0 ? 1 : 0, sound, shape, sound * shape, gain * two, inner * outer / 5, single * gain / 10, inner * gain / 10, outer * two, official],
    };
  }

  /** The likeliest words from the left and from the right, and which characters stand alone in them. */
  private segment(codes: Uint16Array, first: number, size: number): void {
    left.fill(-Infinity, 0, size + 1);
    right.fill(-Infinity, 0, size + 1);
    alone.fill(0, 0, size);
    left[0] = 0;
    right[size] = 0;
    for (let i = 0; i < size; i += 1) {
      for (let n = 1; n <= LONGEST_WORD && i + n <= size; n += 1) {
        const sum = left[i]! + this.table.chance(codes, first + i, first + i + n);
        if (sum > left[i + n]!) {
          left[i + n] = sum;
          back[i + n] = n;
        }
      }
    }
    for (let i = size - 1; i >= 0; i -= 1) {
      for (let n = 1; n <= LONGEST_WORD && i + n <= size; n += 1) {
        const sum = this.table.chance(codes, first + i, first + i + n) + right[i + n]!;
        if (sum > right[i]!) right[i] = sum;
      }
    }
    for (let end = size; end > 0; end -= back[end]!) if (back[end] === 1) alone[end - 1] = 1;
  }
}

/** 中柬, 叙方, 王某某的名: pairs that no dictionary has. */
function isOddByNature(codes: Uint16Array, from: number, at: number): boolean {
  const [before, first, second] = [at > from ? String.fromCharCode(codes[at - 1]!) : '', String.fromCharCode(codes[at]!), String.fromCharCode(codes[at + 1]!)];
  if (SURNAMES.has(before) || SURNAMES.has(first)) return true;
  return (COUNTRIES.has(first) && (BESIDE_COUNTRIES.has(second) || BESIDE_COUNTRIES.has(before))) || (COUNTRIES.has(second) && BESIDE_COUNTRIES.has(first));
}

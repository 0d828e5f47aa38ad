import { TRADITIONAL_PAIRS } from './traditional-pairs.js';

/** What to fold before matching. width, lowerCase, traditional and zeroWidth default to true; separators and digits to false. */
export interface NormaliseOptions {
  /** Full-width forms, compatibility ideographs, radicals and mathematical letters become their plain forms. */
  width?: boolean;
  lowerCase?: boolean;
  /** Traditional characters become simplified, one for one. */
  traditional?: boolean;
  /** Characters without width (joiners, marks of direction, variation selectors, soft hyphens) are left out. */
  zeroWidth?: boolean;
  /** Spaces and punctuation that break a word apart (法-律, 法 律, 法·律) are left out. */
  separators?: boolean;
  /** 〇零一二…九, 壹贰…玖 and circled digits become 0-9, one for one. */
  digits?: boolean;
}

export interface NormalisedText {
  source: string;
  text: string;
  /** map[i] = UTF-16 offset in source where unit i of text begins; map[text.length] = source.length. */
  map: Uint32Array;
}

const DROP = 0xfffe; // a noncharacter: never the target of a fold
const tables = new Map<number, Uint16Array>();

const ZERO_WIDTH: readonly (readonly [number, number])[] = [
  [0x00ad, 0x00ad], [0x034f, 0x034f], [0x061c, 0x061c], [0x115f, 0x1160], [0x17b4, 0x17b5], [0x180b, 0x180f],
  [0x200b, 0x200f], [0x202a, 0x202e], [0x2060, 0x206f], [0x3164, 0x3164], [0xfe00, 0xfe0f], [0xfeff, 0xfeff], [0xffa0, 0xffa0],
];

const WIDTH: readonly (readonly [number, number])[] = [
  [0x00a0, 0x00a0], [0x2000, 0x200a], [0x202f, 0x202f], [0x205f, 0x205f], [0x24b6, 0x24e9], [0x2e80, 0x2fdf],
  [0x3000, 0x3000], [0xf900, 0xfaff], [0xfe50, 0xfe6b], [0xff01, 0xff5e], [0xff61, 0xff9f], [0xffe0, 0xffe6],
];

/** Radicals of the supplement that stand for a whole character in text copied from PDF; Unicode gives them no plain form. */
const RADICALS = '⺠民⺟母⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙';
const SEPARATORS = ' \t\r\n\u00a0\u3000!"#$&\'()*+,-./:;<=>?@[\\]^_`{|}~·•‧∙⋅・｡。、，．！？；：…—–‐‑‒―－＿～“”‘’《》〈〉「」『』【】〔〕（）［］｛｝／＼｜＊＋＝＃＠＆★☆●○◆◇■□▲△※';
const DIGITS: readonly string[] = ['〇零⓪', '一壹①㈠⑴㊀', '二贰②㈡⑵㊁', '三叁③㈢⑶㊂', '四肆④㈣⑷㊃', '五伍⑤㈤⑸㊄', '六陆⑥㈥⑹㊅', '七柒⑦㈦⑺㊆', '八捌⑧㈧⑻㊇', '九玖⑨㈨⑼㊈'];

/** One table per combination of options: 65,536 units, identity where nothing is folded. */
function tableFor(bits: number): Uint16Array {
  const known = tables.get(bits);
  if (known) return known;
  const table = new Uint16Array(65536);
  for (let unit = 0; unit < 65536; unit++) table[unit] = unit;
  if (bits & 1) {
    for (const [from, to] of WIDTH) {
      for (let unit = from; unit <= to; unit++) {
        const plain = String.fromCharCode(unit).normalize('NFKC');
        if (plain.length === 1) table[unit] = plain.charCodeAt(0);
      }
    }
    for (let i = 0; i < RADICALS.length; i += 2) table[RADICALS.charCodeAt(i)] = RADICALS.charCodeAt(i + 1);
  }
  if (bits & 2) {
    for (let unit = 0; unit < 65536; unit++) {
      if (unit >= 0xd800 && unit <= 0xdfff) continue;
      const lower = String.fromCharCode(table[unit]!).toLowerCase();
      if (lower.length === 1) table[unit] = lower.charCodeAt(0);
    }
  }
  if (bits & 4) {
    const simplified = new Map<number, number>();
    for (let i = 0; i < TRADITIONAL_PAIRS.length; i += 2) simplified.set(TRADITIONAL_PAIRS.charCodeAt(i), TRADITIONAL_PAIRS.charCodeAt(i + 1));
    for (let unit = 0; unit < 65536; unit++) {
      // 薴 → 苧 → 苎: the form in the middle is both simplified and traditional; all three must meet.
      for (let to = simplified.get(table[unit]!); to !== undefined && to !== table[unit]; to = simplified.get(to)) table[unit] = to;
    }
  }
  if (bits & 32) {
    foldAll(table, DIGITS.flatMap((forms, value) => [...forms].map((form) => [form.charCodeAt(0), 48 + value] as const)));
  }
  if (bits & 16) foldAll(table, [...SEPARATORS].map((mark) => [mark.charCodeAt(0), DROP] as const));
  if (bits & 8) foldAll(table, ZERO_WIDTH.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => [from + i, DROP] as const)));
  tables.set(bits, table);
  return table;
}

/** Folds each unit named, and each that an earlier fold made into one of them (﹐ → , → left out). */
function foldAll(table: Uint16Array, folds: readonly (readonly [unit: number, to: number])[]): void {
  const target = new Map(folds);
  for (let unit = 0; unit < 65536; unit++) {
    const to = target.get(unit) ?? target.get(table[unit]!);
    if (to !== undefined) table[unit] = to;
  }
}

/** Plain single unit for a pair outside the basic plane (𝐀 → A), DROP for an invisible one, 0 to keep the pair. */
function foldPair(high: number, low: number, bits: number): number {
  if (bits & 8 && high === 0xdb40 && ((low >= 0xdc00 && low <= 0xdc7f) || (low >= 0xdd00 && low <= 0xddef))) return DROP; // tags, variation selectors
  if (bits & 1 && (high === 0xd835 || high === 0xd87e || high === 0xd83c)) {
    const plain = String.fromCharCode(high, low).normalize('NFKC');
    if (plain.length === 1) return tableFor(bits)[plain.charCodeAt(0)]!;
  }
  return 0;
}

/** How single units and surrogate pairs fold, for matchers that fold while they scan. */
export interface CharacterFold {
  /** table[unit] = what to compare; 0 = leave the unit out. */
  table: Uint16Array;
  /** What to compare for a pair, 0 to leave it out, -1 to keep its two units. */
  pair(high: number, low: number): number;
}

function bitsOf(options: NormaliseOptions): number {
  return (options.width ?? true ? 1 : 0) | (options.lowerCase ?? true ? 2 : 0) | (options.traditional ?? true ? 4 : 0) |
    (options.zeroWidth ?? true ? 8 : 0) | (options.separators ? 16 : 0) | (options.digits ? 32 : 0);
}

/** The fold that `normalise` applies with the same options, without making a copy of any text. */
export function characterFold(options: NormaliseOptions = {}): CharacterFold {
  const bits = bitsOf(options);
  const table = tableFor(bits).map((unit) => (unit === DROP ? 0 : unit));
  return {
    table,
    pair(high, low) {
      const folded = foldPair(high, low, bits);
      return folded === 0 ? -1 : folded === DROP ? 0 : folded;
    },
  };
}

/** The last few results: readers of one text ask for the same form many times. */
const recent: { bits: number; result: NormalisedText }[] = [];
const RECENT = 8;
/** Shorter texts, sentences above all, are made anew: kept, they would push out the text they stand in. */
const WORTH_KEEPING = 300;

/**
 * Text for matching with an exact map back to the source. One pass; the result is never longer than the source.
 * Nothing here is for display: the traditional fold is character by character.
 */
export function normalise(source: string, options: NormaliseOptions = {}): NormalisedText {
  const bits = bitsOf(options);
  const known = source.length > WORTH_KEEPING ? recent.find((entry) => entry.bits === bits && entry.result.source === source) : undefined;
  if (known) return known.result;
  const table = tableFor(bits);
  const length = source.length;
  const units = new Uint16Array(length);
  const map = new Uint32Array(length + 1);
  let size = 0;
  for (let i = 0; i < length; i++) {
    const unit = source.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff && i + 1 < length) {
      const low = source.charCodeAt(i + 1);
      const folded = low >= 0xdc00 && low <= 0xdfff ? foldPair(unit, low, bits) : 0;
      if (folded !== 0) {
        if (folded !== DROP) {
          units[size] = folded;
          map[size++] = i;
        }
        i++;
        continue;
      }
    }
    const folded = table[unit]!;
    if (folded === DROP && unit !== DROP) continue;
    units[size] = folded;
    map[size++] = i;
  }
  map[size] = length;
  const result = { source, text: textOf(units, size), map: map.slice(0, size + 1) };
  if (length > WORTH_KEEPING && length < 400_000) {
    if (recent.length === RECENT) recent.shift();
    recent.push({ bits, result });
  }
  return result;
}

/** The text of `normalise` with its usual folds; a text that is plain already, as most short ones are, is only looked at. */
export function foldedText(source: string): string {
  const table = tableFor(bitsOf({}));
  for (let i = 0; i < source.length; i += 1) {
    const unit = source.charCodeAt(i);
    if (table[unit] !== unit || (unit >= 0xd800 && unit <= 0xdbff)) return normalise(source).text;
  }
  return source;
}

function textOf(units: Uint16Array, size: number): string {
  let text = '';
  for (let from = 0; from < size; from += 4096) text += String.fromCharCode.apply(null, units.subarray(from, Math.min(size, from + 4096)) as unknown as number[]);
  return text;
}

/**
 * The span of the source that stands behind [start, end) of the normalised text. Invisible characters inside the
 * span belong to it, those before and after it do not. Offsets are UTF-16 units; out-of-range ones are clamped.
 */
export function sourceSpan(n: NormalisedText, start: number, end: number): { start: number; end: number } {
  const size = n.text.length;
  const from = Math.max(0, Math.min(start, size));
  const to = Math.max(from, Math.min(end, size));
  const begin = n.map[from]!;
  if (to === from) return { start: begin, end: begin };
  const last = n.map[to - 1]!;
  const unit = n.source.charCodeAt(last);
  const low = n.source.charCodeAt(last + 1);
  const foldedPair = unit >= 0xd800 && unit <= 0xdbff && low >= 0xdc00 && low <= 0xdfff && n.map[to]! > last + 1;
  return { start: begin, end: last + (foldedPair ? 2 : 1) };
}

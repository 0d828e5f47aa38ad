import { findDates } from './dates.js';
import { findDocumentNumbers } from './document-numbers.js';
import { normalise, sourceSpan } from './normalise.js';
import { parseNumeral } from './numerals.js';
import { BOUNDS, UNITS, type Direction, type UnitForm } from './quantity-units.js';

export interface Quantity {
  start: number;
  end: number;
  text: string;
  /** In `unit`: 3.5万元 → 35000 元; 三成 → 30 %. */
  value: number;
  /** Upper end of a range (3-5个工作日 → value 3, upTo 5). */
  upTo: number | null;
  /** Normalised: 元 % 日 工作日 月 年 人 平方米 …; null for a bare number. */
  unit: string | null;
  kind: 'amount' | 'percentage' | 'duration' | 'count' | 'plain';
  direction: Direction | null;
}

/** 千 of 千瓦 and 百 of 百帕 belong to the unit. */
const ARABIC = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?: ?(?:[十万亿]|百(?!帕)|千(?![瓦克米伏赫帕焦卡])){1,3})?';
const CHINESE = '[〇零一二两三四五六七八九十百千万亿廿壹贰叁肆伍陆柒捌玖拾佰仟]+(?:点[零〇一二三四五六七八九]+[万亿]?)?';
const NUMBER = `(?:${ARABIC}|${CHINESE})`;
const UNIT = UNITS.map((unit) => `(${unit.form})`).join('|');
const RANGE = ' ?(?:-|~|—+|–|至|到|〜) ?';
const MAIN = new RegExp(`(百分之|千分之|万分之)?(${NUMBER}) ?(?:${UNIT})?`, 'y');
const START = /[\d〇零一二两三四五六七八九十百千万亿廿壹贰叁肆伍陆柒捌玖拾佰仟百千万]/g;
const TENTHS = /^成(?![为员立果功本长就交熟都绩效分套人年品])/;
const BEFORE = BOUNDS.before.map(([form, direction]) => [new RegExp(`(?:${form})(?:人民币|总额|总计|达到|达|为|在|于|每[人户月年次日项家]|[:(,]| )*$`), direction] as const);
const AFTER = BOUNDS.after.map(([form, direction]) => [new RegExp(`^ ?(?:人民币)?(?:${form})`), direction] as const);
/** Characters that make a following number an ordinal or part of a word. */
const NOT_BEFORE = /(?:第 ?|第[\d一二三四五六七八九十百]{1,5}[至到、-]|[统唯专单万十之每某这那任进同逐归初合]|(?<!计)划|[a-z]-?|\d[.,]|[〇零一二两三四五六七八九十百千])$/i;

interface Reading {
  end: number;
  value: number;
  form: UnitForm | null;
  chinese: boolean;
  digits: string;
}

/** The number that begins at `at`, with its unit. */
function readAt(text: string, at: number): Reading | null {
  MAIN.lastIndex = at;
  const match = MAIN.exec(text);
  if (!match) return null;
  let digits = match[2]!;
  let value = parseNumeral(digits.replace(' ', ''));
  const chinese = !/\d/.test(digits);
  if (value === null) return null;
  const index = match.slice(3).findIndex((group) => group !== undefined);
  let form: UnitForm | null = index >= 0 ? UNITS[index]! : null;
  let end = index >= 0 ? at + match[0].length : at + (match[1]?.length ?? 0) + digits.length;
  if (match[1]) {
    value *= match[1] === '百分之' ? 1 : match[1] === '千分之' ? 0.1 : 0.01;
    form = { form: '', unit: '%', kind: 'percentage' };
    end = at + match[1].length + digits.length;
  } else if (!form && chinese && value >= 1 && value <= 10 && digits.length === 1 && TENTHS.test(text.slice(end))) {
    value *= 10;
    form = { form: '', unit: '%', kind: 'percentage' };
    end += 1;
  } else if (form?.factor) value *= form.factor;
  digits = digits.replace(/ ?[十百千万亿]+$/, '');
  return { end, value, form, chinese, digits };
}

/** 不超过购房总价50%: between the bound and a share stands the whole. */
const BEFORE_SHARE = BOUNDS.before.map(([form, direction]) => [new RegExp(`(?:${form})[\\u4e00-\\u9fff]{1,8}(?:(?<![的和、])|(?<=[额价费用款本资产]的))$`), direction] as const);

function directionOf(text: string, start: number, end: number, kind: Quantity['kind'] | undefined): Direction | null {
  const duration = kind === 'duration';
  const ahead = text.slice(Math.max(0, start - 16), start);
  for (const [pattern, direction] of BEFORE) if (pattern.test(ahead)) return direction;
  if (kind === 'percentage') for (const [pattern, direction] of BEFORE_SHARE) if (pattern.test(ahead)) return direction;
  const behind = text.slice(end, end + 8);
  for (const [pattern, direction] of AFTER) {
    const match = pattern.exec(behind);
    if (match && (duration || !/^ ?(?:之)?内/.test(match[0]))) return direction;
  }
  return null;
}

/**
 * Every quantity in the text, in order: amounts of money, percentages, durations, counts, and bare Arabic numbers.
 * Dates, 文号, ordinals (第三条), list marks and years are not quantities. Offsets are UTF-16 units of the text.
 */
export function findQuantities(text: string): Quantity[] {
  const n = normalise(text);
  const flat = n.text;
  const masked: [number, number][] = [...findDates(flat), ...findDocumentNumbers(flat)].map((m) => [m.start, m.end]);
  for (const mark of flat.matchAll(/(?:^|\n) *(?:\(?[〇零一二三四五六七八九十百]{1,4}[)、.]|\(?\d{1,3}[)、.](?!\d))|[(（][一二三四五六七八九十]{1,3}[)）]/g)) masked.push([mark.index, mark.index + mark[0].length]);
  for (const year of flat.matchAll(/(?<!\d)(?:19|20)\d{2} ?年(?:度|代)?|[一二][〇零一二三四五六七八九]{3}年|\d{1,2}:\d{2}(?::\d{2})?|(?:https?:\/\/|www\.)\S+|[a-z_][a-z0-9_]*\d[a-z0-9_]*/g)) masked.push([year.index, year.index + year[0].length]);
  masked.sort((a, b) => a[0] - b[0]);

  const found: Quantity[] = [];
  let mask = 0;
  START.lastIndex = 0;
  for (let hit = START.exec(flat); hit; hit = START.exec(flat)) {
    let at = hit.index;
    while (mask < masked.length && masked[mask]![1] <= at) mask++;
    if (mask < masked.length && masked[mask]![0] <= at) {
      START.lastIndex = masked[mask]![1];
      continue;
    }
    const share = /(?:百|千|万)分之/y;
    share.lastIndex = at;
    const isShare = share.test(flat);
    const first = readAt(flat, at);
    if (!first) {
      START.lastIndex = at + 1;
      continue;
    }
    const ahead = flat.slice(Math.max(0, at - 8), at);
    START.lastIndex = Math.max(first.end, at + 1);
    if (!isShare && NOT_BEFORE.test(ahead)) continue;
    let { value, form, end } = first;
    let upTo: number | null = null;
    const range = new RegExp(RANGE, 'y');
    range.lastIndex = end;
    const link = range.exec(flat);
    if (link) {
      const second = readAt(flat, end + link[0].length);
      if (second && second.form && (!form || form.unit === second.form.unit) && !(mask < masked.length && masked[mask]![0] < second.end)) {
        const multiplier = !form && /[万亿]/.test(flat.slice(end + link[0].length, second.end)) && !/[万亿]/.test(flat.slice(at, end)) && second.value > 0 ? second.value / Number(parseNumeral(second.digits) ?? second.value) : 1;
        value *= form ? 1 : multiplier * (second.form.factor ?? 1);
        if (second.value >= value) {
          upTo = second.value;
          form = second.form;
          end = second.end;
        } else value = first.value;
      }
    }
    if (form?.unit === '分' && /^\d+:?/.test(flat.slice(at, end)) && /[时点]$/.test(ahead)) continue;
    if (!form) {
      if (first.chinese && !/[百千万亿]/.test(flat.slice(at, end))) continue;
      if (first.chinese && (end - at < 2 || /^[一-龥]/.test(flat.slice(end, end + 1)) || !/^[一二两三四五六七八九十]/.test(flat.slice(at, end)))) continue;
      if (first.digits.replace(/\D/g, '').length > 6 && !/[,.]/.test(first.digits) && !/[万亿]/.test(flat.slice(at, end))) continue; // telephone, identity, code
      if (/^-\d/.test(flat.slice(end, end + 2)) || /\d-$/.test(ahead)) continue;
    }
    if (first.chinese && form?.kind === 'count' && value < 1) continue;
    at = hit.index;
    const span = sourceSpan(n, at, end);
    START.lastIndex = end;
    found.push({ ...span, text: text.slice(span.start, span.end), value: Number(value.toPrecision(14)), upTo, unit: form?.unit ?? null, kind: form?.kind ?? 'plain', direction: directionOf(flat, at, end, form?.kind) });
  }
  return found;
}

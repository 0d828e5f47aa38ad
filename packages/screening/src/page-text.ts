import { characterFold } from '@govmedia-hub/chinese-text';

/** What the rules read: the source without what the eye does not see, and where each unit of it stands in the source. */
export interface PageText {
  text: string;
  /** null when both have the same offsets. */
  map: Uint32Array | null;
  /** Units of `text` whose source is a traditional or variant character. */
  traditional: number[];
}

const BREAK = 10;
const simplified = characterFold({ width: false, lowerCase: false });
const plain = characterFold({ lowerCase: false });
/** Traditional characters, radicals, compatibility ideographs, full-width digits and letters; marks keep their width, because rules judge it. */
const table = simplified.table.map((unit, source) => {
  const compatible = (source >= 0x2e80 && source <= 0x2fdf) || (source >= 0xf900 && source <= 0xfaff);
  const wide = (source >= 0xff10 && source <= 0xff19) || (source >= 0xff21 && source <= 0xff3a) || (source >= 0xff41 && source <= 0xff5a) || source === 0xff05;
  return compatible || wide ? plain.table[source]! : unit;
});
for (const unit of [0x0b, 0x0c, 0x85, 0x2028, 0x2029]) table[unit] = BREAK;
const foreign = /[^\n\t\x20-\x7e\u3001-\u301b\u4e00-\u9fa5，。；：？！（）“”‘’—…～《》·％]/;
const isTraditional = (source: number, unit: number): boolean => source !== unit && source >= 0x3400 && source <= 0x9fff;

/**
 * Leaves out marks without width and carriage returns, and folds what stands for one and the same character, so that
 * patterns and lexicons meet every text alike.
 */
export function readablePage(source: string): PageText {
  if (!foreign.test(source) && !hasFolds(source)) return { text: source, map: null, traditional: [] };
  const units = new Uint16Array(source.length);
  const map = new Uint32Array(source.length + 1);
  const traditional: number[] = [];
  let size = 0;
  for (let i = 0; i < source.length; i += 1) {
    const unit = source.charCodeAt(i);
    let folded = table[unit]!;
    let step = 0;
    if (unit === 13) {
      if (source.charCodeAt(i + 1) === BREAK) continue;
      folded = BREAK;
    } else if (unit >= 0xd800 && unit <= 0xdbff && i + 1 < source.length) {
      const pair = plain.pair(unit, source.charCodeAt(i + 1));
      if (pair >= 0) {
        folded = pair;
        step = 1;
      }
    }
    if (folded !== 0) {
      if (isTraditional(unit, folded)) traditional.push(size);
      units[size] = folded;
      map[size] = i;
      size += 1;
    }
    i += step;
  }
  map[size] = source.length;
  let text = '';
  for (let from = 0; from < size; from += 4096) text += String.fromCharCode(...units.subarray(from, Math.min(size, from + 4096)));
  return { text, map: size === source.length ? null : map, traditional };
}

function hasFolds(source: string): boolean {
  for (let i = 0; i < source.length; i += 1) if (table[source.charCodeAt(i)] !== source.charCodeAt(i)) return true;
  return false;
}

/** Span of the source behind [start, end) of the page; what has no width counts only inside. */
export function spanInSource({ map }: PageText, source: string, start: number, end: number): [number, number] {
  if (map === null) return [start, end];
  if (end <= start) return [map[start]!, map[start]!];
  const last = map[end - 1]!;
  const unit = source.charCodeAt(last);
  // A pair that was folded to one unit covers two.
  const pair = unit >= 0xd800 && unit <= 0xdbff && map[end]! - last >= 2 && source.charCodeAt(last + 1) >= 0xdc00 && source.charCodeAt(last + 1) <= 0xdfff;
  return [map[start]!, last + (pair ? 2 : 1)];
}

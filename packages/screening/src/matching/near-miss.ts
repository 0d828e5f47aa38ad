import { normalise } from '@govmedia-hub/chinese-text';
import { soundsNear, twinKind, twinsOf } from '../lexicons/character-twins.js';
import { isHan } from '../page.js';
import { clauseEnds } from './phrase-slips.js';

/** Characters so frequent in running prose that at the edge of a name they belong to the next word. */
const everyday = '不步部布居具据举聚局巨句以已一与于和会为位委的了在是有人这中大来上个国到说们子地出道也时年得就那要下生自着去之过家学对可里后小么心多天而能好都然没日起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三老从动两长知将此定各其并及或被由向但更把让给比等应该须内外均实施制度市县区省乡镇村社法政府关管理办力工人民书记党';
const edge = new Set(everyday);
const insertable = new Set('的了着过好和与及等、各省市县区乡镇村级本该');

/** What follows a character that begins a word of its own: 据统计, 居民, 剧烈. */
const continuations: Readonly<Record<string, string>> = {
  据: '统此悉了实不介初报有点以理守说称', 居: '民住家留委所室间中高多首', 剧: '烈增变院场团减降目本', 具: '有体备', 举: '办行报措证国全世', 巨: '大额资变型头幅', 聚: '焦集合力会居', 拒: '绝不收', 句: '',
  局: '部面限势域促外中', 汇: '报总集编款率票聚入合', 惠: '民及企农', 绘: '制就', 厅: '', 听: '取证', 庭: '审院', 员: '工', 园: '区林', 元: '', 源: '', 远: '',
};
const endings = new Set('据居剧具举巨聚拒句局');

function goesOn(text: string, at: number): boolean {
  const next = text[at + 1];
  return next !== undefined && (continuations[text[at]!] ?? '').includes(next);
}

export interface NearMiss {
  name: number;
  start: number;
  end: number;
  /** Offset in the text of the wrong, missing or added character. */
  at: number;
}

interface Name {
  text: string;
  split: number;
  distinctive: boolean;
}

export type Piece = { name: number; side: 'left' | 'right' | 'swapped' | 'ending' };

/**
 * Finds writings one slip away from a name: one wrong, missing or added character, or two swapped ones. A slip leaves
 * one half of the name whole, so both halves (and all swapped forms) are searched as terms, and each hit is checked.
 */
export class NearMisses {
  readonly pieces: { term: string; piece: Piece }[] = [];
  private readonly names: Name[];

  /** @param loose names are long and like nothing else: an odd last character and sounds that are merely near count too */
  constructor(names: readonly { name: string; distinctive?: boolean }[], private readonly loose = false) {
    this.names = names.map(({ name, distinctive }) => {
      const text = normalise(name).text;
      return { text, split: Math.ceil(text.length / 2), distinctive: distinctive ?? false };
    });
    this.names.forEach((name, index) => {
      if (name.text.length === 3) {
        // Nothing but the last character tells a short name from prose: its twins are searched as they stand.
        for (let i = 0; i < 2; i += 1) for (const twin of twinsOf(name.text[i]!)) this.pieces.push({ term: name.text.slice(0, i) + twin + name.text.slice(i + 1), piece: { name: index, side: 'swapped' } });
        for (const twin of twinsOf(name.text[2]!)) this.pieces.push({ term: name.text.slice(0, 2) + twin, piece: { name: index, side: 'ending' } });
        return;
      }
      if (name.text.length < 4) return;
      this.pieces.push({ term: name.text.slice(0, name.split), piece: { name: index, side: 'left' } });
      this.pieces.push({ term: name.text.slice(name.split), piece: { name: index, side: 'right' } });
      for (let i = 0; i + 1 < name.text.length; i += 1) {
        const swapped = name.text.slice(0, i) + name.text[i + 1] + name.text[i] + name.text.slice(i + 2);
        if (swapped !== name.text && (name.text.length > 4 || i === 1 || name.distinctive)) this.pieces.push({ term: swapped, piece: { name: index, side: 'swapped' } });
      }
    });
  }

  /** The near miss behind a piece found at start..end of the normalised text, or null. */
  check(text: string, piece: Piece, start: number, end: number): NearMiss | null {
    if (piece.side === 'ending') return this.endingIsLikely(3, text, start, end - 1) ? { name: piece.name, start, end, at: end - 1 } : null;
    const miss = this.slip(text, piece, start, end);
    if (miss && /[局院厅会]/.test(this.names[piece.name]!.text.at(-1)!) && goesOn(text, miss.end - 1)) return null;
    // 文化旅游部门, 财政部署: the last character belongs to another word.
    return miss && text[miss.end - 1] === '部' && /[门分署队位属长级]/.test(text[miss.end] ?? '') ? null : miss;
  }

  private slip(text: string, piece: Piece, start: number, end: number): NearMiss | null {
    if (piece.side === 'swapped') {
      const name = this.names[piece.name]!.text;
      let at = start;
      while (text[at] === name[at - start]) at += 1;
      return { name: piece.name, start, end, at };
    }
    return piece.side === 'left' ? this.forward(text, piece.name, start) : this.backward(text, piece.name, end);
  }

  private forward(text: string, index: number, start: number): NearMiss | null {
    const { text: name, split } = this.names[index]!;
    const length = name.length;
    let m = split;
    while (m < length && text[start + m] === name[m]) m += 1;
    if (m === length || start + m >= text.length) return null;
    const rest = name.slice(m + 1);
    if (text.startsWith(rest, start + m + 1) && this.wrongIsLikely(index, text, start + m, m)) return { name: index, start, end: start + length, at: start + m };
    if (m < length - 1 && text.startsWith(rest, start + m) && this.missingIsLikely(index)) return { name: index, start, end: start + length - 1, at: start + m };
    if (text.startsWith(name.slice(m), start + m + 1) && this.addedIsLikely(index, text, start + m)) return { name: index, start, end: start + length + 1, at: start + m };
    return null;
  }

  private backward(text: string, index: number, end: number): NearMiss | null {
    const { text: name, split } = this.names[index]!;
    const length = name.length;
    let m = split - 1;
    while (m >= 0 && text[end - length + m] === name[m]) m -= 1;
    const at = end - length + m;
    if (m < 0 || at < 0) return null;
    const rest = name.slice(0, m);
    if (text.slice(at - m, at) === rest && at - m >= 0 && this.wrongIsLikely(index, text, at, m)) return { name: index, start: at - m, end, at };
    if (m > 0 && at + 1 - m >= 0 && text.slice(at + 1 - m, at + 1) === rest && this.missingIsLikely(index)) return { name: index, start: at + 1 - m, end, at };
    if (at - m - 1 >= 0 && text.slice(at - m - 1, at) === name.slice(0, m + 1) && this.addedIsLikely(index, text, at)) return { name: index, start: at - m - 1, end, at };
    return null;
  }

  private wrongIsLikely(index: number, text: string, at: number, m: number): boolean {
    const { text: name, distinctive } = this.names[index]!;
    const length = name.length;
    const unit = text[at]!;
    if (!isHan(unit.charCodeAt(0)) || !isHan(name.charCodeAt(m))) return false;
    const inside = m > 0 && m < length - 1;
    const twin = twinKind(name[m]!, unit);
    if (!inside && twin === null) return this.loose && m === length - 1 && length >= 8 && !edge.has(unit);
    if (!inside) return twin !== null && (!edge.has(unit) || (m === length - 1 && ((length >= 6 && clauseEnds(text, at + 1)) || this.endingIsLikely(length, text, at - m, at))));
    if (twin === 'shape') return true;
    if (twin === 'sound') return length >= 5 || !edge.has(unit) || distinctive;
    if (length >= 5 && ((this.loose && length >= 6) || !edge.has(unit)) && soundsNear(name[m]!, unit)) return true;
    if (distinctive) return !/[一二三四五六七八九十两]/.test(unit);
    return length >= 7 && !/[一二三四五六七八九十两]/.test(unit);
  }

  /** 市教育据公布, 国家市场监督管理总具: an everyday character at the end of a name that an area or its length gives away. */
  private endingIsLikely(length: number, text: string, start: number, at: number): boolean {
    if (length < 6 && !/[市县区省州]$/.test(text.slice(0, start))) return false;
    return endings.has(text[at]!) && !goesOn(text, at);
  }

  private missingIsLikely(index: number): boolean {
    return this.names[index]!.text.length >= 6;
  }

  private addedIsLikely(index: number, text: string, at: number): boolean {
    const { length } = this.names[index]!.text;
    const unit = text[at]!;
    if (length < 5 || !isHan(unit.charCodeAt(0))) return false;
    if (unit === text[at - 1] || unit === text[at + 1]) return true;
    return length >= 7 && !insertable.has(unit);
  }
}

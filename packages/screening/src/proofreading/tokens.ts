/** Token numbers below this are classes, not characters. */
export const FIRST_CHARACTER = 4;
export const UNKNOWN = 0;
/** Punctuation, a line end, the edge of the text. */
export const BOUNDARY = 1;
/** A run of digits; a run of Latin letters. */
export const NUMBER = 2;
export const LATIN = 3;

/** Most different characters that a model knows; four tokens of 13 bits are one exact double. */
export const MOST_CHARACTERS = 8188;

const DIGIT_CODES = '0123456789０１２３４５６７８９';
const classes = new Uint8Array(65536).fill(BOUNDARY);
for (let code = 0x3400; code <= 0x9fff; code += 1) classes[code] = FIRST_CHARACTER;
classes['〇'.charCodeAt(0)] = FIRST_CHARACTER;
for (const digit of DIGIT_CODES) classes[digit.charCodeAt(0)] = NUMBER;
for (const [from, to] of [[0x41, 0x5a], [0x61, 0x7a], [0xff21, 0xff3a], [0xff41, 0xff5a], [0xc0, 0x24f], [0x370, 0x3ff]] as const) {
  for (let code = from; code <= to; code += 1) classes[code] = LATIN;
}

/** The class of a UTF-16 unit: FIRST_CHARACTER for a Chinese character, else BOUNDARY, NUMBER or LATIN. */
export const classOf = (unit: number): number => classes[unit]!;

/** A text as token units: Chinese characters keep their code, runs of anything else are one class. */
export interface TokenRun {
  /** Code of a Chinese character, or a class below FIRST_CHARACTER. */
  units: Uint16Array;
  /** starts[i] = UTF-16 offset of unit i in the text. */
  starts: Uint32Array;
  length: number;
}

/** Reads a text into units; blanks between two characters are skipped, a line end is a boundary. */
export function tokenise(text: string): TokenRun {
  const units = new Uint16Array(text.length + 2);
  const starts = new Uint32Array(text.length + 2);
  units[0] = BOUNDARY;
  let length = 1;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const kind = classes[code]!;
    if (code === 0x20 || code === 0x3000 || code === 0x09 || code === 0xa0 || (code >= 0x200b && code <= 0x200f)) continue;
    if (kind < FIRST_CHARACTER && units[length - 1] === kind) continue;
    units[length] = kind === FIRST_CHARACTER ? code : kind;
    starts[length] = i;
    length += 1;
  }
  if (units[length - 1] !== BOUNDARY) {
    units[length] = BOUNDARY;
    starts[length] = text.length;
    length += 1;
  }
  return { units, starts, length };
}

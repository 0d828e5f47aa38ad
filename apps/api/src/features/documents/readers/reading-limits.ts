import { LIMITS } from '@govmedia-hub/contracts';

/** What every reader stops at. A document beyond these is refused whole, with the reason. */
export const READING_LIMITS = {
  /** Bytes of the file as it comes in. */
  fileBytes: LIMITS.uploadBytes,
  /** Bytes of a .jsonl.gz when unpacked. */
  unpackedBytes: 256 * 1024 * 1024,
  /** UTF-16 units of the text of one document. */
  characters: 3_000_000,
  lines: 200_000,
  /** UTF-16 units of one line of a .jsonl file. */
  recordCharacters: 8_000_000,
  pdfPages: 2_000,
  /** Entries of a Word file, and bytes of all of them unpacked. */
  zipEntries: 2_000,
  zipBytes: 100 * 1024 * 1024,
  /** Bytes unpacked per byte packed; text seldom passes 20, a bomb passes 1,000. */
  zipRatio: 200,
  /** Tags of one XML part. */
  xmlTags: 3_000_000,
} as const;

/** A file that is refused whole; `message` is Chinese and for people. */
export class Unreadable extends Error {
  constructor(message: string, readonly line = 1) {
    super(message);
  }
}

/** What a file holds beside the words one sees: changes, comments, hidden parts, properties, watermarks. */
export interface FileTrait {
  kind: 'tracked-change' | 'comment' | 'hidden' | 'metadata' | 'watermark';
  place: string;
  label: string;
  text: string;
}

/** Text of a document with what its reader noticed. */
export interface ReadText {
  text: string;
  problems: { line: number; message: string }[];
  /** Where the parts of the text stand in the file: each from `start` to the next. */
  places?: { start: number; label: string }[];
  traits?: FileTrait[];
}

/** @throws Unreadable when the text is beyond the limits or empty */
export function checkText(text: string): string {
  if (text.trim() === '') throw new Unreadable('文件没有文字');
  if (text.length > READING_LIMITS.characters) throw new Unreadable(`文字过长（${text.length}字），上限${READING_LIMITS.characters}字，请拆分后导入`);
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  if (lines > READING_LIMITS.lines) throw new Unreadable(`行数过多（${lines}行），上限${READING_LIMITS.lines}行`);
  return text;
}

import { readLaw, type LawRecord, type OfficialDocumentDraft } from '@govmedia-hub/official-documents';
import { READING_LIMITS } from './reading-limits.js';
import { mojibakeReason } from './text-encoding.js';

/** One line of a collection of laws: read, or refused with the reason. */
export interface LawRow {
  line: number;
  draft: OfficialDocumentDraft | null;
  /** The text as the collection has it, with its heading marks. */
  originalText: string | null;
  /** The collection says that a later text took its place. */
  superseded: boolean;
  problems: { line: number; message: string }[];
}

const TEXTS = ['id', 'short', 'level', 'region', 'category', 'organ', 'publish', 'valid_from', 'status'] as const;

/** Checks a parsed line; a sentence in Chinese when it is not a law. */
function faultOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '本行不是一条法规记录（应为 JSON 对象）';
  const record = value as Record<string, unknown>;
  if (typeof record['title'] !== 'string' || record['title'].trim() === '') return '缺少标题（title）';
  if (typeof record['text'] !== 'string' || record['text'].trim() === '') return '缺少正文（text）';
  if (record['text'].length > READING_LIMITS.characters) return `正文过长，上限${READING_LIMITS.characters}字`;
  const wrong = TEXTS.find((name) => record[name] !== undefined && record[name] !== null && typeof record[name] !== 'string');
  if (wrong) return `字段 ${wrong} 应为文字`;
  if (record['history'] !== undefined && record['history'] !== null && (!Array.isArray(record['history']) || record['history'].some((entry) => typeof entry !== 'string'))) return '字段 history 应为文字列表';
  return mojibakeReason(record['text']);
}

/** Reads a line of a .jsonl collection of laws; null for a blank line. Never throws for its content. */
export function readLawLine(text: string, line: number): LawRow | null {
  if (text.trim() === '') return null;
  const refused = (message: string): LawRow => ({ line, draft: null, originalText: null, superseded: false, problems: [{ line, message }] });
  if (text.length > READING_LIMITS.recordCharacters) return refused('本行过长，已拒绝');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused('本行不是合法的 JSON');
  }
  const fault = faultOf(value);
  if (fault) return refused(fault);
  const record = value as LawRecord;
  const superseded = record.status === 'superseded';
  const draft = readLaw(record);
  if (draft.sections.length === 0) return refused('没有读到正文');
  const problems = superseded ? [{ line: 1, message: '来源注明此文本已被后来的文本取代，效力按“未核实”处理，请核对' }, ...draft.problems] : draft.problems;
  return { line, draft: { ...draft, problems }, originalText: record.text, superseded, problems };
}

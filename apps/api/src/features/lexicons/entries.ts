import { createHash } from 'node:crypto';
import { foldedText, normalise } from '@govmedia-hub/chinese-text';
import { LIMITS, type Gate, type LexiconEntry, type LexiconKind, type TermSeverity } from '@govmedia-hub/contracts';
import { isCivilDate } from '@govmedia-hub/working-days';

/** What an entry is known by inside its version: the same word in another form or script is the same word. */
export function keyOf(kind: LexiconKind, { term, title }: LexiconEntry): string {
  const key = foldedText(term);
  return kind === 'officials' ? `${key}·${foldedText(title ?? '')}` : key;
}

export type EntryField = keyof LexiconEntry;
export interface EntryProblem { field: EntryField; message: string }

/** The fields of each kind, in the order in which they are stored and shown. */
export const FIELDS: Record<LexiconKind, readonly EntryField[]> = {
  terms: ['term', 'gate', 'severity', 'suggestion', 'reason', 'safePhrases', 'exact', 'source'],
  institutions: ['term', 'wrongForms', 'effectiveFrom', 'effectiveTo', 'source'],
  set_phrases: ['term', 'elements', 'source'],
  titles: ['term', 'rank', 'wrongForms', 'source'],
  officials: ['term', 'title', 'rank', 'effectiveFrom', 'effectiveTo', 'source'],
};

const GATES: readonly Gate[] = ['politics', 'law', 'policy', 'secrecy', 'text'];
const SEVERITIES: readonly TermSeverity[] = ['warn', 'note'];
const EXACT = ['width', 'traditional', 'separators', 'case'] as const;

/** The entry with its own fields only, empty ones left out, always in one order: equal entries give equal text. */
export function tidy(kind: LexiconKind, raw: LexiconEntry): LexiconEntry {
  const entry: Partial<Record<EntryField, unknown>> = {};
  for (const field of FIELDS[kind]) {
    const value = raw[field];
    if (typeof value === 'string') {
      const text = value.replace(/\s+/g, ' ').trim();
      if (text !== '') entry[field] = text;
    } else if (Array.isArray(value)) {
      const items = [...new Set(value.map((item) => item.trim()).filter(Boolean))];
      if (items.length > 0) entry[field] = field === 'exact' ? EXACT.filter((each) => items.includes(each)) : items;
    } else if (typeof value === 'number') entry[field] = value;
  }
  return { ...entry, term: (entry.term as string | undefined) ?? '', source: (entry.source as string | undefined) ?? '' } as LexiconEntry;
}


/** What is wrong with a tidy entry and what to do, in Chinese; empty when it may be kept. */
export function problemsOf(kind: LexiconKind, entry: LexiconEntry): EntryProblem[] {
  const problems: EntryProblem[] = [];
  const say = (field: EntryField, message: string): void => void problems.push({ field, message });
  const { term } = entry;
  const word = { terms: '词语', institutions: '规范名称', set_phrases: '规范表述', titles: '职务名称', officials: '姓名' }[kind];
  if (term === '') say('term', `没有填写${word}，请补上或删去本行`);
  else if (term.length > LIMITS.lexiconTermChars) say('term', `${word}超过${LIMITS.lexiconTermChars}个字，请改短`);
  else if (normalise(term, { separators: true }).text.length < 2) say('term', `${word}至少要有两个字（标点不算）：单字会在普通词语里大量误报`);
  if (entry.source === '') say('source', '没有填写来源，请写明文号或网址');
  else if (entry.source.length > LIMITS.lexiconSourceChars) say('source', `来源超过${LIMITS.lexiconSourceChars}个字，请只写文号或网址`);
  if (kind === 'terms') termProblems(entry, say);
  if (kind === 'set_phrases' && entry.elements?.length === 1) say('elements', '要素只有一个，请按次序写全，或留空');
  for (const field of ['safePhrases', 'wrongForms', 'elements'] as const) listProblems(entry, field, say);
  for (const wrong of entry.wrongForms ?? []) {
    if (normalise(wrong).text === normalise(term).text) say('wrongForms', `错误写法“${wrong}”与${word}相同，请删去`);
    else if (normalise(wrong, { separators: true }).text.length < 2) say('wrongForms', `错误写法“${wrong}”至少要有两个字`);
  }
  if ((kind === 'titles' || kind === 'officials') && !(entry.rank !== undefined && Number.isInteger(entry.rank) && entry.rank >= 1 && entry.rank <= 9_999)) say('rank', '次序应为1至9999的整数，数字小的排在前面');
  if (kind === 'officials') {
    if (!entry.title) say('title', '没有填写职务，请补上');
    else if (entry.title.length > LIMITS.lexiconTermChars) say('title', `职务超过${LIMITS.lexiconTermChars}个字，请改短`);
    if (!entry.effectiveFrom) say('effectiveFrom', '没有填写任职日期，请按“2026年1月5日”的样子补上');
  }
  for (const field of ['effectiveFrom', 'effectiveTo'] as const) if (entry[field] !== undefined && !isCivilDate(entry[field])) say(field, `“${entry[field]}”不是有效的日期，请按“2026年1月5日”的样子填写`);
  if (entry.effectiveFrom && entry.effectiveTo && entry.effectiveTo < entry.effectiveFrom) say('effectiveTo', '截止日期早于起始日期，请核对');
  return problems;
}

function termProblems(entry: LexiconEntry, say: (field: EntryField, message: string) => void): void {
  if (!entry.gate || !GATES.includes(entry.gate)) say('gate', '请填写关口：政治关、法律关、政策关、保密关或文字关');
  if ((entry.severity as string) === 'block') say('severity', '词库里的词不能设为“必须处理”，只有机构名称名录里的错误写法可以；请改为“请核对”或“提示”');
  else if (!entry.severity || !SEVERITIES.includes(entry.severity)) say('severity', '请填写分量：“请核对”或“提示”');
  if (!entry.reason) say('reason', '没有填写理由，请写明错在哪里、怎么改');
  else if (entry.reason.length > LIMITS.lexiconReasonChars) say('reason', `理由超过${LIMITS.lexiconReasonChars}个字，请改短`);
  const term = normalise(entry.term).text;
  if (entry.suggestion && entry.suggestion.length > LIMITS.lexiconTermChars) say('suggestion', `建议用语超过${LIMITS.lexiconTermChars}个字，请改短`);
  else if (entry.suggestion && term !== '' && normalise(entry.suggestion).text.includes(term) && !(entry.safePhrases ?? []).some((phrase) => entry.suggestion!.includes(phrase))) say('suggestion', '建议用语里仍含有这个词，改完还会被标出；请换一个建议，或把建议用语加入安全短语');
  for (const phrase of entry.safePhrases ?? []) if (term !== '' && !normalise(phrase).text.includes(term)) say('safePhrases', `安全短语“${phrase}”里没有这个词，不起作用；请写包含这个词的较长短语`);
}

function listProblems(entry: LexiconEntry, field: 'safePhrases' | 'wrongForms' | 'elements', say: (field: EntryField, message: string) => void): void {
  const items = entry[field] ?? [];
  if (items.length > LIMITS.lexiconPhrases) say(field, `一格最多写${LIMITS.lexiconPhrases}个，请减少`);
  for (const item of items) if (item.length > LIMITS.lexiconTermChars) say(field, `“${item.slice(0, 12)}…”超过${LIMITS.lexiconTermChars}个字；多个之间请用顿号隔开`);
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** JSON of a run of entries under its SHA-256. */
export interface Chunk { id: string; entries: string }

/** The end of a run is decided by the entry itself, so that one change touches one run and versions share the others. */
const CUT_EVERY = 256;
const RUN_MAX = 1_024;

/** Cuts entries, sorted by key, into runs that are known by their digest. */
export function cut(kind: LexiconKind, entries: readonly LexiconEntry[]): { chunks: Chunk[]; digest: string } {
  const keyed = entries.map((entry) => ({ key: keyOf(kind, entry), entry })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const chunks: Chunk[] = [];
  let run: LexiconEntry[] = [];
  const close = (): void => {
    const text = JSON.stringify(run);
    if (run.length > 0) chunks.push({ id: sha256(text), entries: text });
    run = [];
  };
  for (const { key, entry } of keyed) {
    run.push(entry);
    if (run.length >= RUN_MAX || hash(key) % CUT_EVERY === 0) close();
  }
  close();
  return { chunks, digest: sha256(chunks.map(({ id }) => id).join(' ')) };
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

export interface EntryDifference { key: string; change: 'added' | 'removed' | 'changed'; before: LexiconEntry | null; after: LexiconEntry | null }

/** What the second list adds, lacks and words differently, by key. */
export function difference(kind: LexiconKind, before: readonly LexiconEntry[], after: readonly LexiconEntry[]): EntryDifference[] {
  const old = new Map(before.map((entry) => [keyOf(kind, entry), entry]));
  const changes: EntryDifference[] = [];
  for (const entry of after) {
    const key = keyOf(kind, entry);
    const known = old.get(key) ?? null;
    old.delete(key);
    if (!known) changes.push({ key, change: 'added', before: null, after: entry });
    else if (known !== entry && JSON.stringify(known) !== JSON.stringify(entry)) changes.push({ key, change: 'changed', before: known, after: entry });
  }
  for (const [key, entry] of old) changes.push({ key, change: 'removed', before: entry, after: null });
  return changes.sort((a, b) => (a.key < b.key ? -1 : 1));
}

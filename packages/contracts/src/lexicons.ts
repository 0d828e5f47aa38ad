import type { Gate, Severity } from './contents.js';
import type { PageQuery } from './paging.js';

/** What a city keeps itself: words to catch, and registers of what is right. */
export const LEXICON_KINDS = ['terms', 'institutions', 'set_phrases', 'titles', 'officials'] as const;
export type LexiconKind = (typeof LEXICON_KINDS)[number];
export const LEXICON_KIND_WORDS: Record<LexiconKind, string> = { terms: '负面词库', institutions: '机构名称名录', set_phrases: '固定表述名录', titles: '职务名称与次序', officials: '现任职务名录' };

/** Severities that a term of a lexicon may have; only wrong names of institutions block. */
export type TermSeverity = Exclude<Severity, 'block'>;

/** One line of a lexicon or register; which fields apply depends on its kind. */
export interface LexiconEntry {
  /** The term, the right name, the set phrase, the post, or the person. */
  term: string;
  /** 文号 or address that the line rests on. */
  source: string;
  // 负面词库
  gate?: Gate;
  severity?: TermSeverity;
  suggestion?: string;
  reason?: string;
  safePhrases?: string[];
  /** Writings that do not count as the term: each fold is on unless it is named here. */
  exact?: ('width' | 'traditional' | 'separators' | 'case')[];
  // 名录
  wrongForms?: string[];
  elements?: string[];
  rank?: number;
  title?: string;
  effectiveFrom?: string;
  effectiveTo?: string;
}

/** `scheduled` waits for its first day; `superseded` was in force and is not; `ended` passed its last day. */
export type LexiconVersionStatus = 'draft' | 'scheduled' | 'in_force' | 'superseded' | 'ended';
export const LEXICON_VERSION_STATUS_WORDS: Record<LexiconVersionStatus, string> = { draft: '草稿', scheduled: '待生效', in_force: '生效中', superseded: '已被替代', ended: '已到期' };

export interface LexiconVersionView {
  id: string;
  lexiconId: string;
  number: number;
  status: LexiconVersionStatus;
  entries: number;
  source: string;
  note: string;
  /** SHA-256 over all entries. */
  digest: string;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  /** The earlier version that this one repeats. */
  restoredFrom: number | null;
  createdByName: string;
  createdAt: string;
  decidedByName: string | null;
  decidedAt: string | null;
  /** The finished preview of exactly these entries. */
  previewId: string | null;
  version: number;
}

export interface LexiconView {
  id: string;
  kind: LexiconKind;
  name: string;
  note: string;
  inForce: LexiconVersionView | null;
  scheduled: LexiconVersionView[];
  draft: LexiconVersionView | null;
}

/** With all versions, newest first. */
export interface LexiconDetailView extends LexiconView {
  versions: LexiconVersionView[];
}

export interface CreateLexiconRequest {
  kind: LexiconKind;
  name: string;
  note?: string;
}

export interface StartLexiconDraftRequest {
  /** What the change rests on. */
  source: string;
}

export interface ListLexiconEntriesQuery extends PageQuery {
  q?: string;
}

/** `key` names the entry that is replaced; without it the entry is new. */
export interface SaveLexiconEntryRequest {
  seenVersion: number;
  key?: string;
  entry: LexiconEntry;
}

export interface RemoveLexiconEntryRequest {
  seenVersion: number;
  key: string;
}

/** An entry beside the key it is known by inside its version. */
export interface LexiconEntryView extends LexiconEntry {
  key: string;
}

/** `replace`: the file is the whole next version; `merge`: its lines are added to what is there. */
export type LexiconImportMode = 'replace' | 'merge';

export interface ImportLexiconQuery {
  mode: LexiconImportMode;
  source: string;
  /** Version of the draft that the import replaces; left out while there is none. */
  seenVersion?: number;
}

/** Line 1 is the heading of the sheet; line 0 speaks of the file. */
export interface LexiconImportRow {
  line: number;
  column: string | null;
  message: string;
}

/** What became of a file: with problems nothing is kept. */
export interface LexiconImportView {
  rows: number;
  problems: LexiconImportRow[];
  /** Problems beyond those listed. */
  moreProblems: number;
  /** Lines that are known already or that change a known entry. */
  notices: LexiconImportRow[];
  moreNotices: number;
  added: number;
  changed: number;
  same: number;
  /** Entries of the version before that the new one lacks. */
  removed: number;
  draft: LexiconVersionView | null;
}

export type LexiconChangeKind = 'added' | 'removed' | 'changed';
export const LEXICON_CHANGE_WORDS: Record<LexiconChangeKind, string> = { added: '新增', removed: '删去', changed: '修改' };

export interface LexiconChangeView {
  key: string;
  change: LexiconChangeKind;
  before: LexiconEntry | null;
  after: LexiconEntry | null;
}

export interface CompareLexiconVersionsQuery extends PageQuery {
  /** The version to compare with; the one in force today when left out. */
  with?: string;
  change?: LexiconChangeKind;
}

export interface LexiconComparisonView {
  /** Number of the version compared with; null when everything is new. */
  withNumber: number | null;
  added: number;
  removed: number;
  changed: number;
  same: number;
  items: LexiconChangeView[];
  nextCursor: string | null;
  total: number;
}

export interface MakeLexiconEffectiveRequest {
  seenVersion: number;
  /** Civil day from whose midnight on the version is used; today at the earliest. */
  effectiveFrom: string;
  /** Last day; afterwards the version before it is used again. */
  effectiveTo?: string | null;
  note?: string;
}

export interface CancelLexiconVersionRequest {
  seenVersion: number;
  reason: string;
}

export interface RollBackLexiconRequest {
  reason: string;
  effectiveFrom: string;
}

export const PREVIEW_PERIODS = ['month', 'quarter', 'year'] as const;
export type PreviewPeriod = (typeof PREVIEW_PERIODS)[number];
export const PREVIEW_PERIOD_WORDS: Record<PreviewPeriod, string> = { month: '最近一个月', quarter: '最近三个月', year: '最近一年' };

export interface PreviewLexiconRequest {
  period: PreviewPeriod;
}

/** A sentence with the place of the finding in it, UTF-16 offsets. */
export interface PreviewSample {
  /** Where it stands: a post of an account or a publication. */
  where: 'post' | 'publication';
  id: string;
  title: string;
  on: string | null;
  sentence: string;
  start: number;
  end: number;
}

export interface PreviewTermView {
  text: string;
  rule: string;
  gate: Gate;
  severity: Severity;
  message: string;
  /** Findings the change adds, or takes away. */
  count: number;
  /** Texts they stand in. */
  texts: number;
  samples: PreviewSample[];
}

export interface PreviewHint {
  term: string;
  libraryHits: number;
  libraryDocuments: number;
  message: string;
}

export interface LexiconPreviewView {
  id: string;
  lexiconId: string;
  versionId: string;
  versionNumber: number;
  /** Version it is compared with; null when the lexicon is new. */
  againstNumber: number | null;
  status: 'running' | 'done' | 'failed';
  period: PreviewPeriod;
  from: string;
  to: string;
  /** Texts read so far, and all. */
  processed: number;
  total: number;
  startedByName: string;
  startedAt: string;
  finishedAt: string | null;
  /** Why it failed. */
  problem: string | null;
  /** Whether the version still has the entries that were tried. */
  current: boolean;
  posts: number;
  publications: number;
  documents: number;
  added: number;
  addedTexts: number;
  removed: number;
  addedTerms: PreviewTermView[];
  moreAddedTerms: number;
  removedTerms: PreviewTermView[];
  moreRemovedTerms: number;
  hints: PreviewHint[];
  moreHints: number;
}

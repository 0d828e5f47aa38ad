/** A policy document that the text explains or rests on. */
export interface BoundSource {
  documentId: string;
  title: string;
  docNumber: string | null;
  validity: string;
  /** 'proactive' is the only openness that may be published from. */
  openness: string | null;
  text: string;
}

/** What a file holds beside its words: what a reader does not see at once, and what must not leave the office with it. */
export interface AttachmentTrait {
  kind: 'tracked-change' | 'comment' | 'hidden' | 'metadata' | 'watermark';
  /** Where, in words: 第3段, 工作表“名单”C列, 文件属性. */
  place: string;
  /** What is found there: 作者, 删除, 隐藏的列 … */
  label: string;
  /** Its words; empty when it has none. */
  text: string;
}

export interface AttachmentInput {
  name: string;
  text: string;
  /** Where the parts of the text stand in the file, in order; each holds from `start` to the next. */
  places?: { start: number; label: string }[];
  traits?: AttachmentTrait[];
}

export type TextKind = 'interpretation' | 'qa' | 'post' | 'notice' | 'document';

export interface ScreeningInput {
  text: string;
  kind?: TextKind;
  sources?: BoundSource[];
  attachments?: AttachmentInput[];
  /** Civil day, 'YYYY-MM-DD', on which rules and names must apply. */
  asOf: string;
}

export type Validity = 'not_yet_in_force' | 'in_force' | 'amended' | 'repealed' | 'declared_lapsed' | 'expired' | 'unknown';

export interface LibraryEntry {
  documentId: string | null;
  title: string;
  docNumber: string | null;
  validity: Validity;
  /** Anchors ('art-12', 'art-12-1'); null when the document is only known by title. */
  articles: ReadonlySet<string> | null;
}

/** What the law gate asks of the library. Keys are those of chinese-text: canonicalDocumentNumber and titleKey. */
export interface LibraryIndex {
  byDocNumber(canonical: string): LibraryEntry | null;
  byTitle(titleKey: string): LibraryEntry[];
}

/** A library that knows nothing: every citation is unknown. */
export const emptyLibrary: LibraryIndex = { byDocNumber: () => null, byTitle: () => [] };
